"""FL503: a day that no calendar has, or a time that no clock shows."""

import calendar
from collections.abc import Iterator

import regex

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.claim import Kind
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(month.capitalize() for month in MONTHS)
_FIRST_IMPOSSIBLE = 30
_MOST_MINUTES, _MOST_HOURS, _NOON = 59, 24, 12
CERTAIN = 0.97
_NO_CLOCK = ("ratio", "odds", "dilut", "proportion", "blend", "mix", "split", "scale", "psalm", "verse", "chapter")
"""Words by which two numbers with a colon between them are no time."""


@check("FL503")
def impossible_date(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Look for dates with a day beyond the month's end, and for clock times beyond the clock."""
    text = evidence.document.text
    if evidence.language != "en":
        yield from _impossible(evidence, card)
    for pattern, day_group in ((_month_first(), 2), (_day_first(), 1)):
        for found in pattern.finditer(text):
            verdict = _judge_date(card, found, day_group)
            if verdict is not None:
                yield verdict
    for found in _clock_times(text):
        hours, minutes, half = int(found[1]), int(found[2]), found[3]
        if minutes > _MOST_MINUTES or hours > _MOST_HOURS:
            yield card.conflict(
                [Place(Span(*found.span()), "time")],
                "No clock shows this time",
                f"{found[1]}:{found[2]}{' ' + half if half else ''}: an hour has 60 minutes and a day 24 hours",
                confidence=CERTAIN,
            )


def _impossible(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge the days that another language's own words name."""
    for claim in evidence.claims:
        if claim.kind is Kind.DATE and claim.period is not None and claim.period.is_impossible:
            yield card.conflict(
                [evidence.place(claim, "date")],
                "No calendar has this day",
                f"“{evidence.quote(claim.span)}” is a day beyond the end of its month",
                confidence=CERTAIN,
            )


def _judge_date(card: Card, found: "regex.Match[str]", day_group: int) -> Verdict | None:
    month_name, day = found[3 - day_group], int(found[day_group])
    year = int(found[3]) if found[3] else None
    month = MONTHS.index(month_name.lower()) + 1
    last = calendar.monthrange(year or 2000, month)[1]
    if day <= last or (year is None and day > last and month_name in {"May", "March"}):
        return None
    in_year = f" in {year}" if year is not None and month == 2 else ""
    return card.conflict(
        [Place(Span(*found.span()), "date")],
        "No calendar has this day",
        f"{month_name}{in_year} has {last} days, stated is day {day}",
        confidence=CERTAIN,
    )


_COMPILED: dict[str, "regex.Pattern[str]"] = {}


def _compiled(pattern: str) -> "regex.Pattern[str]":
    if pattern not in _COMPILED:
        _COMPILED[pattern] = regex.compile(pattern)
    return _COMPILED[pattern]


def _month_first() -> "regex.Pattern[str]":
    return _compiled(
        rf"\b({_MONTH})(?:[ \n\r]|\r\n)(29|3\d)(?:st|nd|rd|th)?(?:,? ((?:19|20)\d\d))?\b(?![\d.,]*\d|%| ?(?:percent|per cent|million|billion|thousand|people|years?))"
    )


def _day_first() -> "regex.Pattern[str]":
    return _compiled(rf"\b(29|3\d)(?:st|nd|rd|th)?(?: of)?(?:[ \n\r]|\r\n)({_MONTH})\b(?:,? ((?:19|20)\d\d)\b)?")


def _clock_times(text: str) -> Iterator["regex.Match[str]"]:
    """Yield what is written as a clock time: with its half of the day, or of four digits behind "at" and the like."""
    yield from _compiled(r"(?<![\d:.])(\d{1,2}):(\d\d)(?![:\d])\s?([ap]\.?m\b\.?)").finditer(text)
    plain = _compiled(
        r"\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|[Bb]y|[Bb]etween)\s(?:about\s|around\s|exactly\s)?"
        r"\K([01]\d|2[0-3]):([6-9]\d)(?![:\d]|\s?[ap]\.?m\b)()(?=[\s,.;)]|$)"
    )
    for found in plain.finditer(text):
        start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
        line = text[start : found.end() + 80].lower()
        if not any(word in line for word in _NO_CLOCK):
            yield found
