"""What a Chinese figure measures, of when and of whom, by the words of its clause: 全市实现地区生产总值, 今年上半年."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date

from factlint.alignment.chinese.lines import STOPS, Line
from factlint.knowledge.chinese import Chinese, last_of
from factlint.languages.zh import read_periods
from factlint.model.period import Basis, Grain, Period
from factlint.model.record import dataclass
from factlint.model.span import Span

_COMPARED = re.compile(r"[比较](?=上|去|前|年初|同期|19\d\d|20\d\d|\d|[一二三四]季|以往|常年|往年)")
_SAID = re.compile(r"^.{0,10}?(?<!小)(?:说|表示|介绍|指出|透露|显示|提到)")
_REACHED = re.compile(r"([到至为])(?:[^，。；：！？、%％]{0,10}?[的末底])?[约近超了]{0,2}$")
_NO_BODY = "占共有的以约全均比较其各每在是"
_LONGEST = 18
_BEHIND = 10
_WHOLE_YEAR = (1, 12)
_GRAINS = {1: Grain.MONTH, 3: Grain.QUARTER, 6: Grain.HALF, 12: Grain.YEAR}


@dataclass(slots=True, frozen=True)
class When:
    """The time that words name: months of a year (0 where they name none), the year or a word for it, and whether 末 ends it."""

    year: str = ""
    months: tuple[int, int] = (0, 0)
    is_end: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the words name any time."""
        return bool(self.year) or self.months != (0, 0)

    def against(self, other: "When") -> str:
        """Return "same", "other", or "unknown" where one of the two names less."""
        if self.is_known is not other.is_known:
            return "unknown"
        if (self.months, self.is_end) != (other.months, other.is_end) or (
            self.year and other.year and self.year != other.year
        ):
            return "other"
        return "same" if self.year == other.year else "unknown"


def name_of(line: Line, number: int) -> str:
    """Return what stands before a figure in its clause without times, verbs of telling and whose it is; "" where nothing does."""
    words = line.words
    clause = line.clause(number)
    compared = _COMPARED.search(clause)
    clause = clause[: compared.start()] if compared is not None else clause
    told = _SAID.match(clause)
    clause = clause[told.end() :] if told is not None and told.end() < len(clause) else clause
    name = stripped(_without_times(clause, words), words)
    return name[-_LONGEST:] if len(name) <= 2 * _LONGEST else ""


def behind(line: Line, number: int) -> str:
    """Return the noun that a bare count counts: 264万个5G基站."""
    if not line.counters[number]:
        return ""
    rest = line.tail(number).lstrip("多余 ").removeprefix(line.counters[number])
    end = min((at for at in (rest.find(stop) for stop in STOPS) if at >= 0), default=len(rest))
    rest = rest[:end].strip()
    return rest if len(rest) <= _BEHIND else ""


def stripped(name: str, words: Chinese) -> str:
    """Return a name without the words that only lead in or only tell: 全市实现…达到."""
    changed = True
    while changed and name:
        changed = False
        name = name.strip(" \u3000的了")
        for tail in (
            *words.listed["naming.trailing"],
            *(word for word, _ in words.change),
            *(word for word, _ in words.comparison),
        ):
            if name.endswith(tail):
                name, changed = name[: -len(tail)], True
                break
        for head in words.listed["naming.leading"]:
            if name.startswith(head):
                name, changed = name[len(head) :], True
                break
    return name


def _without_times(text: str, words: Chinese) -> str:
    for told in reversed(read_periods(text, 0, len(text))):
        end = told.span.end + (text[told.span.end : told.span.end + 1] in ("末", "底", "份", "初"))
        text = text[: told.span.start] + text[end:]
    for word in words.paired["naming.relative"]:
        text = text.replace(word, "")
    return text


def when_of(line: Line, number: int) -> When:
    """Return the time of the nearest clause before a figure that names one; not what a change is measured against."""
    end = line.figures[number].span.start
    start = end
    while start > line.span.start:
        stop = max(line.text.rfind(mark, line.span.start, start) for mark in "，；：")
        opening = max(stop + 1, line.span.start)
        found = _told(line.text[opening:end], line.words)
        if found.is_known:
            return found
        if stop < line.span.start:
            break
        start = end = stop
    return When()


def period_of(line: Line, number: int) -> Period | None:
    """Return the time of a figure as days of the calendar, where its words name a year; the end of it where 末 says so."""
    when = when_of(line, number)
    if not when.year.isdecimal():
        return None
    first, last = when.months if when.months != (0, 0) else _WHOLE_YEAR
    if last < first:
        return None
    year = int(when.year)
    start, end = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    span = line.figures[number].span
    if when.is_end:
        return Period(span, when.year, end, end, Grain.DAY, Basis.AS_OF, has_year=True)
    return Period(span, when.year, start, end, _GRAINS.get(last - first + 1, Grain.OTHER), has_year=True)


def _told(text: str, words: Chinese) -> When:
    cut = min((at for at in (text.find(mark) for mark in ("比", "较", "高于", "低于")) if at >= 0), default=len(text))
    while 0 < cut < len(text) and text[cut - 1 : cut + 1] in ("占比", "环比", "同比"):
        later = [at for at in (text.find(mark, cut + 1) for mark in ("比", "较")) if at >= 0]
        cut = min(later, default=len(text))
    text = text[:cut]
    year, months, is_end = "", (0, 0), False
    for told in read_periods(text, 0, len(text)):
        if told.year:
            year = str(told.year)
        else:
            months = told.first, told.last
        is_end = is_end or text[told.span.end : told.span.end + 1] in ("末", "底")
    for word, meaning in words.paired["naming.relative"].items():
        if word in text:
            if meaning == "全年":
                months = _WHOLE_YEAR
            else:
                year = year or meaning
    return When(year, months, is_end or "截至" in text or "截止" in text)


def body_of(line: Line) -> str:
    """Return whom a sentence opens with: a firm, a city, a body by the end of its name; "" where none is told."""
    opening = line.text[line.span.start : min(line.span.start + 2 * _LONGEST, line.span.end)]
    opening = _without_times(opening, line.words).strip("，、 \u3000").removeprefix("截至").removeprefix("截止")
    found = [
        opening[: at + len(end)]
        for end in line.words.listed["naming.bodies"]
        if 1 < (at := opening.find(end)) <= _LONGEST
        and not any(stop in opening[:at] for stop in (*STOPS, *_NO_BODY, *"0123456789"))
    ]
    return min(found, key=len, default="")


def principal_of(lines: Sequence[Line]) -> str:
    """Return whom a text is about: the body that its first line opens with, or the one that most sentences open with."""
    told = [body_of(line) for line in lines]
    if told and told[0]:
        return told[0]
    counts = Counter(name for name in told if name).most_common(2)
    alone = len(counts) == 1 or (len(counts) > 1 and counts[0][1] > counts[1][1])
    return counts[0][0] if alone and counts[0][1] > 1 else ""


def reached(line: Line, number: int) -> tuple[str, Span, str] | None:
    """Return the word of change by which a level is reached, where it stands, and which way: 提高到去年的80%."""
    end = line.figures[number].span.start
    floor = line.figures[number - 1].span.end if number else line.span.start
    match = _REACHED.search(line.text[floor:end])
    if match is None:
        return None
    at = floor + match.start()
    found = last_of(line.words.change, line.text, at, floor)
    if found is None or found[1] == "loose" or found[0].endswith(("速", "幅")):
        return None
    return found[0], Span(at - len(found[0]), at + 1), found[1]


def holds(text: str, listed: Sequence[str]) -> bool:
    """Say whether one of the words stands in a text."""
    return any(word in text for word in listed)
