"""What happens once and when: births, deaths, foundings, releases, each with the thing that it is told of."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import cast

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, alone
from factlint.alignment.moments import REACH, When, both_ends, date_at, names_year, usable, when_near, year_at
from factlint.alignment.subjects import Subject, main_subject, opening_name, subject_of
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.period import Grain
from factlint.model.record import dataclass, replace

_CROWD = 16
_BARS = (Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR)
_DASHES = frozenset("-−–—")
_ONCE_MORE = frozenset({"again", "re-released", "reissued", "re-established", "reprinted"})
_FIRST = frozenset({"first", "originally", "initially"})
_LOCAL = frozenset({"release", "premiere", "launch", "publication", "debut"})  # once in each place
_PLACING = frozenset({"in", "at", "across", "throughout"})
_COPULAS = frozenset({"is", "was"})
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "be", "are"})
_WORK = "work"
_LOOK_BACK = 2
_LONGEST_NAME = 4
_SHORTENED = 4  # letters that a first name cut short keeps
_BASE_FORMS = frozenset({"co-found"})


@dataclass(slots=True, frozen=True)
class Event:
    """What happened, to whom or what, and when."""

    kind: str  # birth, founding, filming
    end: str  # begin or end of what takes its time, else empty
    subject: Subject
    when: When
    sentence: int
    places: frozenset[str] = frozenset()
    is_first: bool = False
    is_weak: bool = False
    is_yearly: bool = False  # what may happen again in another year: a fair opens
    is_open: bool = False  # leans on a name that the text has not told before

    @property
    def key(self) -> tuple[str, str]:
        """What two tellings of one event have in common."""
        return self.kind, self.end


def event_pairs(evidence: Evidence) -> Iterator[tuple[Event, Event]]:
    """Yield pairs of one event told of one thing, in text order."""
    by_key: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events(evidence):
        by_key[event.key].append(event)
    for group in by_key.values():
        yield from _open_pair(group)
        by_name: dict[str, list[Event]] = defaultdict(list)
        for event in group:
            for name in event.subject.identity:
                by_name[name].append(event)
        seen: set[tuple[int, int]] = set()
        for named in by_name.values():
            if len(named) > _CROWD:
                continue
            for first, second in combinations(named, 2):
                key = (first.when.span.start, second.when.span.start)
                if first.sentence != second.sentence and key not in seen and is_same_event(first, second):
                    seen.add(key)
                    yield first, second


def events(evidence: Evidence) -> "list[Event]":
    """Return the events of a text that have a date, in text order, read once."""
    if "events" not in evidence.kept:
        evidence.kept["events"] = [
            event
            for reading in evidence.readings
            if (reading.parse.periods or reading.parse.quantities) and _may_tell(evidence, reading)
            for event in _events(evidence, reading)
        ]
    return cast("list[Event]", evidence.kept["events"])


def _open_pair(group: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield the only two tellings of an event of which one leans on a name that the text tells only later."""
    if len(group) != 2 or group[0].sentence == group[1].sentence:
        return
    first, second = group
    if first.is_open and not second.is_open and is_open_match(first.subject, second.subject) and _fits(first, second):
        yield first, second


def is_open_match(open_one: Subject, named: Subject) -> bool:
    """Say whether "the film", "it" or "his debut album" may be the one thing named elsewhere."""
    if not named.identity or named.leans:
        return False
    if open_one.is_owned:
        return named.head in open_one.nouns and bool(open_one.plain & named.plain - {named.head})
    if not open_one.head:
        return not named.owner
    return open_one.head in named.classes | named.nouns or not named.nouns


def is_same_event(first: Event, second: Event) -> bool:
    """Say whether two events of one kind are told of one thing."""
    return is_same_thing(first.subject, second.subject) and _fits(first, second)


def _fits(first: Event, second: Event) -> bool:
    if first.is_weak and second.is_weak:
        return False
    if first.is_yearly and not (
        first.when.grain is second.when.grain is Grain.DAY and first.when.start.year == second.when.start.year
    ):
        return False
    if first.kind == _WORK:
        return bool(first.subject.classes & second.subject.classes)
    if first.kind in _LOCAL:
        if first.is_first != second.is_first or bool(first.places) != bool(second.places):
            return False
        return not first.places or bool(first.places & second.places)
    return True


def is_same_thing(first: Subject, second: Subject) -> bool:
    """Say whether one may be the other with words left out: Vick, Michael Dwayne Vick; Rio's sequel, a sequel, Rio 2."""
    a, b = first.identity, second.identity
    if not a or not b or not (_within(a, b) or _within(b, a)):
        return False
    if bool(first.owner) != bool(second.owner) and not (first.head and first.head == second.head):
        return False
    if first.head and second.head and first.head != second.head:
        known = second.classes | second.plain | b, first.classes | first.plain | a
        if first.head not in known[0] and second.head not in known[1]:
            return False
    return first.plain <= second.plain or second.plain <= first.plain


def _within(names: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether every name stands among others, a first name perhaps cut short: Chris Kyle, Christopher Scott Kyle."""
    left, right = names - others, others - names
    if not left:
        return True
    return (
        len(left) == 1
        and len(names) > 1
        and len(word := min(left)) >= _SHORTENED
        and any(name.startswith(word) for name in right)
    )


@alone
def _may_tell(evidence: Alone, reading: Reading) -> bool:
    """Say whether a sentence has a word without which it tells of no event: most have none."""
    words, grammar = reading.words, evidence.grammar
    if "(" in words or not (_COPULAS.isdisjoint(words) or words.isdisjoint(("a", "an"))):
        return True
    for known in (grammar.events, grammar.yearly_events, grammar.doing_ends):
        if not words.isdisjoint(known):
            return True
    return any(f"{one.lower}-{other.lower}" in grammar.events for one, other in pairwise(reading.elements))


def _events(evidence: Evidence, reading: Reading) -> Iterator[Event]:
    elements, grammar = reading.elements, evidence.grammar
    yield from _life(evidence, reading)
    yield from _made(evidence, reading)
    for at, element in enumerate(elements):
        behind = elements[at + 1].lower if at + 1 < len(elements) else ""
        kind = grammar.events.get(element.lower) or grammar.events.get(f"{element.lower}-{behind}")
        yearly = grammar.yearly_events.get(element.lower)
        if kind is not None:
            yield from _told(evidence, reading, at, kind)
        elif yearly is not None and _object(evidence, reading, at) is None and not _places(elements, at):
            yield from (replace(event, is_yearly=True) for event in _told(evidence, reading, at, yearly))
        elif element.lower in grammar.doing_ends:
            yield from _doing(evidence, reading, at, grammar.doing_ends[element.lower])
            weak = grammar.weak_events.get(element.lower)
            if weak is not None and element.tag is Tag.VERB and at + 2 < len(elements):
                yield from _weakly(evidence, reading, at, weak)


def _told(evidence: Evidence, reading: Reading, at: int, kind: str) -> Iterator[Event]:
    """Yield the event of a verb: of its object in the active, else of its subject."""
    elements = reading.elements
    if any(element.lower in _ONCE_MORE for element in elements[max(at - 2, 0) : at + REACH]):
        return
    when = when_near(elements, at)
    if kind in evidence.grammar.doings.values():
        yield from _spanned(evidence, reading, at, kind)
    elif when is not None:
        subject = _object(evidence, reading, at) or subject_of(evidence, reading, at)
        if subject is not None:
            yield from _event(evidence, reading, at, (kind, ""), subject, when)


def _spanned(evidence: Evidence, reading: Reading, at: int, kind: str) -> Iterator[Event]:
    """Yield begin and end of "was shot from September 1994 to August 1995"."""
    elements = reading.elements
    subject = subject_of(evidence, reading, at)
    for element in elements[at + 1 : at + REACH]:
        period = element.period
        if period is not None and element.tag is Tag.PERIOD and subject is not None and period.text.startswith("from "):
            if period.start is None or period.end is None or not names_year(period.text):
                return
            first = When(period.span, period.start, period.start, Grain.MONTH)
            last = When(period.span, period.end, period.end, Grain.MONTH)
            yield from _event(evidence, reading, at, (kind, "begin"), subject, first)
            yield from _event(evidence, reading, at, (kind, "end"), subject, last)
            return


def _doing(evidence: Evidence, reading: Reading, at: int, end: str) -> Iterator[Event]:
    """Yield the event of "the filming of X began in 2015", "filmed in Miami, beginning in 2015, X opened"."""
    elements, doings = reading.elements, evidence.grammar.doings
    when = when_near(elements, at)
    if when is None:
        return
    lower = [element.lower for element in elements]
    if elements[0].lower in evidence.grammar.events and elements[at - 1].lower == ",":
        kind = evidence.grammar.events[elements[0].lower]
        subject = main_subject(evidence, elements, at)
    else:
        found = [place for place in range(max(at - REACH, 0), at) if lower[place] in doings]
        if not found:
            return
        kind = doings[lower[found[-1]]]
        subject = subject_of(evidence, reading, at)
    if subject is not None and kind in doings.values():
        if subject.owner:  # the filming of X: it is X that is told of
            subject = Subject(names=subject.owner)
        elif subject.leans:
            subject = replace(subject, head="", plain=frozenset())
        yield from _event(evidence, reading, at, (kind, end), subject, when)


def _weakly(evidence: Evidence, reading: Reading, at: int, kind: str) -> Iterator[Event]:
    elements = reading.elements
    if elements[at + 1].tag is Tag.PREPOSITION and elements[at + 2].tag is Tag.PERIOD:
        when, subject = date_at(elements, at + 2), subject_of(evidence, reading, at)
        if when is not None and subject is not None and subject.names and not subject.head and not subject.owner:
            yield Event(kind, "", subject, when, reading.parse.sentence.index, is_weak=True)


def _event(
    evidence: Evidence, reading: Reading, at: int, key: tuple[str, str], subject: Subject, when: When
) -> Iterator[Event]:
    elements = reading.elements
    around = {element.lower for element in elements[max(at - 2, 0) : at + 2]}
    is_open = False
    if subject.leans:
        before = _antecedent(evidence, reading, subject)
        if before is None:
            is_open = not _told_before(evidence, reading)
            if not is_open:
                return
        elif subject.is_owned:
            subject = replace(subject, owner=before.names, leans=False)
        else:
            subject = before
    elif not subject.identity:
        return
    yield Event(
        *key, subject, when, reading.parse.sentence.index, _places(elements, at), bool(around & _FIRST), is_open=is_open
    )


def _antecedent(evidence: Evidence, reading: Reading, subject: Subject) -> Subject | None:
    """Return the name that a leaning subject stands for: the subject of the sentence before, where it alone is named."""
    index = reading.parse.sentence.index
    for before in reversed(range(max(index - _LOOK_BACK, 0), index)):
        sentence = evidence.document.sentences[before]
        if sentence.paragraph != reading.parse.sentence.paragraph:
            return None
        if before not in evidence.reading_of:
            return _opening_words(sentence.span.of(evidence.document.text)) if not subject.head else None
        elements = evidence.reading_of[before].elements
        found = main_subject(evidence, elements)
        if found is None or (found.leans and found.head):
            return None
        if found.leans:
            continue
        is_bare = bool(found.names) and not found.owner
        return found if is_bare and not subject.head else None
    return None


def _opening_words(text: str) -> Subject | None:
    """Return the name that opens a sentence without figures, of which no classes of words are known: the Lune viaduct."""
    words = text.split()
    name: list[str] = []
    for word in words[1 if words[:1] == ["The"] else 0 :][:_LONGEST_NAME]:
        if not word.isalpha() or (word[0].islower() and (not name or name[-1][0].islower())):
            break
        name.append(word)
    if len(name) < 2 or not name[0][0].isupper():
        return None
    return Subject(names=frozenset(word.lower() for word in name))


def _told_before(evidence: Evidence, reading: Reading) -> bool:
    """Say whether the text names any subject before a sentence."""
    index = reading.parse.sentence.index
    for before in range(index):
        if before not in evidence.reading_of:
            return True
        found = main_subject(evidence, evidence.reading_of[before].elements)
        if found is None or found.identity:
            return True
    return False


def _object(evidence: Evidence, reading: Reading, at: int) -> Subject | None:
    """Return what is founded or released in "two captains founded the Harbor Museum in 1921"."""
    elements = reading.elements
    if elements[at].tag is not Tag.VERB and elements[at].lower not in _BASE_FORMS:
        return None
    if at and elements[at - 1].lower in _PASSIVE:
        return None
    end = at + 1
    while end < len(elements) and elements[end].tag in (Tag.DETERMINER, Tag.NOUN):
        end += 1
    if end == at + 1:
        return None
    return subject_of(evidence, reading, end) if elements[end - 1].tag is Tag.NOUN else None


def _places(elements: list[Element], at: int) -> frozenset[str]:
    """Return the names of places behind a verb: released in India."""
    found = set()
    for place in range(at + 1, min(at + REACH, len(elements))):
        if elements[place].tag in _BARS or elements[place].lower in {"with", "by"}:
            break
        if elements[place].lower in _PLACING:
            for element in elements[place + 1 :]:
                if element.tag not in (Tag.NOUN, Tag.DETERMINER):
                    break
                if element.is_name:
                    found.add(element.lower)
    return frozenset(found)


def _life(evidence: Evidence, reading: Reading) -> Iterator[Event]:
    """Yield birth and death of "Ada Roe (10 February 1894 - 29 December 1986) was a"."""
    elements = reading.elements
    days = [at for at, element in enumerate(elements) if element.tag is Tag.PERIOD]
    if not days or "(" not in {element.lower for element in elements[: days[0]]}:
        return
    closing = days[0] + 1
    first, last = both_ends(elements[days[0]].period)
    if first is None and len(days) > 1:
        if not all(element.lower in _DASHES for element in elements[closing : days[1]]):
            return
        first, last = usable(elements[days[0]].period), usable(elements[days[1]].period)
        closing = days[1] + 1
    if first is None or last is None or closing >= len(elements) or elements[closing].lower != ")":
        return
    opening = opening_name(evidence, elements)
    behind = {element.lower for element in elements[closing + 1 : closing + 3]}
    if opening is not None and behind & (_COPULAS | {","}) and Grain.DAY in (first.grain, last.grain):
        sentence = reading.parse.sentence.index
        yield Event("birth", "", opening[0], first, sentence)
        yield Event("death", "", opening[0], last, sentence)


def _made(evidence: Evidence, reading: Reading) -> Iterator[Event]:
    """Yield the year by which a work is called: X is a 1930 comedy."""
    elements = reading.elements
    for at in range(1, len(elements) - 2):
        if elements[at].lower not in _COPULAS or elements[at + 1].lower not in {"a", "an"}:
            continue
        when = year_at(evidence, reading, at + 2)
        if when is None:
            return
        nouns = []
        for element in elements[at + 3 :]:
            if element.tag is not Tag.NOUN:
                break
            nouns.append(element.lower)
        subject = subject_of(evidence, reading, at)
        works = _works(nouns, evidence.grammar.works, evidence.grammar.ambiguous)
        if works and subject is not None and subject.names:
            yield Event(_WORK, "", replace(subject, classes=works), when, reading.parse.sentence.index)
        return


def _works(nouns: list[str], known: frozenset[str], verbs: frozenset[str]) -> frozenset[str]:
    """Return the works that a noun phrase names: a comedy drama film; an opera house is none."""
    works = [bool(known.intersection(noun.split("-"))) for noun in nouns]
    if True not in works:
        return frozenset()
    last = len(works) - 1 - works[::-1].index(True)
    if last + 1 < len(nouns) and not (nouns[last + 1].endswith("ing") or nouns[last + 1] in verbs):
        return frozenset()
    return frozenset(part for noun, is_work in zip(nouns, works, strict=True) if is_work for part in noun.split("-"))
