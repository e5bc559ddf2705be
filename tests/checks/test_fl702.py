"""FL702: the endings of ordinals in figures."""

import pytest

from factlint.checks.fl702_ordinal_suffix import ending_of
from tests.checks.found import finding, silent


@pytest.mark.parametrize(
    ("numbers", "ending"),
    [
        ((1, 21, 101, 1001), "st"),
        ((2, 22, 102), "nd"),
        ((3, 23, 103), "rd"),
        ((4, 10, 11, 12, 13, 20, 111, 112, 113), "th"),
    ],
)
def test_endings(numbers: tuple[int, ...], ending: str) -> None:
    """The teens end in th, whatever their last digit."""
    assert {ending_of(number) for number in numbers} == {ending}


@pytest.mark.parametrize("ordinal", ["22th", "13rd", "101th", "2rd", "1,002th"])
def test_wrong_endings(ordinal: str) -> None:
    """The right form is told."""
    found = finding(f"It was the {ordinal} match of the club.", "FL702")
    assert f"stated is {ordinal}" in (found.arithmetic or "")


@pytest.mark.parametrize("text", ["He weighed 12st 4lb.", "A scale of 1/32nd.", "The 11th, the 21st and the 112th."])
def test_other_endings(text: str) -> None:
    """Weights in stone, fractions, and right endings."""
    assert silent(text)
