"""FL601: announced against counted off, on lists whose length is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, silent, ties

NUMBERS = ("two", "three", "four", "five", "six")
ITEMS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
POINTS = (
    "the ice came early",
    "the crane broke",
    "two crews were ill",
    "fuel was late",
    "the quay was full",
    "it rained",
)


def listing(announced: int, count: int, noun: str = "reasons for the delay") -> str:
    """Return a list that announces so many items and holds so many."""
    items = " ".join(f"{ITEMS[at]}, {POINTS[at]}." for at in range(count))
    return f"We see {NUMBERS[announced - 2]} {noun}. {items}"


@given(st.integers(2, 6), st.integers(2, 6), st.sampled_from(["reasons for the delay", "challenges", "key factors"]))
def test_the_count_must_fit(announced: int, count: int, noun: str) -> None:
    """As many items as announced are never told; more or fewer are, each item being named."""
    text = listing(announced, count, noun)
    if announced == count:
        assert silent(text)
        return
    found = finding(text, "FL601")
    assert found.severity is Severity.WARNING
    assert quotes(found) == [NUMBERS[announced - 2], *ITEMS[:count]]


def test_too_few_is_less_sure_than_too_many() -> None:
    """A list that falls short may go on unnoticed; one too many cannot be unsaid."""
    assert finding(listing(4, 3), "FL601").confidence < finding(listing(2, 3), "FL601").confidence


def test_both_counts_are_written_out() -> None:
    """Announced, the items, and their number."""
    assert finding(listing(4, 3), "FL601").arithmetic == "announced are 4; the items are First, Second, Third: 3"


def test_a_list_that_fits_is_verified() -> None:
    """The number and the last item are listed."""
    assert [quotes(tie) for tie in ties(listing(3, 3), "FL601")] == [["three", "Third"]]
