"""FL503: days and times that do not exist, over the whole calendar and clock."""

import calendar

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, silent

MONTHS = list(calendar.month_name)[1:]


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("form", ["{month} {day}, 2023", "{day} {month} 2023"])
def test_the_last_day_of_a_month_exists(month: str, form: str) -> None:
    """The last day is never told, the day after it is."""
    last = calendar.monthrange(2023, MONTHS.index(month) + 1)[1]
    assert silent(f"Applications close on {form.format(month=month, day=last)}.")
    words = form.format(month=month, day=last + 1)
    found = finding(f"Applications close on {words}.", "FL503")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [words]


@pytest.mark.parametrize(("year", "exists"), [(2024, True), (2000, True), (2023, False), (1900, False)])
def test_leap_years(year: int, exists: bool) -> None:
    """February 29 exists in leap years; a hundredth year is one only by four hundred."""
    assert (findings(f"The vote was held on February 29, {year}.", "FL503") == []) is exists


def test_february_29_without_a_year_may_exist() -> None:
    """Some year has it."""
    assert silent("The parish feast is on February 29.")


@pytest.mark.parametrize(("time", "exists"), [("7:59 p.m.", True), ("7:60 p.m.", False), ("12:00 a.m.", True)])
def test_clock_times(time: str, exists: bool) -> None:
    """An hour has 60 minutes, counted from nought."""
    assert (findings(f"Doors open at {time}") == []) is exists


def test_the_length_of_the_month_is_told() -> None:
    """The reason is written out."""
    assert finding("Applications close on April 31, 2023.", "FL503").arithmetic == "April has 30 days, stated is day 31"
