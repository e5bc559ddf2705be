"""FL209: growth is said to quicken or slow by other points than the two rates differ."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.joints import between, is_plain, lower
from factlint.checks.check import check
from factlint.checks.fl203_point_arithmetic import in_points
from factlint.checks.wording import figure, interval
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.88
_NEAR = 6


@check("FL209")
def growth_quickened(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the points of a quickening with the difference of the two growth rates of its sentence."""
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number, points in enumerate(claims):
            if points.quantity is None or not points.quantity.unit.is_point or not _quickens(evidence, reading, number):
                continue
            rates = _rates(reading, claims)
            added = in_points(points.quantity)
            if rates is None or added is None:
                continue
            first, second = rates
            assert first.quantity is not None and second.quantity is not None
            gap = second.quantity.admitted().closed() - first.quantity.admitted().closed()
            places = [
                evidence.place(points, "change of pace"), evidence.place(first, "rate"), evidence.place(second, "rate"),
            ]  # fmt: skip
            words = f"between {figure(first.quantity.middle, 'percent')} and {figure(second.quantity.middle, 'percent')} lie "
            either = gap if second.quantity.middle >= first.quantity.middle else -gap
            words += interval(either, "percentage_point")
            if added.meets(gap) or added.meets(-gap):
                yield card.tie(places, f"{words}, stated are {interval(added, 'percentage_point')}")
                continue
            yield card.conflict(
                places,
                "The two rates differ by other points than stated",
                f"{words}, and stated are {interval(added, 'percentage_point')}",
                confidence=CERTAIN,
                severity=Severity.ERROR,
            )


def _quickens(evidence: Evidence, reading: Reading, number: int) -> bool:
    lists = evidence.arithmetic.words
    words = set(lower(between(reading, number - 1, number))[-_NEAR:])
    behind = lower(between(reading, number, number + 1))[:2]
    if set(behind) & {"from", "than", "against", "compared", "versus", "below", "above"}:
        return False  # measured from elsewhere
    return bool(words & (lists["rates.quickening"] | lists["rates.slowing"]))


def _rates(reading: Reading, claims: list[Claim]) -> tuple[Claim, Claim] | None:
    """Return the two growth rates of a sentence that has no others, of one measure."""
    rates = [
        claim
        for claim in claims
        if is_plain(claim) and claim.quantity is not None and claim.quantity.unit.is_percent
    ]  # fmt: skip
    if (
        len(rates) != 2
        or any(claim.kind is not Kind.CHANGE for claim in rates)
        or rates[0].direction is not rates[1].direction
    ):
        return None
    if rates[0].measure.words != rates[1].measure.words or any(e.tag is Tag.SUBORDINATOR for e in reading.elements):
        return None
    return rates[0], rates[1]
