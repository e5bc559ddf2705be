"""A figure as two languages can share it: value, bound, unit, change and time, without the words of either."""

from fractions import Fraction

from factlint.model.claim import Direction
from factlint.model.interval import Interval, Rational, tidy
from factlint.model.quantity import Bound, Unit
from factlint.model.record import dataclass
from factlint.model.span import Span


@dataclass(slots=True)
class Figure:
    """A figure of a text in any language; ``readings`` are the values it can mean where its words are loose.

    "增长2倍" may be told as "by 2 times" and "to 3 times". ``is_soft`` says that a translation may leave it out or tell it
    otherwise: a small count, one half, a conversion in brackets.
    """

    span: Span
    text: str
    value: Rational | None  # None for a range
    low: Rational | None
    high: Rational | None
    bound: Bound
    quantum: Rational
    unit: Unit
    digits: str = ""  # significant digits, without trailing zeros
    readings: tuple[Rational, ...] = ()
    is_near: bool = False  # nearly: an upper bound that stays close
    is_soft: bool = False
    is_loose: bool = False  # no direction is judged by its words
    is_change: bool = False
    direction: Direction | None = None
    comparison: str = ""  # yoy, mom, qoq, prior
    sentence: int = 0
    is_reached: bool = False  # 高达, 达到: "up to" and "as many as" add no bound
    is_optional: bool = (
        False  # may lack a partner, and is compared where it has one: the past 70 years, the 20th session
    )
    is_nameless: bool = False  # nothing behind the number tells what it counts, or what money it is
    slack: Rational = 0  # what numbers in words leave open on both sides: a third
    is_rounded: bool = False  # a finer figure may stand for it: which text came first is not sure
    leans: Bound | None = None  # a word of its clause that stands off it: 超过2023年全年的38.6亿

    @property
    def is_bounded(self) -> bool:
        """Whether words bound the figure to one side or say that it is near."""
        return self.bound not in (Bound.EXACT, Bound.RANGE)

    @property
    def values(self) -> tuple[Rational, ...]:
        """All values that the figure can mean; the ends of a range."""
        if self.value is None:
            return tuple(end for end in (self.low, self.high) if end is not None)
        return self.readings or (self.value,)

    def around(self, value: Rational) -> Interval:
        """Return a value with what rounding to the last written digit leaves open."""
        half = Fraction(self.quantum) / 2
        return Interval(tidy(Fraction(value) - half), tidy(Fraction(value) + half))


@dataclass(slots=True, frozen=True)
class Months:
    """Months of a year that words name, both ends inclusive (1 to 12), or a year where both are 0."""

    span: Span
    text: str
    first: int
    last: int
    year: int = 0
    is_implied: bool = False  # 上月: the other side may name it or not
    is_day: bool = False  # of a date: 4月20日, April 20


def significant(value: Rational | None) -> str:
    """Return the significant digits of a value: 26.4 and 264,000 both have 264."""
    fraction = abs(Fraction(value or 0))
    for _ in range(40):
        if fraction.denominator == 1:
            break
        fraction *= 10
    return str(fraction.numerator // fraction.denominator).rstrip("0") or "0"
