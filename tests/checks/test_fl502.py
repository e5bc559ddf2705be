"""FL502: a weekday and a day without a year."""

import pytest

from tests.checks.found import finding, silent

HEAD = "Date: May 10, 2024\n\n"


def test_no_year_fits() -> None:
    """The year of the text and both beside it are told with their weekdays."""
    found = finding(HEAD + "The concert is on Sunday, May 20.", "FL502")
    assert found.arithmetic == ("the day is in 2023 a Saturday, in 2024 a Monday, in 2025 a Tuesday; stated is Sunday")


@pytest.mark.parametrize(
    "text",
    [
        "The concert is on Friday, May 10.",
        "The concert was on Saturday, May 20.",
        "In 1986 the mine burned. On Sunday, May 20, it was closed.",
    ],
)
def test_a_year_fits(text: str) -> None:
    """This year, last year, or the year that the paragraph names."""
    assert silent(HEAD + text)


def test_two_days_in_one_breath() -> None:
    """Without a year, the days between two days still tell."""
    found = finding("The festival lasts from Thursday, July 11, until Sunday, July 15.", "FL502")
    assert "from a Thursday they lead to a Monday" in (found.arithmetic or "")
    assert silent("The festival lasts from Thursday, July 11, until Monday, July 15.")
