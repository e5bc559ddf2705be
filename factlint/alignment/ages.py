"""Lives told in one sentence, or birth and age apart: born in 1950, died in 2010 aged 60."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from factlint.alignment.evidence import Evidence
from factlint.alignment.written import alternatives, compiled, holds_any, is_quoted, sentences, shifted
from factlint.model.document import Sentence
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex

YEAR = r"(?:1[5-9]|20)\d\d"
_AGED = r"(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|turn(?:ed|s|ing)?)"
_GAP = r"[^;]{0,160}?"
_LIVED = re.compile(r"\bborn\s|\bdied\b|\bpassed\s")
_LIVED_WORDS = ("born", "died", "passed")  # what it cannot do without: sooner looked for
_OLDEST = 125


@dataclass(slots=True, frozen=True)
class Moment:
    """A year, or a day of it, as written."""

    span: Span
    year: int
    day: date | None = None


@dataclass(slots=True, frozen=True)
class Life:
    """A birth, a later moment, and the age at that moment; the moment is None where it is the text's own day."""

    born: Moment
    at: Moment | None
    age: int
    age_span: Span


def ages_between(born: Moment, at: Moment) -> range:
    """Return the ages that can be meant: two where only the years are known, one where both days are."""
    if born.day is not None and at.day is not None:
        had_birthday = (at.day.month, at.day.day) >= (born.day.month, born.day.day)
        age = at.year - born.year - (not had_birthday)
        return range(age, age + 1)
    return range(at.year - born.year - 1, at.year - born.year + 1)


def moment_pattern(name: str, months: str) -> str:
    """Return the pattern of a date with its year; its parts are called by the name."""
    return (
        rf"(?P<{name}>(?:(?P<{name}m1>{months})\s+(?P<{name}d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
        rf"|(?P<{name}d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<{name}m2>{months}),?\s+|(?:{months})\s+(?:of\s+)?)?"
        rf"(?P<{name}y>{YEAR}))(?!\d|[-–/]\d)"
    )


def read_moment(evidence: Evidence, sentence: Sentence, found: "regex.Match[str]", name: str) -> Moment:
    """Return the moment that a pattern has found under a name."""
    year, day = int(found[name + "y"]), None
    number = found[name + "d1"] or found[name + "d2"]
    if number:
        month = evidence.forms.months[(found[name + "m1"] or found[name + "m2"]).lower()]
        try:
            day = date(year, month, int(number))
        except ValueError:
            day = None
    return Moment(shifted(sentence, *found.span(name)), year, day)


def lives(evidence: Evidence) -> Iterator[Life]:
    """Yield the ages that stand with a year of birth and a year, in sentences that tell of one person."""
    if not holds_any(evidence, _LIVED_WORDS) or not _LIVED.search(evidence.document.text.lower()):
        return  # the patterns are long: compiled only where they can match
    months = alternatives(evidence.forms.months)
    born = rf"\bborn\s+(?:[^;,]{{0,60}}?\s)?(?:(?:in|on)\s+)?{moment_pattern('born', months)}"
    at = moment_pattern("at", months)
    patterns = [
        compiled(
            rf"{born}{_GAP}(?:\b(?:in|on)\s+)?{at},?\s+(?:when\s+)?{_AGED}\s*(?P<age>\d{{1,3}})(?![\d.,]*\d|%)",
            ignore_case=True,
        ),
        compiled(rf"{born}{_GAP}\b{_AGED}\s*(?P<age>\d{{1,3}}),?\s+(?:in|on)\s+{at}", ignore_case=True),
        compiled(
            rf"\((?:b\.\s*)?(?P<born>(?P<borny>{YEAR}))\s?[-–—]\s?(?P<at>(?P<aty>{YEAR}))\){_GAP}"
            r"\b(?:died|passed\s+away)\b[^;]{0,40}?(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|at)\s*(?P<age>\d{1,3})(?![\d.,]*\d|%)",
            ignore_case=True,
        ),
    ]
    since = compiled(
        rf"{born}[^;.]{{0,80}}?\b(?:was|were|had)\b[^;.]{{0,60}}?\b(?:in|on)\s+{at}[^.]{{0,60}}?[;,]\s+(?:he|she)\s+is\s+(?:now\s+)?"
        r"(?P<age>\d{1,3})(?:\s+years?\s+old\b|\s*[,.;]|$)",
        ignore_case=True,
    )
    now = compiled(
        rf"(?:,\s(?P<age1>\d{{1,3}}),\s+(?:who\s+)?was\s+born\s+(?:in|on)\s+{moment_pattern('born', months)}"
        rf"|\b(?P<age2>\d{{1,3}})-year-old(?:\s+\p{{L}}+){{0,3}},?\s+(?:who\s+was\s+)?born\s+(?:in|on)\s+{moment_pattern('other', months)})",
        ignore_case=True,
    )
    for sentence, text in sentences(evidence):
        lower = text.lower()
        if "born" not in lower and "(1" not in lower and "(2" not in lower:
            continue
        if lower.count("born") > 1 or compiled(rf"\b{alternatives(evidence.forms.kin)}\b").search(lower):
            continue
        for pattern in patterns:
            found = pattern.search(text)
            if found is not None and 0 < int(found["age"]) <= _OLDEST:
                has_days = "bornd1" in pattern.groupindex
                first = read_moment(evidence, sentence, found, "born") if has_days else _plain(sentence, found, "born")
                second = read_moment(evidence, sentence, found, "at") if has_days else _plain(sentence, found, "at")
                if first.year < second.year:
                    yield Life(first, second, int(found["age"]), shifted(sentence, *found.span("age")))
                break
        else:
            found = since.search(text)
            if found is not None:  # who is so old now was no older then
                first, second = (read_moment(evidence, sentence, found, name) for name in ("born", "at"))
                if first.year < second.year and int(found["age"]) <= second.year - first.year:
                    yield Life(first, second, int(found["age"]), shifted(sentence, *found.span("age")))
                continue
            found = now.search(text)
            if found is not None and not is_quoted(evidence, sentence.span.start + found.start()):
                name, age = ("born", "age1") if found["age1"] else ("other", "age2")
                moment = read_moment(evidence, sentence, found, name)
                yield Life(moment, None, int(found[age]), shifted(sentence, *found.span(age)))


def _plain(sentence: Sentence, found: "regex.Match[str]", name: str) -> Moment:
    return Moment(shifted(sentence, *found.span(name)), int(found[name + "y"]))
