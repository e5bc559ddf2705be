"""FL505: durations against end points, on plans whose length is known by construction."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles, silent, ties

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FORMS = (
    "The {years}-year action plan ({first}-{last}) was extended.",
    "The {years}-year plan, {first}-{last}, was extended.",
)


@given(st.sampled_from(FORMS), st.integers(2, 10), st.integers(1990, 2030), st.integers(1, 9))
def test_either_count_passes(form: str, years: int, first: int, span: int) -> None:
    """Counting both ends or not, the plan fits; any other length is told."""
    text = form.format(years=NUMBERS[years - 2], first=first, last=first + span)
    if years in (span, span + 1):
        assert silent(text)
        return
    found = finding(text, "FL505")
    assert found.severity is Severity.WARNING
    assert quotes(found) == [f"{NUMBERS[years - 2]}-year", f"{first}-{first + span}"]


def test_both_counts_are_written_out() -> None:
    """The arithmetic gives both ways of counting."""
    found = finding("The five-year action plan (2021-2023) ends this year.", "FL505")
    assert found.arithmetic == "2021 to 2023 is 3 years counting both ends, 2 otherwise; stated are 5"
    assert roles(found) == ["duration", "end points"]


def test_a_plan_that_fits_is_verified() -> None:
    """What was counted and fits is listed."""
    assert len(ties("The three-year action plan (2021-2023) ends this year.", "FL505")) == 1


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(2, 60), st.integers(0, 6))
def test_days_are_counted_either_way(first: date, days: int, off: int) -> None:
    """A fair of so many days fits its two dates, counting both ends or not; otherwise both places are named."""
    last = first + timedelta(days - 1 + off)
    if (first.month, first.year) == (last.month, last.year):
        ends = f"{first.day} to {last.day} {last:%B %Y}"
    else:
        ends = f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
    text = (
        f"The {days}-day fair, {ends}, is free."
        if ends.startswith("from")
        else f"The {days}-day fair ({ends}) is free."
    )
    workdays = sum((first + timedelta(step)).weekday() < 5 for step in range(days + off))
    if off in (0, 1) or days == workdays:
        assert silent(text)
    else:
        assert quotes(finding(text, "FL505")) == [f"{days}-day", ends]


@given(st.integers(0, 1439), st.integers(1, 1439), st.integers(0, 40))
def test_clock_times(start: int, length: int, off: int) -> None:
    """From one time to the other lie so many minutes, over midnight too."""
    end = (start + length) % 1440
    times = f"{start // 60:02}:{start % 60:02}", f"{end // 60:02}:{end % 60:02}"
    text = f"The crossing from {times[0]} to {times[1]} ({length + off} minutes) was rough."
    if off == 0:
        assert silent(text)
    elif found := findings(text, "FL505"):
        assert quotes(found[0]) == [f"{length + off} minutes", *times]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The train leaves Sel at 07:15 and reaches Orm at 10:05, after two hours and 50 minutes.", True),
        ("The train leaves Sel at 07:15 and reaches Orm at 10:05, after two hours and 20 minutes.", False),
        ("We worked from 9 a.m. to 5:30 p.m., or eight and a half hours.", True),
        ("The talk lasted 90 minutes, from 18:30 to 20:30.", False),
        ("The session ran from 11:00 to 1:30 (two and a half hours).", True),
        ("You have 30 days to object, from 1 May 2025 to 15 June 2025.", False),
        ("The six-week show, from 1 May to 15 June 2025, is free.", True),
    ],
)
def test_durations_beside_their_ends(text: str, fits: bool) -> None:
    """A duration is held against the ends that stand with it, and rounded as its unit is."""
    assert len(ties(text, "FL505")) == fits
    assert silent(text) is fits


@pytest.mark.parametrize(
    "text",
    [
        "Doors open at 7:30 and the show starts at 8:00, after a 20-minute talk.",
        "It rained on 12 days, from 1 May 2025 to 15 June 2025.",
        "The flight leaves at 10:15 and lands at 11:30, after three hours.",
        "The library was open on ten days between 1 May and 30 June 2025.",
    ],
)
def test_what_is_no_duration_between_the_ends_is_left_alone(text: str) -> None:
    """Other things that last, days that lie anywhere between, and clocks of two zones."""
    assert silent(text)
    assert ties(text, "FL505") == []
