"""Days as a sentence gives them: the date behind a verb, dates joined, the two ends of a life in brackets."""

import re
from datetime import date

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.period import Basis, Grain, Period
from factlint.model.record import dataclass
from factlint.model.span import Span

REACH = 14
"""Elements within which a date is looked for behind its verb."""

_SINGLE = (Grain.DAY, Grain.MONTH, Grain.YEAR)
_BARS = (Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR)
_ERAS = frozenset({"bc", "bce", "b.c", "b.c.", "b.c.e"})


@dataclass(slots=True, frozen=True)
class When:
    """The days in which an event lies, and the words that say so."""

    span: Span
    start: date
    end: date
    grain: Grain

    def overlaps(self, other: "When") -> bool:
        """Say whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


def when_near(elements: list[Element], at: int) -> When | None:
    """Return the first date behind the verb in its clause, else the one that opens the sentence."""
    for place in range(at + 1, min(at + REACH, len(elements))):
        element = elements[place]
        if element.tag is Tag.PERIOD:
            return date_at(elements, place)
        if element.tag in _BARS or element.lower in {")", "until", "since", "before", "after"}:
            return None
    opening = [place for place, element in enumerate(elements[:3]) if element.tag is Tag.PERIOD]
    return date_at(elements, opening[0]) if opening else None


def date_at(elements: list[Element], at: int) -> When | None:
    """Return a date with its year, and those joined to it: in the late 1960s and early 1970s."""
    first = usable(elements[at].period)
    if first is None or (at and elements[at - 1].lower in {"since", "until", "by", "before", "after"}):
        return None
    while at + 2 < len(elements) and elements[at + 1].lower in {"and", "or", ","}:
        following = usable(elements[at + 2].period)
        if following is None:
            break
        start, end = min(first.start, following.start), max(first.end, following.end)
        first = When(Span(first.span.start, following.span.end), start, end, Grain.OTHER)
        at += 2
    return None if at + 1 < len(elements) and elements[at + 1].lower in _ERAS else first


def usable(period: Period | None) -> When | None:
    """Return a date with its year, meant as a date and no stretch of time."""
    if period is None or period.start is None or period.end is None or period.basis is not Basis.CALENDAR:
        return None
    is_decade = period.grain is Grain.OTHER and period.text.endswith("s") and "-" not in period.text
    if not (period.grain in _SINGLE or is_decade) or not names_year(period.text):
        return None
    return When(period.span, period.start, period.end, period.grain)


def names_year(text: str) -> bool:
    """Say whether the words of a date give its year: 1980, the 1970's."""
    parts = text.replace(",", " ").replace("’", "'").split()
    return any((year := part.removesuffix("'s").removesuffix("s")).isdigit() and len(year) == 4 for part in parts)


def both_ends(period: Period | None) -> tuple[When | None, When | None]:
    """Return both ends of "3 May 1901 - 7 June 1980", where it is read as one stretch."""
    if period is None or period.start is None or period.end is None:
        return None, None
    parts = re.split("[-−–—]", period.text)
    if len(parts) != 2 or not all(names_year(part) for part in parts):
        return None, None
    at = period.span.start + len(parts[0]) + 1
    spans = (
        Span(period.span.start, period.span.start + len(parts[0].rstrip())),
        Span(at + len(parts[1]) - len(parts[1].lstrip()), period.span.end),
    )
    if not all(any(word.strip(",").isdigit() and len(word.strip(",")) < 4 for word in part.split()) for part in parts):
        return None, None
    return When(spans[0], period.start, period.start, Grain.DAY), When(spans[1], period.end, period.end, Grain.DAY)


def year_at(evidence: Evidence, reading: Reading, at: int) -> When | None:
    """Return the year that stands at a place, be it read as a date or as a bare number."""
    element = reading.elements[at]
    if element.tag is Tag.PERIOD:
        when = date_at(reading.elements, at)
        return when if when is not None and when.grain is Grain.YEAR else None
    words = evidence.document.text[element.start : element.end]
    if element.tag is Tag.QUANTITY and words.isdigit() and len(words) == 4 and words[0] in "12":
        return When(Span(element.start, element.end), date(int(words), 1, 1), date(int(words), 12, 31), Grain.YEAR)
    return None
