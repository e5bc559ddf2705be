"""Rounding from one text to another: what a translation may make of a figure, and what it may not.

A translation may say less than its original: 20,343 for 20343, "more than 20,000", "about 20,300". It cannot say more: who reads
16万 knows nothing of 160,080. Two figures with the same last place are equal or they are not.
"""

from fractions import Fraction

from factlint.model.figure import Figure, significant
from factlint.model.interval import Rational
from factlint.model.quantity import Bound

_SHORTEST = 2
_PLAIN = 3  # significant digits from which a figure may be a rounded one without saying so
_MOST = Fraction(1, 4)  # of a figure: how far a bound in words may stand from what it bounds


def agree(first: Figure, a: Rational, second: Figure, b: Rational, factor: Fraction | None = None) -> bool:
    """Say whether ``b`` of a translation may stand for ``a`` of its original; ``factor`` turns units of the first into the second's."""
    value, told = abs(Fraction(a)), abs(Fraction(b))
    if factor is not None:
        value *= factor
    if value == told:
        return True
    off = abs(value - told)
    if off <= max(Fraction(first.slack) * (factor or 1), Fraction(second.slack)):
        return True
    own, other = _place(a) * (factor or 1), _place(b)
    if factor is not None:
        reach = max(own, other) if Bound.APPROX in (first.bound, second.bound) else other
        return off <= reach / 2
    if other < own and first.is_rounded:
        return off <= _rounding(second, first, own) or _is_cut(told, first, value)
    if other <= own:
        return False
    return off <= _rounding(first, second, other) or _is_cut(value, second, told)


def _rounding(first: Figure, second: Figure, place: Fraction) -> Fraction:
    """Return how far a rounder figure may stand from a finer one: half of its last written place, or of its last that is no zero."""
    half = Fraction(second.quantum) / 2
    least = _SHORTEST if first.is_bounded or second.is_bounded else _PLAIN
    if len(second.digits) >= least:
        return max(half, place if Bound.APPROX in (first.bound, second.bound) else place / 2)
    return half


def _is_cut(value: Fraction, second: Figure, told: Fraction) -> bool:
    """Say whether a rounder figure is the finer one cut off and bounded: 12,794 as more than 12,700."""
    step = min(
        max(Fraction(second.quantum), _place(told) if len(second.digits) >= _SHORTEST else Fraction(0)), told * _MOST
    )
    if second.bound.is_lower:
        return told <= value <= told + step
    return second.bound.is_upper and told - step <= value <= told


def _place(value: Rational) -> Fraction:
    """Return the worth of the last significant digit: 1,000 of 529,000."""
    return abs(Fraction(value)) / max(int(significant(value)), 1)
