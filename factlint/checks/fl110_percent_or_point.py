"""FL110: one change is told in percent and in percentage points."""

from collections.abc import Iterator

from factlint.alignment import Evidence, Pair
from factlint.alignment.figures import numbers_for_tie
from factlint.alignment.gaps import gaps
from factlint.alignment.movements import movements
from factlint.alignment.pointing import changes_compared
from factlint.checks.check import check
from factlint.checks.fl201_growth_and_levels import growth_between, signed
from factlint.checks.fl203_point_arithmetic import directed
from factlint.checks.judging import SURE, about, confidence_of, same_digits_confidence
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, How, Kind
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.9
LIKELY_AMOUNT = 0.85
_LEAST_AMOUNT = 1000
_GROWTH = frozenset({"growth", "rate", "index", "margin", "share", "yield"})
_BEHIND = 30  # characters behind a figure that may compare it
_BESIDE = frozenset({"above", "below", "ahead", "behind", "short"})
_NO_AMOUNTS = frozenset({"count", "percent", "percentage_point", "time"})
_CHANGES = (Kind.CHANGE, Kind.DIFFERENCE)


@check("FL110")
def percent_or_point(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare equal digits of one change, in percent at one place and in points at another."""
    for pair in evidence.same_digits:
        percent, point = pair.first, pair.second
        if point.quantity is not None and point.quantity.unit.is_percent:
            percent, point = point, percent
        if not _is_percent(percent) or not _is_point(point):
            continue
        found = _alike(evidence, percent, point)
        if found < SURE:
            continue
        yield card.conflict(
            [evidence.place(pair.first, "stated"), evidence.place(pair.second, "restated")],
            f"{about(pair.first) or 'One change'} is told in percent and in percentage points",
            f"{evidence.quote(pair.first.span)} of a rate is not {evidence.quote(pair.second.span)}",
            confidence=found,
        )
    yield from _judge_movements(evidence, card)
    yield from _judge_compared(evidence, card)
    yield from _judge_amounts(evidence, card)
    yield from _judge_gaps(evidence, card)


def _judge_gaps(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge "0.4 percent higher" where two rates lie 0.4 points apart and one is no such percentage of the other."""
    for gap in gaps(evidence):
        stated, first, second = gap.stated.quantity, gap.first.quantity, gap.second.quantity
        if stated is None or first is None or second is None or not stated.unit.is_percent:
            continue
        difference, size = directed(gap.first) - directed(gap.second), stated.admitted().closed()
        if not (difference.meets(size) or difference.meets(-size)):
            continue
        growth = growth_between(first, second)
        if growth is not None and (growth.meets(size) or growth.meets(-size)):
            continue
        yield card.conflict(
            [
                evidence.place(gap.stated, "in percent"),
                evidence.place(gap.first, "rate"),
                evidence.place(gap.second, "other rate"),
            ],
            "The difference is told in percent and is one in percentage points",
            f"{interval(directed(gap.first), 'percent')} - {interval(directed(gap.second), 'percent')} is "
            f"{interval(difference, 'percentage_point')}",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )


def _judge_compared(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge "rose by 0.2 percentage points, compared with a fall of 0.2%": one change cannot be in points, the other not."""
    for first, second in changes_compared(evidence):
        if _is_point(first) is _is_point(second) or not all(_is_point(c) or _is_rate(c) for c in (first, second)):
            continue
        yield card.conflict(
            [evidence.place(first, "stated"), evidence.place(second, "compared")],
            "A change in percent is compared with one in percentage points",
            f"{evidence.quote(first.span)} and {evidence.quote(second.span)} are changes of one measure, in two units",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )


def _judge_amounts(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge points by which a measure moves that the text tells as an amount elsewhere, and never as a rate."""
    amounts: dict[str, list[Claim]] = {}
    rates: set[str] = set()
    for claim, quantity in evidence.quantities():
        if quantity.unit.is_percent and claim.kind in (Kind.RATE, Kind.SHARE, Kind.LEVEL):
            rates |= claim.measure.words
        elif claim.kind is Kind.LEVEL and claim.measure.head and quantity.unit.is_money and claim.role != "per":
            amounts.setdefault(claim.measure.head, []).append(claim)
    for point, _ in evidence.quantities():
        if not _is_point(point) or point.direction is None or point.kind is not Kind.CHANGE or point.verb:
            continue
        head = point.measure.head
        if (
            head in rates
            or _GROWTH & set(point.measure.text.lower().split())
            or point.whole.words
            or not _is_told(evidence, point)
        ):
            continue
        alike = [
            claim
            for claim in amounts.get(head, [])
            if claim.sentence != point.sentence
            and (claim.measure.words <= point.measure.words or point.measure.words <= claim.measure.words)
        ]
        if not alike:
            continue
        amount = min(alike, key=lambda claim: (abs(claim.sentence - point.sentence), claim.index))
        yield card.conflict(
            [evidence.place(point, "in points"), evidence.place(amount, "an amount")],
            f"{about(point)} cannot change in percentage points",
            f"{evidence.quote(amount.span)} is an amount and no rate; percentage points are the difference of two rates",
            confidence=LIKELY_AMOUNT,
            severity=Severity.WARNING,
        )


def _is_told(evidence: Evidence, point: Claim) -> bool:
    """Say whether points are told of a measure that is named, and of its move: not "it rose", not "points faster than"."""
    behind = evidence.document.text[point.span.end : point.span.end + _BEHIND].split()
    is_compared = "than" in behind or bool(behind and behind[0].lower() in _BESIDE)
    return point.measure.how is How.STATED and "percentage" in point.text.lower() and not is_compared


def _judge_movements(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge changes beside the level they end at: an amount rises in percent, and a rate by points where it says so."""
    for movement in movements(evidence):
        current, previous = movement.current, movement.previous
        if current is None or current.quantity is None or current.kind is not Kind.LEVEL:
            if current is not None and previous is not None:
                yield from _judge_rates(evidence, card, movement.changes, current, previous)
            continue
        for point in movement.changes:
            if not _is_point(point) or point.direction is None or point.measure.words & _GROWTH:
                continue
            is_near = point.sentence == current.sentence and _is_amount(current) and not _acts(evidence, current, point)
            if not is_near and not _is_growth(point, current, previous):
                continue
            places = [evidence.place(point, "in points"), evidence.place(current, "an amount")]
            yield card.conflict(
                places,
                f"{about(current) or 'An amount'} cannot change in percentage points",
                f"{evidence.quote(current.span)} is an amount and no rate; percentage points are the difference of two rates",
                confidence=CERTAIN,
            )


def _acts(evidence: Evidence, current: Claim, point: Claim) -> bool:
    """Say whether a count is of those who move a rate: six banks cut their rates by 0.5 percentage points."""
    if current.quantity is None or not current.quantity.unit.is_count or current.span.start > point.span.start:
        return False
    reading = evidence.reading_of[current.sentence]
    frame = reading.frames[reading.claims.index(current.index)]
    return bool(current.counted) and not frame.predicate and not frame.preposition


def _is_growth(point: Claim, current: Claim, previous: Claim | None) -> bool:
    """Say whether points are what two levels, so many per thousand, grew by in percent and not by what they differ."""
    if previous is None or current.quantity is None or previous.quantity is None or point.quantity is None:
        return False
    if current.quantity.unit.is_percent or current.quantity.unit.is_point or current.quantity.unit.name == "point":
        return False
    stated, growth = signed(point), growth_between(current.quantity, previous.quantity)
    difference = current.quantity.admitted().closed() - previous.quantity.admitted().closed()
    return stated is not None and growth is not None and growth.meets(stated) and not difference.meets(stated)


def _is_amount(claim: Claim) -> bool:
    """Say whether a level is money, a count of things or so many a thousand; an index of 52.3 may well rise by points."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None:
        return False
    unit = quantity.unit
    if unit.is_money or unit.name == "number" or (unit.factor is not None and unit.dimension not in _NO_AMOUNTS):
        return True
    return unit.is_count and (quantity.value >= _LEAST_AMOUNT or (bool(claim.counted) and quantity.is_exact_count))


def _judge_rates(
    evidence: Evidence, card: Card, changes: list[Claim], current: Claim, previous: Claim
) -> Iterator[Verdict]:
    """Judge a change in percent between two rates that is their difference and not their growth."""
    if not (_is_rate(current) and _is_rate(previous)):
        return
    assert current.quantity is not None and previous.quantity is not None
    for change in changes:
        if change.quantity is None or not change.quantity.unit.is_percent:
            continue
        stated, growth = signed(change), growth_between(current.quantity, previous.quantity)
        difference = current.quantity.admitted().closed() - previous.quantity.admitted().closed()
        if stated is None or growth is None or growth.meets(stated) or not difference.meets(stated):
            continue
        yield card.conflict(
            [
                evidence.place(change, "in percent"),
                evidence.place(current, "rate"),
                evidence.place(previous, "rate before"),
            ],
            "The change is told in percent and is one in percentage points",
            f"{figure(current.quantity.middle, 'percent')} - {figure(previous.quantity.middle, 'percent')} is "
            f"{interval(difference, 'percentage_point')}; in percent the change is {interval(growth, 'percent')}",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )


def _is_rate(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent and claim.kind in (*_CHANGES, Kind.RATE)


def _is_point(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.name == "percentage_point"


def _alike(evidence: Evidence, percent: Claim, point: Claim) -> float:
    if percent.quantity is None or point.quantity is None or percent.quantity.value != point.quantity.value:
        return 0.0
    kind, percent.kind = percent.kind, point.kind
    try:
        found = evidence.weigh(percent, point)
    finally:
        percent.kind = kind
    if found.blocked:
        return 0.0
    retold = same_digits_confidence(evidence, Pair(percent, point, found))
    if not (found.is_full or found.one_sided):
        return retold
    return max(retold, confidence_of(found, numbers_for_tie(percent, point, evidence.weights)))
