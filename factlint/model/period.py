"""Periods of time: the first quarter, the end of March, 2021-2023."""

from datetime import date
from enum import StrEnum

from factlint.model.record import dataclass
from factlint.model.span import Span


class Grain(StrEnum):
    """How long a period is, in the calendar's own units."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OTHER = "other"  # January to February, 2021-2023, the past five years


class Basis(StrEnum):
    """How a period is meant."""

    CALENDAR = "calendar"
    FISCAL = "fiscal"
    AS_OF = "as_of"  # a point in time: at the end of March
    TRAILING = "trailing"  # the past five years
    SINCE = "since"  # since 2012: the end is the document's date
    UNTIL = "until"  # by 2025


@dataclass(slots=True)
class Period:
    """A period or date as written; both ends are inclusive days, None where the text does not settle them."""

    span: Span
    text: str
    start: date | None = None
    end: date | None = None
    grain: Grain = Grain.OTHER
    basis: Basis = Basis.CALENDAR
    count: int | None = None  # "three consecutive months", "the past five years": how many grains
    recurring: bool = False  # "a year", "every month": a rate, no place on the calendar
    weekday: int | None = None  # as stated beside a date: 3 for "Thursday, April 20"
    has_year: bool = False  # whether the words themselves name the year
    is_impossible: bool = False  # "April 31": no such day
    is_inverted: bool = False  # "from June to March 2023": the end before the start

    @property
    def is_resolved(self) -> bool:
        """Whether both ends are known days."""
        return self.start is not None and self.end is not None

    def same_days(self, other: "Period") -> bool:
        """Say whether both are resolved to the same days: the first quarter, and January to March."""
        return self.is_resolved and self.start == other.start and self.end == other.end

    def overlaps(self, other: "Period") -> bool:
        """Say whether the two may share a day; unknown ends may be anywhere."""
        if self.end is not None and other.start is not None and self.end < other.start:
            return False
        return not (other.end is not None and self.start is not None and other.end < self.start)

    def contains(self, other: "Period") -> bool:
        """Say whether the other, both being resolved, lies wholly inside."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end
