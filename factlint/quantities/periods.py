"""Periods and dates: the first quarter of this year, January to March, as of the end of March, April 20, 2023.

The sentence is read as a string of class characters, one a token (see :func:`factlint.quantities.classes.classify`), and
the grammar is a handful of regular expressions over that string. Points are found first, then joined to spans; the
longest wins. What the matched words name is collected and placed on the calendar.
"""

import re
from functools import lru_cache
from itertools import pairwise

from factlint.model.period import Basis, Grain, Period
from factlint.model.record import replace
from factlint.quantities.calendar import Days, Named, place, shift_days, shift_months
from factlint.quantities.draft import Scene
from factlint.quantities.period_rates import numeric_date, read_ago, read_every, read_plan
from factlint.quantities.period_shapes import is_close, is_period, is_verb_end, is_whole
from factlint.quantities.period_words import collect, number_at

_DAY = "(?:i_*|o_*)"
_NUM = "(?:[in]_*|m)"
_YEAR = "Y_*"
_WEEKDAY = r"(?:D\.?,?)"
_OF_YEAR = rf"(?:,?O?T?(?:d?FG?)?{_YEAR}|,?O?T?d{{1,3}}F?G|,?O?X|,?OT?FG|,?O?FG?['\u2019*]i_*)"
_MONTH = r"M\.?"
_POINTS = (
    rf"(?:T?{_WEEKDAY}?|d){_MONTH},?T?{_DAY}(?:{_OF_YEAR})?",  # April 20, 2023; last March 24
    rf"{_WEEKDAY}?T?{_DAY}O?{_MONTH}(?:{_OF_YEAR})?",  # 20 April 2023
    rf"T?(?:GO)?d?{_MONTH}(?:{_OF_YEAR})?",  # last October; the month of April; March of this year
    rf"{_YEAR},?{_MONTH}",
    rf"{_YEAR}['\u2019]w(?:o_*-?-?F?G|Q|H)",  # 2020's first quarter
    rf"T?{_YEAR}FG",
    rf"{_YEAR}[QH]",
    rf"F?Gi_*(?:{_OF_YEAR}|{_YEAR})?",  # Quarter 1, quarter 3 of 2021
    r"T?FG?['\u2019*]i_*",
    rf"(?:T?d{{0,3}}G|{_YEAR}|T?F)T?-?o_*-?-?FG?G(?:{_OF_YEAR})?" ,
    rf"(?:T?d{{1,3}}G|{_YEAR}T?|T?d?FG?|T?d)?T?o_*-?-?F?G(?:{_OF_YEAR}|O?TG)?",  # the first quarter of this year
    rf"(?:T?d{{1,3}}G|T?F|T?d?)?[QH](?:{_OF_YEAR}|X)?|X|{_YEAR}[QH]",
    rf"T?d{{0,3}}o_*{_NUM}(?:r)?F?G(?:{_OF_YEAR}|O?TG|O{_MONTH})?",  # the first three months of 2023
    rf"T?d{{1,3}}{_NUM}-?r?F?G(?:{_OF_YEAR})?",  # the past five years
    rf"T?d{{1,3}}r?F?G(?:-?G)?(?:{_OF_YEAR}|O?d{{1,2}}G|I{_YEAR})?",
    r"T?G-(?:E|g)-?(?:o_*-?)?G",  # the year-ago quarter
    r"T?d-G-?(?:o_*-?-?)?F?G",  # the prior-year first quarter
    rf"T?j-?F?G(?:{_OF_YEAR})",  # full-year 2020
    r"T?z|(?:T?F?|T?d)G-?>-?t",  # year to date
    r"T?d{0,3}S(?:O?(?:Y_*|d{1,3}G))?",
    r"T?e",
    r"D",
    r"d{1,3}D(?:O?(?:d{1,3})G)?",
    r"Rd{0,3}",
    rf"T?(?:d?FG?|G)?{_YEAR}",
)  # fmt: skip
_POINT = "(?:" + "|".join(_POINTS) + ")"
_PART = r"(?:T?(?:E)-?O?-?T?)"
_PLACED = rf"(?=[TdMDSGEFYQHXeRiojz])(?:{_PART}?{_POINT}|{_PART}G)"
_TO = r"(?:>|U|-)"
_DAYS = (
    rf"(?:f|N)?(?:{_MONTH}N?{_DAY}(?:[>U&]|-)T?{_DAY}(?:{_OF_YEAR})?|{_DAY}(?:[>U&]|-){_DAY}O?{_MONTH}(?:{_OF_YEAR})?)"
)
_ENDING = rf"T?F?(?:o_*|d)?-?{_NUM}?-?F?G(?:w|>|c|U)T?{_PLACED}"
_WHOLE = r"T(?:j-?)?F?G|j-?F?G"
_CLOSE = r"T?(?:F?G'?-?E|E)(?!-?[EOG])"
_AGO = rf"(?:A|{_NUM}|T)-?G(?:g|E|h)"
_EVERY = r"[AP](?:i_*)?G|y|PG"
_NUMERIC = r"Y[-/.]i[-/.]i|i[-/]i[-/]Y|[in]/[in]/[in]|Y[-/][in]|i/Y|i[-/]Y"
_PLAN = r"T?o_*i_*-G[wW]G"
_JOINTS = ">U-b&"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    shapes = {
        "point": _PLACED,
        "days": _DAYS,
        "ending": _ENDING,
        "ending mark": "G[w>cU]",
        "ago": _AGO,
        "ago mark": "G[gEh]",
        "every": _EVERY,
        "whole": _WHOLE,
        "close": _CLOSE,
        "numeric": _NUMERIC,
        "plan": _PLAN,
    }
    return {name: re.compile(shape) for name, shape in shapes.items()}


_TRIGGERS = frozenset("MDGSYQHXeRyFEz")
Found = tuple[int, int, int, Period]


def find_periods(scene: Scene) -> None:
    """Put the sentence's periods into the scene and mark their tokens as taken."""
    classes = scene.classes
    if _TRIGGERS.isdisjoint(classes):
        return
    patterns = _patterns()
    found: list[Found] = []
    if "Y" in classes or "/" in classes:
        for match in patterns["numeric"].finditer(classes):
            period = numeric_date(scene, match.start(), match.end())
            if period is not None:
                found.append((match.start(), match.end(), 0, period))
    points = [match.span() for match in patterns["point"].finditer(classes)]
    found.extend(_joined(scene, points))
    lent = _lent_years(scene, points)
    for first, last in points:
        produced = _point(scene, first, last, lent.get(first))
        if produced is not None:
            found.append(produced)
    if "M" in classes:
        for match in patterns["days"].finditer(classes):
            found.extend(_day_range(scene, match.start(), match.end()))
    if "G" in classes or "y" in classes:
        if "o" in classes:
            for match in patterns["plan"].finditer(classes):
                found.extend(read_plan(scene, match.start(), match.end()))
        if patterns["ending mark"].search(classes):
            for match in patterns["ending"].finditer(classes):
                found.extend(_ending(scene, match.start(), match.end()))
        if patterns["ago mark"].search(classes):
            for match in patterns["ago"].finditer(classes):
                found.extend(read_ago(scene, match.start(), match.end()))
        if "A" in classes or "P" in classes or "y" in classes:
            for match in patterns["every"].finditer(classes):
                found.extend(read_every(scene, match.start(), match.end()))
        wholes = (match.span() for match in patterns["whole"].finditer(classes))
        found.extend(_plain(scene, first, last) for first, last in wholes if is_whole(scene, first, last))
    if "E" in classes:
        closes = (match.span() for match in patterns["close"].finditer(classes))
        found.extend(_close(scene, first, last) for first, last in closes if is_close(scene, first, last))
    found.sort(key=lambda item: (item[0] - item[1], item[2], item[0]))
    kept: list[tuple[int, Period]] = []
    for first, last, _, period in found:
        if scene.is_free(first, last):
            scene.take(first, last)
            kept.append((first, period))
    kept.sort(key=lambda item: item[0])
    scene.period_at = dict(kept)


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Cut what the pattern takes along: a final comma, the verb "end", the article of "the 2011 search"."""
    classes = scene.classes
    while last > first and classes[last - 1] in ",.-":
        last -= 1
    if classes[first] == "E" and is_verb_end(scene, first):
        first += 1
    if classes[first : first + 2] in ("TM", "TQ", "TH", "TX") or (
        classes[first : first + 2] == "TY" and not classes[first + 2 : last].strip("_")
    ):
        first += 1
    named = first + (classes[first : first + 1] == "T")
    if classes[named : named + 2] == "GY" and scene.lower(named) != "year":
        first = named + 1  # the period 1996-2004, model years 2013 through 2016
    return first, last


def _plain(scene: Scene, first: int, last: int) -> Found:
    """Return a period that has a grain and no place on the calendar: for the year, in the full fiscal quarter."""
    named = collect(scene, first, last)
    days, grain = place(named, scene.today)
    basis = Basis.FISCAL if named.fiscal else Basis.CALENDAR
    return first, last, 4, _period(scene, first, last, days, grain, basis, named)


def _close(scene: Scene, first: int, last: int) -> Found:
    """Return the last day of a time: at quarter-end, by year end, as of year-end."""
    before = scene.classes[first - 1]
    basis = Basis.UNTIL if before in ("B", "U") else Basis.SINCE if before == "Z" else Basis.AS_OF
    if before in ("B", "U", "Z"):
        first -= 1
    elif before in "OI" and scene.lower(first - 2) == "as":
        first -= 2
    return first, last, 1, _period(scene, first, last, None, Grain.DAY, basis, Named())


def _lent_years(scene: Scene, points: list[tuple[int, int]]) -> dict[int, Named]:
    """Return what lends its year to the period before it: the third quarter and first nine months of 2014."""
    lent: dict[int, Named] = {}
    for (left, middle), (right, last) in zip(reversed(points[:-1]), reversed(points[1:]), strict=True):
        if right - middle == 1 and scene.classes[middle] == "&" and scene.classes[right:last].strip("_") != "Y":
            named = lent.get(right) or collect(scene, right, last)
            if named.year is not None or (named.grain == "year" and named.deixis):
                lent[left] = named
    return lent


def _point(scene: Scene, first: int, last: int, lender: Named | None = None) -> Found | None:
    """Place one period, with what stands before it: since, by, until, as of."""
    begin = first
    first, last = _trimmed(scene, first, last)
    if scene.lower(last) in ("%", "percent") and "M" in scene.classes[first:last]:
        while last > first and scene.classes[last - 1] in "io_,":
            last -= 1  # at the end of March, 9% higher
    if first >= last or not is_period(scene, first, last):
        return None
    named = collect(scene, first, last)
    if lender is not None and first == begin and named.year is None and not named.deixis and _lacks_year(named):
        named = replace(named, year=lender.year, fiscal=lender.fiscal)
        if lender.year is None:
            named.deixis, named.grain = lender.deixis, named.grain or "year"
    if named.deixis == "same" and named.grain and named.count is None and not named.to_date:
        first, last = _so_far(scene, first, last, named)
    days, grain = place(named, scene.today)
    before = scene.classes[first - 1] if first else ""
    basis = Basis.FISCAL if named.fiscal else Basis.CALENDAR
    start = first
    if before == "Z":
        start, basis, grain = first - 1, Basis.SINCE, Grain.OTHER
        days = (days[0], scene.today) if days and scene.today and days[0] <= scene.today else None
    elif before in ("B", "U") and before:
        start, basis = first - 1, Basis.UNTIL
    elif first > 1 and before in "OI" and scene.classes[first - 2] == "s" and scene.lower(first - 1) in ("of", "at"):
        start, basis, grain = first - 2, Basis.AS_OF, Grain.DAY
        days = (days[1], days[1]) if days else None
    elif named.part in ("end", "start"):
        basis = Basis.AS_OF
    elif named.deixis == "past" or (named.deixis == "last" and named.count):
        basis = Basis.TRAILING
    return start, last, 1, _period(scene, start, last, days, grain, basis, named)


def _lacks_year(named: Named) -> bool:
    return any(part is not None for part in (named.quarter, named.half, named.month, named.ordinal))


def _so_far(scene: Scene, first: int, last: int, named: Named) -> tuple[int, int]:
    """Take so far, thus far and to date along: so far this year, this quarter to date."""
    before, after = (scene.lower(first - 2), scene.lower(first - 1)), (scene.lower(last), scene.lower(last + 1))
    if first > 1 and (before in (("so", "far"), ("thus", "far"), ("to", "date"))):
        first, named.to_date = first - 2, True
    elif after in (("so", "far"), ("thus", "far"), ("to", "date")):
        last, named.to_date = last + 2, True
    return first, last


def _period(scene: Scene, first: int, last: int, days: Days | None, grain: Grain, basis: Basis, named: Named) -> Period:
    span = scene.span(first, last)
    start, end = days if days is not None else (None, None)
    period = Period(span, span.of(scene.text), start, end, grain, basis, named.count)
    period.weekday, period.has_year = named.weekday, named.year is not None
    period.is_impossible = days is None and named.day is not None and named.month is not None and named.is_impossible
    return period


def _joined(scene: Scene, points: list[tuple[int, int]]) -> list[Found]:
    """Join neighbours to a span: January to March, 2021-2023, between Monday and Friday."""
    classes = scene.classes
    out: list[Found] = []
    for (left, middle), (right, last) in pairwise(points):
        cut = right - 1
        while middle > left and classes[middle - 1] in ",.":
            middle -= 1
        if (
            cut < middle
            or right - middle > 2
            or classes[cut] not in _JOINTS
            or (right - middle == 2 and classes[middle] not in ",.")
        ):
            if not (cut + 1 == middle and classes[cut] == "-" and cut > left):
                continue
            middle = cut
        left, _ = _trimmed(scene, left, middle)
        if left >= middle:
            continue
        first = left - (left > 0 and classes[left - 1] in "fN")
        opens = classes[first] if first < left else ""
        if classes[cut] == "&" and opens != "N":
            continue
        if classes[cut] == "-" and not _is_hyphen_span(scene, left, middle, right, last):
            continue
        if is_period(scene, left, middle, spanned=True) and is_period(scene, right, last, spanned=True):
            out.append((first, last, 0, _span(scene, first, (left, middle), (right, last))))
    return out


def _is_hyphen_span(scene: Scene, left: int, middle: int, right: int, last: int) -> bool:
    """Tell 2021-2023 from a year before something else, and keep 2013-14 a season."""
    before, after = scene.classes[left:middle], scene.classes[right:last]
    if before == "Y" and after[:1] == "i":
        return False
    return not (after[:1] == "G" and before[-1:] != "G")


def _span(scene: Scene, first: int, begins: tuple[int, int], ends: tuple[int, int]) -> Period:
    left, right = collect(scene, *begins), collect(scene, *ends)
    if left.year is None and not left.deixis:
        yearly = right.grain == "year"
        left = replace(
            left, year=right.year, deixis=right.deixis if yearly else "", grain=left.grain or ("year" if yearly else "")
        )
    begin, end = place(left, scene.today)[0], place(right, scene.today)[0]
    days: Days | None = (begin[0], end[1]) if begin and end else None
    inverted = days is not None and days[0] > days[1]
    period = _period(scene, first, ends[1], None if inverted else days, Grain.OTHER, Basis.CALENDAR, Named())
    period.is_inverted, period.has_year = inverted, left.year is not None
    return period


def _day_range(scene: Scene, first: int, last: int) -> list[Found]:
    """Read April 3-5, 2023 and from 4 to 22 January."""
    while last > first and scene.classes[last - 1] in ",.":
        last -= 1
    named = collect(scene, first, last)
    numbers = [number_at(scene, at) for at in range(first, last) if scene.classes[at] in "io"]
    if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
        return []
    opens = scene.classes[first]
    if "&" in scene.classes[first:last] and opens != "N" and "N" not in scene.classes[first:last]:
        return []
    begin = place(replace(named, day=numbers[0]), scene.today)[0]
    end = place(replace(named, day=numbers[1]), scene.today)[0]
    days = (begin[0], end[1]) if begin and end else None
    inverted = days is not None and days[0] > days[1]
    period = _period(scene, first, last, None if inverted else days, Grain.OTHER, Basis.CALENDAR, Named())
    period.is_inverted, period.has_year = inverted, named.year is not None
    return [(first, last, 0, period)]


def _ending(scene: Scene, first: int, last: int) -> list[Found]:
    """Read the 12 months to June, the three months ended September 30, 2021."""
    classes = scene.classes
    first, last = _trimmed(scene, first, last)
    word = next(at for at in range(first, last) if classes[at] in "w>cU")
    if classes[word] == "w" and scene.lower(word) not in ("ended", "ending"):
        return []
    named = collect(scene, first, word)
    days = None
    after = place(collect(scene, word + 1, last), scene.today)[0]
    if after is not None and classes[word] != "c" and named.grain in ("month", "year", "quarter"):
        months = {"month": 1, "quarter": 3, "year": 12}[named.grain] * (named.count or 1)
        past = shift_days(after[1], 1)
        start = past and shift_months(past, -months)
        days = (start, after[1]) if start else None
    elif classes[word] == ">" and named.grain not in ("month", "year"):
        return []
    return [(first, last, 0, _period(scene, first, last, days, Grain.OTHER, Basis.TRAILING, named))]
