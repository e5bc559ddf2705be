"""FL508: the number of a plan or session whose years belong to another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.alignment import Evidence
from factlint.alignment.written import alternatives, compiled, place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.knowledge.forms import Series
from factlint.model.span import Span
from factlint.model.verdict import Verdict

if TYPE_CHECKING:
    import regex

CERTAIN = 0.93
_REACH = 60
_YEAR = r"(?:19|20)\d\d"


@check("FL508")
def plan_number(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Count from the number whose years are known to the number that is stated."""
    lower = evidence.document.text.lower()
    for series in evidence.forms.series:
        if _has_year(series, lower) and _belongs(series, lower):
            yield from _look(evidence, card, series)


def _has_year(series: Series, lower: str) -> bool:
    """Say whether a year stands behind one of the series' names: only then are its long patterns worth compiling."""
    for word in series.words:
        at = lower.find(word)
        while at >= 0:
            behind = lower[at + len(word) : at + len(word) + _REACH]
            if any(behind[i : i + 2] in {"19", "20"} and behind[i : i + 4].isdigit() for i in range(len(behind) - 3)):
                return True
            at = lower.find(word, at + 1)
    return False


def _belongs(series: Series, lower: str) -> bool:
    """Say whether the text is of the land or body whose plans these are."""
    if not any(word in lower for word in series.words):
        return False
    needs = not series.needs or compiled(rf"\b{alternatives(series.needs)}\b").search(lower) is not None
    return needs and not (series.never and compiled(rf"\b{alternatives(series.never)}\b").search(lower))


def _look(evidence: Evidence, card: Card, series: Series) -> Iterator[Verdict]:
    forms, text = evidence.forms, evidence.document.text
    ordinals = {word: value for word, value in forms.ordinals.items() if value <= 100}
    named = rf"\b(?P<name>(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{alternatives(ordinals)}))\s+{alternatives(series.words)})"
    if series.ends is None:
        years = rf",?\s*(?:\(\s*|(?:was\s+|is\s+|were\s+)?(?:held|convened|opened|took\s+place|takes\s+place)?\s*in\s+(?:\p{{L}}+\s+)?)(?P<first>{_YEAR})(?![\d-])"
    else:
        years = (
            rf"(?:\s+period|\s+term)?\s*(?:\(|from\s|for\s|of\s)?\s*(?P<first>{_YEAR})\s*(?:-|–|—|to|through)\s*"
            rf"(?P<last>{_YEAR}|\d\d)(?!\d)"
        )
    for found in compiled(named + years, ignore_case=True).finditer(text):
        number = int(found["figure"]) if found["figure"] else ordinals[found["word"].lower()]
        if number < series.since or number > series.number + 20:
            continue
        yield _judge(evidence, card, series, number, found)


def _judge(evidence: Evidence, card: Card, series: Series, number: int, found: "regex.Match[str]") -> Verdict:
    first, last = series.first_year(number), series.last_year(number)
    stated = int(found["first"])
    ends = Span(*found.span("first"))
    stated_last = None
    if last is not None:
        digits = found["last"]
        stated_last = int(digits) if len(digits) == 4 else stated // 100 * 100 + int(digits)
        ends = Span(found.start("first"), found.end("last"))
    places = [place_at(evidence, Span(*found.span("name")), "number"), place_at(evidence, ends, "years")]
    known = _years(series.first, series.ends)
    words = f"number {series.number} is {known}, and each takes {series.years} {'year' if series.years == 1 else 'years'}: number {number} is {_years(first, last)}"
    if (stated, stated_last) == (first, last):
        return card.tie(places, words)
    stated_words = _years(stated, stated_last)
    return card.conflict(
        places, f"Number {number} does not have these years", f"{words}; stated is {stated_words}", confidence=CERTAIN
    )


def _years(first: int, last: int | None) -> str:
    return str(first) if last is None else f"{first} to {last}"
