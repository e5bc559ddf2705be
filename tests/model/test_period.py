"""Periods on the calendar: which days they may share."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.period import Period
from factlint.model.span import Span

days = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period, some with an unknown end."""
    start, length = draw(days), timedelta(draw(st.integers(0, 800)))
    end: date | None = start + length
    known = draw(st.sampled_from(["both", "start", "end", "none"]))
    return Period(
        Span(0, 1),
        "",
        start if known in ("both", "start") else None,
        end if known in ("both", "end") else None,
    )


@given(periods(), periods())
def test_overlap_is_symmetric(a: Period, b: Period) -> None:
    """Whether two periods may share a day does not depend on which is asked."""
    assert a.overlaps(b) == b.overlaps(a)


@given(periods(), periods())
def test_containing_means_overlapping(a: Period, b: Period) -> None:
    """A period overlaps all that it contains."""
    if a.contains(b):
        assert a.overlaps(b)


@given(periods())
def test_a_resolved_period_contains_itself(a: Period) -> None:
    """A period with two known ends contains itself and has its own days; another contains nothing."""
    assert a.contains(a) is a.is_resolved
    assert a.same_days(a) is a.is_resolved


def test_a_period_says_nothing_that_its_words_do_not() -> None:
    """Where no words say otherwise, a period is no rate, names no year, and has no fault."""
    bare = Period(Span(0, 5), "March")
    assert not any((bare.recurring, bare.has_year, bare.is_impossible, bare.is_inverted, bare.is_resolved))
    assert (bare.start, bare.end, bare.count, bare.weekday) == (None, None, None, None)


def test_touching_at_one_day_is_overlapping() -> None:
    """The last day of one and the first of the other is a day of both; a day later there is none."""
    june = Period(Span(0, 1), "", date(2023, 6, 1), date(2023, 6, 30))
    until = Period(Span(0, 1), "", date(2023, 5, 1), date(2023, 6, 1))
    after = Period(Span(0, 1), "", date(2023, 7, 1), None)
    assert june.overlaps(until)
    assert not june.overlaps(after)
    assert june.contains(Period(Span(0, 1), "", date(2023, 6, 1), date(2023, 6, 30)))
    assert not june.contains(Period(Span(0, 1), "", date(2023, 6, 1), date(2023, 7, 1)))
    assert not june.contains(Period(Span(0, 1), "", date(2023, 5, 31), date(2023, 6, 30)))
    assert not june.same_days(Period(Span(0, 1), "", date(2023, 6, 1), date(2023, 6, 29)))
    assert not june.same_days(Period(Span(0, 1), "", date(2023, 6, 2), date(2023, 6, 30)))


@given(periods(), periods(), periods())
def test_containing_is_transitive(a: Period, b: Period, c: Period) -> None:
    """What is inside of what is inside is inside."""
    if a.contains(b) and b.contains(c):
        assert a.contains(c)
