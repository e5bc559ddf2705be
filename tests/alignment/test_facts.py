"""Which claims a fact is known of, and how a fact's value is read."""

from dataclasses import replace
from datetime import date

import pytest

from factlint import engine
from factlint.alignment.facts import facts_of, is_of_another_act
from factlint.errors import DataError
from factlint.knowledge import load_knowledge
from factlint.knowledge.facts import Entry

MEMBERS = Entry("members", "18,640", "", "", "2023-06-30", "the office", date(2023, 7, 10), "facts.toml", 1)


def matched(text: str, *entries: Entry) -> list[str]:
    """Return the words of the claims that the facts are known of."""
    knowledge = engine.with_facts(load_knowledge(), entries)
    return [claim.text for claim, _ in facts_of(engine.evidence_of(engine.text_document(text), knowledge))]


@pytest.mark.parametrize(
    ("value", "unit", "expected", "name"),
    [
        ("2.64 million", "", 2640000, ""),
        ("2640000", "", 2640000, ""),
        ("513.6 billion", "CNY", 513600000000, "CNY"),
        ("7.7", "percent", 7.7, "percent"),
        ("320", "hectares", 320, "hectare"),
        ("over 2.64 million", "", 2640000, ""),
    ],
)
def test_values_are_read_as_in_a_text(value: str, unit: str, expected: float, name: str) -> None:
    """With scale word, bound and unit."""
    knowledge = engine.with_facts(load_knowledge(), [replace(MEMBERS, value=value, unit=unit)])
    quantity = knowledge.facts[0].quantity
    assert quantity.value is not None
    assert (float(quantity.value), quantity.unit.name) == (expected, name)


@pytest.mark.parametrize(("value", "unit"), [("many", ""), ("5 percent", ""), ("5", "blobs"), ("5 or 6 7", "")])
def test_a_value_that_is_no_figure_is_refused(value: str, unit: str) -> None:
    """With the file and line of the fact."""
    with pytest.raises(DataError, match=r"facts\.toml:1: .* cannot be read as one figure"):
        engine.with_facts(load_knowledge(), [replace(MEMBERS, value=value, unit=unit)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the end of June 2023 the club had 18,460 members.", ["18,460"]),
        ("At the end of June 2022 the club had 18,460 members.", []),
        ("The club had 18,460 members.", []),
        ("At the end of June 2023 the club had 18,460 junior members.", []),
        ("At the end of June 2023 the club planned for 18,460 members.", []),
        ("At the end of June 2023 the club had EUR 18,460.", []),
    ],
)
def test_only_full_matches_are_compared(text: str, found: list[str]) -> None:
    """The words, the unit and the time must all be the fact's."""
    assert matched(text, MEMBERS) == found


def test_a_subject_must_be_named() -> None:
    """A fact of one museum is none of another, and none of no museum at all."""
    fact = replace(MEMBERS, measure="visitors", subject="Harbour Museum", period="2024-05")
    assert matched("The Harbour Museum had 18,460 visitors in May 2024.", fact) == ["18,460"]
    assert matched("The Lake Museum had 18,460 visitors in May 2024.", fact) == []
    assert matched("There were 18,460 visitors in May 2024.", fact) == []


def test_a_fact_without_a_period_holds_on_its_date() -> None:
    """A claim of another time is none of its business."""
    fact = replace(MEMBERS, measure="park area", value="320", unit="hectares", period="")
    assert matched("The park area is 230 hectares.", fact) == ["230 hectares"]
    assert matched("In 1950 the park area was 230 hectares.", fact) == []


def test_acts_are_told_apart() -> None:
    """A verb that the fact does not name is another act."""
    fact = replace(MEMBERS, measure="containers handled", period="2024-03")
    knowledge = engine.with_facts(load_knowledge(), [fact, replace(fact, measure="containers")])
    evidence = engine.evidence_of(
        engine.text_document("The port handled 46,200 containers in March 2024."), knowledge
    )  # fmt: skip
    [(claim, facts)] = facts_of(evidence)
    assert [(fact.entry.measure, is_of_another_act(claim, fact)) for fact in facts] == [
        ("containers", True),
        ("containers handled", False),
    ]
