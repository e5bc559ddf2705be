"""FL201: a stated growth does not follow from the level and the level before."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.joints import mended_by_one_slip, mended_in_own_unit
from factlint.alignment.movements import Movement, movements
from factlint.alignment.sinces import growths_illustrated, growths_over, growths_since
from factlint.alignment.slips import in_base
from factlint.alignment.told_twice import changes_told_twice
from factlint.checks.check import check
from factlint.checks.tabular import growth_in_rows
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Bound, Quantity
from factlint.model.verdict import Place, Tie, Verdict

_OTHER_BASIS = frozenset({"real", "organic", "constant", "seasonal"})
CERTAIN = 0.95
_WIDE = Fraction(1, 3)  # of the growth that follows from the levels


@check("FL201")
def growth_and_levels(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare g with (c / p - 1) x 100 where one breath ties growth, level and previous level.

    Where the level before is not told but the absolute change d is, it is c - d.
    """
    for movement in movements(evidence):
        growths = [claim for claim in movement.changes if _is_percent(claim)]
        levels = [claim for claim in (movement.current, movement.previous) if claim is not None]
        if len(growths) != 1 or any(claim.bases & _OTHER_BASIS for claim in (growths[0], *levels)):
            continue
        if not levels or any(_is_percent(claim) for claim in levels):
            continue
        yield from _judge(evidence, card, growths[0], movement)
    for told in changes_told_twice(evidence):
        change, growth = told.change, told.growth
        verdicts = [
            verdict
            for level in told.levels
            for verdict in _judge_change(evidence, card, level, change, growth, is_sure=told.is_sure)
        ]
        yield from [verdict for verdict in verdicts if isinstance(verdict, Tie)][:1] or verdicts[:1]
    for since in (*growths_since(evidence), *growths_illustrated(evidence), *growths_over(evidence)):
        yield from _judge(evidence, card, since.growth, Movement(since.current, since.base, [since.growth]))
    yield from growth_in_rows(evidence, card)


def _judge(evidence: Evidence, card: Card, growth: Claim, movement: Movement) -> Iterator[Verdict]:
    current, previous = movement.current, movement.previous
    if current is None or previous is None:
        return
    assert current.quantity is not None and previous.quantity is not None
    implied, stated = growth_between(current.quantity, previous.quantity), signed(growth)
    if implied is None or stated is None:
        return
    if movement.signs != [(1, 1)] and not implied.meets(stated):
        return  # a loss: growth over a level below zero says nothing
    if movement.prices_money and implied.meets(-stated):
        return
    places = [
        evidence.place(growth, "growth"), evidence.place(current, "level"), evidence.place(previous, "level before"),
    ]  # fmt: skip
    words = (
        f"{figure(current.quantity.middle, current.quantity.unit)} / "
        f"{figure(previous.quantity.middle, previous.quantity.unit)} - 1 is {interval(implied, 'percent')}"
    )
    if _is_truncated(growth, implied, stated):
        return
    verdict = _verdict(card, places, words, implied, stated)
    if isinstance(verdict, Tie) or is_telling(
        movement, slip_of_growth(growth, current, previous, implied, stated), is_sure=movement.is_likely
    ):
        yield verdict


def is_telling(movement: Movement, slip: str, *, is_sure: bool) -> bool:
    """Say whether a gap is a conflict: always where the grammar is sure, else only where one slip explains it."""
    if movement.out_of_size:
        return slip == "scale"
    return is_sure or bool(slip)


def slip_of_growth(growth: Claim, current: Claim, previous: Claim, implied: Interval, stated: Interval) -> str:
    """Return the one slip of a sign, a digit or a scale that explains why a growth does not follow from the levels."""
    assert current.quantity is not None and previous.quantity is not None
    if implied.meets(-stated):
        return "sign"
    size = implied if implied.low is not None and implied.low >= 0 else -implied
    if not _is_narrow(size):
        return ""  # from 12 to 14 years is 8% to 26%: some slip leads there from anywhere
    found = mended_in_own_unit(growth, size, least=2)
    after, before = paired(current.quantity, previous.quantity)
    factor = stated.scaled(Fraction(1, 100)).shifted(1)
    found = found or mended_by_one_slip(current, before * factor, least=2)
    earlier = after.over(factor)
    return found or ("" if earlier is None else mended_by_one_slip(previous, earlier, least=2))


def _is_narrow(size: Interval) -> bool:
    """Say whether an interval of growth is narrow enough for one slip to prove something."""
    if size.low is None or size.high is None:
        return False
    width = Fraction(size.high) - Fraction(size.low)
    return width <= 1 or width <= Fraction(size.high) * _WIDE


def _judge_change(
    evidence: Evidence, card: Card, level: Claim, change: Claim, growth: Claim, *, is_sure: bool
) -> Iterator[Verdict]:
    assert level.quantity is not None and change.quantity is not None
    after = in_base(level.quantity.admitted(round_reading=True).closed(), level.quantity)
    moved = in_base(change.quantity.admitted(round_reading=True).closed(), change.quantity)
    moved = -moved if change.direction == "down" else moved
    before, stated = after - moved, signed(growth)
    if stated is None:
        return
    if _is_turned(after, moved, stated):
        yield from _turned(evidence, card, level, change, growth)
        return
    if before.low is None or before.low <= 0:
        return
    ratio = moved.over(before)
    if ratio is None:
        return
    implied = ratio.scaled(100)
    places = [
        evidence.place(growth, "growth"), evidence.place(change, "change"), evidence.place(level, "level"),
    ]  # fmt: skip
    sign = "+" if change.direction == "down" else "-"
    size, step = (
        figure(level.quantity.middle, level.quantity.unit),
        figure(change.quantity.middle, change.quantity.unit),
    )
    words = f"{step} of {size} {sign} {step} before is {interval(implied, 'percent')}"
    if _is_truncated(growth, implied, stated):
        return
    if is_sure or implied.meets(stated) or _is_slip(growth, change, level, implied, stated):
        yield _verdict(card, places, words, implied, stated)


def _is_turned(after: Interval, moved: Interval, stated: Interval) -> bool:
    """Say whether amount and percentage fit a change of the other direction, and not the one that is told."""
    before, turned = after - moved, (-moved).over(after + moved)
    if turned is None or not turned.scaled(100).meets(-stated):
        return False
    if before.high is not None and before.high <= 0:
        return True  # a rise by more than there is
    as_told = moved.over(before) if before.low is not None and before.low > 0 else None
    return as_told is not None and not as_told.scaled(100).meets(stated)


def _turned(evidence: Evidence, card: Card, level: Claim, change: Claim, growth: Claim) -> Iterator[Verdict]:
    assert level.quantity is not None and change.quantity is not None
    size, step = (figure(claim.quantity.middle, claim.quantity.unit) for claim in (level, change) if claim.quantity)
    signs, way = ("-+", "fall") if change.direction == "up" else ("+-", "rise")
    yield card.conflict(
        [evidence.place(growth, "growth"), evidence.place(change, "change"), evidence.place(level, "level")],
        "The growth does not follow from the levels: its sign is turned",
        f"{evidence.quote(growth.span)} is {step} of {size} {signs[1]} {step} before, a {way}; it is not {step} of {size} {signs[0]} {step}",
        confidence=CERTAIN,
        severity=Severity.ERROR,
    )


def _is_slip(growth: Claim, change: Claim, level: Claim, implied: Interval, stated: Interval) -> bool:
    """Say whether one slip of a digit or a scale explains why amount and percentage of a change do not fit."""
    assert level.quantity is not None and change.quantity is not None
    after = in_base(level.quantity.admitted().closed(), level.quantity)
    rate = stated.scaled(Fraction(1, 100))
    share = rate.over(rate.shifted(1))
    size = implied if implied.low is not None and implied.low >= 0 else -implied
    if mended_in_own_unit(growth, size, least=2):
        return True
    if share is None:
        return False
    wanted = after * share
    wanted = wanted if wanted.low is not None and wanted.low >= 0 else -wanted
    return bool(mended_by_one_slip(change, wanted, least=2))


def _verdict(card: Card, places: list[Place], words: str, implied: Interval, stated: Interval) -> Verdict:
    if implied.meets(stated):
        return card.tie(places, f"{words}, stated is {interval(stated, 'percent')}")
    return card.conflict(
        places,
        "The growth does not follow from the levels" + (": its sign is turned" if implied.meets(-stated) else ""),
        f"{words}, and stated is {interval(stated, 'percent')}",
        confidence=CERTAIN,
        severity=Severity.ERROR,
    )


def _is_truncated(growth: Claim, implied: Interval, stated: Interval) -> bool:
    """Say whether the growth misses by no more than cutting off instead of rounding explains."""
    half = growth.quantity.half_quantum() if growth.quantity is not None else 0
    return not implied.meets(stated) and implied.meets(stated.widened(half))


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def signed(claim: Claim) -> Interval | None:
    """Return the closed reading of a change with its sign, or None where no word gives the direction."""
    if claim.quantity is None or claim.direction is None:
        return None
    reading = claim.quantity.admitted(round_reading=False).closed()
    is_signed = claim.quantity.middle < 0  # "a growth of -1.3%" carries its sign already
    return reading if claim.direction == "up" or is_signed else -reading


def paired(first: Quantity, second: Quantity) -> tuple[Interval, Interval]:
    """Return two figures of one sentence in base units, each as rounded as the more precise of the two at most.

    Who writes 640 beside 600 means 600 to the ten; alone, 600 might be anything from 550.
    """
    halves = [
        quantity.half_quantum(round_reading="." not in quantity.digits) * (quantity.unit.factor or 1)
        for quantity in (first, second)
    ]  # 40.0 is told to the tenth
    shared = min(halves)
    readings = []
    for quantity in (first, second):
        fine = in_base(quantity.admitted().closed(), quantity)
        own = quantity.half_quantum() * (quantity.unit.factor or 1)
        is_plain = quantity.value is not None and quantity.bound is Bound.EXACT and not quantity.slack_above
        readings.append(fine.widened(max(shared - own, 0)) if is_plain else fine)
    return readings[0], readings[1]


def growth_between(current: Quantity, previous: Quantity) -> Interval | None:
    """Return (c / p - 1) x 100 over all that the two figures can mean, or None where p may be zero or below."""
    after, before = paired(current, previous)
    if before.low is None or before.low <= 0:
        return None
    ratio = after.over(before)
    return None if ratio is None else ratio.shifted(-1).scaled(100)
