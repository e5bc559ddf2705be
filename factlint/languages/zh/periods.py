"""Periods that Chinese words name: 一季度, 上半年, 前三季度, 1-3月, 3月末, 2023年."""

import re

from factlint.languages.zh.gaps import squeezed
from factlint.model.figure import Months
from factlint.model.span import Span

_NUMBER = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_QUARTER = re.compile(r"(第)?([一二三四1-4])季度|([一二三四])季(?!节)")
_FIRST_QUARTERS = re.compile(r"前([一二三两1-4])个?季度|([一1])[至到\-—]([二三四2-4])季度")
_HALF = re.compile(r"(上|下)半年")
_MONTHS = re.compile(
    r"(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])(?:月份?)?[至到\-—~～－](1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
)
_FIRST_MONTHS = re.compile(r"前(1[01]|[2-9]|十一?|[两二三四五六七八九])个月")
_MONTH = re.compile(r"(?<![0-9个\-])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!.{0,1}季)")
_YEARS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年?[至到\-—~～－/]((?:19|20)?[0-9]{2})年(?!代)")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:年(?!代)|(?=全年|财年|学年))")
_DECADE = re.compile(r"(?:(1[0-9]|2[01])世纪|上世纪|(?<![0-9]))([1-9]0|[一二三四五六七八九]?十)年代")
_LAST_MONTH = re.compile("上月|上个月")
_DAY = re.compile("[0-9]{1,2}[日号]|[一二三]?十?[一二三四五六七八九十][日号]")


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER[text.replace("两", "二")]


def read_periods(text: str, start: int, end: int) -> list[Months]:
    """Return the quarters, halves, months and years that ``text[start:end]`` names, each word once, in text order."""
    plain = squeezed(text, start, end)
    if plain is None:
        return _read(text, start, end)
    return [
        Months(span, span.of(text), one.first, one.last, one.year, is_day=one.is_day, is_implied=one.is_implied)
        for one in _read(plain.text, 0, len(plain.text))
        for span in (plain.span(one.span),)
    ]


def _read(text: str, start: int, end: int) -> list[Months]:
    found: list[Months] = []
    taken: list[Span] = []

    def take(match: re.Match[str], first: int, last: int, year: int = 0) -> None:
        span = Span(match.start(), match.end())
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            is_day = not year and _DAY.match(text, span.end) is not None
            found.append(Months(span, match[0], first, last, year, is_day=is_day))

    for match in _FIRST_QUARTERS.finditer(text, start, end):
        take(match, 1, 3 * _month(match[1] or match[3]))
    for match in _QUARTER.finditer(text, start, end):
        quarter = _month(match[2] or match[3])
        take(match, 3 * quarter - 2, 3 * quarter)
    for match in _HALF.finditer(text, start, end):
        take(match, *((1, 6) if match[1] == "上" else (7, 12)))
    for match in _MONTHS.finditer(text, start, end):
        take(match, _month(match[1]), _month(match[2]))
    for match in _FIRST_MONTHS.finditer(text, start, end):
        take(match, 1, _month(match[1]))
    for match in _MONTH.finditer(text, start, end):
        take(match, _month(match[1]), _month(match[1]))
    for match in _YEARS.finditer(text, start, end):
        years = (match[1], match[2] if len(match[2]) == 4 else match[1][:2] + match[2])
        found += [Months(Span(*match.span()), match[0], 0, 0, int(year)) for year in years]
        taken.append(Span(match.start(), match.end()))
    for match in _DECADE.finditer(text, start, end):
        tens = int(match[2]) if match[2].isdigit() else 10 * _NUMBER.get(match[2][0], 1)
        take(match, 0, 0, 100 * (int(match[1] or 20) - 1) + tens)
    for match in _YEAR.finditer(text, start, end):
        take(match, 0, 0, int(match[1]))
    return sorted([*found, *_before(text, start, end, found)], key=lambda told: told.span)


def _before(text: str, start: int, end: int, found: list[Months]) -> list[Months]:
    """Return the month that 上月 means beside the one month that a sentence names: a translation may name it."""
    named = {one.first for one in found if not one.year and one.first == one.last and not one.is_day}
    match = _LAST_MONTH.search(text, start, end)
    if match is None or len(named) != 1:
        return []
    month = (next(iter(named)) - 2) % 12 + 1
    return [Months(Span(*match.span()), match[0], month, month, is_implied=True)]
