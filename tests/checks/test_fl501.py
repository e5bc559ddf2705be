"""FL501: the calendar, on dates whose weekday is known by construction."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, silent, ties

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMS = (
    "{weekday}, {month} {day}, {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} {day} {month} {year}",
)


@given(st.sampled_from(FORMS), st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 6))
def test_the_calendar_decides(form: str, day: date, off: int) -> None:
    """The right weekday is never told; each of the six others is."""
    weekday = WEEKDAYS[(day.weekday() + off) % 7]
    words = form.format(weekday=weekday, month=f"{day:%B}", day=day.day, year=day.year)
    text = f"The fair opens on {words}."
    if off == 0:
        assert silent(text)
        return
    found = finding(text, "FL501")
    assert found.severity is Severity.WARNING
    assert quotes(found) == [words]


def test_the_right_weekday_is_named() -> None:
    """The editor reads what day it is."""
    found = finding("The fair opens on Friday, April 20, 2023.", "FL501")
    assert found.arithmetic == "April 20, 2023 is a Thursday, stated is Friday"
    assert found.confidence >= 0.95


EVENT = "Press briefing on harbor dues\n\nApril 20, 2023, 10:00 a.m.\n\nThe harbor board held a press briefing on {}.\n"


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_a_weekday_of_the_lead_is_that_of_the_event(weekday: str) -> None:
    """A header with a clock time dates the event, and the lead tells of it."""
    text = EVENT.format(weekday)
    if weekday == "Thursday":
        assert silent(text)
    else:
        assert set(quotes(finding(text, "FL501"))) >= {weekday}


def test_a_date_that_fits_is_verified() -> None:
    """What the calendar confirms is listed."""
    assert len(ties("The fair opens on Thursday, April 20, 2023.", "FL501")) == 1
