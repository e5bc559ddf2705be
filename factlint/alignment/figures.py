"""What the figures themselves say: a known slip speaks for one fact misprinted, unrelated digits for two facts."""

from factlint.alignment.score import Match
from factlint.alignment.slips import Slip, by_size, looks_round, significant, tell_slip
from factlint.knowledge.evidence import Weights
from factlint.model.claim import Claim

_LENGTHS = ("one", "one", "two", "three", "four")


_SMALL = 10


def _length(digits: int) -> str:
    return _LENGTHS[digits] if digits < len(_LENGTHS) else "long"


def numbers_for_conflict(a: Claim, b: Claim, weights: Weights, slip: Slip | None = None) -> tuple[Slip, float]:
    """Return the slip between two disjoint figures, if any, and what the figures weigh for one fact misprinted.

    A slip is the likelier by accident the shorter the figures: of two unrelated figures of two digits a fifth lie one digit
    apart, of four digits one in a hundred. Whoever knows the slip already may say it.
    """
    first, second = a.quantity, b.quantity
    assert first is not None and second is not None
    slip = tell_slip(first, second) if slip is None else slip
    shorter, longer = sorted((len(significant(first)), len(significant(second))))
    if slip in (Slip.SCALE, Slip.WAN):
        odds = weights["numbers.scale_" + _length(shorter)]
    elif slip is Slip.MISSING:
        odds = weights["numbers.missing"]
    elif slip is not Slip.NONE:
        odds = weights["numbers.slip_" + _length(longer)]
    else:
        low, high = by_size(first, second)
        near = "close" if low and high * 10 <= low * 13 else "near" if low and high <= low * 2 else "far"
        odds = weights["numbers.unrelated_" + near]
    if looks_round(first) and looks_round(second):
        odds += weights["numbers.round_both"]
    if first.unit.is_count and by_size(first, second)[1] < _SMALL:
        odds += weights["numbers.both_small"]
    return slip, odds


def numbers_retold(a: Claim, b: Claim, weights: Weights, slip: Slip | None = None) -> float:
    """Return what two disjoint figures weigh where one passage tells another again: their slip, and how far it leads."""
    first, second = a.quantity, b.quantity
    assert first is not None and second is not None
    slip = tell_slip(first, second) if slip is None else slip
    shorter, longer = sorted((len(significant(first)), len(significant(second))))
    low, high = by_size(first, second)
    if first.unit.is_count and high < _SMALL:
        return weights["retold_numbers.both_small"]
    if slip in (Slip.SCALE, Slip.WAN):
        return weights["retold_numbers.scale_" + _length(shorter)]
    if slip is Slip.MISSING:
        return weights["retold_numbers.missing"]
    if slip is Slip.TEEN:
        return weights["retold_numbers.teen"]
    if slip is Slip.NONE:
        near = "close" if low and high * 10 <= low * 13 else "near" if low and high <= low * 2 else "far"
        return weights["retold_numbers.unrelated_" + near]
    length = _length(longer if first.quantum == second.quantum else shorter)
    if slip is Slip.TRANSPOSITION:
        return weights[f"retold_numbers.swapped_{length}"]
    if length == "two":
        length += "_close" if high * 10 <= low * 13 else "_near" if high <= low * 2 else "_far"
    elif length == "three":
        length += "_close" if high * 10 <= low * 11 else "_near" if high <= low * 2 else "_far"
    return weights["retold_numbers.slip_" + length]


def numbers_same(a: Claim, b: Claim, weights: Weights) -> float:
    """Return what two figures of the same digits weigh where one passage tells another again, under another sign or unit."""
    assert a.quantity is not None and b.quantity is not None
    return weights["retold_numbers.same_" + _length(min(len(significant(a.quantity)), len(significant(b.quantity))))]


def numbers_for_tie(a: Claim, b: Claim, weights: Weights, found: Match | None = None) -> float:
    """Weigh two figures that agree: the longer they are, the less they agree by accident.

    Equal figures make up for a part of what speaks against the reference, where the match is given.
    """
    first, second = a.quantity, b.quantity
    assert first is not None and second is not None
    odds = weights["agree." + _length(min(len(significant(first)), len(significant(second))))]
    if first.value == second.value and first.bound is second.bound and (first.bound.is_lower or first.bound.is_upper):
        odds += weights["agree.same_bound"]
    if found is not None:
        odds -= weights["agree.lenient"] * found.against
    return odds
