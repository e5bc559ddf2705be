"""Which weights were counted, and why a pair is not looked at."""

import pytest

from factlint.alignment.explain import Ledger, bar, reference_entries, tie_entries, weigh
from factlint.alignment.figures import numbers_for_conflict, numbers_for_tie
from factlint.knowledge import load_knowledge
from tests.alignment.reading import pair

WEIGHTS = load_knowledge().weights


def test_a_ledger_itemises_the_sum_of_the_judge() -> None:
    """What numbers_for_conflict asks for adds up to what it returns."""
    _, first, second = pair("The club has 18,640 members.", "The club has 18,460 members.")
    ledger = Ledger(WEIGHTS)
    _, odds = numbers_for_conflict(first, second, ledger)
    assert [words for words, _ in ledger.entries()] == ["slip four"]
    assert sum(weight for _, weight in ledger.entries()) == pytest.approx(odds)


def test_a_tie_is_itemised() -> None:
    """Equal figures make up for words on one side, and that is an item of its own."""
    evidence, first, second = pair("The club has 18,640 senior members.", "The club has 18,640 members.")
    found = evidence.weigh(first, second)
    entries = tie_entries(first, second, WEIGHTS, found)
    assert found.against < 0
    assert sum(weight for _, weight in entries) == pytest.approx(numbers_for_tie(first, second, WEIGHTS, found))
    assert entries[-1][0].startswith("equal figures make up")


def test_references_are_itemised_by_table() -> None:
    """Each item names its table, and the items make the odds."""
    evidence, first, second = pair("The club has 640 members in May.", "The club has 460 members in May.")
    found = evidence.weigh(first, second)
    entries = reference_entries(found)
    assert entries[0][0] == "reference: start"
    assert entries[-1][0] == "period: same"
    assert sum(weight for _, weight in entries) == pytest.approx(found.odds)


def test_two_texts_are_weighed_as_far_apart_as_can_be() -> None:
    """Claims of two texts are in no common paragraph."""
    one, first, _ = pair("The club has 640 members in May.", "Nothing but 3 more.")
    other, second, _ = pair("The club has 460 members in May.", "Nothing but 3 more.")
    assert "discourse.same_paragraph" not in weigh(one, other, first, second).features


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("The club has 18,640 members.", "The club has 18,460 members.", ""),
        ("The club has 640 members.", "The bakery sold 35 loaves.", "their measures share no telling word"),
        ("The fee is EUR 40.", "The fee is USD 40.", "units that are not converted"),
        ("The match lasted 40 minutes.", "The match lasted 45 minutes.", "of the kind duration"),
        ("The club came third.", "The club came fourth.", "kind|definite"),
    ],
)
def test_bars_are_told(first: str, second: str, why: str) -> None:
    """What is not weighed as a restatement says why not; what is has no bar."""
    evidence, one, other = pair(first, second)
    told = bar(evidence, one, other)
    assert bool(told) is bool(why)
    assert any(part in told for part in why.split("|"))
