"""Lives and anniversaries told in one sentence: born in 1950, died in 2010 aged 60; founded in 1974, 50 years in 2024."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factlint.alignment.evidence import Evidence
from factlint.alignment.written import alternatives, compiled, is_quoted, sentences, shifted
from factlint.model.document import Sentence
from factlint.model.span import Span

if TYPE_CHECKING:
    import regex

_YEAR = r"(?:1[5-9]|20)\d\d"
_AGED = r"(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|turn(?:ed|s|ing)?)"
_GAP = r"[^;]{0,160}?"
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


@dataclass(slots=True, frozen=True)
class Anniversary:
    """A founding, the number of an anniversary, and its year; None where it is the text's own year or one beside it."""

    founded: Moment
    at: Moment | None
    number: int
    span: Span


def ages_between(born: Moment, at: Moment) -> range:
    """Return the ages that can be meant: two where only the years are known, one where both days are."""
    if born.day is not None and at.day is not None:
        had_birthday = (at.day.month, at.day.day) >= (born.day.month, born.day.day)
        age = at.year - born.year - (not had_birthday)
        return range(age, age + 1)
    return range(at.year - born.year - 1, at.year - born.year + 1)


def _moment(name: str, months: str) -> str:
    """Return the pattern of a date with its year; its parts are called by the name."""
    return (
        rf"(?P<{name}>(?:(?P<{name}m1>{months})\s+(?P<{name}d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
        rf"|(?P<{name}d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<{name}m2>{months}),?\s+|(?:{months})\s+(?:of\s+)?)?"
        rf"(?P<{name}y>{_YEAR}))(?!\d|[-–/]\d)"
    )


def _read(evidence: Evidence, sentence: Sentence, found: "regex.Match[str]", name: str) -> Moment:
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
    lowered = evidence.document.text.lower()
    if "born" not in lowered and "died" not in lowered and "passed away" not in lowered:
        return  # the patterns are long: compiled only where they can match
    months = alternatives(evidence.forms.months)
    born = rf"\bborn\s+(?:[^;,]{{0,60}}?\s)?(?:(?:in|on)\s+)?{_moment('born', months)}"
    at = _moment("at", months)
    patterns = [
        compiled(
            rf"{born}{_GAP}(?:\b(?:in|on)\s+)?{at},?\s+(?:when\s+)?{_AGED}\s*(?P<age>\d{{1,3}})(?![\d.,]*\d|%)",
            ignore_case=True,
        ),
        compiled(rf"{born}{_GAP}\b{_AGED}\s*(?P<age>\d{{1,3}}),?\s+(?:in|on)\s+{at}", ignore_case=True),
        compiled(
            rf"\((?:b\.\s*)?(?P<born>(?P<borny>{_YEAR}))\s?[-–—]\s?(?P<at>(?P<aty>{_YEAR}))\){_GAP}"
            r"\b(?:died|passed\s+away)\b[^;]{0,40}?(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|at)\s*(?P<age>\d{1,3})(?![\d.,]*\d|%)",
            ignore_case=True,
        ),
    ]
    now = compiled(
        rf"(?:,\s(?P<age1>\d{{1,3}}),\s+(?:who\s+)?was\s+born\s+(?:in|on)\s+{_moment('born', months)}"
        rf"|\b(?P<age2>\d{{1,3}})-year-old(?:\s+\p{{L}}+){{0,3}},?\s+(?:who\s+was\s+)?born\s+(?:in|on)\s+{_moment('other', months)})",
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
                first = _read(evidence, sentence, found, "born") if has_days else _plain(sentence, found, "born")
                second = _read(evidence, sentence, found, "at") if has_days else _plain(sentence, found, "at")
                if first.year < second.year:
                    yield Life(first, second, int(found["age"]), shifted(sentence, *found.span("age")))
                break
        else:
            found = now.search(text)
            if found is not None and not is_quoted(evidence, sentence.span.start + found.start()):
                name, age = ("born", "age1") if found["age1"] else ("other", "age2")
                moment = _read(evidence, sentence, found, name)
                yield Life(moment, None, int(found[age]), shifted(sentence, *found.span(age)))


def _plain(sentence: Sentence, found: "regex.Match[str]", name: str) -> Moment:
    return Moment(shifted(sentence, *found.span(name)), int(found[name + "y"]))


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
        rf"\b{alternatives(forms.founded)}(?:\s+\p{{L}}+){{0,4}}?\s+(?:(?:in|on)\s+)?{_moment('born', months)}",
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
            rf"\s+of\s+the\s+(?:[\p{{L}}]+\s+)?(?P<born>(?P<borny>{_YEAR}))\s+\p{{L}}", ignore_case=True
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
        start = _read(evidence, source, bases[0], "born")
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
    moment = _moment("at", months)
    behind = compiled(rf"(?:\s+\p{{L}}+){{0,4}}?\s+(?:in|on)\s+{moment}", ignore_case=True).match(text, found.end())
    opening = compiled(rf"\s*(?:in|on)\s+{moment}(?:,|\s+(?:the|its|it|they|he|she)\b)", ignore_case=True).match(text)
    ahead = compiled(
        rf"^\W*(?:The\s+year\s+)?{moment}\s+(?:\p{{L}}+\s+){{0,3}}?(?:celebrat|mark)\p{{L}}*\s+(?:its|the|their|his|her)\s$",
        ignore_case=True,
    ).search(text[: found.start()])
    for hit in (behind, ahead, opening):
        if hit is not None:
            at = _read(evidence, sentence, hit, "at")
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
