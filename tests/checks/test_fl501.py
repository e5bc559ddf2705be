"""FL501: the calendar, on dates whose weekday is known by construction."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles, silent, ties

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


def test_the_event_is_told_with_its_date() -> None:
    """The weekday comes first, then the date of the header; both are told as they stand, a little less sure than a full date."""
    found = finding(EVENT.format("Friday"), "FL501")
    assert (quotes(found), roles(found)) == (["Friday", "April 20, 2023"], ["weekday", "date of the event"])
    assert found.arithmetic == "April 20, 2023 is a Thursday, stated is Friday"
    assert (found.severity, found.confidence) == (Severity.WARNING, 0.9)
    [tie] = ties(EVENT.format("Thursday"), "FL501")
    assert (quotes(tie), tie.arithmetic) == (["Thursday", "April 20, 2023"], "April 20, 2023 is a Thursday")


@pytest.mark.parametrize(
    "text",
    [
        EVENT.format("Wednesday").replace("The harbor board", "It was long. It was dull. The harbor board"),
        EVENT.format("Friday").replace(", 10:00 a.m.", ""),
        "The board met on Friday.\n",
        "The fair opens on Friday, April 20.\n",
        "The fair opened on a Friday in April 2023.\n",
        "The fair opened in April 2023 on Fridays.\n",
    ],
)
def test_what_has_no_full_date_is_left_alone(text: str) -> None:
    """Behind the lead, below a date that is not the event's, without a date or a year, a weekday may be any."""
    assert findings(text, "FL501") == []
    assert ties(text, "FL501") == []


def test_what_a_speaker_says_is_not_the_lead() -> None:
    """People speak of other days than theirs."""
    text = (
        EVENT.format("Thursday")
        + "\nMS. OKORO: We met on Friday.\n\nMR. LUND: We did.\n\nMS. OKORO: On Monday we meet.\n"
    )
    assert findings(text, "FL501") == []


def test_what_stands_before_a_date_does_not_hide_it() -> None:
    """Figures, months and other weekdays stand in the same paragraph; each date is judged."""
    text = (
        "The hall has 640 seats. The fair ran in May 2022, on a Monday. It opens on Friday, April 20, 2023, and "
        "ends on Monday, 1 May 2023. The next opens on Sunday, 2 June 2024, and ends on Sunday, 9 June 2023."
    )
    found = [quotes(one) for one in findings(text, "FL501")]
    assert found == [["Friday, April 20, 2023"], ["Sunday, 9 June 2023"]]
    assert len(ties(text, "FL501")) == 2


def test_two_sentences_are_the_lead() -> None:
    """The second may still tell of the event; the third tells of whatever it likes."""
    header = "Press briefing on harbor dues\n\nApril 20, 2023, 10:00 AM\n\nThe harbor board held a briefing. "
    assert quotes(finding(header + "It took place on Friday.\n", "FL501"))[0] == "Friday"
    assert findings(header + "It took an hour. It ended on Friday.\n", "FL501") == []


@pytest.mark.parametrize(
    "words", ["The next will be held on Monday.", "The board plans to vote on Monday.", "It would not vote on Monday."]
)
def test_a_day_to_come_is_not_that_of_the_event(words: str) -> None:
    """What will be, may be or was not happens on a day of its own."""
    text = f"Briefing on dues\n\nApril 20, 2023, 10:00 AM\n\nThe harbor board held a briefing. {words}\n"
    assert findings(text, "FL501") == []
