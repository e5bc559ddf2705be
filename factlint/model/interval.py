"""Intervals over exact rationals, with open, closed and unbounded ends.

The arithmetic is that of interval analysis (R. E. Moore, *Interval Analysis*, 1966) over rationals, so nothing is
ever rounded: two statements conflict if and only if their intervals share no point.
"""

from decimal import Context, Decimal
from fractions import Fraction

from factlint.model.record import dataclass

Rational = int | Fraction

_DIGITS = 12
"""How many digits are given of a value that no decimal number can say: a third is 0.333333333333."""


def tidy(value: Rational) -> Rational:
    """Return the value as an int where it is whole, for ints are faster and print as they are."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def quotient(a: Rational, b: Rational) -> Rational:
    """Return a / b exactly; raises ZeroDivisionError where b is zero."""
    return tidy(Fraction(a) / Fraction(b))


def decimal_text(value: Rational | None) -> str | None:
    """Return an exact value as a decimal number without an exponent: "2640000", "7.65"."""
    if value is None:
        return None
    ratio = Fraction(value)
    if ratio.denominator == 1:
        return str(ratio.numerator)
    twos = fives = 0
    rest = ratio.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{Context(prec=_DIGITS).divide(Decimal(ratio.numerator), Decimal(ratio.denominator)):f}"
    places = max(twos, fives)
    digits = f"{abs(ratio.numerator) * 10**places // ratio.denominator:0{places + 1}d}"
    return f"{'-' if ratio < 0 else ''}{digits[:-places]}.{digits[-places:]}"


@dataclass(slots=True, frozen=True)
class Interval:
    """All values from ``low`` to ``high``; an end of None is unbounded: over 2.64 million is (2640000, None)."""

    low: Rational | None
    high: Rational | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Rational) -> "Interval":
        """Return the interval that holds one value only."""
        return cls(value, value)

    @property
    def is_empty(self) -> bool:
        """Whether no value at all lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def holds(self, value: Rational) -> bool:
        """Say whether the value lies inside."""
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and self.high_open)))

    def below(self, other: "Interval") -> bool:
        """Say whether every value here is less than every value there."""
        if self.high is None or other.low is None:
            return False
        high, low = self.high, other.low
        if type(high) is not int or type(low) is not int:  # a third of the time that comparing fractions takes
            high, low = high.numerator * low.denominator, low.numerator * high.denominator
        return high < low or (high == low and (self.high_open or other.low_open))

    def meets(self, other: "Interval") -> bool:
        """Say whether the two share at least one value."""
        return not (self.below(other) or other.below(self))

    def touches(self, other: "Interval") -> bool:
        """Say whether the two share no value but have a common end: over 20, and 20."""
        return not self.meets(other) and (
            (self.high is not None and self.high == other.low) or (other.high is not None and other.high == self.low)
        )

    def gap(self, other: "Interval") -> Rational:
        """Return the distance between the nearest ends of two disjoint intervals, zero where they meet or touch."""
        if self.below(other):
            assert other.low is not None
            assert self.high is not None
            return tidy(other.low - self.high)
        if other.below(self):
            assert self.low is not None
            assert other.high is not None
            return tidy(self.low - other.high)
        return 0

    def closed(self) -> "Interval":
        """Return the same interval with both ends included, as arithmetic wants it."""
        return Interval(self.low, self.high)

    def widened(self, below: Rational, above: Rational | None = None) -> "Interval":
        """Return the interval with its bounded ends moved outward by the given amounts."""
        above = below if above is None else above
        low = None if self.low is None else tidy(self.low - below)
        high = None if self.high is None else tidy(self.high + above)
        return Interval(low, high, self.low_open, self.high_open)

    def __add__(self, other: "Interval") -> "Interval":
        low = None if self.low is None or other.low is None else tidy(self.low + other.low)
        high = None if self.high is None or other.high is None else tidy(self.high + other.high)
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> "Interval":
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + (-other)

    def scaled(self, factor: Rational) -> "Interval":
        """Return every value times the factor."""
        if factor < 0:
            return (-self).scaled(-factor)
        if factor == 0:
            return Interval.point(0)
        low = None if self.low is None else tidy(self.low * factor)
        high = None if self.high is None else tidy(self.high * factor)
        return Interval(low, high, self.low_open, self.high_open)

    def shifted(self, by: Rational) -> "Interval":
        """Return every value plus the given one."""
        return self + Interval.point(by)

    def __mul__(self, other: "Interval") -> "Interval":
        """Return the closed product; an unbounded factor that may change sign gives the whole line."""
        if None in (self.low, self.high, other.low, other.high):
            return _product_of_half_lines(self, other)
        ends = [tidy(a * b) for a in (self.low, self.high) for b in (other.low, other.high)]  # type: ignore[operator]
        return Interval(min(ends), max(ends))

    def over(self, other: "Interval") -> "Interval | None":
        """Return the closed quotient, or None where the divisor holds or touches zero: that judges nothing."""
        if (other.low is None or other.low <= 0) and (other.high is None or other.high >= 0):
            return None
        inverse = Interval(
            0 if other.high is None else quotient(1, other.high),
            0 if other.low is None else quotient(1, other.low),
        )
        return self * inverse


def _product_of_half_lines(a: Interval, b: Interval) -> Interval:
    """Multiply where an end is unbounded; exact for factors of one known sign, the whole line otherwise."""
    nothing = Interval.point(0)
    if a.closed() == nothing or b.closed() == nothing:
        return nothing
    if a.low is not None and a.low >= 0 and b.low is not None and b.low >= 0:
        high = None if a.high is None or b.high is None else tidy(a.high * b.high)
        return Interval(tidy(a.low * b.low), high)
    if a.high is not None and a.high <= 0:
        return -_product_of_half_lines(-a, b) if not (b.high is not None and b.high <= 0) else (-a) * (-b)
    if b.high is not None and b.high <= 0:
        return -_product_of_half_lines(a, -b)
    return Interval(None, None)
