"""An amount, the time that it took, and the pace that is made of both: 6 years in 40 years, or 1.5 years per decade."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower, mended_by_one_slip, value_of
from factlint.alignment.slips import in_base
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval
from factlint.model.period import Grain
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass
from factlint.model.span import Span

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "half-year": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_DAYS = {
    "day": (1, 1), "week": (5, 7), "month": (20, 31), "quarter": (60, 92), "half": (120, 184), "year": (240, 366),
    "decade": (3650, 3660),
}  # fmt: skip
"""Days of longer times, those of work among them."""
_UNITS = frozenset({*_MONTHS, *_SECONDS, *_DAYS})
_GRAINS = {Grain.MONTH: "month", Grain.QUARTER: "quarter", Grain.HALF: "half", Grain.YEAR: "year"}
_OVER = frozenset({"in", "over", "within", "during", "for", "across", "throughout", "every"})
_ASIDE = ("from", "than", "per")
_EACH = frozenset({"every", "each", "per"})


@dataclass(slots=True)
class Pace:
    """What came about, in what time, and how much that is in one unit of time."""

    amount: Claim
    pace: Claim
    times: Interval  # how many of the pace's units of time the time holds
    time: Span
    time_claim: int | None
    unit: str  # of time, of the pace
    is_sure: bool = True  # else only one slip that explains the gap makes a conflict

    def implied(self) -> Interval | None:
        """Return the amount in one unit of time, in base units."""
        return value_of(self.amount).over(self.times)

    def is_slip(self) -> bool:
        """Say whether one slip of a digit or of scale explains why the pace does not follow."""
        implied, stated = self.implied(), value_of(self.pace, rounded=False)
        if implied is None:
            return False
        return bool(mended_by_one_slip(self.pace, implied) or mended_by_one_slip(self.amount, stated * self.times))


def paces(evidence: Evidence) -> Iterator[Pace]:
    """Yield each pace with the amount and the time told before it, in its sentence or in the one before."""
    for at, reading in enumerate(evidence.readings):
        claims = evidence.in_sentence(reading)
        for number, claim in enumerate(claims):
            unit = _unit_of_pace(evidence, reading, number)
            if unit is None or not is_plain(claim):
                continue
            found = None
            if number and _is_summed_up(evidence, reading, number):
                found = _told_before(evidence, reading, claim, number, unit)
            elif not number and at and _resumes(reading, evidence.readings[at - 1]):
                before = evidence.readings[at - 1]
                found = _told_before(evidence, before, claim, len(before.claims), unit)
            if found is not None:
                found.is_sure = number > 0
                yield found


def _resumes(reading: Reading, before: Reading) -> bool:
    """Say whether a sentence goes on about the one before: "By this standard, ...", "That is ..."."""
    first, second = before.parse.sentence, reading.parse.sentence
    opening = lower(reading.elements[: min(4, reading.frames[0].place)])
    return (
        second.index - first.index == 1
        and first.paragraph == second.paragraph
        and bool({"this", "that"} & set(opening))
    )


def _unit_of_pace(evidence: Evidence, reading: Reading, number: int) -> tuple[str, Fraction] | None:
    """Return the time that a pace is for, and how many of it: a day, per decade, every two years."""
    quantity = reading.parse.quantities[number]
    if quantity.unit.per in _UNITS:
        return quantity.unit.per, Fraction(1)
    return _recurring(evidence, between(reading, number, number + 1)[:4])


def _recurring(evidence: Evidence, following: Sequence[Element]) -> tuple[str, Fraction] | None:
    for element in following:
        if element.tag is Tag.MARK:
            return None
        if element.period is not None:
            words = element.period.text.lower().split()
            unit = words[-1].removesuffix("s")
            if not element.period.recurring or unit not in _UNITS:
                return None
            if len(words) > 2 and words[0] not in _EACH:
                return None  # 65 billion over a three year span
            count = (
                evidence.forms.cardinals.get(words[1], int(words[1]) if words[1].isdecimal() else 1)
                if len(words) > 2
                else 1
            )
            return unit, Fraction(count)
    return None


def _is_summed_up(evidence: Evidence, reading: Reading, number: int) -> bool:
    """Say whether the pace is told as another word for what stands before it: ", or", "that is", "an average of"."""
    joint = lower(between(reading, number - 1, number))
    average = evidence.arithmetic.words["rates.average"]
    if joint[-1:] in (["or"], ["("], [","]) or joint[-2:] in (["that", "is"], ["which", "is"], ["i.e.", ","]):
        return True
    tail = joint[max(len(joint) - 4, 0) :]
    return "," in joint and any(word in average or word in {"equals", "equivalent"} for word in tail)


def _told_before(
    evidence: Evidence, reading: Reading, pace: Claim, number: int, unit: tuple[str, Fraction]
) -> Pace | None:
    claims = evidence.in_sentence(reading)
    times: list[tuple[int, str, Interval, Span, int | None]] = []
    amounts: list[int] = []
    for at in range(number):
        claim = claims[at]
        quantity = claim.quantity
        if quantity is None or not is_plain(claim):
            return None
        if not _may_take_part(claim):
            continue
        own = _recurring(evidence, between(reading, at, at + 1)[:2])
        if own is not None and _is_of_kind(claim, pace):
            amounts.append(at)  # three months every two years
            span = next(e.period.span for e in between(reading, at, at + 1) if e.period is not None)
            times.append((at, own[0], Interval.point(own[1]), span, None))
        elif claim.kind is Kind.DURATION and _takes_time(reading, at, quantity):
            name = quantity.unit.name.removesuffix("s")
            half, value = quantity.half_quantum(), quantity.middle
            length = (
                Interval(value, value).widened(half) if quantity.bound_word == "over" else quantity.admitted().closed()
            )
            times.append((at, name, length, claim.span, claim.index))
        elif _is_of_kind(claim, pace) and claim.role not in _ASIDE:
            amounts.append(at)
    if not times and amounts:
        times = _named_time(evidence, reading, amounts[-1], number)
    if len(amounts) != 1 or len(times) != 1:
        return None
    _, name, count, span, index = times[0]
    held = _held(name, count, unit)
    if held is None:
        return None
    return Pace(claims[amounts[0]], pace, held, span, index, unit[0])


def _may_take_part(claim: Claim) -> bool:
    return claim.kind is not Kind.AGE and claim.kind is not Kind.ORDINAL


def _takes_time(reading: Reading, number: int, quantity: Quantity) -> bool:
    """Say whether a length of time is what something took: in 12 days, over three hours."""
    if quantity.unit.per or quantity.is_range:
        return False
    return _lead(reading, number) in _OVER or quantity.bound_word == "over"


def _lead(reading: Reading, number: int) -> str:
    """Return the preposition before a length of time: in just two decades."""
    words = lower(between(reading, number - 1, number))[-3:]
    return next((word for word in reversed(words) if word in _OVER), "")


def _named_time(
    evidence: Evidence, reading: Reading, amount: int, number: int
) -> list[tuple[int, str, Interval, Span, int | None]]:
    """Return the time named as a period behind the amount: 9,600 patients over the year, in 2022."""
    found = []
    for element in between(reading, amount, number):
        period = element.period
        if period is None or period.recurring or period.grain not in _GRAINS or (period.count or 1) != 1:
            continue
        claim = next((c.index for c in evidence.claims if c.kind is Kind.DATE and c.span == period.span), None)
        found.append((amount, _GRAINS[period.grain], Interval.point(1), period.span, claim))
    return found


def _is_of_kind(claim: Claim, pace: Claim) -> bool:
    """Say whether a figure is measured as the pace is, but for the time."""
    a, b = claim.quantity, pace.quantity
    assert a is not None and b is not None
    if a.unit.per or a.per_item or a.unit.is_percent or a.unit.is_point:
        return False
    if a.unit.is_count:
        return b.unit.is_count
    return a.unit.dimension == b.unit.dimension and (a.unit.name == b.unit.name or not a.unit.is_money)


def _held(name: str, count: Interval, unit: tuple[str, Fraction]) -> Interval | None:
    """Return how many units of time a time holds: two decades 20 years, a year 365 to 366 days."""
    target, each = unit
    if name == target:
        return count.scaled(1 / each)
    for table in (_MONTHS, _SECONDS):
        if name in table and target in table:
            return count.scaled(Fraction(table[name], table[target]) / each)
    if name in _DAYS and target in _DAYS:
        (low, high), (small, large) = _DAYS[name], _DAYS[target]
        factor = Interval(Fraction(low, large), Fraction(high, small))
        return (count * factor).scaled(1 / each)
    return None


def stated_pace(pace: Pace) -> Interval:
    """Return the pace as told, in base units, the rounding of a rounded figure allowed for."""
    quantity = pace.pace.quantity
    assert quantity is not None
    return in_base(quantity.admitted(round_reading=True).closed(), quantity)
