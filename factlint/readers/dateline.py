"""The document's own date and place: a field, a header line, a newspaper dateline, the title, or the file's name."""

import re
from datetime import date
from functools import cache
from pathlib import PurePath

from factlint.model.document import Dateline
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers.blocks import Line, lines_of

_HEAD_CHARACTERS = 6000
_HEAD_LINES = 30
_FOOT_CHARACTERS, _FOOT_LINES = 400, 3
_EVENT_FIELDS = frozenset(("date", "time", "when", "event date", "date and time", "date/time", "meeting date", "day"))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(slots=True)
class _Day:
    """A date as written; the year may be missing."""

    month: int
    day: int
    year: int | None
    span: Span

    def on(self, year: int | None = None) -> date | None:
        """Return the calendar day, None where the year is not known or has no such day."""
        year = self.year or year
        try:
            return date(year, self.month, self.day) if year else None
        except ValueError:
            return None


def dateline_of(text: str, path: str = "") -> Dateline:
    """Return the document's own date and place; only the head of the text counts, and the file's name last of all."""
    lines = lines_of(text, 0, min(len(text), _HEAD_CHARACTERS))[:_HEAD_LINES]
    place = _place_field(text, lines)
    header = _header(text, lines)
    paper = _newspaper(text, lines, path)
    found = _field(text, lines) or header or (paper if paper and paper.date else None) or _title(text, lines)
    if found is None:
        found = paper or Dateline()
    if found.date is None and paper is None and (foot := _foot(text)) is not None:
        found.date, found.span = foot.on(), foot.span
    if found.date is None and paper is None and (named := _named_date(path)) is not None:
        found.date = named
    if found.place is None:
        others = [other.place for other in (header, paper) if other is not None and other.place]
        found.place = place or (others[0] if others else None)
    return found


def _field(text: str, lines: list[Line]) -> Dateline | None:
    """Read "Date: April 20, 2023", the date on the same line or the next."""
    for at, line in enumerate(lines):
        match = _field_pattern().match(text, line.start, line.end)
        if match is None:
            continue
        where = Span(match.end(), line.end)
        if not text[where.start : where.end].strip():
            if at + 1 >= len(lines):
                continue
            where = Span(lines[at + 1].start, lines[at + 1].end)
        day = _first_day(text, where.start, min(where.end, where.start + 80))
        if day is None or day.span.start - where.start > 30 or (known := day.on()) is None:
            continue
        is_event = match["name"].lower() in _EVENT_FIELDS and not _is_article(text, lines)
        return Dateline(known, None, day.span, is_event)
    return None


def _foot(text: str) -> _Day | None:
    """Read "Published on 1 November 2024" where it stands alone in one of the last lines."""
    for line in lines_of(text, max(len(text) - _FOOT_CHARACTERS, 0))[-_FOOT_LINES:]:
        match = _foot_pattern().match(text, line.start, line.end)
        day = _first_day(text, match.end(), line.end) if match is not None else None
        if match is None or day is None or day.on() is None or day.span.start > match.end():
            continue
        if not text[day.span.end : line.end].strip(" .*_)"):
            return day
    return None


def _is_article(text: str, lines: list[Line]) -> bool:
    """Say whether an author or source is named beside the date, which then is that of publication."""
    return any(_author_pattern().match(text, line.start, line.end) for line in lines)


def _place_field(text: str, lines: list[Line]) -> str | None:
    for at, line in enumerate(lines):
        match = _place_pattern().match(text, line.start, line.end)
        if match is not None:
            words = text[match.end() : line.end].strip()
            if not words and at + 1 < len(lines):
                words = text[lines[at + 1].start : lines[at + 1].end]
            return words if 1 < len(words) <= 80 else None
    return None


def _header(text: str, lines: list[Line]) -> Dateline | None:
    """Read a short line that is little but a date: "Beijing | 3 p.m. April 20, 2023", "Thursday, May 3, 2021"."""
    for line in lines:
        if (
            line.end - line.start > 120
            or text[line.end - 1] in "?!;"
            or _next_pattern().match(text, line.start, line.end)
        ):
            continue
        day = _first_day(text, line.start, line.end)
        if day is None or (known := day.on()) is None:
            continue
        clock = _clock_pattern().search(text, line.start, line.end)
        rest = text[line.start : day.span.start] + " | " + text[day.span.end : line.end]
        if clock is not None:
            rest = rest.replace(clock.group(), " | ")
        pieces = [
            piece.strip(" ,.:-\u2013\u2014()[]*_")
            for piece in re.split(r"[|\u2022\u00b7]|\s--?\s|\s[\u2013\u2014]\s", rest)
        ]
        pieces = [piece for piece in pieces if piece and not _filler_pattern().fullmatch(piece)]
        if len(pieces) > 2 or any(len(piece.split()) > 6 or not piece[0].isupper() for piece in pieces):
            continue
        if clock is None and pieces and not (len(pieces) == 1 and _is_place(pieces[0])):
            continue
        place = next((piece for piece in pieces if _is_place(piece)), None)
        return Dateline(known, place, day.span, clock is not None)
    return None


def _newspaper(text: str, lines: list[Line], path: str) -> Dateline | None:
    """Read "BEIJING, April 20 (Xinhua) --" at the beginning of a paragraph; a year that is not given is looked for."""
    for line in lines[:8]:
        match = _newspaper_pattern().match(text, line.start, min(line.end, line.start + 160))
        if match is None:
            continue
        place = " ".join(match["place"].strip(" ,").split())
        if not _is_place(place):
            continue
        day = _first_day(text, match.end("place"), match.end())
        if day is None:
            # "PAHAL - a repository": without a date, capitals or an agency must open the text and a sentence.
            plain = place.isupper() and line in lines[:3] and text[match.end() : match.end() + 1].isupper()
            if not match["agency"] and not plain:
                continue
            return Dateline(None, place, Span(line.start, match.end("place")))
        return Dateline(day.on(_year_for(text, lines, day, path)), place, day.span)
    return None


def _year_for(text: str, lines: list[Line], day: _Day, path: str) -> int | None:
    """Return the year that the file's name or another line of the head gives for a day and month."""
    named = _named_date(path)
    if named is not None and (named.month, named.day) == (day.month, day.day):
        return named.year
    for line in lines:
        for other in _days(text, line.start, min(line.end, line.start + 400)):
            if other.year and (other.month, other.day) == (day.month, day.day):
                return other.year
    return named.year if named is not None and abs(named.month - day.month) <= 1 else None


def _title(text: str, lines: list[Line]) -> Dateline | None:
    """Read the date that a title ends with or sets off by a comma: "Press Conference, March 21, 2018"."""
    for line in lines[:3]:
        if (
            line.end - line.start > 200
            or text[line.end - 1] in ".!?;,:"
            or _next_pattern().match(text, line.start, line.end)
        ):
            continue
        days = [day for day in _days(text, line.start, line.end) if day.year]
        if len(days) != 1 or (known := days[0].on()) is None:
            continue
        before = text[line.start : days[0].span.start].rstrip(" (")
        apart = not before or before[-1] in ",|:-\u2013\u2014" or not text[days[0].span.end : line.end].strip(" )")
        if apart and not _period_pattern().search(before):
            return Dateline(known, None, days[0].span)
    return None


def _is_place(words: str) -> bool:
    parts = words.replace(",", " ").split()
    if not 1 <= len(parts) <= 6 or ":" in words or any(map(str.isdigit, words)):
        return False
    if _filler_pattern().fullmatch(words) or _occasion_pattern().search(words):
        return False
    return all(part[0].isupper() or part in ("of", "and", "the", "de", "la", "el", "al") for part in parts)


def _named_date(path: str) -> date | None:
    """Return the date in a file's name: scio-briefing-2023-04-20.txt, 20230420_release.md."""
    match = _name_pattern().search(PurePath(path).name)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _first_day(text: str, start: int, end: int) -> _Day | None:
    return next(iter(_days(text, start, end)), None)


def _days(text: str, start: int, end: int) -> list[_Day]:
    """Return the days of the calendar written in a stretch: April 20, 2023; 20 April 2023; 2023-04-20; April 20."""
    days: list[_Day] = []
    for match in _day_pattern().finditer(text, start, end):
        part = match.groupdict()
        if part["iso_year"]:
            found = _Day(int(part["iso_month"]), int(part["iso_day"]), int(part["iso_year"]), Span(*match.span()))
        else:
            name = part["m1"] or part["m2"]
            year = part["y1"] or part["y2"]
            month = _MONTHS.index(name[:3].lower()) + 1
            found = _Day(month, int(part["d1"] or part["d2"]), int(year) if year else None, Span(*match.span()))
        if 1 <= found.month <= 12 and 1 <= found.day <= 31:
            days.append(found)
    return days


@cache
def _day_pattern() -> re.Pattern[str]:
    months = (
        r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
        r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )
    return re.compile(
        rf"\b(?P<m1>{months})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{months}),?(?:\s+(?P<y2>(?:19|20)\d\d)\b)?(?![a-z])"
        r"|\b(?P<iso_year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<iso_month>\d{1,2})(?P=sep)(?P<iso_day>\d{1,2})\b",
        re.IGNORECASE,
    )


@cache
def _field_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[^\w]{0,4}(?P<name>Date(?: and time|/time)?|Dated|Time|When|Day|Event date|Meeting date|Published(?: on)?|Posted(?: on)?"
        r"|Released(?: on)?|Release date|Date of release|Date published|Publication date|Issued|Updated|Last updated)"
        r"\W{0,2}\s*[:\uff1a]\W{0,3}",
        re.IGNORECASE,
    )


@cache
def _foot_pattern() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}(?:First )?(?:Published|Issued|Posted|Released|Printed)(?: on)?:?\s+", re.IGNORECASE)


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}(?:Place|Venue|Location|City)\s*[:\uff1a]\s*", re.IGNORECASE)


@cache
def _author_pattern() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}(?:Author|By|Source|Editor|Link|URL|Published)\s*:", re.IGNORECASE)


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}(?:next|until|valid|deadline|embargo|expires|copyright|\u00a9)\b", re.IGNORECASE)


@cache
def _clock_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bat\s+)?\b(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?)|\d{1,2}:\d\d(?::\d\d)?\b)"
        r"(?:\s*\(?\b(?:E[SD]?T|C[SD]?T|P[SD]T|M[SD]T|GMT|BST|CET|CEST|UTC|HKT|JST|local time|Beijing time)\b\)?)?",
        re.IGNORECASE,
    )


@cache
def _filler_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:on |at )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|Date|Dated|Published|"
        r"Updated|Posted|Released|For (?:immediate )?release(?: at| on)?|E[SD]?T|GMT|BST|UTC|Press release|News release|"
        r"FOR IMMEDIATE RELEASE|\W+)",
        re.IGNORECASE,
    )


@cache
def _occasion_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:address|briefing|bulletin|call|communiqu\u00e9|conference|hearing|interview|meeting|minutes|news|press|"
        r"release|remarks|report|results|speech|statement|summary|testimony|transcript|update|chair|president|minister)\b",
        re.IGNORECASE,
    )


@cache
def _newspaper_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<place>[A-Z][\w.'\u2019]+(?:[ -][A-Z][\w.'\u2019]+){0,3}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2}?)"
        r"(?:(?:,\s+|\s+(?:--|[\u2013\u2014-])\s+)(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)[,.]?)?"
        r"\s*(?P<agency>(?:\([^()\r\n]{2,40}\)|/[^/\r\n]{2,40}/))?\s*(?:--|[\u2013\u2014]|-(?=\s))\s*(?P<wire>\([A-Z ]{4,30}\)\s*--)?"
    )


@cache
def _period_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:as of|as at|end(?:ed|ing|s)?|to|until|at|since|through|by|from|before|after|between|and)$", re.IGNORECASE
    )


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
