"""Periods and dates: the first quarter of this year, January to March, as of the end of March, April 20, 2023.

The sentence is read as a string of class characters, one a token (see :func:`factlint.quantities.draft.classify`), and
the grammar is a handful of regular expressions over that string; the longest match wins. What the matched words name is
then collected and placed on the calendar.
"""

import re
from dataclasses import replace
from functools import lru_cache

from factlint.model.parse import Token, TokenKind
from factlint.model.period import Basis, Grain, Period
from factlint.model.span import Span
from factlint.quantities.calendar import Days, Named, place
from factlint.quantities.draft import Scene

_DAY = "(?:i_*|o_*)"
_NUM = "(?:[in]_*|m)"
_YEAR = "Y_*"
_WEEKDAY = r"(?:D\.?,?)"
_OF_YEAR = rf"(?:,?O?T?(?:d?FG?)?{_YEAR}|,?O?d{{1,3}}F?G|,?O?X|,?OT?FG)"
_MONTH = r"M\.?"
_POINTS = (
    rf"{_WEEKDAY}?{_MONTH},?T?{_DAY}(?:{_OF_YEAR})?",  # April 20, 2023
    rf"{_WEEKDAY}?T?{_DAY}O?{_MONTH}(?:{_OF_YEAR})?",  # 20 April 2023
    rf"T?(?:GO)?d?{_MONTH}(?:{_OF_YEAR})?",  # last October; the month of April; March of this year
    rf"{_YEAR},?{_MONTH}",
    rf"T?(?:d?FG?|G)?{_YEAR}",
    rf"T?{_YEAR}FG",
    rf"(?:T?d{{0,3}}G|{_YEAR}|T?F)T?-?o_*-?-?FG?G(?:{_OF_YEAR})?" ,
    rf"(?:T?d{{1,3}}G|{_YEAR}T?|T?d?FG?|T?d)?T?o_*-?-?F?G(?:{_OF_YEAR}|O?TG)?",  # the first quarter of this year
    rf"(?:T?d{{1,3}}G|T?F|T?d?)?[QH](?:{_OF_YEAR}|X)?|X|{_YEAR}[QH]",
    rf"T?d{{0,3}}o_*{_NUM}(?:r)?F?G(?:{_OF_YEAR}|O?TG|O{_MONTH})?",  # the first three months of 2023
    rf"T?d{{1,3}}{_NUM}-?r?F?G(?:{_OF_YEAR})?",  # the past five years
    rf"T?d{{1,3}}r?F?G(?:-?G)?(?:{_OF_YEAR}|O?d{{1,2}}G)?",
    r"T?G-(?:E|g)-?G",
    r"T?d{0,3}S(?:O?(?:Y_*|d{1,3}G))?",
    r"T?e",
    r"D",
    r"d{1,3}D(?:O?(?:d{1,3})G)?",
    r"Rd{0,3}",
)  # fmt: skip
_POINT = "(?:" + "|".join(_POINTS) + ")"
_PART = r"(?:T?(?:E)-?O?-?T?)"
_PLACED = rf"(?:{_PART}?{_POINT}|{_PART}G)"
_TO = r"(?:>|U|-)"
_DATES = rf"""
    (?P<between>N{_PLACED}(?:&|{_TO}){_PLACED})
  | (?P<span>f?{_PLACED}{_TO}{_PLACED})
  | (?P<days>(?:f|N)?(?:{_MONTH}N?{_DAY}(?:[>U&]|-)T?{_DAY}(?:{_OF_YEAR})?|{_DAY}(?:[>U&]|-){_DAY}O?{_MONTH}(?:{_OF_YEAR})?))
  | (?P<ending>T?(?:o_*|d)?{_NUM}?-?G(?:w|>|c|U)T?{_PLACED})
  | (?P<asof>s[OI]T?{_PLACED})
  | (?P<since>Z{_PLACED})
  | (?P<until>[BU]{_PLACED})
  | (?P<point>{_PLACED})
"""
_AGO = rf"(?:A|{_NUM}|T)-?G(?:g|E|h)"
_EVERY = r"[AP](?:i_*)?G|y|PG"
_NUMERIC = r"Y[-/.]i[-/.]i|i[-/]i[-/]Y|[in]/[in]/[in]|Y[-/]i|i/Y|i[-/]Y"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "dates": re.compile(_DATES, re.VERBOSE),
        "ago": re.compile(_AGO),
        "every": re.compile(_EVERY),
        "numeric": re.compile(_NUMERIC),
    }


_TRIGGERS = frozenset("MDGSYQHXeRyK")


def find_periods(scene: Scene) -> None:
    """Put the sentence's periods into the scene and mark their tokens as taken."""
    classes = scene.classes
    if _TRIGGERS.isdisjoint(classes):
        return
    found: list[tuple[int, int, int, Period]] = []
    patterns = _patterns()
    if "/" in classes or "-" in classes:
        for match in patterns["numeric"].finditer(classes):
            period = _numeric_date(scene, match.start(), match.end())
            if period is not None:
                found.append((match.start(), match.end(), 0, period))
    for order, (name, produce) in enumerate((("dates", _dated), ("ago", _ago), ("every", _every)), 1):
        for match in patterns[name].finditer(classes):
            produced = produce(scene, match)
            if produced is not None:
                found.append((produced[0], produced[1], order, produced[2]))
    found.sort(key=lambda item: (item[0] - item[1], item[2], item[0]))
    kept: list[tuple[int, Period]] = []
    for first, last, _, period in found:
        if scene.is_free(first, last):
            scene.take(first, last)
            kept.append((first, period))
    kept.sort(key=lambda item: item[0])
    scene.periods = [period for _, period in kept]


def _period(scene: Scene, first: int, last: int, days: Days | None, grain: Grain, basis: Basis, count: int | None = None) -> Period:
    span = scene.span(first, last)
    start, end = days if days is not None else (None, None)
    return Period(span, span.of(scene.text), start, end, grain, basis, count)


Produced = tuple[int, int, Period] | None


def _dated(scene: Scene, match: re.Match[str]) -> Produced:
    first, last = match.start(), match.end()
    kind = match.lastgroup or "point"
    classes = scene.classes
    while last > first and classes[last - 1] in ",.-":
        last -= 1
    if classes[first : first + 2] == "TM" or (classes[first : first + 2] == "TY" and classes[first + 2 : last].strip("_") == ""):
        first += 1
    core = first
    if kind == "asof":
        core += 2
    elif kind in ("since", "until"):
        core += 1
    if kind in ("between", "span", "days", "ending"):
        return _spanned(scene, first, last, kind)
    if not _is_period(scene, core, last):
        return None
    named = collect(scene, core, last)
    days, grain = place(named, scene.today)
    basis = Basis.FISCAL if named.fiscal else Basis.CALENDAR
    if kind == "since":
        basis = Basis.SINCE
        days = (days[0], scene.today) if days and scene.today and days[0] <= scene.today else None
        grain = Grain.OTHER
    elif kind == "until":
        basis = Basis.UNTIL
    elif kind == "asof":
        basis, grain = Basis.AS_OF, Grain.DAY
        days = (days[1], days[1]) if days else None
    elif named.part in ("end", "start"):
        basis = Basis.AS_OF
    elif named.deixis in ("past",) or (named.deixis == "last" and named.count):
        basis = Basis.TRAILING
    return first, last, _period(scene, first, last, days, grain, basis, named.count)


def _spanned(scene: Scene, first: int, last: int, kind: str) -> Produced:
    """Place January to March, 2021-2023, April 3-5, the year to March."""
    classes = scene.classes
    if kind == "ending":
        word = next(at for at in range(first, last) if classes[at] in "w>cU")
        if classes[word] == "w" and scene.lower(word) not in ("ended", "ending", "to", "through"):
            return None
        after = place(collect(scene, word + 1, last), scene.today)[0]
        named = collect(scene, first, word)
        if classes[word] in "c" or named.grain == "":
            return first, last, _period(scene, first, last, None, Grain.OTHER, Basis.CALENDAR, named.count)
        days = None
        if after is not None and named.grain in ("month", "year", "quarter"):
            size = {"month": 1, "quarter": 3, "year": 12}[named.grain] * (named.count or 1)
            from factlint.quantities.calendar import shift_days, shift_months

            start = shift_days(after[1], 1)
            start = start and shift_months(start, -size)
            days = (start, after[1]) if start else None
        return first, last, _period(scene, first, last, days, Grain.OTHER, Basis.TRAILING, named.count)
    core = first + (classes[first] in "fN")
    cuts = [at for at in range(core + 1, last) if classes[at] in "->U&b"]
    if kind == "days":
        cut = cuts[0] if classes[core] != "M" or not cuts else cuts[0]
        return _day_range(scene, first, core, cut, last)
    best = None
    for cut in cuts:
        if re.fullmatch(_PLACED, classes[core:cut]) and re.fullmatch(_PLACED, classes[cut + 1 : last]):
            best = cut
            break
    if best is None:
        return None
    if classes[best] == "-" and not _is_hyphen_span(scene, core, best, last):
        return None
    if not (_is_period(scene, core, best, spanned=True) and _is_period(scene, best + 1, last, spanned=True)):
        return None
    left, right = collect(scene, core, best), collect(scene, best + 1, last)
    if left.year is None and not left.deixis:
        left = replace(left, year=right.year, deixis=right.deixis if right.grain == "year" else "", grain=left.grain or (right.grain if right.grain == "year" else ""))
    begin, end = place(left, scene.today)[0], place(right, scene.today)[0]
    days: Days | None = (begin[0], end[1]) if begin and end else None
    if days is not None and days[0] > days[1]:
        days = None
        if left.year is None and right.year is not None and begin is not None:
            days = None
    return first, last, _period(scene, first, last, days, Grain.OTHER, Basis.CALENDAR)


def _is_hyphen_span(scene: Scene, core: int, cut: int, last: int) -> bool:
    """Tell 2021-2023 from a year before something else, and keep 2013-14 a season."""
    left, right = scene.classes[core:cut], scene.classes[cut + 1 : last]
    if left == "Y" and right[:1] == "i":
        return False
    return not (right[:1] == "G" and left[-1:] != "G")


def _day_range(scene: Scene, first: int, core: int, cut: int, last: int) -> Produced:
    named = collect(scene, core, last)
    numbers = [scene_day(scene, at) for at in range(core, last) if scene.classes[at] in "io"]
    if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
        return None
    begin = place(replace(named, day=numbers[0]), scene.today)[0]
    end = place(replace(named, day=numbers[1]), scene.today)[0]
    days = (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    return first, last, _period(scene, first, last, days, Grain.OTHER, Basis.CALENDAR)


def scene_day(scene: Scene, at: int) -> int | None:
    """Return the number that begins at a token."""
    for numeral in scene.numerals:
        if numeral.first == at:
            return numeral.whole
    return None


def _is_period(scene: Scene, first: int, last: int, *, spanned: bool = False) -> bool:
    """Refuse what has the shape of a period and is none: a bare 2000 before what it counts, "fall", "the half"."""
    classes = scene.classes[first:last]
    before = scene.classes[first - 1] if first else ""
    if classes.strip("_") == "Y" or classes == "TY":
        return _is_year(scene, first + (classes[0] == "T"), last, spanned=spanned)
    if classes.strip("T") == "S":
        return before in "IOdT>f" and bool(before) and scene.lower(last - 1) not in ("fall", "falls", "springs") or classes == "TS"
    if "S" in classes and scene.lower(last - 1) in ("fall", "falls", "springs") and "d" not in classes:
        return False
    shape = classes.replace("_", "")
    if shape in ("oG", "ToG", "o-G", "To-G", "o--G", "doG"):
        grain = scene.lexicon.times.grains.get(scene.lower(last - 1).removesuffix("'s").removesuffix("\u2019s"), "")
        if grain == "half":
            return scene.lower(last + 1) not in ("game", "match") and scene.lower(last) not in ("hour", "marathon", "goal")
        return grain == "quarter" and not (scene.lower(first) == "a")
    if shape in ("EG", "E-G"):
        return scene.lower(first) in ("year-end", "mid") or scene.lower(last - 1).startswith("year")
    if shape.endswith("-G") and "d" in shape and "o" not in shape and "E" not in shape and any(character in shape for character in "in"):
        return False  # the prior seven-day average: a length, no time on the calendar
    if "GOM" in shape and scene.lexicon.times.grains.get(scene.lower(first + (shape[0] == "T"))) not in ("month", "week") or "GOM" in shape and scene.lower(first).endswith("s"):
        return False
    if shape == "X":
        return True
    if shape[:1] == "R" and scene.lower(first) == "now":
        return False
    if shape == "e":
        return scene.kind(first) is TokenKind.DESIGNATOR and len(scene.word(first)) == 5
    if shape in ("Q", "H"):
        return True
    if shape[-1:] == "G" and "d" in shape and "o" not in shape:
        return _is_deictic(scene, first, last)
    return not (shape in ("TGY", "GY") and scene.lower(first + (shape[0] == "T")) not in ("year",))


def _is_deictic(scene: Scene, first: int, last: int) -> bool:
    grain = scene.lower(last - 1)
    if scene.lower(last) in ("-",) and scene.touches(last) and scene.lower(last + 1) in ("old", "long"):
        return False
    if scene.lower(last - 1) in ("half", "quarter") and scene.lower(first) == "that":
        return False
    return not (grain == "half" and scene.lower(last) in ("of", "a", "the") and scene.lower(first) in ("this", "that"))


_YEARLY = frozenset("IOZBf>UNab&sV(EdTF|")


def _is_year(scene: Scene, first: int, last: int, *, spanned: bool) -> bool:
    numeral = next((n for n in scene.numerals if n.first == first), None)
    if numeral is None:
        return False
    value = numeral.whole or 0
    if numeral.in_words:
        return value // 100 in (18, 19) and numeral.last - numeral.first >= 2 and numeral.scale == 1
    before = scene.classes[first - 1] if first else ""
    after = scene.lower(last)
    if spanned:
        return value >= 1800
    if before and before == "*" and scene.word(first - 1) in scene.lexicon.signs:
        return False
    if scene.lexicon.labels.labels.__contains__(scene.lower(first - 1)):
        return False
    if after in ("%", "percent", "per") or (after in scene.lexicon.names and not scene.classes[last : last + 1] in ("I",)):
        return False
    if after == "-" and scene.touches(last):
        return value >= 1900 and before in "IOZBf>UNab&"
    plural = _is_plural(scene, last)
    if before and before in "I" and value >= 1800:
        return scene.lower(first - 1) in ("in", "during", "throughout", "on") or not plural
    if plural and before == "V" and 1990 <= value <= 2040:
        return True
    if plural and not (before and before in "OZBfUNabEdF"):
        return before == "W" and scene.lower(first - 1).endswith(("'s", "\u2019s"))
    return 1900 <= value <= 2099 or (before != "" and before in _YEARLY)


def _is_plural(scene: Scene, at: int) -> bool:
    word = scene.lower(at)
    nouns = scene.lexicon.nouns
    for step in range(at, min(at + 2, len(scene.tokens))):
        word = scene.lower(step)
        if scene.kind(step) is not TokenKind.WORD or word in nouns.stop:
            return False
        if word in nouns.plural or (word.endswith("s") and word not in nouns.not_plural and "'" not in word and "\u2019" not in word and len(word) > 3):
            return True
    return False


def collect(scene: Scene, first: int, last: int) -> Named:
    """Collect what the words of a date or period name."""
    named = Named()
    times = scene.lexicon.times
    numerals = {numeral.first: numeral for numeral in scene.numerals if first <= numeral.first < last}
    classes = scene.classes
    for at in range(first, last):
        character = classes[at]
        token = scene.tokens[at]
        word = token.lower.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
        if character == "M":
            named.month = times.months[word]
        elif character == "D":
            named.weekday = times.weekdays[word]
        elif character == "Y":
            named.year = numerals[at].whole if at in numerals else None
        elif character == "G":
            _grain(named, times.grains[word])
        elif character == "d":
            named.deixis = named.deixis or times.deixis[word]
        elif character == "E":
            named.part = times.parts[word]
        elif character == "F":
            named.fiscal = True
        elif character == "S":
            named.season = times.seasons[word]
        elif character == "R":
            named.relative = times.relative[word]
        elif character == "o" and at in numerals:
            named.ordinal = numerals[at].whole
        elif character in "in" and at in numerals:
            named.count = numerals[at].whole
        elif character in "QHXe":
            _designated(scene, named, token)
    if named.month is not None and (named.ordinal is not None or named.count is not None) and named.grain in ("", "year"):
        named.day = named.ordinal if named.ordinal is not None else named.count
        named.ordinal = named.count = None
    return named


def _grain(named: Named, grain: str) -> None:
    if named.ordinal is not None and named.count is None and grain in ("quarter", "half") and named.quarter is None and named.half is None:
        if grain == "quarter":
            named.quarter = named.ordinal
        else:
            named.half = named.ordinal
        named.ordinal = None
    elif not named.grain or named.grain == "year":
        named.grain = grain


def _designated(scene: Scene, named: Named, token: Token) -> None:
    text = token.text
    if token.kind is TokenKind.WORD:
        named.decade = 1900 + scene.lexicon.times.decades[token.lower]
        return
    if text[-1] in "sS":
        number = int(text[:-1])
        named.decade = number if number > 100 else (1900 if number >= 30 else 2000) + number
        return
    if text[:2] == "FY":
        number = int(text[2:])
        named.year, named.fiscal = number if number > 100 else 2000 + number, True
        return
    digit = next(int(character) for character in text if character.isdecimal())
    if "Q" in text or "q" in text:
        named.quarter = digit
    else:
        named.half = digit
    if len(text) == 4:
        named.year = 2000 + int(text[2:])


def _ago(scene: Scene, match: re.Match[str]) -> Produced:
    """Place five years ago and a year earlier."""
    first, last = match.start(), match.end()
    end = scene.lower(last - 1)
    if end not in ("ago", "earlier", "later", "before", "hence", "ahead"):
        return None
    if scene.classes[first] == "T" and end != "earlier":
        return None
    named = collect(scene, first, last - 1)
    named.ago = end == "ago"
    if named.count is None and scene.classes[first] == "A":
        named.count = 1
    if end != "ago":
        named.deixis = "that"
    days, grain = place(named, scene.today)
    return first, last, _period(scene, first, last, days, grain, Basis.CALENDAR, named.count)


def _every(scene: Scene, match: re.Match[str]) -> Produced:
    """Read a year, per month and annually as rates."""
    first, last = match.start(), match.end()
    word = scene.lower(last - 1)
    if scene.classes[first] == "A" and not (first and _is_rated(scene, first - 1)):
        return None
    if scene.classes[first] == "y" and word not in ("annually", "yearly", "monthly", "weekly", "daily", "quarterly", "hourly", "annum"):
        return None
    grain = scene.lexicon.times.repeated.get(word) or scene.lexicon.times.grains.get(word, "")
    if word == "annum" and scene.lower(first - 1) == "per":
        first -= 1
    period = _period(scene, first, last, None, {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}.get(grain, Grain.OTHER), Basis.CALENDAR)
    period.recurring = True
    return first, last, period


def _is_rated(scene: Scene, at: int) -> bool:
    """Say whether "a year" says how often here: behind a figure and its unit or noun."""
    for step in range(at, max(at - 4, -1), -1):
        if scene.classes[step] in "inY_" or scene.word(step) in ("%",) or scene.lower(step) in ("percent", "times", "twice", "once"):
            return True
        if scene.kind(step) is not TokenKind.WORD:
            return False
    return False


def _numeric_date(scene: Scene, first: int, last: int) -> Period | None:
    """Read 2023-04-20, 4/20/2023, 2023/04 and 2013-14, whose parts touch."""
    if any(not scene.touches(at) for at in range(first + 1, last)):
        return None
    if (first and scene.touches(first) and scene.word(first - 1) in "-/.:$") or (scene.touches(last) and scene.word(last) in "-/%:" and scene.kind(last + 1) is TokenKind.NUMBER):
        return None
    texts = [scene.word(at) for at in range(first, last, 2)]
    if not all(text.isdecimal() for text in texts):
        return None
    numbers = [int(text) for text in texts]
    named = Named()
    if len(numbers) == 3:
        if len(texts[0]) == 4:
            named.year, named.month, named.day = numbers
        elif len(texts[2]) in (2, 4):
            named.month, named.day, named.year = numbers[0], numbers[1], numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
            if named.month > 12 >= named.day:
                named.month, named.day = named.day, named.month
            elif named.month <= 12 and named.day <= 12 and named.month != named.day:
                return _period(scene, first, last, None, Grain.DAY, Basis.CALENDAR)
        else:
            return None
        days, grain = place(named, scene.today)
        return _period(scene, first, last, days, grain, Basis.CALENDAR)
    year, other, text = (numbers[0], numbers[1], texts[1]) if len(texts[0]) == 4 else (numbers[1], numbers[0], texts[0])
    if len(texts[0]) == 4 and len(text) == 2 and other == (year + 1) % 100:
        days = (place(Named(year=year), None)[0], place(Named(year=year + 1), None)[0])
        return _period(scene, first, last, None, Grain.YEAR, Basis.FISCAL)
    if not 1 <= other <= 12:
        return None
    days2, grain = place(Named(year=year, month=other), scene.today)
    return _period(scene, first, last, days2, grain, Basis.CALENDAR)
