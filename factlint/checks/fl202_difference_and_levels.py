"""FL202: a stated absolute change is not the difference of the level and the level before."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.gaps import Gap, gaps
from factlint.alignment.joints import mended_by_one_slip
from factlint.alignment.movements import movements
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.fl201_growth_and_levels import is_telling, paired
from factlint.checks.judging import shown
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Form, Quantity
from factlint.model.verdict import Verdict

CERTAIN, APPOSED = 0.95, 0.9


@check("FL202")
def difference_and_levels(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare d with c - p where one sentence ties change, level and previous level of one unit."""
    for movement in movements(evidence):
        current, previous = movement.current, movement.previous
        if current is None or previous is None or current.quantity is None or previous.quantity is None:
            continue
        level = current.quantity
        changes = [
            claim for claim in movement.changes
            if claim.direction is not None and _is_amount(claim) and _same_unit(claim, level)
        ]  # fmt: skip
        if len(changes) != 1 or level.unit.is_percent or level.unit.is_point:
            continue
        change = changes[0]
        assert change.quantity is not None
        after, before = paired(level, previous.quantity)
        stated = in_base(change.quantity.admitted().closed(), change.quantity)
        if change.direction == "down":
            stated = -stated
        implied = _difference(after, before, movement.signs[0])
        places = [
            evidence.place(change, "change"), evidence.place(current, "level"), evidence.place(previous, "level before"),
        ]  # fmt: skip
        now, earlier = movement.signs[0]
        words = (
            f"{figure(level.middle * now, level.unit)} - "
            f"{_bracketed(figure(previous.quantity.middle * earlier, previous.quantity.unit))} is {shown(implied, current)}"
        )
        if any(_difference(after, before, signs).meets(stated) for signs in movement.signs):
            yield card.tie(places, f"{words}, stated is {shown(stated, change)}")
            continue
        is_plain = movement.signs == [(1, 1)]
        if not movement.is_sure and not is_plain:
            continue
        if is_plain and not is_telling(
            movement, slip_of_difference(change, current, previous, implied, stated), is_sure=movement.is_sure
        ):
            continue  # "fell by 14 to 286, compared with 410 a year earlier": the fall may be of another time
        yield card.conflict(
            places,
            "The change is not the difference of the two levels",
            f"{words}, and stated is {shown(stated, change)}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
    for gap in gaps(evidence):
        if gap.is_sure and gap.stated.quantity is not None and gap.first.quantity is not None:
            yield from _judge_gap(evidence, card, gap)


def _judge_gap(evidence: Evidence, card: Card, gap: Gap) -> Iterator[Verdict]:
    """Compare "a majority of 35" with 312 votes and 287."""
    first, second = gap.first.quantity, gap.second.quantity
    assert first is not None and second is not None and gap.stated.quantity is not None
    if first.unit.is_percent or gap.stated.quantity.unit != first.unit:
        return
    large, small = paired(first, second)
    implied, stated = large - small, in_base(gap.stated.quantity.admitted().closed(), gap.stated.quantity)
    places = [
        evidence.place(gap.stated, "difference"), evidence.place(gap.first, "one"), evidence.place(gap.second, "other"),
    ]  # fmt: skip
    words = f"{figure(first.middle, first.unit)} - {figure(second.middle, second.unit)} is {shown(implied, gap.first)}"
    if implied.meets(stated):
        yield card.tie(places, f"{words}, stated is {shown(stated, gap.stated)}")
        return
    yield card.conflict(
        places,
        "The difference is not that of the two figures before it",
        f"{words}, and stated is {shown(stated, gap.stated)}",
        confidence=APPOSED,
        severity=Severity.ERROR,
    )


def _difference(after: Interval, before: Interval, signs: tuple[int, int]) -> Interval:
    """Return c - p, each with its sign: a loss of 5 million after an income of 3 million is -8 million."""
    return (-after if signs[0] < 0 else after) - (-before if signs[1] < 0 else before)


def _bracketed(figure: str) -> str:
    return f"({figure})" if "-" in figure or "\u2212" in figure else figure


def slip_of_difference(change: Claim, current: Claim, previous: Claim, implied: Interval, stated: Interval) -> str:
    """Return the one slip of a sign, a digit or a scale that explains why a change is not the difference of the levels."""
    assert current.quantity is not None and previous.quantity is not None
    if implied.meets(-stated):
        return "sign"
    after, before = paired(current.quantity, previous.quantity)
    size = implied if implied.low is not None and implied.low >= 0 else -implied
    return (
        mended_by_one_slip(change, size, least=2)
        or mended_by_one_slip(current, before + stated, least=2)
        or mended_by_one_slip(previous, after - stated, least=2)
    )


def _is_amount(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.form is Form.CARDINAL


def _same_unit(claim: Claim, second: Quantity) -> bool:
    first = claim.quantity
    assert first is not None
    return first.unit.dimension == second.unit.dimension and first.unit.name == second.unit.name
