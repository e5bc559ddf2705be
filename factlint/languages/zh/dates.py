"""Days and spans of years that Chinese text names: 2024年3月5日（星期二）, 2月30日, 5月1日至5日, 2019年至2023年."""

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from factlint.knowledge.chinese import Chinese
from factlint.model.period import Grain, Period
from factlint.model.span import Span

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d至到—–-])(?P<month>1[0-2]|[1-9])月(?P<day>\d{1,2})[日号]"
    r"(?:[至到—–~～-](?:(?P<to_month>1[0-2]|[1-9])月)?(?P<to>\d{1,2})[日号])?"
    r"(?:[（(]?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])[）)]?)?"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)年?(?:[至到—–~～-]|—{2})(?P<last>(?:19|20)\d\d)年")
_LEAP = 2000


def read_dates(text: str, words: Chinese) -> list[Period]:
    """Return the days, spans of days and spans of years of a text, in text order."""
    found = [*_days(text, words), *_spans(text)]
    return sorted(found, key=lambda period: period.span)


def _days(text: str, words: Chinese) -> Iterator[Period]:
    weekdays = {pair[0]: int(pair[1:]) for pair in words.listed["dates.weekdays"]}
    for match in _DAY.finditer(text):
        year = int(match["year"]) if match["year"] else None
        month, day = int(match["month"]), int(match["day"])
        period = Period(Span(*match.span()), match[0], grain=Grain.DAY, has_year=year is not None)
        last = calendar.monthrange(year or _LEAP, month)[1]
        period.is_impossible = not 1 <= day <= last
        if match["week"] and not match["to"]:
            period.weekday = weekdays[match["week"]]
        with suppress(ValueError):
            period.start = period.end = date(year or _LEAP, month, day)
            if match["to"]:
                period.end = date(year or _LEAP, int(match["to_month"] or month), int(match["to"]))
                period.grain = Grain.OTHER
                period.is_inverted = period.end < period.start and (year is not None or not match["to_month"])
        if match["to"] and period.start == period.end:
            period.end = None
        yield period


def _spans(text: str) -> Iterator[Period]:
    for match in _YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        yield Period(
            Span(*match.span()), match[0], date(first, 1, 1), date(last, 12, 31), Grain.OTHER, has_year=True,
            is_inverted=last < first,
        )  # fmt: skip
