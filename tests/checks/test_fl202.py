"""FL202: differences of levels, on sentences whose truth is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent

levels = st.integers(1_001, 99_999).filter(lambda level: level % 10 != 0)
SENTENCE = "The fleet {verb} by {change:,} vessels to {current:,} vessels from {previous:,} vessels."


def sentence(current: int, previous: int, change: int) -> str:
    """Return a sentence that ties two levels and a change."""
    return SENTENCE.format(
        verb="grew" if current > previous else "shrank", change=change, current=current, previous=previous
    )


@given(levels, levels)
def test_a_difference_that_follows_is_never_told(current: int, previous: int) -> None:
    """The exact difference of exact counts is no finding."""
    if current != previous:
        assert silent(sentence(current, previous, abs(current - previous)))


@given(levels, levels, st.integers(1, 900))
def test_a_difference_that_does_not_follow_is_told(current: int, previous: int, off: int) -> None:
    """Counts are exact: a difference that is one off is told."""
    if current == previous:
        return
    change = abs(current - previous) + off
    found = finding(sentence(current, previous, change), "FL202")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [f"{change:,}", f"{current:,}", f"{previous:,}"]


def test_the_subtraction_is_written_out() -> None:
    """Level less level before, and what is stated."""
    found = finding("The fleet grew by 45 vessels to 312 vessels from 287 vessels.", "FL202")
    assert found.arithmetic == "312 - 287 is 25, and stated is 45"
    assert roles(found) == ["change", "level", "level before"]
