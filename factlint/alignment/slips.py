"""How two figures differ: equal, rounded, a digit, a transposition, a power of ten, or not alike at all."""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from math import gcd

from factlint.model.interval import Interval, Rational, tidy
from factlint.model.quantity import Bound, Quantity
from factlint.model.record import dataclass


class Slip(StrEnum):
    """Known ways in which one figure is miswritten for another."""

    TRANSPOSITION = "two digits swapped"
    DIGIT = "one digit differs"
    MISSING = "one digit dropped or added"
    SCALE = "a power of ten"
    WAN = "ten thousands"
    TEEN = "teen for ty"
    NONE = ""


_MOST_DECIMALS = 12
_TELLING = 3  # digits: so many the rounder of two figures has before a slip of it is told
_WAN_POWERS = (2, 4, 8)  # wan read as million, wan dropped, yi dropped


@dataclass(slots=True, frozen=True)
class Comparison:
    """Two figures compared under the readings that are fair to both."""

    first: Interval
    second: Interval
    agree: bool
    touch: bool  # disjoint only at a common end
    implied_only: bool  # they conflict only as a fair reader takes their bounds


def compare(first: Quantity, second: Quantity) -> Comparison:
    """Compare two quantities of one dimension as rules of judging say.

    Two figures rounded to one place are compared finely; the rounder one against a finer one takes its round reading.
    Two bounds that point the same way are judged by what a fair reader expects of them.
    """
    a, b = _fair(first, second), _fair(second, first)
    if not a.meets(b):
        return Comparison(a, b, agree=False, touch=a.touches(b), implied_only=False)
    same_way = (first.bound.is_lower and second.bound.is_lower) or (first.bound.is_upper and second.bound.is_upper)
    if (
        same_way
        and not (first.slack_below or second.slack_below)
        and first.value is not None
        and second.value is not None
    ):
        coarse_first, coarse_second = _place(first) >= _place(second), _place(second) >= _place(first)
        if (coarse_first and _implies(first, second)) or (coarse_second and _implies(second, first)):
            return Comparison(a, b, agree=True, touch=False, implied_only=False)
        shown = tuple(in_base(q.implied(), q) if coarse else Interval.point(base_value(q) or 0)
                      for q, coarse in ((first, coarse_first), (second, coarse_second)))  # fmt: skip
        return Comparison(shown[0], shown[1], agree=False, touch=False, implied_only=True)
    return Comparison(a, b, agree=True, touch=False, implied_only=False)


def _implies(coarse: Quantity, fine: Quantity) -> bool:
    """Say whether the figure of the finer statement is what a fair reader expects of the coarser one."""
    implied, value = in_base(coarse.implied(), coarse), base_value(fine)
    assert value is not None
    above = implied.low is None or implied.low <= value
    return above and (implied.high is None or value <= implied.high)  # "more than half" is open above


def _fair(quantity: Quantity, other: Quantity) -> Interval:
    if other.bound is Bound.RANGE or _place(quantity) > _place(other):
        if quantity.round is None:
            quantity.round = in_base(quantity.admitted(round_reading=True), quantity)
        return quantity.round
    if quantity.fine is None:
        quantity.fine = in_base(quantity.admitted(), quantity)
    return quantity.fine


def _place(quantity: Quantity) -> Rational:
    if quantity.base_place is None:
        factor = quantity.unit.factor
        quantity.base_place = quantity.place if factor is None else tidy(quantity.place * factor)
    return quantity.base_place


def in_base(interval: Interval, quantity: Quantity) -> Interval:
    """Return an interval in the base unit of its dimension, where a factor leads there."""
    factor = quantity.unit.factor
    return interval if factor is None or factor == 1 else interval.scaled(factor)


def base_value(quantity: Quantity) -> Rational | None:
    """Return the value in the base unit of its dimension."""
    factor = quantity.unit.factor
    if quantity.value is None or factor is None:
        return quantity.value
    return quantity.value * factor


def significant(quantity: Quantity) -> str:
    """Return the digits that count: "264" for 2.64 million, "5" for 5,000,000."""
    if quantity.telling is None:
        quantity.telling = _significant(quantity)
    return quantity.telling


def _significant(quantity: Quantity) -> str:
    if quantity.value is None:
        return ""
    if quantity.value == 0:
        return "0"
    digits = quantity.digits.replace(".", "").lstrip("0")
    if not digits:
        if not quantity.in_words and quantity.value.denominator != 1:
            return ""  # 1/2 and 13/16, 37-3/4 and 34-3/4: their digits stand in no row
        value = abs(Fraction(quantity.value))
        for _ in range(_MOST_DECIMALS):
            if value.denominator == 1:
                break
            value *= 10
        if value.denominator != 1:
            return ""  # a third has no last digit
        digits = str(value.numerator)
    return digits.rstrip("0") or "0"


def tell_slip(first: Quantity, second: Quantity) -> Slip:
    """Return the one slip that turns the first figure into the second, or none."""
    if first.value is None or second.value is None or first.value == 0 or second.value == 0:
        return Slip.NONE
    a, b = significant(first), significant(second)
    if not a or not b:
        return Slip.NONE
    large, small = _ratio(first.value, second.value)
    if a == b or (small == 1 and _is_power(large)):
        return _scale_slip(large, small) if a == b and large != small else Slip.NONE
    if (first.value, second.value) in _TEENS:
        return Slip.TEEN
    if _is_rounded_scale(a, b, large, small):
        return Slip.SCALE
    found = _digit_slip(*_aligned(first, second, min))
    if found is Slip.NONE and first.quantum != second.quantum:
        x, y = _aligned(first, second, max)  # 25.126 and 20.1 million: the rounder one is 25.1 misprinted
        if min(len(x.strip("0")), len(y.strip("0"))) >= _TELLING:
            found = _digit_slip(x, y)
    return found


def _digit_slip(x: str, y: str) -> Slip:
    """Return what turns one row of digits into another, each standing under its own."""
    if len(x) == len(y):
        different = [i for i in range(len(x)) if x[i] != y[i]]
        if len(different) == 1:
            return Slip.DIGIT
        if len(different) == 2 and different[1] == different[0] + 1:
            i, j = different
            if x[i] == y[j] and x[j] == y[i]:
                return Slip.TRANSPOSITION
    elif abs(len(x) - len(y)) == 1:
        longer, shorter = (x, y) if len(x) > len(y) else (y, x)
        if len(shorter) >= 2 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return Slip.MISSING
    return Slip.NONE


def _ratio(first: Rational, second: Rational) -> tuple[int, int]:
    """Return the ratio of two sizes, the larger over the smaller, in lowest terms: whole numbers are quicker than fractions."""
    a, b = abs(first.numerator * second.denominator), abs(second.numerator * first.denominator)
    shared = gcd(a, b)
    return (a // shared, b // shared) if a >= b else (b // shared, a // shared)


def _is_rounded_scale(a: str, b: str, large: int, small: int) -> bool:
    """Say whether one figure is the other rounded, at another power of a thousand: 503.6 million, 504 billion."""
    if len(a) == len(b) or large < small * 500:
        return False
    shorter = min(a, b, key=len)
    if len(shorter) < 2:
        return False
    rounded = int(shorter) * 2
    return any(abs(large - small * power) * rounded <= small * power for power in (10**3, 10**6, 10**9))


_TEENS = frozenset(pair for n in range(3, 10) for pair in ((10 + n, 10 * n), (10 * n, 10 + n)))


def _is_power(whole: int) -> bool:
    while whole % 10 == 0:
        whole //= 10
    return whole == 1


def _scale_slip(large: int, small: int) -> Slip:
    power = 0
    while large > small:
        small *= 10
        power += 1
    if power in _WAN_POWERS:
        return Slip.WAN
    return Slip.SCALE if power % 3 == 0 else Slip.NONE


def _aligned(first: Quantity, second: Quantity, pick: Callable[[Rational, Rational], Rational]) -> tuple[str, str]:
    """Return the digits of both down to the finer or the coarser of their places, so that a digit stands under its digit."""
    unit = pick(first.quantum or 1, second.quantum or 1)
    return str(_rounded(first.value or 0, unit)), str(_rounded(second.value or 0, unit))


def _rounded(value: Rational, unit: Rational) -> int:
    """Return how often a unit goes into the size of a value, rounded, a half to the even number."""
    above, below = abs(value.numerator) * unit.denominator, value.denominator * unit.numerator
    whole, rest = divmod(above, below)
    return whole + (2 * rest > below or (2 * rest == below and whole % 2))


def by_size(first: Quantity, second: Quantity) -> tuple[Rational, Rational]:
    """Return the sizes of two figures, the smaller first."""
    a, b = (-x if x < 0 else x for x in (first.middle, second.middle))
    return (a, b) if a <= b else (b, a)


def looks_round(quantity: Quantity) -> bool:
    """Say whether a figure has one significant digit, or two of which the last is a five: 50,000, 20%, 25."""
    digits = significant(quantity)
    return len(digits) <= 1 or (len(digits) == 2 and digits[1] == "5" and quantity.bound is not Bound.EXACT)


def looks_like_year(quantity: Quantity) -> bool:
    """Say whether a bare figure looks like a year: our 2021 maturities."""
    return (
        quantity.unit.is_count
        and quantity.scale == 1
        and len(quantity.digits) == 4
        and quantity.digits[:2] in {"19", "20"}
    )
