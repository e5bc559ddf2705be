"""Dates that a text ties to a weekday, to its own day, or to this year: Friday, April 21; next Tuesday, June 4."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factlint.alignment.evidence import Evidence
from factlint.alignment.written import alternatives, compiled, folded, is_quoted
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARS = r"(?:19|20)\d\d"
_NUMBERED = r",?\s+(?:the\s+)?(?:\d|\S+\s+(?:the\s+)?\d)"
"""How a day of a month goes on behind its weekday."""
_TOLD = (
    rf"(?:year|ago)(?:\s*\(\s*|,\s+)(?:in\s+)?{_YEARS}"
    rf"|in\s+{_YEARS}(?:,\s+|\s*\(\s*)(?:this|last|next|\w+)\s+year"
)
"""What a year told twice in one breath cannot do without, in small letters: soon looked for."""


@dataclass(slots=True, frozen=True)
class Day:
    """A day and month as written, with the weekday beside them; the year is not told."""

    span: Span
    month: int
    day: int
    weekday: int | None
    word: str = ""  # next, last, this, today, tomorrow, yesterday

    def on(self, year: int) -> date | None:
        """Return the calendar day of a year, None where the year has none such."""
        return date(year, self.month, self.day) if self.day <= monthrange(year, self.month)[1] else None

    def weekdays(self, years: "range | tuple[int, ...]") -> dict[int, int]:
        """Return the weekday on which the day falls in each year."""
        days = ((year, self.on(year)) for year in years if 1 < year < 9999)
        return {year: day.weekday() for year, day in days if day is not None}


@dataclass(slots=True, frozen=True)
class NamedYear:
    """A year named beside the words that say which one it is: last year (2019)."""

    span: Span
    year: int
    steps: int  # from the text's own year: -1 for last year
    slack: int  # by how many years the words may be off: five years ago is one more or less


def weekday_days(evidence: Evidence) -> Iterator[Day]:
    """Yield the days that stand beside a weekday and without a year: Friday, April 21; Friday 21 April."""
    forms = evidence.forms
    if not _has_numbered_weekday(evidence):
        return
    weekday, month = alternatives(forms.weekdays), alternatives(forms.months)
    pattern = compiled(
        rf"\b(?P<deixis>(?:next|last|this|past|coming)\s+)?(?P<weekday>{weekday})(?P<comma>,?)\s+"
        + _day_and_month(month),
        ignore_case=True,
    )
    for found in pattern.finditer(evidence.document.text):
        if found["deixis"] or not _is_month_word(found):
            continue
        day = _day(evidence, found)
        if day is not None:
            yield day


def _has_numbered_weekday(evidence: Evidence) -> bool:
    """Say whether digits stand soon behind some weekday, as behind few of those of a text."""
    text = folded(evidence)
    for weekday in evidence.forms.weekdays:
        at = text.find(weekday)
        while at >= 0:
            if compiled(_NUMBERED).match(text, at + len(weekday)) is not None:
                return True
            at = text.find(weekday, at + 1)
    return False


def _day_and_month(month: str) -> str:
    return (
        rf"(?:(?:the\s+)?(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month1>{month})"
        rf"|(?P<month2>{month})\s+(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?![\w%]|[.,:]\d|\s*[-–—/]\s*\d)"
        r"(?!,?\s+(?:in\s+)?\d{4}\b)(?!\s+(?:million|billion|percent|per\s+cent|people|years?|months?|weeks?|days?|hours?)\b)"
    )


def _is_month_word(found: "regex.Match[str]") -> bool:
    """Say whether "may" and "march" are months: in capitals, or behind the number."""
    word = found["month2"]
    return not word or word.lower() not in {"may", "march"} or word[0].isupper()


def _day(evidence: Evidence, found: "regex.Match[str]", word: str = "") -> Day | None:
    forms = evidence.forms
    number = int(found["day1"] or found["day2"])
    month = forms.months[(found["month1"] or found["month2"]).lower()]
    named = found["weekday"]
    if not 1 <= number <= monthrange(2000, month)[1]:
        return None
    return Day(Span(*found.span()), month, number, forms.weekdays[named.lower()] if named else None, word)


def told_days(evidence: Evidence) -> Iterator[Day]:
    """Yield the days that are told from the text's own day: next Tuesday, June 4; tomorrow, May 2."""
    forms = evidence.forms
    weekday, month = alternatives(forms.weekdays), alternatives(forms.months)
    pattern = compiled(
        rf"\b(?:(?P<word>next|last|this|past|coming)\s+(?P<weekday>{weekday})\s*(?:,\s|\s\(|\s)"
        rf"|(?P<near>today|tomorrow|yesterday)(?:,\s|\s\())\s*" + _day_and_month(month),
        ignore_case=True,
    )
    for found in pattern.finditer(evidence.document.text):
        day = _day(evidence, found, (found["word"] or found["near"]).lower()) if _is_month_word(found) else None
        if day is not None and not is_quoted(evidence, found.start()):
            yield day


def window(day: Day, today: date) -> tuple[date, date]:
    """Return the first and last day that the word can mean: next Tuesday lies within the two weeks to come."""
    first, last = {
        "next": (1, 14), "coming": (1, 14), "this": (-7, 7), "last": (-14, -1), "past": (-14, -1),
        "today": (0, 0), "tomorrow": (1, 1), "yesterday": (-1, -1),
    }[day.word]  # fmt: skip
    return today + timedelta(first), today + timedelta(last)


def named_years(evidence: Evidence) -> Iterator[NamedYear]:
    """Yield the years told twice in one breath: last year (2019); in 2019, last year,; five years ago, in 2014."""
    forms = evidence.forms
    if compiled(_TOLD).search(folded(evidence)) is None:
        return
    numbers = {word: value for word, value in forms.cardinals.items() if 2 <= value <= 12}
    count = rf"(?:\d{{1,2}}|{alternatives(numbers)})"
    told = rf"(?P<word>this|last|next)\s+year|(?P<count>{count})\s+years\s+ago"
    pattern = compiled(
        rf"\b(?:(?:{told})(?:\s*\(\s*(?:in\s+)?(?P<bracketed>{_YEARS})\s*\)|,\s+(?:in\s+)?(?P<set>{_YEARS})\s*(?=[,.;)]))"
        rf"|in\s+(?P<front>{_YEARS})(?:,\s+|\s*\(\s*)(?:(?P<word2>this|last|next)\s+year|(?P<count2>{count})\s+years\s+ago)\s*(?=[,.;)]))",
        ignore_case=True,
    )
    text = evidence.document.text
    for found in pattern.finditer(text):
        year = int(found["bracketed"] or found["set"] or found["front"])
        around = text[max(found.start() - 40, 0) : found.end() + 20].lower()
        if "fiscal" in around or "financial" in around or is_quoted(evidence, found.start()):
            continue
        word, counted = found["word"] or found["word2"], found["count"] or found["count2"]
        end = found.end() + (text[found.end() : found.end() + 1] == ")" and found["bracketed"] is None)
        if word:
            yield NamedYear(Span(found.start(), end), year, {"this": 0, "last": -1, "next": 1}[word.lower()], 0)
        else:
            value = int(counted) if counted.isdecimal() else numbers[counted.lower()]
            yield NamedYear(Span(found.start(), end), year, -value, 1)
