"""FL211: contributions against the growth of the part, on sentences whose truth is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent, ties

SENTENCE = (
    "The loan book kept growing, with mortgage lending increasing by {growth}% year on year, "
    "driving the growth of the loan book by {added} percentage points."
)


@given(st.integers(11, 400), st.integers(11, 400))
def test_no_part_adds_more_points_than_it_grew_by(growth: int, added: int) -> None:
    """A part of at most all of the whole adds at most its own growth; a tenth may be rounding."""
    text = SENTENCE.format(growth=growth / 10, added=added / 10)
    if added <= growth + 1:
        assert silent(text)
        return
    found = finding(text, "FL211")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [f"{added / 10} percentage points", f"{growth / 10}%"]


def test_the_bound_is_explained() -> None:
    """The arithmetic says why a part cannot add more."""
    found = finding(SENTENCE.format(growth=4.5, added=14.8), "FL211")
    assert found.arithmetic == (
        "a part that grew by 4.45% to 4.55% adds at most as many points to its whole, "
        "and stated are 14.75 to 14.85 percentage points"
    )
    assert roles(found) == ["contribution", "growth of the part"]


def test_what_is_within_reach_is_verified() -> None:
    """A contribution that fits is listed beside the growth that allows it."""
    assert [quotes(tie)[:2] for tie in ties(SENTENCE.format(growth=24.5, added=4.8), "FL211")] == [
        ["4.8 percentage points", "24.5%"]
    ]
