"""FL831: a figure is tens or hundreds of times what the archive tells of the years around it."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.archived import ArchiveEvidence, Series, lengths_apart
from factlint.alignment.packing import Told
from factlint.alignment.slips import base_value
from factlint.checks.check import check
from factlint.checks.judging import about, shown
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval, Rational
from factlint.model.verdict import Verdict

_LEAST = 3  # periods that tell what is usual
_STEADY = 3  # the highest over the lowest of them, at most
_JUMP = 8
_POWERS = (100, 1000, 10_000, 1_000_000, 100_000_000)  # wan read as million; a thousand; wan and yi dropped
_SPREAD = Fraction(3, 2)
_SHOWN = 3
_NEAREST, _FARTHEST = 2, 10  # lengths of a period: the nearest other value there must be, and the farthest that counts
SLIP, JUMP = 0.85, 0.6


@check("FL831")
def series_jumps_by_factor(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each figure with the values of its measure for other times, where these are steady."""
    if not isinstance(evidence, ArchiveEvidence):
        return
    for series in evidence.series:
        steady = _steady(series)
        quantity = series.claim.quantity
        assert quantity is not None
        value = base_value(quantity)
        if not steady or value is None or value <= 0:
            continue
        values = [_value(told) for told in steady]
        low, high = min(values), max(values)
        if low < value * _JUMP and value < high * _JUMP:
            continue
        rises = value > high
        factor = Fraction(value) / high if rises else low / Fraction(value)
        power = next((p for p in _POWERS if rises and low / _SPREAD <= Fraction(value) / p <= high * _SPREAD), 0)
        nearest = sorted(steady, key=lambda told: lengths_apart(series.claim, told.claim))[:_SHOWN]
        places = [evidence.place(series.claim, "told here")]
        places += [evidence.place(told.claim, f"for {_period(told)}") for told in nearest]
        told_before = shown(Interval(low, high), series.claim)
        own = shown(Interval.point(value), series.claim)
        side = "above the highest" if rises else "below the lowest"
        yield card.conflict(
            places,
            f"{about(series.claim).capitalize() or 'A figure'}: {_times(factor)} times {side} of {len(steady)} other periods",
            f"{told_before} in {len(steady)} other periods, and {own} here",
            confidence=SLIP if power else JUMP,
            severity=card.severity if power else Severity.INFO,
            notes=[f"a slip? divided by {power:,} it lies among them"] if power else [],
        )


def _steady(series: Series) -> list[Told]:
    """Return one value for each period around the figure's, nothing where they are few or vary by themselves."""
    by_time: dict[object, list[Told]] = defaultdict(list)
    around = [told for told in series.others if lengths_apart(series.claim, told.claim) <= _FARTHEST]
    if not any(lengths_apart(series.claim, told.claim) <= _NEAREST for told in around):
        return []
    for told in around:
        if _value(told) <= 0:
            return []
        assert told.claim.period is not None
        by_time[told.claim.period.start, told.claim.period.end].append(told)
    if len(by_time) < _LEAST:
        return []
    values = [_value(told) for told in around]
    if max(values) > min(values) * _STEADY:
        return []
    return [group[0] for group in by_time.values()]


def _value(told: Told) -> Fraction:
    quantity = told.claim.quantity
    assert quantity is not None
    return Fraction(base_value(quantity) or 0)


def _period(told: Told) -> str:
    """Return the time of a value for people: a year, or its days."""
    period = told.claim.period
    assert period is not None and period.start is not None and period.end is not None
    if (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31):
        return str(period.end.year)
    if period.start == period.end:
        return period.end.isoformat()
    return f"{period.start.isoformat()} to {period.end.isoformat()}"


def _times(factor: Rational) -> str:
    return f"{round(factor):,}"
