"""An amount over a time, and the same as so much per time: 6 years in four decades, or 1.5 years per decade."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, is_plain, lower, neighbours, same_unit
from factlint.alignment.products import Product
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, How, Kind
from factlint.model.interval import Rational

_MONTHS: dict[str, Rational] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS: dict[str, Rational] = {"day": 1, "week": 7}
_ADVERBS = {
    "annually": "year", "yearly": "year", "annual": "year", "monthly": "month", "quarterly": "quarter", "daily": "day",
    "weekly": "week",
}  # fmt: skip
_EACH = frozenset({"per", "a", "an", "each", "every"})
_OVER = frozenset({"in", "over", "during", "within", "across", "for"})
_OTHERWISE = (["or"], [",", "or"], ["("], [",", "an", "average", "of"], [",", "or", "an", "average", "of"], [",", "which", "is"],
              [",", "that", "is"], ["—"], ["or", "about"], [",", "or", "about"], [",", "or", "roughly"], [","])  # fmt: skip
_REACH = 4
_NEAR = 4
_FAR = 8
_BACK = ("this", "that")


def paces(evidence: Evidence) -> Iterator[Product]:
    """Yield rates per time with the amount and the time that they are worked out from."""
    for at, reading in enumerate(evidence.readings):
        claims = evidence.in_sentence(reading)
        for number, rate in enumerate(claims):
            pace = _per_time(evidence, reading, number, rate)
            if pace is None or not is_plain(rate):
                continue
            found = _beside(evidence, reading, claims, number, pace) or _spoken_of(evidence, at, number, pace)
            if found is not None:
                yield found


def _per_time(evidence: Evidence, reading: Reading, number: int, claim: Claim) -> tuple[str, int] | None:
    """Return the time that a figure is for, as its unit and how many of it: every two years."""
    if claim.quantity is None or claim.kind not in (Kind.LEVEL, Kind.DURATION, Kind.CHANGE):
        return None
    if claim.quantity.unit.per in _MONTHS or claim.quantity.unit.per in _DAYS:
        return claim.quantity.unit.per, 1
    at = reading.frames[number].place + 1
    while at < len(reading.elements) and reading.elements[at].tag is Tag.NOUN:
        at += 1
    element = reading.elements[at] if at < len(reading.elements) else None
    if element is None or element.period is None or not element.period.recurring:
        return None
    return _time_of(evidence.document.text[element.start : element.end].lower().split(), evidence)


def _time_of(words: list[str], evidence: Evidence) -> tuple[str, int] | None:
    """Read "per decade", "a day", "every two years", "annually"."""
    if len(words) == 1:
        unit = _ADVERBS.get(words[0])
        return None if unit is None else (unit, 1)
    if words[0] not in _EACH or len(words) > 3:
        return None
    unit = words[-1].removesuffix("s") if words[-1] != "centuries" else "century"
    if unit not in _MONTHS and unit not in _DAYS:
        return None
    many = 1 if len(words) == 2 else evidence.forms.cardinals.get(words[1], 0)
    return (unit, many) if many else None


def _beside(
    evidence: Evidence, reading: Reading, claims: list[Claim], number: int, pace: tuple[str, int]
) -> Product | None:
    """Find "6 years in 40 years, or 1.5 years per decade", "three months every two years, or 1.25 every decade"."""
    if number == 0:
        return None
    amount = claims[number - 1]
    ahead = between(reading, number - 1, number)
    own = _per_time(evidence, reading, number - 1, amount)
    average = evidence.arithmetic.words["rates.average"]
    joint = [e.lower for e in ahead if e.period is None and (e.tag is not Tag.NOUN or e.lower in average)]
    if joint not in _OTHERWISE:
        return None
    if own is not None:
        factor = _ratio(own, pace)
        if joint == [","] or factor in (None, 1) or not _alike(amount, claims[number]):
            return None
        assert factor is not None
        return Product(claims[number], None, amount, factor=factor)
    if number < 2:
        return None
    for first, second in ((number - 2, number - 1), (number - 1, number - 2)):
        amount, time = claims[first], claims[second]
        if _is_over(reading, claims, first, second) and _alike(amount, claims[number]) and is_plain(amount):
            unit = _unit_of(time)
            factor = _ratio((unit, 1), pace)
            if factor is not None:
                return Product(claims[number], time, amount, factor=factor, is_exact=True)
    return None


def _is_over(reading: Reading, claims: list[Claim], amount: int, time: int) -> bool:
    """Say whether a time is what the amount took: "6 years in 40 years", "in 40 years ... 6 years"."""
    if claims[time].kind is not Kind.DURATION or claims[amount].kind not in (Kind.LEVEL, Kind.DURATION, Kind.CHANGE):
        return False
    place = reading.frames[time].place
    before = [e.lower for e in reading.elements[max(place - 2, 0) : place] if e.tag is not Tag.ADVERB]
    led = claims[time].text.lower().split()[0] in _OVER or (bool(before) and before[-1] in _OVER)
    joint = between(reading, min(amount, time), max(amount, time))
    if any(e.tag is Tag.SUBORDINATOR or e.tag is Tag.CONJUNCTION or e.lower == ";" for e in joint):
        return False
    return led and (time < amount or len(joint) <= _REACH)


def _unit_of(time: Claim) -> str:
    return "" if time.quantity is None else time.quantity.unit.name


def _alike(amount: Claim, rate: Claim) -> bool:
    """Say whether an amount and a rate count one thing: years, euros, or trees and a bare figure."""
    a, b = amount.quantity, rate.quantity
    assert a is not None and b is not None
    if a.unit.dimension != b.unit.dimension or a.is_range or b.is_range:
        return False
    if a.unit.dimension == "time" or a.unit.factor not in (None, 0):
        return True
    return a.unit.name == b.unit.name and not (amount.counted and rate.counted and amount.counted != rate.counted)


def _ratio(span: tuple[str, int], pace: tuple[str, int]) -> Rational | None:
    """Return how often one time holds the other; a day is no part of a month, whose working days nobody tells."""
    for times in (_MONTHS, _DAYS):
        if span[0] in times and pace[0] in times:
            if times is _DAYS and span[0] != pace[0]:
                return None  # seven days, or five
            return Fraction(times[span[0]] * span[1]) / (times[pace[0]] * pace[1])
    return None


def _spoken_of(evidence: Evidence, at: int, number: int, pace: tuple[str, int]) -> Product | None:
    """Find "an improvement of 11 years in two decades. By this measure it should rise by 5.5 years per decade"."""
    reading = evidence.readings[at]
    rate = evidence.in_sentence(reading)[number]
    words = lower(reading.elements[:3])
    if number or not set(words) & set(_BACK):
        return None
    for _, near in neighbours(evidence, at, 1, -1):
        claims = evidence.in_sentence(near)
        for first in range(len(claims) - 1):
            amount, time = claims[first], claims[first + 1]
            if _is_over(near, claims, first, first + 1) and _alike(amount, rate) and is_plain(amount):
                factor = _ratio((_unit_of(time), 1), pace)
                if factor is not None:
                    return Product(rate, time, amount, factor=factor, needs_slip=True, is_exact=True)
    return None


def averages_over_time(evidence: Evidence) -> Iterator[Product]:
    """Yield "an average monthly intake of 1.5 million" with the 13.4 million taken in from April to December near by."""
    average = evidence.arithmetic.words["rates.average"]
    for reading in evidence.readings:
        for number, rate in enumerate(evidence.in_sentence(reading)):
            ahead = between(reading, number - 1, number)[-_FAR:]
            times = [e for e in ahead if e.period is not None and e.period.recurring]
            if len(times) != 1 or not {e.lower for e in ahead} & average or not is_amount(rate):
                continue
            text = evidence.document.text[times[0].start : times[0].end].lower().split()
            pace = _time_of(text, evidence)
            found = _total_over(evidence, rate, pace[0]) if pace is not None and pace[0] in _MONTHS else None
            if found is not None:
                yield found


def _total_over(evidence: Evidence, rate: Claim, unit: str) -> Product | None:
    """Return the one total of the same measure, told of several whole months near by."""
    heads = rate.measure.words - {evidence.grammar.stem("average")}
    found: list[Product] = []
    for claim in evidence.measuring(rate, min(heads), _NEAR) if heads else ():
        months = _months(claim)
        if claim.index == rate.index or not heads <= claim.measure.words or not is_amount(claim) or not months:
            continue
        if claim.kind is not Kind.LEVEL or claim.period_how is not How.STATED or not same_unit(claim, rate):
            continue
        factor = Fraction(months) / _MONTHS[unit]
        if factor > 1 and evidence.grammar.stem("average") not in claim.measure.words:
            found.append(Product(rate, None, claim, factor=factor, needs_slip=True))
    return (
        found[0] if len({one.amount.quantity.middle for one in found if one.amount.quantity is not None}) == 1 else None
    )


def _months(claim: Claim) -> int:
    """Return how many whole months the period of a claim has; nothing where the calendar does not say."""
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return 0
    after = period.end + timedelta(days=1)
    return (
        (after.year - period.start.year) * 12 + after.month - period.start.month if after.day == period.start.day else 0
    )
