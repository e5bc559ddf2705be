"""FL312: which whole is out of line, and how far it must be."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, ties

LOANS = (
    "Mortgage loans stood at 4.2 billion euros. Consumer loans stood at 3.1 billion euros. Farm loans stood at {}.\n\n"
    "Mortgage loans, consumer loans and farm loans accounted for 21%, 15% and 12% of the market.\n"
)


def test_the_odd_level_is_primary() -> None:
    """The level that is out of line comes first, its share second."""
    found = finding(LOANS.format("2.5 trillion euros"), "FL312")
    assert found.severity is Severity.ERROR
    assert quotes(found)[:2] == ["2.5 trillion euros", "12%"]


def test_each_division_is_written_out() -> None:
    """Every level at its share, and the whole that it means."""
    assert finding(LOANS.format("2.5 trillion euros"), "FL312").arithmetic == (
        "EUR 4.2 billion at 21% means a whole of EUR 20 billion; "
        "EUR 3.1 billion at 15% means a whole of about EUR 20.667 billion; "
        "EUR 2.5 trillion at 12% means a whole of about EUR 20.833 trillion"
    )


@pytest.mark.parametrize(("level", "fires"), [("240 billion euros", False), ("260 billion euros", True)])
def test_a_hundred_times_is_the_limit(level: str, fires: bool) -> None:
    """260 billion at 12% means 2,167 billion: over a hundred times its larger sibling of 20.667 billion."""
    assert bool(findings(LOANS.format(level), "FL312")) is fires


def test_wholes_in_line_are_verified() -> None:
    """Levels and shares that imply like wholes are listed as compared."""
    assert len(ties(LOANS.format("2.5 billion euros"), "FL312")) == 1
