"""FL203: a difference in percentage points is not the difference of the two rates."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.gaps import Gap, gaps
from factlint.alignment.joints import mended_in_own_unit
from factlint.alignment.movements import movements
from factlint.checks.check import check
from factlint.checks.fl201_growth_and_levels import is_telling
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Quantity, Unit
from factlint.model.verdict import Place, Verdict

CERTAIN, LIKELY = 0.95, 0.85
_POINTS_IN = {"percentage_point": 1, "basis_point": 100, "point": 1}


@check("FL203")
def point_arithmetic(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare d with b - a where one sentence ties two rates and the points between them."""
    for movement in movements(evidence):
        current, previous = movement.current, movement.previous
        points = [claim for claim in movement.changes if claim.quantity is not None and _is_point(claim.quantity.unit)]
        if len(movement.rates) == 2 and len(points) == 1:
            yield from _judge_growths(evidence, card, movement.rates, points[0])
            continue
        if (
            current is None
            or previous is None
            or len(points) != 1
            or current.quantity is None
            or previous.quantity is None
        ):
            continue
        if not (current.quantity.unit.is_percent and previous.quantity.unit.is_percent):
            continue
        point = points[0]
        assert point.quantity is not None
        implied = current.quantity.admitted().closed() - previous.quantity.admitted().closed()
        stated = in_points(point.quantity)
        if stated is None:
            continue
        if point.direction == "down" or (point.direction is None and implied.high is not None and implied.high < 0):
            stated = -stated  # "improved by 0.8 points" goes either way
        places = [
            evidence.place(point, "difference"), evidence.place(current, "rate"), evidence.place(previous, "rate before"),
        ]  # fmt: skip
        words = (
            f"{figure(current.quantity.middle, 'percent')} - {figure(previous.quantity.middle, 'percent')} is "
            f"{interval(implied, 'percentage_point')}"
        )
        if implied.meets(stated):
            yield card.tie(places, f"{words}, stated is {interval(stated, 'percentage_point')}")
            continue
        if not is_telling(movement, _slip(point, current, previous, implied, stated), is_sure=movement.is_likely):
            continue
        yield card.conflict(
            places,
            "The points are not the difference of the two rates",
            f"{words}, and stated is {interval(stated, 'percentage_point')}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
    for gap in gaps(evidence):
        if (
            gap.stated.quantity is not None
            and _is_point(gap.stated.quantity.unit)
            and gap.first.quantity is not None
            and gap.first.quantity.unit.is_percent
        ):
            yield from _judge_gap(evidence, card, gap)


def _judge_gap(evidence: Evidence, card: Card, gap: Gap) -> Iterator[Verdict]:
    """Compare points with the gap between two rates that other sentences tell; a conflict wants a slip that explains it."""
    point, first, second = gap.stated, gap.first, gap.second
    assert point.quantity is not None and first.quantity is not None and second.quantity is not None
    stated, implied = in_points(point.quantity), directed(first) - directed(second)
    if stated is None:
        return
    if gap.is_signed:
        stated = -stated if point.direction == "down" else stated
    elif implied.high is not None and implied.high < 0:
        implied = -implied
    places = [
        evidence.place(point, "difference"), evidence.place(first, "rate"), evidence.place(second, "other rate"),
    ]  # fmt: skip
    words = f"{_told(directed(first))} - {_told(directed(second))} is {interval(implied, 'percentage_point')}"
    slip = "" if implied.meets(stated) else _slip(point, first, second, implied, stated)
    if implied.meets(stated) or ((slip or gap.is_sure) and (slip == "sign" or not gap.is_sized)):
        yield _verdict(card, places, words, stated, agrees=implied.meets(stated))


def _judge_growths(evidence: Evidence, card: Card, rates: list[Claim], point: Claim) -> Iterator[Verdict]:
    """Compare points with the gap between two growths: a rise of 0.2% against a fall of 0.2% is 0.4 points."""
    values = [directed(rate) for rate in rates]
    assert point.quantity is not None
    stated, gap = in_points(point.quantity), values[0] - values[1]
    if stated is None:
        return
    if gap.high is not None and gap.high < 0:
        gap = -gap
    places = [
        evidence.place(point, "difference"), evidence.place(rates[0], "rate"), evidence.place(rates[1], "other rate"),
    ]  # fmt: skip
    words = f"between {_told(values[0])} and {_told(values[1])} lie {interval(gap, 'percentage_point')}"
    yield _verdict(card, places, words, stated, agrees=gap.meets(stated) or (-gap).meets(stated))


def _verdict(card: Card, places: list[Place], words: str, stated: Interval, *, agrees: bool) -> Verdict:
    if agrees:
        return card.tie(places, f"{words}, stated is {interval(stated, 'percentage_point')}")
    return card.conflict(
        places,
        "The points are not the difference of the two rates",
        f"{words}, and stated is {interval(stated, 'percentage_point')}",
        confidence=LIKELY,
        severity=Severity.WARNING,
    )


def directed(rate: Claim) -> Interval:
    """Return the closed reading of a rate, that of a fall with its sign."""
    assert rate.quantity is not None
    reading = rate.quantity.admitted().closed()
    return -reading if rate.kind is Kind.CHANGE and rate.direction == "down" and rate.quantity.middle > 0 else reading


def _told(rate: Interval) -> str:
    return interval(rate, "percent")


def _is_point(unit: Unit) -> bool:
    """Say whether a unit is a point of percent; between two rates the points of "1.3 points" are such."""
    return unit.is_point or unit.name == "point"


def _slip(point: Claim, current: Claim, previous: Claim, implied: Interval, stated: Interval) -> str:
    """Return the one slip of a sign or a digit that explains why the points are not the difference of the rates."""
    assert current.quantity is not None and previous.quantity is not None and point.quantity is not None
    if implied.meets(-stated):
        return "sign"
    size = implied if implied.low is not None and implied.low >= 0 else -implied
    after, before = current.quantity.admitted().closed(), previous.quantity.admitted().closed()
    per_point = _POINTS_IN.get(point.quantity.unit.name, 1)
    return (
        mended_in_own_unit(point, size.scaled(per_point), least=2)
        or mended_in_own_unit(current, before + stated, least=2)
        or mended_in_own_unit(previous, after - stated, least=2)
    )


def in_points(quantity: Quantity) -> Interval | None:
    """Return the closed reading of a figure in percentage points; a basis point is the hundredth of one."""
    from fractions import Fraction

    per_point = _POINTS_IN.get(quantity.unit.name)
    return None if per_point is None else quantity.admitted().closed().scaled(Fraction(1, per_point))
