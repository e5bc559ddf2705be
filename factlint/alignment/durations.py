"""Durations told with their two ends: a ten-day fair (8 to 17 November 2024); from 07:15 to 10:05, or 2 hours 50 minutes."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, by_words
from factlint.alignment.written import compiled, sentences, shifted
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.document import Sentence
from factlint.model.interval import Rational
from factlint.model.period import Basis, Period
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex

_REACH, _FAR = 7, 14
_BLOCKS = (Tag.QUANTITY, Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR)
_FISCAL = frozenset({"fiscal", "school", "academic", "season", "financial", "since"})
SCATTERED = frozenset({"on", "within", "in", "every", "each"})
"""Before a duration: its days may lie anywhere between the ends."""
_DAYS = frozenset({"day", "week", "month"})
_SECONDS = 86400
_MONDAY_TO_FRIDAY = 5
_HALF_DAY = 720  # minutes
_CLOCK = r"(?<![\d:.])(?P<hour{n}>\d{{1,2}})(?:(?::(?P<minute{n}>[0-5]\d)(?![:\d]))?\s?(?P<half{n}>[ap])\.?m\b\.?|:(?P<plain{n}>[0-5]\d)(?![:\d]))"
_TO = r"\s*(?:to|until|till|[-–—])\s*"
_BEHIND = r"\s*(?:,\s*(?:or\s+|that\s+is\s+|a\s+total\s+of\s+)?|\(\s*|or\s+)"
_ENDS = r"\s*(?:[.,;)]|$)"
_ZONED = r"\b(?:local\s+time|time\s+zone|flights?|fly|flew|GMT|UTC|[CE]E?S?T|[PM][SD]T|E[SD]T)\b"


@dataclass(slots=True)
class Stretch:
    """A duration and its ends: how long it can be meant to be, in the unit's seconds, and in words."""

    claim: Claim
    ends: tuple[Span, ...]
    lengths: tuple[Rational, ...]
    words: str


def year_ends(evidence: Evidence) -> Iterator[tuple[Claim, Period]]:
    """Yield the durations in whole years with the pair of years behind them: a five-year plan (2021-2025)."""
    for reading, number, claim in _durations(evidence):
        quantity = claim.quantity
        if quantity is None or quantity.unit.name != "year" or not isinstance(quantity.value, int):
            continue
        found = _behind(reading, number)
        if found is not None and sum(len(part) == 4 for part in digit_runs(found.text)) == 2:
            yield claim, found


def day_ends(evidence: Evidence) -> Iterator[Stretch]:
    """Yield the durations in days, weeks or months with the two days behind them: a ten-day fair, from 8 to 17 November."""
    for reading, number, claim in _durations(evidence):
        quantity = claim.quantity
        if quantity is None or quantity.unit.name not in _DAYS or quantity.bound not in ("exact", "approx"):
            continue
        before = reading.elements[reading.frames[number].place - 1].lower if reading.frames[number].place else ""
        found = None if before in SCATTERED else _behind(reading, number, of_days=True)
        if found is None or sum(len(part) <= 2 for part in digit_runs(found.text)) != 2:
            continue
        if found.text.lower().startswith("between") and "-" not in claim.text:
            continue  # it rained on 12 days between the two
        assert found.start is not None and found.end is not None
        if found.end > found.start and "weekend" not in _text(evidence, claim):
            yield Stretch(claim, (found.span,), _days(quantity, found.start, found.end), _told(found.start, found.end))


def clock_ends(evidence: Evidence) -> Iterator[Stretch]:
    """Yield the durations in hours or minutes that stand right beside their two clock times."""
    pair = compiled(_CLOCK.format(n=1) + r"(?P<gap>.{1,80}?)" + _CLOCK.format(n=2))
    for sentence, text in sentences(evidence):
        found = pair.search(text) if _has_two_clocks(evidence, text) else None
        if found is None or compiled(_ZONED).search(text):
            continue
        reading = evidence.reading_of.get(sentence.index)
        for claim in evidence.in_sentence(reading) if reading is not None else ():
            if _is_of(claim, sentence, text, found):
                ends = (
                    shifted(sentence, found.start(), found.start("gap")), shifted(sentence, found.end("gap"), found.end())
                )  # fmt: skip
                lengths = _minutes(found)
                written = " or ".join(f"{length // 60}:{length % 60:02}" for length in lengths)
                words = f"{evidence.quote(ends[0])} to {evidence.quote(ends[1])} is {written} hours"
                yield Stretch(claim, ends, tuple(length * 60 for length in lengths), words)


@by_words
def _has_two_clocks(_: Alone, text: str) -> bool:
    """Say whether two clock times stand in a sentence."""
    if ":" not in text and "m." not in text and "pm" not in text and "am" not in text:
        return False
    return len(list(compiled(_CLOCK.format(n=1)).finditer(text))) == 2


def _durations(evidence: Evidence) -> Iterator[tuple[Reading, int, Claim]]:
    for reading in evidence.readings:
        for number, claim in enumerate(evidence.in_sentence(reading)):
            if claim.kind is Kind.DURATION and claim.quantity is not None and claim.quantity.value is not None:
                yield reading, number, claim


def _behind(reading: Reading, number: int, *, of_days: bool = False) -> Period | None:
    """Return the period right behind a duration, in brackets, behind a comma or "from"."""
    place = reading.frames[number].place
    is_deadline = of_days and _is_deadline(reading.elements, place)
    opened = False
    for element in reading.elements[place + 1 : place + (_FAR if is_deadline else _REACH)]:
        if element.tag is Tag.PERIOD:
            period = element.period
            if period is None or not period.is_resolved or period.basis in (Basis.FISCAL, Basis.SINCE, Basis.TRAILING):
                return None
            return period if opened or period.text.lower().startswith(("from", "between")) else None
        if element.lower in _FISCAL or (element.tag in _BLOCKS and not (is_deadline and element.tag is Tag.VERB)):
            return None
        opened = opened or element.lower in {"(", "from", ","}
    return None


def _is_deadline(elements: list[Element], place: int) -> bool:
    """Say whether the days are given for something: you have 30 days to object."""
    before = {element.lower for element in elements[max(place - 3, 0) : place]}
    given = {"have", "has", "had", "get", "gets", "given", "gives", "allowed", "allows", "remain", "remains"}
    return bool(before & given) and [element.lower for element in elements[place + 1 : place + 2]] == ["to"]


def _days(quantity: Quantity, start: date, end: date) -> tuple[Rational, ...]:
    """Return both ways of counting, and for a count of days that of Monday to Friday too."""
    span = (end - start).days
    counts = [span, span + 1]
    if quantity.unit.name == "day":
        counts.append(sum((start + timedelta(step)).weekday() < _MONDAY_TO_FRIDAY for step in range(span + 1)))
    return tuple(count * _SECONDS for count in counts)


def _told(start: date, end: date) -> str:
    span = (end - start).days
    return f"{start.isoformat()} to {end.isoformat()} is {span + 1} days counting both ends, {span} otherwise"


def _is_of(claim: Claim, sentence: Sentence, text: str, found: "regex.Match[str]") -> bool:
    """Say whether a duration is that between the two times: it follows them, or stands right before "from"."""
    quantity = claim.quantity
    if claim.kind is not Kind.DURATION or quantity is None or quantity.value is None:
        return False
    if quantity.unit.name not in {"hour", "minute"} or quantity.bound not in ("exact", "approx"):
        return False
    start, end = claim.span.start - sentence.span.start, claim.span.end - sentence.span.start
    is_range = compiled(_TO).fullmatch(found["gap"]) is not None
    if start >= found.end():
        if not compiled(_ENDS).match(text, end):
            return False
        lead = rf"{_BEHIND}(?:after\s+)?" if is_range else r"\s*,?\s*after\s+"
        return compiled(lead).fullmatch(text, found.end(), start) is not None
    return is_range and compiled(r"\s*[,(]?\s*(?:from\s+)?").fullmatch(text, end, found.start()) is not None


def _minutes(found: "regex.Match[str]") -> tuple[int, ...]:
    """Return how many minutes lie between the two times; without a half of the day, a short way of twelve hours too."""
    at = []
    for n in ("1", "2"):
        hour, minute = int(found["hour" + n]), int(found["minute" + n] or found["plain" + n] or 0)
        half = found["half" + n]
        at.append((hour % 12 + 12 * (half == "p") if half else hour) * 60 + minute)
    length = (at[1] - at[0]) % (2 * _HALF_DAY)
    is_certain = bool(found["half1"] and found["half2"]) or max(at) > _HALF_DAY + 59
    return (length,) if is_certain or length % _HALF_DAY == length else (length, length % _HALF_DAY)


def _text(evidence: Evidence, claim: Claim) -> str:
    return evidence.document.sentences[claim.sentence].span.of(evidence.document.text).lower()


def digit_runs(text: str) -> list[str]:
    """Return the runs of digits of a text: 3 and 2021 of "3 May 2021"."""
    parts = [""]
    for character in text:
        if character.isdigit():
            parts[-1] += character
        elif parts[-1]:
            parts.append("")
    return [part for part in parts if part]


def stated_seconds(stretch: Stretch) -> tuple[Rational, Rational]:
    """Return the least and the most that the stated duration can be, in seconds, its rounding allowed for."""
    quantity = stretch.claim.quantity
    assert quantity is not None
    factor = Fraction(quantity.unit.factor or 1)
    stated = quantity.admitted(round_reading=quantity.unit.name not in {"day"})
    assert stated.low is not None and stated.high is not None
    return stated.low * factor, stated.high * factor
