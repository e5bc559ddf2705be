"""The calendar's steps: months, weeks and years on, and where the calendar ends."""

from datetime import date

import pytest

from factlint.quantities.calendar import grain_of, make_date, months_of, nearest_year, shift_days, shift_months


@pytest.mark.parametrize(
    ("months", "day"),
    [
        (0, date(2024, 1, 31)),
        (1, date(2024, 2, 29)),
        (13, date(2025, 2, 28)),
        (-2, date(2023, 11, 30)),
        (12 * 7975 + 11, date(9999, 12, 31)),
        (12 * 7976, None),
        (-12 * 2024, None),
    ],
)
def test_months_on(months: int, day: date | None) -> None:
    """A day that a month has not is its last; beyond the calendar there is none."""
    assert shift_months(date(2024, 1, 31), months) == day


def test_days_on() -> None:
    """Days pass over the ends of months and end with the calendar."""
    assert shift_days(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert shift_days(date(9999, 12, 31), 1) is None
    assert shift_days(date(1, 1, 1), -1) is None


@pytest.mark.parametrize(
    ("grain", "step", "first", "last"),
    [
        ("day", 0, date(2023, 4, 20), date(2023, 4, 20)),
        ("day", -1, date(2023, 4, 19), date(2023, 4, 19)),
        ("week", 0, date(2023, 4, 17), date(2023, 4, 23)),
        ("week", 1, date(2023, 4, 24), date(2023, 4, 30)),
        ("weekend", 0, date(2023, 4, 22), date(2023, 4, 23)),
        ("weekend", 1, date(2023, 4, 29), date(2023, 4, 30)),
        ("fortnight", -1, date(2023, 4, 6), date(2023, 4, 19)),
        ("month", 1, date(2023, 5, 1), date(2023, 5, 31)),
        ("quarter", -2, date(2022, 10, 1), date(2022, 12, 31)),
        ("half", 0, date(2023, 1, 1), date(2023, 6, 30)),
        ("year", -1, date(2022, 1, 1), date(2022, 12, 31)),
        ("decade", 0, date(2020, 1, 1), date(2029, 12, 31)),
        ("decade", -1, date(2010, 1, 1), date(2019, 12, 31)),
    ],
)
def test_what_holds_a_day(grain: str, step: int, first: date, last: date) -> None:
    """The week from Monday, the weekend's two days, the quarter, the decade: each as a calendar prints it."""
    assert grain_of(date(2023, 4, 20), grain, step) == (first, last)


def test_beyond_the_calendar_nothing_holds_a_day() -> None:
    """Neither a week after the last day, nor a grain that no one knows, nor a decade before the first."""
    assert grain_of(date(9999, 12, 31), "day", 1) is None
    assert grain_of(date(9999, 12, 31), "weekend", 1) is None
    assert grain_of(date(9999, 12, 31), "week") is None
    assert grain_of(date(2023, 4, 20), "season") is None
    assert grain_of(date(5, 1, 1), "decade", -1) is None
    assert months_of(2023, 13, 1) is months_of(2023, 1, 0) is months_of(9999, 12, 2) is None
    assert months_of(2023, 11, 4) == (date(2023, 11, 1), date(2024, 2, 29))
    assert make_date(2023, 2, 29) is make_date(2023, 13, 1) is make_date(0, 1, 1) is None


@pytest.mark.parametrize(
    ("month", "day", "year"), [(12, None, 2023), (1, 31, 2024), (6, 1, 2024), (11, 30, 2023), (2, 29, 2024)]
)
def test_a_month_without_a_year_lies_nearest(month: int, day: int | None, year: int) -> None:
    """In February, December is the last one and June the next; what is past counts as nearer."""
    assert nearest_year(date(2024, 2, 10), month, day) == year
