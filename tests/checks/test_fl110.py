"""FL110: percent and points of one change."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, silent

TEXT = (
    "In the first quarter of 2023, turnout in council elections rose by {} compared with the fourth quarter of 2022.\n\n"
    "Turnout in council elections was up {} compared with the fourth quarter of 2022 in the first quarter of 2023.\n"
)


@pytest.mark.parametrize(
    ("first", "second"), [("4.2 percentage points", "4.2 percent"), ("4.2%", "4.2 percentage points")]
)
def test_either_may_come_first(first: str, second: str) -> None:
    """The places stand in text order, and the arithmetic says which is of a rate."""
    found = finding(TEXT.format(first, second), "FL110")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [first, second]
    assert "of a rate is not" in (found.arithmetic or "")


def test_points_twice_agree() -> None:
    """The same change in points at both places."""
    assert silent(TEXT.format("4.2 percentage points", "4.2 percentage points"))
