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


@given(periods(), periods(), periods())
def test_containing_is_transitive(a: Period, b: Period, c: Period) -> None:
    """What is inside of what is inside is inside."""
    if a.contains(b) and b.contains(c):
        assert a.contains(c)
