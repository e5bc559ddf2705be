"""Anniversaries and what they are of: founded in 1974, the 50th anniversary in 2024."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.alignment.ages import YEAR, Moment, moment_pattern, read_moment
from factlint.alignment.evidence import Evidence
from factlint.alignment.written import alternatives, compiled, is_quoted, sentences, shifted
from factlint.model.document import Sentence
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex


@dataclass(slots=True, frozen=True)
class Anniversary:
    """A founding, the number of an anniversary, and its year; None where it is the text's own year or one beside it."""

    founded: Moment
    at: Moment | None
    number: int
    span: Span


def anniversaries(evidence: Evidence) -> Iterator[Anniversary]:
    """Yield the anniversaries whose founding stands in the same sentence, or in the one before "its 50th anniversary"."""
    forms = evidence.forms
    lower = evidence.document.text.lower()
    if not any(word in lower for word in (*forms.anniversaries, *forms.named_anniversaries)):
        return
    months = alternatives(forms.months)
    ordinals = {word: value for word, value in forms.ordinals.items() if 5 <= value <= 100}
    anniversary = compiled(
        rf"\b(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{alternatives(ordinals)}))[\s-]{alternatives(forms.anniversaries)}\b"
        rf"|\b(?P<named>{alternatives(forms.named_anniversaries)})\b(?!\s+(?:of\s+the\s+)?(?:park|olympic|year|hall))",
        ignore_case=True,
    )
    founded = compiled(
        rf"\b{alternatives(forms.founded)}(?:\s+\p{{L}}+){{0,4}}?\s+(?:(?:in|on)\s+)?{moment_pattern('born', months)}",
        ignore_case=True,
    )
    before: tuple[Sentence, str] | None = None
    for sentence, text in sentences(evidence):
        found = list(anniversary.finditer(text))
        if len(found) == 1:
            yield from _anniversary(evidence, (sentence, text), before, found[0], founded, ordinals)
        before = (sentence, text)


def _anniversary(
    evidence: Evidence, here: tuple[Sentence, str], before: tuple[Sentence, str] | None, found: "regex.Match[str]",
    founded: "regex.Pattern[str]", ordinals: dict[str, int],
) -> Iterator[Anniversary]:  # fmt: skip
    sentence, text = here
    forms = evidence.forms
    number = (
        int(found["figure"]) if found["figure"] else ordinals[found["word"].lower()] if found["word"]
        else forms.named_anniversaries[found["named"].lower()]
    )  # fmt: skip
    span = shifted(sentence, *found.span())
    behind = text[found.end() :]
    is_own = not compiled(r"\s+of\b").match(behind) or compiled(
        rf"\s+of\s+(?:its|their|his|her|the)\s+{alternatives(forms.founding)}\b", ignore_case=True
    ).match(behind)
    if not is_own:
        of_year = compiled(
            rf"\s+of\s+the\s+(?:[\p{{L}}]+\s+)?(?P<born>(?P<borny>{YEAR}))\s+\p{{L}}", ignore_case=True
        ).match(behind)
        if of_year is None:
            return
        start = Moment(Span(span.end + of_year.start("born"), span.end + of_year.end("born")), int(of_year["borny"]))
    else:
        bases = list(founded.finditer(text))
        source = sentence
        if not bases and before is not None and _leans(here, before, found):
            source, bases = before[0], list(founded.finditer(before[1]))
        if len(bases) != 1:
            return
        start = read_moment(evidence, source, bases[0], "born")
    at = _year_of(evidence, sentence, text, found, start)
    if at is not None:
        if at.year > start.year:
            yield Anniversary(start, at, number, span)
    elif not is_quoted(evidence, span.start) and _is_now(text):
        yield Anniversary(start, None, number, span)


def _leans(here: tuple[Sentence, str], before: tuple[Sentence, str], found: "regex.Match[str]") -> bool:
    """Say whether the sentence goes on about the thing founded in the one before: "It marks its 50th anniversary"."""
    same = here[0].paragraph == before[0].paragraph
    is_its = compiled(r"\b(?:its|their|his|her)\s$", ignore_case=True).search(here[1][: found.start()]) is not None
    return same and is_its and compiled(r"\s*(?:It|They|She|He)\b").match(here[1]) is not None


def _year_of(
    evidence: Evidence, sentence: Sentence, text: str, found: "regex.Match[str]", start: Moment
) -> Moment | None:
    """Return the year that is tied to the anniversary: behind it, at the opening of the sentence, or before its verb."""
    months = alternatives(evidence.forms.months)
    moment = moment_pattern("at", months)
    behind = compiled(rf"(?:\s+\p{{L}}+){{0,4}}?\s+(?:in|on)\s+{moment}", ignore_case=True).match(text, found.end())
    opening = compiled(rf"\s*(?:in|on)\s+{moment}(?:,|\s+(?:the|its|it|they|he|she)\b)", ignore_case=True).match(text)
    ahead = compiled(
        rf"(?:^\W*(?:The\s+year\s+)?|[,;]\s+(?:and\s+)?in\s+|\band\s+in\s+){moment},?\s+(?:\p{{L}}+\s+){{0,3}}?(?:celebrat|mark|observ)\p{{L}}*"
        r"\s+(?:its|the|their|his|her|our)\s$",
        ignore_case=True,
    ).search(text[: found.start()])
    for hit in (behind, ahead, opening):
        if hit is not None:
            at = read_moment(evidence, sentence, hit, "at")
            if at.span != start.span:
                return at
    return None


def _is_now(text: str) -> bool:
    """Say whether the sentence tells of the present: marks, celebrates, this year."""
    return (
        compiled(
            r"\b(?:this\s+year|marks|celebrates|is\s+(?:celebrating|marking)|are\s+(?:celebrating|marking))\b",
            ignore_case=True,
        ).search(text)
        is not None
    )
