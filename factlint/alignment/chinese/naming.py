"""What a Chinese figure measures, of when and of whom, by the words of its clause: 全市实现地区生产总值, 今年上半年."""

from collections.abc import Sequence

from factlint.alignment.chinese.lines import STOPS, Line
from factlint.knowledge.chinese import Chinese
from factlint.languages.zh import read_periods
from factlint.model.record import dataclass
from factlint.model.span import Span

_LONGEST = 18
_BEHIND = 10
_WHOLE_YEAR = (1, 12)


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
    clause = _without_times(line.clause(number), words)
    name = _stripped(clause, words)
    return name[-_LONGEST:] if len(name) <= 2 * _LONGEST else ""


def behind(line: Line, number: int) -> str:
    """Return the noun that a bare count counts: 264万个5G基站."""
    if not line.classifiers[number]:
        return ""
    rest = line.tail(number).lstrip("多余 ")
    rest = rest.removeprefix(line.classifiers[number])
    end = min((at for at in (rest.find(stop) for stop in STOPS) if at >= 0), default=len(rest))
    rest = rest[:end].strip()
    return rest if len(rest) <= _BEHIND else ""


def _stripped(name: str, words: Chinese) -> str:
    changed = True
    while changed and name:
        changed = False
        name = name.strip(" \u3000的了")
        for tail in (*words.listed["naming.trailing"], *(word for word, _ in words.change), *(word for word, _ in words.comparison)):
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
    opening = _without_times(opening, line.words).lstrip("，、 \u3000截至截止")
    best = ""
    for end in line.words.listed["naming.bodies"]:
        at = opening.find(end)
        if 1 < at <= _LONGEST and not any(stop in opening[:at] for stop in STOPS):
            found = opening[: at + len(end)]
            best = found if not best or len(found) < len(best) else best
    return best


def holds(text: str, listed: Sequence[str]) -> bool:
    """Say whether one of the words stands in a text."""
    return any(word in text for word in listed)


def place_of(line: Line, word: str, start: int, end: int) -> Span | None:
    """Return where a word stands last between two offsets."""
    at = line.text.rfind(word, start, end)
    return Span(at, at + len(word)) if at >= 0 else None
