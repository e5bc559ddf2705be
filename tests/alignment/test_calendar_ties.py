"""Dates tied to a weekday, to the text's own day, or to this year."""

from datetime import date

import pytest

from factlint.alignment.calendar_ties import Day, named_years, told_days, weekday_days, window
from factlint.model.span import Span
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair opens on Friday, April 21.", (4, 21, 4)),
        ("The fair opens on Friday 21 April.", (4, 21, 4)),
        ("The fair opens on Monday the 3rd of June.", (6, 3, 0)),
        ("The fair opens on Friday, April 21, 2023.", None),
        ("The fair opens next Friday, April 21.", None),
        ("On Monday, May 20 million was raised.", None),
        ("On Monday march 12 men went home.", None),
    ],
)
def test_weekday_and_day(text: str, found: tuple[int, int, int] | None) -> None:
    """A weekday beside a day and month; a year, or a word that counts from today, makes another tie."""
    days = [(day.month, day.day, day.weekday) for day in weekday_days(evidence(text))]
    assert days == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The vote is next Tuesday, June 4.", "next"),
        ("The vote is tomorrow (June 4).", "tomorrow"),
        ("“The vote is tomorrow, June 4,” she said.", ""),
        ("Tomorrow 4 June bugs hatch.", ""),
    ],
)
def test_told_days(text: str, word: str) -> None:
    """A day told from the text's own day; a quotation has a now of its own."""
    assert [day.word for day in told_days(evidence(text))] == ([word] if word else [])


def test_window() -> None:
    """Next Tuesday lies within the two weeks to come."""
    day = Day(Span(0, 1), 6, 4, 1, "next")
    assert window(day, date(2024, 5, 30)) == (date(2024, 5, 31), date(2024, 6, 13))


@pytest.mark.parametrize(
    ("text", "year", "steps"),
    [
        ("Sales last year (2019) fell.", 2019, -1),
        ("Sales fell in 2019, last year.", 2019, -1),
        ("The ward opens next year, 2025, in May.", 2025, 1),
        ("The line closed in 2014, five years ago.", 2014, -5),
    ],
)
def test_named_years(text: str, year: int, steps: int) -> None:
    """A year in brackets or in apposition to the words that count from this year."""
    assert [(told.year, told.steps) for told in named_years(evidence(text))] == [(year, steps)]


def test_fiscal_years_have_their_own_names() -> None:
    """The fiscal year 2022 may have ended in any year."""
    assert list(named_years(evidence("In the last fiscal year, that is last year (2021), sales fell."))) == []
