"""FL201: a stated growth does not follow from the level and the level before."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.movements import movements
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Quantity
from factlint.model.verdict import Verdict

_OTHER_BASIS = frozenset({"real", "organic", "constant", "seasonal"})
CERTAIN = 0.95


@check("FL201")
def growth_and_levels(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare g with (c / p - 1) x 100 where one sentence ties growth, level and previous level."""
    for _, movement in movements(evidence):
        current, previous = movement.current, movement.previous
        growths = [claim for claim in movement.changes if claim.kind is Kind.CHANGE and _is_percent(claim)]
        if current is None or previous is None or len(growths) != 1 or current.quantity is None or previous.quantity is None:
            continue
        growth = growths[0]
        assert growth.quantity is not None
        if current.quantity.unit.is_percent or (growth.bases | current.bases) & _OTHER_BASIS:
            continue
        implied = growth_between(current.quantity, previous.quantity)
        stated = signed(growth)
        if implied is None or stated is None:
            continue
        places = [
            evidence.place(growth, "growth"), evidence.place(current, "level"), evidence.place(previous, "level before"),
        ]  # fmt: skip
        sum_words = (
            f"{figure(current.quantity.middle, current.quantity.unit)} / "
            f"{figure(previous.quantity.middle, previous.quantity.unit)} - 1 is {interval(implied, 'percent')}"
        )
        if implied.meets(stated):
            yield card.tie(places, f"{sum_words}, stated is {interval(stated, 'percent')}")
            continue
        flipped = implied.meets(-stated)
        yield card.conflict(
            places,
            "The growth does not follow from the two levels" + (": its sign is turned" if flipped else ""),
            f"{sum_words}, and stated is {interval(stated, 'percent')}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def signed(claim: Claim) -> Interval | None:
    """Return the closed reading of a change with its sign, or None where no word gives the direction."""
    if claim.quantity is None or claim.direction is None:
        return None
    reading = claim.quantity.admitted(round_reading=False).closed()
    return reading if claim.direction == "up" else -reading


def growth_between(current: Quantity, previous: Quantity) -> Interval | None:
    """Return (c / p - 1) x 100 over all that the two figures can mean, or None where p may be zero or below."""
    after = in_base(current.admitted(round_reading=True).closed(), current)
    before = in_base(previous.admitted(round_reading=True).closed(), previous)
    if before.low is None or before.low <= 0:
        return None
    ratio = after.over(before)
    return None if ratio is None else ratio.shifted(-1).scaled(100)
