"""FL203: points between two rates, on sentences whose truth is known by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent

rates = st.integers(11, 989)  # tenths of a percent
FORMS = (
    "The vacancy rate {verb} {points} percentage points to {current}% from {previous}%.",
    "The vacancy rate {verb} to {current}% from {previous}%, {noun} of {points} percentage points.",
    "The vacancy rate was {current}%, {word} {points} percentage points from {previous}% a year earlier.",
)


def sentence(form: str, current: int, previous: int, points: int) -> str:
    """Return a sentence that ties two rates and the points between them, all in tenths."""
    up = current > previous
    return form.format(
        verb="rose" if up else "fell",
        noun="an increase" if up else "a decrease",
        word="up" if up else "down",
        points=points / 10,
        current=current / 10,
        previous=previous / 10,
    )


@given(st.sampled_from(FORMS), rates, rates, st.sampled_from([-1, 0, 1]))
def test_points_that_follow_are_never_told(form: str, current: int, previous: int, rounding: int) -> None:
    """The difference may be a tenth off, for each rate is rounded."""
    points = abs(current - previous) + rounding
    if points > 0 and current != previous:
        assert silent(sentence(form, current, previous, points))


@given(st.sampled_from(FORMS), rates, rates, st.integers(3, 90))
def test_points_that_do_not_follow_are_told(form: str, current: int, previous: int, off: int) -> None:
    """Three tenths off is beyond all rounding."""
    if current == previous:
        return
    found = finding(sentence(form, current, previous, abs(current - previous) + off), "FL203")
    assert found.severity is Severity.ERROR
    assert f"{current / 10}%" in quotes(found)
    assert f"{previous / 10}%" in quotes(found)


def test_basis_points_are_hundredths() -> None:
    """The stated basis points are shown as points."""
    found = finding("The central bank raised its key rate by 50 basis points to 4.75% from 4.00%.", "FL203")
    assert found.arithmetic == (
        "4.75% - 4% is 0.74 to 0.76 percentage points, and stated is 0.495 to 0.505 percentage points"
    )
    assert roles(found) == ["difference", "rate", "rate before"]


@pytest.mark.parametrize("points", ["75 basis points", "0.75 percentage points"])
def test_points_and_basis_points_agree(points: str) -> None:
    """75 basis points are 0.75 percentage points."""
    assert silent(f"The central bank raised its key rate by {points} to 4.75% from 4.00%.")
