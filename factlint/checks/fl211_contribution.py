"""FL211: a part adds more points to the growth of the whole than its own growth allows."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.fl203_point_arithmetic import in_points
from factlint.checks.wording import interval
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Direction, Kind
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.95


@check("FL211")
def contribution(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a contribution in points with the growth of the part: its share of the whole is at most all of it."""
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number, point in enumerate(claims):
            if (
                point.quantity is None
                or not point.quantity.unit.is_point
                or not _contributes(evidence, reading, number)
            ):
                continue
            added = in_points(point.quantity)
            part = _growth_before(reading, claims, number)
            if added is None or part is None or part.quantity is None:
                continue
            growth = part.quantity.admitted().closed()
            total = _total_growth(evidence, point, part)
            words = f"{interval(added, 'percentage_point')} of {interval(growth, 'percent')}"
            places = [evidence.place(point, "contribution"), evidence.place(part, "growth of the part")]
            if not _can_exceed(growth, added):
                yield card.conflict(
                    places,
                    "The contribution exceeds the growth of the part",
                    f"a part that grew by {interval(growth, 'percent')} adds at most as many points to its whole, "
                    f"and stated are {interval(added, 'percentage_point')}",
                    confidence=CERTAIN,
                    severity=Severity.ERROR,
                )
                continue
            if total is not None and total.quantity is not None:
                places.append(evidence.place(total, "growth of the whole"))
                words += f", within {interval(total.quantity.admitted().closed(), 'percent')} of the whole"
            yield card.tie(places, words + ": the part's share would be at most all of the whole")


def _can_exceed(growth: Interval, added: Interval) -> bool:
    """Say whether some growth of the part is at least some contribution."""
    return growth.high is None or added.low is None or growth.high >= added.low


def _contributes(evidence: Evidence, reading: Reading, number: int) -> bool:
    place = reading.frames[number].place
    start = reading.frames[number - 1].place if number else -1
    near = reading.elements[start + 1 : place]
    after = []
    for element in reading.elements[place + 1 : place + 5]:
        if element.tag is Tag.QUANTITY:
            break
        after.append(element)
    words = evidence.grammar.contribution
    return any(element.lower in words for element in near[-12:]) or (
        any(element.lower in words for element in after[:3])
        and any(element.lower == "contribution" for element in after)
    )


def _growth_before(reading: Reading, claims: list[Claim], number: int) -> Claim | None:
    """Return the nearest rise in percent before a figure of the sentence, no new clause between."""
    for at in range(number - 1, -1, -1):
        claim = claims[at]
        if claim.quantity is None or not claim.quantity.unit.is_percent:
            continue
        between = reading.elements[reading.frames[at].place + 1 : reading.frames[number].place]
        if any(element.tag is Tag.SUBORDINATOR or element.lower == ";" for element in between):
            return None
        return claim if claim.kind is Kind.CHANGE and claim.direction is Direction.UP else None
    return None


def _total_growth(evidence: Evidence, point: Claim, part: Claim) -> Claim | None:
    """Return the growth that the contribution is a part of, where the paragraph tells it of the same measure."""
    words = point.measure.words - {"growth"}
    for claim, quantity in evidence.around(point.sentence, 3):
        if claim.kind is not Kind.CHANGE or not quantity.unit.is_percent or claim.index in (point.index, part.index):
            continue
        if abs(claim.sentence - point.sentence) <= 3 and words and words <= claim.measure.words | {"growth"}:
            return claim
    return None
