"""FL311: shares above all, falls by more than all."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, silent


@pytest.mark.parametrize("verb", ["accounted for", "made up", "represented"])
def test_a_share_above_all(verb: str) -> None:
    """Whichever verb tells the share."""
    found = finding(f"Imports {verb} 134% of the market.", "FL311")
    assert found.severity is Severity.ERROR
    assert 0.75 <= found.confidence < 0.95
    assert found.arithmetic == "133.5% to 134.5% is more than 100%"


def test_a_fall_by_more_than_all() -> None:
    """The measure is named, and why it cannot be."""
    found = finding("Passenger numbers fell 112% in the quarter.", "FL311")
    assert found.message == "A fall of more than all there was: Passenger numbers"
    assert found.arithmetic == "100% less than a positive value is nothing; 111.5% to 112.5% less is below it"


@pytest.mark.parametrize("figure", ["100%", "100.0%", "99.6%", "about 100%", "over 90%"])
def test_all_is_no_more_than_all(figure: str) -> None:
    """The whole itself, and what may be the whole by rounding, passes."""
    assert silent(f"Imports accounted for {figure} of the market.")


@pytest.mark.parametrize("measure", ["Net profit", "Operating income", "Cash flow", "The trade balance", "Earnings"])
def test_what_may_turn_negative_may_fall_by_more(measure: str) -> None:
    """A profit can fall by more than all there was."""
    assert silent(f"{measure} fell 112% in the quarter.")
