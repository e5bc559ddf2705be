"""FL811: figures beside a user's facts."""

from datetime import date

import pytest

from factlint import engine
from factlint.knowledge import load_knowledge
from factlint.knowledge.facts import Entry
from factlint.model.finding import Report

ENTRIES = (
    Entry("members", "18,640", "", "", "2023-06-30", "the office", date(2023, 7, 10), "conf/facts.toml", 3),
    Entry("visitors", "42,600", "", "", "2024-05", "the yearbook", date(2024, 6, 2), "conf/facts.toml", 11),
)


def checked(text: str, *entries: Entry) -> Report:
    """Return what the rules say of a text beside facts."""
    knowledge, report = engine.with_facts(load_knowledge(), entries or ENTRIES), Report()
    engine.add_document(report, engine.examine(engine.text_document(text), knowledge, knowledge.cards), knowledge.cards)
    return report


def test_a_conflict_names_source_and_date() -> None:
    """The arithmetic has both figures, who says so, when, and where that is written."""
    [found] = checked("At the end of June 2023 the club had 18,460 members.").findings
    assert (found.rule, found.confidence) == ("FL811", 0.9)
    assert found.arithmetic == (
        "18,460 in the text, and 18,640 by the office, 2023-07-10 (facts.toml:3): they share no value"
    )


def test_what_agrees_is_verified() -> None:
    """A bound that the fact meets is an agreement."""
    report = checked("At the end of June 2023 the club had over 18,600 members.")
    assert report.findings == []
    assert [tie.rule for tie in report.verified] == ["FL811"]


def test_one_fact_that_agrees_settles_it() -> None:
    """Two sources may differ: a text that follows one of them is right by it."""
    other = Entry("members", "18,460", "", "", "2023-06-30", "the league", date(2023, 8, 1), "facts.toml", 9)
    assert checked("At the end of June 2023 the club had 18,460 members.", *ENTRIES, other).findings == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("The zoo drew 46,200 visitors in May 2024.", 1),
        ("The zoo lost 9,100 visitors in May 2024.", 0),
        ("The zoo had 46,200 visitors in April 2024.", 0),
    ],
)
def test_another_act_needs_a_slip(text: str, findings: int) -> None:
    """Under a verb that the fact does not name, only digits that are a slip apart are told."""
    assert len(checked(text).findings) == findings
