"""What happens once and when: births, deaths, foundings, releases, each with the names it is told of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.period import Basis, Grain, Period

_REACH = 9
_CROWD = 16
_NEAR = 3  # code points behind a date
_LONGEST_NAME = 4
_DATES = (Grain.DAY, Grain.MONTH, Grain.YEAR)


@dataclass(slots=True)
class Event:
    """A verb of what happens once, the names before it, and the date behind or before it."""

    stem: str
    names: frozenset[str]
    period: Period
    sentence: int
    is_yearly: bool = False  # what may happen again in another year: a fair opens


def event_pairs(evidence: Evidence) -> Iterator[tuple[Event, Event]]:
    """Yield pairs of one event told of one name, in text order."""
    by_name: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events(evidence):
        for name in event.names:
            by_name[event.stem, name].append(event)
    seen: set[tuple[int, int]] = set()
    for group in by_name.values():
        if len(group) > _CROWD:
            continue
        for first, second in combinations(group, 2):
            key = (first.period.span.start, second.period.span.start)
            if first.sentence != second.sentence and key not in seen and _is_same_name(first.names, second.names):
                seen.add(key)
                if first.is_yearly and not _is_of_one_year(first.period, second.period):
                    continue
                yield first, second


def events(evidence: Evidence) -> Iterator[Event]:
    """Yield the events of a text that have a name and a date, in text order."""
    for reading in evidence.readings:
        yield from _events(evidence, reading)


def _is_same_name(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether one name may be the other with words left out: Vick, Michael Dwayne Vick."""
    return first <= second or second <= first


def _is_of_one_year(first: Period, second: Period) -> bool:
    """Say whether two dates are days of one year: what opens on both opens twice, or is misdated."""
    if first.start is None or second.start is None:
        return False
    return first.grain is second.grain is Grain.DAY and first.start.year == second.start.year


def _events(evidence: Evidence, reading: Reading) -> Iterator[Event]:
    elements, grammar = reading.elements, evidence.grammar
    sentence = reading.parse.sentence.index
    for at, element in enumerate(elements):
        stem = grammar.events.get(element.lower) or grammar.yearly_events.get(element.lower)
        if stem is None:
            continue
        is_yearly = element.lower not in grammar.events
        period = _date_near(elements, at)
        names = _names_before(evidence, elements, at)
        if not names and [part.lower for part in elements[:at] if part.tag is not Tag.AUXILIARY] == ["it"]:
            names = _subject_before(evidence, sentence)
        if period is None or not names or (is_yearly and _has_object_or_place(elements, at, period)):
            continue
        yield Event(stem, names, period, sentence, is_yearly)


def _has_object_or_place(elements: list[Element], at: int, period: Period) -> bool:
    """Say whether a verb of opening has an object, or a place that may have opened on its own day: in Oslo."""
    if elements[at + 1].tag in (Tag.DETERMINER, Tag.NOUN, Tag.QUANTITY, Tag.PRONOUN):
        return True
    return any(
        element.lower in {"in", "at"} and after.tag is not Tag.PERIOD and after.tag is not Tag.QUANTITY
        for element, after in zip(elements[at + 1 : at + _REACH], elements[at + 2 : at + _REACH + 1], strict=False)
        if element.start < period.span.end + _NEAR and after.is_name
    )


def _subject_before(evidence: Evidence, sentence: int) -> frozenset[str]:
    """Return the words of the name that opens the sentence before, in the same paragraph: what "it" stands for."""
    sentences = evidence.document.sentences
    if not sentence or sentences[sentence - 1].paragraph != sentences[sentence].paragraph:
        return frozenset()
    words = sentences[sentence - 1].span.of(evidence.document.text).split()
    name: list[str] = []
    for word in words[1 if words[0] == "The" else 0 :][:_LONGEST_NAME]:
        if not word.isalpha() or (word[0].islower() and (not name or name[-1][0].islower())):
            break
        name.append(word)
    return frozenset(word.lower() for word in name) if name and name[0][0].isupper() and len(name) > 1 else frozenset()


def _date_near(elements: list[Element], at: int) -> Period | None:
    """Return the first date behind the verb in its clause, else the one that opens the sentence."""
    for element in elements[at + 1 : at + _REACH]:
        if element.tag is Tag.PERIOD:
            return _usable(element.period)
        if element.tag in (Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR) or element.lower == ")":
            return None
    opening = [element for element in elements[:3] if element.tag is Tag.PERIOD]
    return _usable(opening[0].period) if opening else None


def _usable(period: Period | None) -> Period | None:
    """Return a date with its year, meant as a date and no stretch of time."""
    if period is None or not period.is_resolved or period.grain not in _DATES or period.basis is not Basis.CALENDAR:
        return None
    return period if any(part.isdigit() and len(part) == 4 for part in period.text.replace(",", " ").split()) else None


def _names_before(evidence: Evidence, elements: list[Element], at: int) -> frozenset[str]:
    """Return the words of the name that the verb is told of: the run of names at the head of its clause."""
    start = at - 1
    while start >= 0 and (elements[start].tag in (Tag.AUXILIARY, Tag.ADVERB) or elements[start].lower in {"(", ","}):
        start -= 1
    words: list[str] = []
    if start > 0 and elements[start].tag is Tag.NOUN and not elements[start].is_name and elements[start - 1].is_name:
        words.append(elements[start].lower)  # the Lune crossing
        start -= 1
    while start >= 0 and (elements[start].is_name or elements[start].lower in {"de", "von", "van", "the"}):
        if elements[start].is_name:
            words.append(elements[start].lower.removesuffix("'s"))
        start -= 1
    if start >= 0 and elements[start].tag is Tag.NOUN:
        first = evidence.document.text[elements[start].start]
        if start == 0 and first.isupper():
            words.append(elements[start].lower)
        elif not words:
            return frozenset()
    return frozenset(words)
