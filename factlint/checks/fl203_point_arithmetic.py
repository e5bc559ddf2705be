"""FL203: a difference in percentage points is not the difference of the two rates."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.movements import movements
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Quantity
from factlint.model.verdict import Verdict

CERTAIN = 0.95
_POINTS_IN = {"percentage_point": 1, "basis_point": 100}


@check("FL203")
def point_arithmetic(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare d with b - a where one sentence ties two rates and the points between them."""
    for _, movement in movements(evidence):
        current, previous = movement.current, movement.previous
        points = [claim for claim in movement.changes if claim.quantity is not None and claim.quantity.unit.is_point]
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
        if point.direction == "down":
            stated = -stated
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
        yield card.conflict(
            places,
            "The points are not the difference of the two rates",
            f"{words}, and stated is {interval(stated, 'percentage_point')}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )


def in_points(quantity: Quantity) -> Interval | None:
    """Return the closed reading of a figure in percentage points; a basis point is the hundredth of one."""
    from fractions import Fraction

    per_point = _POINTS_IN.get(quantity.unit.name)
    return None if per_point is None else quantity.admitted().closed().scaled(Fraction(1, per_point))
