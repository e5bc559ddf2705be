"""Quantities as written: value, bound, quantum, unit, and the readings that a judge may take of them."""

from enum import StrEnum
from fractions import Fraction

from factlint.model.interval import Interval, Rational, tidy
from factlint.model.record import dataclass, field
from factlint.model.span import Span


class Bound(StrEnum):
    """How the words around a figure bound it."""

    EXACT = "exact"
    APPROX = "approx"  # about, around, some, roughly, or so
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"  # under, below; nearly and almost too, which stay near the figure
    RANGE = "range"

    @property
    def is_lower(self) -> bool:
        """Whether the figure is a lower bound."""
        return self in (Bound.AT_LEAST, Bound.MORE_THAN)

    @property
    def is_upper(self) -> bool:
        """Whether the figure is an upper bound."""
        return self in (Bound.AT_MOST, Bound.LESS_THAN)


class Form(StrEnum):
    """How a number is written, where that decides what it can mean."""

    CARDINAL = "cardinal"  # 2.64 million, seven, a dozen
    ORDINAL = "ordinal"  # third, 21st
    FRACTION = "fraction"  # two thirds, half, one in five
    MULTIPLE = "multiple"  # doubled, threefold, 2.5 times
    INDEFINITE = "indefinite"  # dozens, hundreds of thousands, double-digit


@dataclass(slots=True, frozen=True)
class Unit:
    """A canonical unit: ``percent``, ``CNY``, ``deadweight_ton``; the empty name is a bare count."""

    name: str = ""
    dimension: str = "count"  # percent, percentage_point, currency, length, mass, time, data_rate ...
    factor: Rational | None = None  # how many of the dimension's base unit one of these is; None: not by a factor
    per: str = ""  # the canonical name below a rate's line: "year", "person", "100 kilometer"

    @property
    def full_name(self) -> str:
        """The canonical name, a rate's with what it is per: "kilometer/hour"."""
        return f"{self.name}/{self.per}" if self.per else self.name

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.dimension == "currency"

    @property
    def is_count(self) -> bool:
        """Whether this is the unit of a bare count."""
        return self.name == ""

    @property
    def is_percent(self) -> bool:
        """Whether the unit is the hundredth."""
        return self.name == "percent"

    @property
    def is_point(self) -> bool:
        """Whether the unit is a percentage point or the hundredth of one."""
        return self.dimension == "percentage_point"


COUNT = Unit()


@dataclass(slots=True)
class Quantity:
    """A figure with everything that its own words say of it.

    ``span`` covers bound word, number and unit ("over 2.64 million", "7.7%"); ``number`` the numeral with its scale
    word. ``quantum`` is one unit of the last written digit times the scale; zero where the words are no numeral that
    could be rounded. ``slack_below`` and ``slack_above`` are what an approximate word adds ("nearly", "about").
    """

    span: Span
    number: Span
    value: Rational | None  # None for a range
    low: Rational | None
    high: Rational | None
    bound: Bound
    quantum: Rational
    unit: Unit
    form: Form = Form.CARDINAL
    digits: str = ""  # the numeral as printed, without scale, sign and grouping: "2.64", "11452"; "" in words
    scale: Rational = 1  # what the scale word multiplies by: 1000000
    in_words: bool = False  # seven, two thirds, a dozen
    bound_word: str = ""  # the words that bound it, lower case: "over", "more than", "surpassed"
    slack_below: Rational = 0
    slack_above: Rational = 0
    role: str = ""  # "from" and "to" of a movement; "per" under a rate; "bracket" of a conversion in brackets
    partner: int | None = None  # index, in the sentence's quantities, of the other end of a movement
    counted: str = ""  # the noun phrase that a bare count counts: "5G base stations"
    counted_span: Span | None = None
    per_item: str = ""  # what money is counted by: "share" in "$98 a share", "person" in "per capita"
    # What is worked out of the fields above once and asked for again and again; a quantity that is made does not change.
    telling: str | None = field(default=None, init=False, repr=False, compare=False)  # its digits that count
    _place: Rational | None = field(default=None, init=False, repr=False, compare=False)
    _admitted: "dict[bool, Interval] | None" = field(default=None, init=False, repr=False, compare=False)
    fine: Interval | None = field(
        default=None, init=False, repr=False, compare=False
    )  # what it can mean, in base units
    round: Interval | None = field(
        default=None, init=False, repr=False, compare=False
    )  # the same beside a finer figure
    kin: str | None = field(default=None, init=False, repr=False, compare=False)  # what it may be held against
    base_place: Rational | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def is_range(self) -> bool:
        """Whether two ends are stated."""
        return self.bound is Bound.RANGE

    @property
    def stated_ends(self) -> tuple[Rational | None, Rational | None]:
        """The ends that the words state: both of a range, one of a bound, none of a plain figure."""
        if self.is_range:
            return self.low, self.high
        return (self.value if self.bound.is_lower else None), (self.value if self.bound.is_upper else None)

    @property
    def middle(self) -> Rational:
        """The value, or the middle of a range: for ordering and for ratios, never for judging."""
        if self.value is not None:
            return self.value
        if self.low is None or self.high is None:
            return self.low if self.low is not None else self.high if self.high is not None else 0
        return tidy(Fraction(self.low + self.high) / 2)

    @property
    def place(self) -> Rational:
        """The worth of the last non-zero written digit: 100 for 500, 10000 for 2.64 million, 1 for 40.

        One trailing zero of a two-figure number without a scale word is significant.
        """
        if self._place is None:
            self._place = self._last_place()
        return self._place

    def _last_place(self) -> Rational:
        value, place = self.middle, self.quantum
        if value == 0 or place == 0:
            return place
        quanta = tidy(Fraction(value) / place)
        if not isinstance(quanta, int):
            return place
        while quanta % 10 == 0:
            quanta //= 10
            place *= 10
        if place == 10 and self.quantum == 1 and -100 < value < 100:
            return 1
        return tidy(place)

    @property
    def is_exact_count(self) -> bool:
        """Whether the figure counts separate things to the last one: 1,487 companies, seven."""
        return self.unit.is_count and self.scale == 1 and self.quantum in (0, 1) and self.form is Form.CARDINAL

    def half_quantum(self, *, round_reading: bool = False) -> Rational:
        """Return by how much a closed end may have been rounded.

        The fine reading is half a unit of the last written digit, nothing for a bare count; the round one half of the
        last non-zero place, at most a tenth of the value and never less than the fine one.
        """
        fine: Rational = 0 if self.is_exact_count else tidy(Fraction(self.quantum) / 2)
        if not round_reading or (self.is_exact_count and self.place == 1):
            return fine
        coarse = min(Fraction(self.place) / 2, abs(Fraction(self.middle)) / 10)
        return tidy(max(Fraction(fine), coarse))

    def stated(self) -> Interval:
        """Return what the words alone say: over 2.64 million is (2640000, None)."""
        if self.value is None:
            return Interval(self.low, self.high)
        match self.bound:
            case Bound.MORE_THAN:
                return Interval(self.value, None, low_open=True)
            case Bound.AT_LEAST:
                return Interval(self.value, None)
            case Bound.LESS_THAN:
                return Interval(None, self.value, high_open=True)
            case Bound.AT_MOST:
                return Interval(None, self.value)
            case _:
                return Interval.point(self.value)

    def admitted(self, *, round_reading: bool = False) -> Interval:
        """Return what the figure can mean, rounding included: 7.7% is [7.65, 7.75)."""
        if self._admitted is None:
            self._admitted = {}
        if round_reading not in self._admitted:
            self._admitted[round_reading] = self._rounded(round_reading=round_reading)
        return self._admitted[round_reading]

    def _rounded(self, *, round_reading: bool) -> Interval:
        half = self.half_quantum(round_reading=round_reading)
        if self.value is None:
            return Interval(self.low, self.high).widened(half)
        value = self.value
        if self.slack_below or self.slack_above:
            below, above = max(half, self.slack_below), max(half, self.slack_above)
            if self.bound is Bound.LESS_THAN:  # nearly: below the figure, but near it
                return Interval(tidy(value - self.slack_below), value)
            return Interval(tidy(value - below), tidy(value + above))
        match self.bound:
            case Bound.MORE_THAN:
                return Interval(value, None, low_open=True)
            case Bound.AT_LEAST:
                return Interval(tidy(value - half), None)
            case Bound.LESS_THAN:
                return Interval(None, value, high_open=True)
            case Bound.AT_MOST:
                return Interval(None, tidy(value + half))
            case _:
                return Interval(tidy(value - half), tidy(value + half), high_open=half != 0)

    def implied(self) -> Interval:
        """Return what a fair reader expects of the words: over 2.64 million is (2640000, 2650000]."""
        step = self.place
        if self.value is None or self.slack_below or self.slack_above or not step:
            return self.admitted()  # "more than half" has no last digit that says how much more
        match self.bound:
            case Bound.MORE_THAN:
                return Interval(self.value, tidy(self.value + step), low_open=True)
            case Bound.AT_LEAST:
                return Interval(self.value, tidy(self.value + step))
            case Bound.LESS_THAN:
                return Interval(tidy(self.value - step), self.value, high_open=True)
            case Bound.AT_MOST:
                return Interval(tidy(self.value - step), self.value)
            case _:
                return self.admitted()
