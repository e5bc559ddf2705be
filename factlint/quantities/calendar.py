"""Days of a period: from what its words name to the first and last day, seen from the document's date."""

from calendar import monthrange
from datetime import date, timedelta

from factlint.model.period import Grain
from factlint.model.record import dataclass

Days = tuple[date, date]


@dataclass(slots=True)
class Named:
    """What the words of a date or period name, before it is placed on the calendar."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: int | None = None
    grain: str = ""  # of "this year", "the past three months"
    deixis: str = ""  # same, last, next, past, that, after
    ordinal: int | None = None  # the third week of ...
    count: int | None = None  # the first three months, the past five years
    part: str = ""  # early, mid, late, start, end
    relative: int | None = None
    ago: bool = False
    to_date: bool = False  # so far this year, year to date
    fiscal: bool = False
    is_plural: bool = False  # recent years, the coming weeks
    is_impossible: bool = False  # no year has such a day


_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 2, "fortnight": 14}
GRAINS = {
    "day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "half": Grain.HALF, "year": Grain.YEAR,
}  # fmt: skip


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def months_of(year: int, month: int, count: int) -> Days | None:
    """Return the days of some months in a row: January 2023 and the two after it."""
    end = year * 12 + month - 1 + count - 1
    if not (year >= 1 and 1 <= month <= 12 and end // 12 <= 9999 and count >= 1):
        return None
    last_year, last_month = end // 12, end % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def shift_months(day: date, months: int) -> date | None:
    """Return the same day so many months on, or the last one of a shorter month."""
    at = day.year * 12 + day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift_days(day: date, days: int) -> date | None:
    """Return the day so many days on."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def grain_of(day: date, grain: str, step: int = 0) -> Days | None:
    """Return the day, week, month, quarter or year that holds a day, or the one so many steps on."""
    if grain in _DAYS_IN:
        first = shift_days(day, step * _DAYS_IN.get(grain, 1) if grain != "weekend" else step * 7)
        if first is None:
            return None
        if grain == "week":
            first = shift_days(first, -first.weekday())
        elif grain == "weekend":
            first = shift_days(first, 5 - first.weekday())
        last = first and shift_days(first, _DAYS_IN[grain] - 1)
        return (first, last) if first and last else None
    size = _MONTHS_IN.get(grain)
    if size is None:
        return None
    if grain == "decade":
        year = day.year // 10 * 10 + step * 10
        return months_of(year, 1, 120)
    at = (day.year * 12 + day.month - 1) // size * size + step * size
    return months_of(at // 12, at % 12 + 1, size)


def nearest_year(today: date, month: int, day: int | None) -> int:
    """Return the year in which a month without one lies nearest, the past before the future."""
    best, best_distance = today.year, 10**9
    for year in (today.year - 1, today.year, today.year + 1):
        when = make_date(year, month, day or 15) or make_date(year, month, 28)
        if when is None:
            continue
        distance = (when - today).days
        distance = distance * 3 // 2 if distance > 0 else -distance
        if distance < best_distance:
            best, best_distance = year, distance
    return best


def place(named: Named, today: date | None) -> tuple[Days | None, Grain]:
    """Return the days that the words name and how long the period is; no days where the text does not settle them."""
    grain = Grain.OTHER
    if named.fiscal:
        return None, _grain_only(named)
    year = named.year
    if year is None and named.grain == "year" and named.deixis in ("same", "last", "next") and (
        named.month or named.quarter or named.half or named.ordinal
    ) and today is not None:  # fmt: skip
        year = today.year + {"same": 0, "last": -1, "next": 1}[named.deixis]
    days: Days | None = None
    if named.to_date and named.month is None and named.quarter is None and named.half is None:
        return _to_date(named, year, today), grain
    if named.month is not None:
        grain = Grain.MONTH if named.day is None else Grain.DAY
        if year is None and today is not None:
            year = _year_of_month(named, today)
        if year is not None:
            if named.day is not None:
                named.is_impossible = make_date(year, named.month, named.day) is None
                when = make_date(year, named.month, named.day)
                days = (when, when) if when else None
            else:
                days = months_of(year, named.month, 1)
    elif named.quarter is not None or named.half is not None:
        grain = Grain.QUARTER if named.quarter is not None else Grain.HALF
        size, number = (3, named.quarter) if named.quarter is not None else (6, named.half)
        first = ((number or 1) - 1) * size + 1
        if first > 12:  # "the sixth quarter in a row" is none of a year
            return None, grain
        if year is None and today is not None and not named.deixis:
            year = today.year if date(today.year, first, 1) <= today else today.year - 1
        if year is not None:
            days = months_of(year, first, size)
    elif named.season is not None:
        if year is None and today is not None:
            year = nearest_year(today, named.season, None)
            if named.deixis == "last" and year >= today.year:
                year = today.year - 1
        days = months_of(year, named.season, 3) if year is not None else None
    elif named.decade is not None:
        days = months_of(named.decade, 1, 120)
    elif named.count is not None and named.ordinal == 1 and named.grain:
        days = _first_few(named, year, today)
    elif named.ordinal is not None and named.grain and year is not None:
        grain = GRAINS.get(named.grain, Grain.OTHER)
    elif named.relative is not None:
        grain = Grain.DAY
        when = shift_days(today, named.relative) if today else None
        days = (when, when) if when else None
    elif named.weekday is not None:
        grain = Grain.DAY
        days = _weekday(named, today)
    elif year is not None:
        grain, days = Grain.YEAR, months_of(year, 1, 12)
    elif named.grain:
        grain, days = _deictic(named, today)
    if named.part in ("end", "start") and days is None:
        grain = Grain.DAY
    if named.part and days is not None:
        days, grain = _part(named.part, days, grain)
    return days, grain


def _to_date(named: Named, year: int | None, today: date | None) -> Days | None:
    """Return the days from the beginning of a year, quarter or month to the document's date: year to date."""
    if today is None or named.deixis not in ("", "same") or (year is not None and year != today.year):
        return None
    whole = grain_of(today, named.grain or "year")
    return (whole[0], today) if whole else None


def _grain_only(named: Named) -> Grain:
    if named.quarter is not None:
        return Grain.QUARTER
    if named.half is not None:
        return Grain.HALF
    return GRAINS.get(named.grain, Grain.YEAR) if named.count is None else Grain.OTHER


def _year_of_month(named: Named, today: date) -> int:
    month = named.month or 1
    if named.deixis == "last":
        return today.year if month < today.month else today.year - 1
    if named.deixis == "next":
        return today.year if month > today.month else today.year + 1
    if named.deixis == "same":
        return today.year
    return nearest_year(today, month, named.day)


def _first_few(named: Named, year: int | None, today: date | None) -> Days | None:
    count = named.count or 1
    if named.grain == "quarter":
        count *= 3
    elif named.grain != "month":
        return None
    if count > 12:
        return None
    if year is None:
        if today is None:
            return None
        year = today.year if today.month > count or today.month == count else today.year - 1
    return months_of(year, 1, count)


def _weekday(named: Named, today: date | None) -> Days | None:
    if today is None or named.weekday is None:
        return None
    back = (today.weekday() - named.weekday) % 7
    if named.deixis == "next":
        when = shift_days(today, 7 - back if back else 7)
    elif named.deixis == "last":
        when = shift_days(today, -(back or 7))
    elif named.deixis == "same":
        when = shift_days(today, named.weekday - today.weekday())
    else:
        when = shift_days(today, -back)
    return (when, when) if when else None


def _deictic(named: Named, today: date | None) -> tuple[Grain, Days | None]:
    """Place this year, last month, the past five years, two years ago."""
    count = named.count
    grain = GRAINS.get(named.grain, Grain.OTHER) if count in (None, 1) or named.ago else Grain.OTHER
    if today is None or named.deixis == "that" or (named.is_plural and count is None):
        return grain, None
    if named.ago:
        size = _MONTHS_IN.get(named.grain)
        when = (
            shift_months(today, -size * (count or 1))
            if size
            else shift_days(today, -_DAYS_IN.get(named.grain, 1) * (count or 1))
        )
        return grain, grain_of(when, named.grain) if when else None
    if named.deixis == "same":
        return grain, grain_of(today, named.grain) if count is None else None
    if named.deixis in ("past", "last") and count is not None:
        if named.deixis == "last" and named.grain in ("month", "quarter"):
            first, last = grain_of(today, named.grain, -count), grain_of(today, named.grain, -1)
            return grain, (first[0], last[1]) if first and last else None
        size = _MONTHS_IN.get(named.grain)
        first_day = (
            shift_months(today, -size * count) if size else shift_days(today, -_DAYS_IN.get(named.grain, 1) * count)
        )
        first_day = first_day and shift_days(first_day, 1)
        return grain, (first_day, today) if first_day else None
    if named.deixis == "next" and count is not None:
        size = _MONTHS_IN.get(named.grain)
        last_day = (
            shift_months(today, size * count) if size else shift_days(today, _DAYS_IN.get(named.grain, 1) * count)
        )
        return grain, (today, last_day) if last_day else None
    if named.deixis == "last":
        return grain, grain_of(today, named.grain, -1)
    if named.deixis == "next":
        return grain, grain_of(today, named.grain, 1)
    if named.deixis == "past":
        size = _MONTHS_IN.get(named.grain)
        first_day = shift_months(today, -size) if size else shift_days(today, -_DAYS_IN.get(named.grain, 1))
        first_day = first_day and shift_days(first_day, 1)
        return grain, (first_day, today) if first_day else None
    return grain, None


def _part(part: str, days: Days, grain: Grain) -> tuple[Days | None, Grain]:
    """Place the end of March on its last day, the beginning of the year on its first; early and late stay open."""
    if part == "end":
        return (days[1], days[1]), Grain.DAY
    if part == "start":
        return (days[0], days[0]), Grain.DAY
    if part == "rest":
        return None, Grain.OTHER
    return days, Grain.OTHER if grain is not Grain.DAY else grain
