"""Statements: the content words around a figure, near and far, and how much of one another two statements cover."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import islice

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, alone, by_words
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.quantity import Form
from factlint.model.record import dataclass

_STOPS = (Tag.SUBORDINATOR, Tag.VERB, Tag.AUXILIARY, Tag.QUANTITY, Tag.PERIOD, Tag.MARK, Tag.CONJUNCTION)
_NEAR = 7  # content words on either side of a figure that tell what it is of
_SLOT = 4  # elements behind a figure in which what it counts or measures stands
_NAMES = 12  # elements on either side in which a name parts two statements
_WINDOW = 15  # sentences on either side of a figure that make its passage
_MOST_TELLING = 4
_BLOCKS = 4  # paragraphs
_BLOCK = 280  # characters of a paragraph that sums up, at the least: two full sentences
_SHORT = 4  # sentences: a paragraph of fewer is one statement
_BESIDE = 3  # sentences that go on about the same thing
_DENIAL = 8  # elements before a figure in which its clause is denied
_NOT = frozenset({"not", "never", "cannot", "neither"})
_FORMS = (Form.CARDINAL, Form.FRACTION, Form.MULTIPLE)
_SILENT = (Modality.ASKED, Modality.NEGATED)
_EDGES = ".,;:!?()[]\"“”'’*"


@dataclass(slots=True, frozen=True)
class Statement:
    """A figure with its words: ``slot`` names what it is of, ``near`` stands around it, ``whole`` is its sentence."""

    claim: Claim
    unit: str
    slot: frozenset[str]
    near: frozenset[str]
    whole: frozenset[str]
    names: frozenset[str]


class Statements:
    """The statements of a text by their units, and its sentences as sets of content words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.by_unit: dict[str, list[Statement]] = defaultdict(list)
        for reading in evidence.readings:
            for statement in _statements(evidence, reading) if reading.claims else ():
                self.by_unit[statement.unit].append(statement)

    @cached_property
    def sentences(self) -> list[frozenset[str]]:
        """The content words of each sentence, figures and small words left out."""
        text = self._evidence.document.text
        return [
            _content_words(self._evidence, sentence.span.of(text)) for sentence in self._evidence.document.sentences
        ]

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences each word stands."""
        return Counter({word: len(places) for word, places in self._places.items()})

    @cached_property
    def is_laid_apart(self) -> bool:
        """Whether the text is no more than a few blocks: a claim and its source, a talk and its summary."""
        return len({sentence.paragraph for sentence in self._evidence.document.sentences}) <= _BLOCKS

    def is_of_a_block(self, a: Statement, b: Statement) -> bool:
        """Say whether the first or last paragraph, in which one of two statements stands, is long enough to sum up."""
        sentences = self._evidence.document.sentences
        ends = {sentences[0].paragraph, sentences[-1].paragraph}
        return any(
            self._sizes[paragraph] >= _BLOCK
            for paragraph in (sentences[a.claim.sentence].paragraph, sentences[b.claim.sentence].paragraph)
            if paragraph in ends
        )

    @cached_property
    def _sizes(self) -> Counter[int]:
        """How many characters the sentences of each paragraph have."""
        sizes: Counter[int] = Counter()
        for sentence in self._evidence.document.sentences:
            sizes[sentence.paragraph] += sentence.span.end - sentence.span.start
        return sizes

    def is_at_an_end(self, a: Statement, b: Statement) -> bool:
        """Say whether a blank line parts two statements, of which one stands in the first or the last paragraph."""
        sentences = self._evidence.document.sentences
        ends = {sentences[0].paragraph, sentences[-1].paragraph}
        places = {sentences[a.claim.sentence].paragraph, sentences[b.claim.sentence].paragraph}
        return bool(ends & places) and self._evidence.is_parted(a.claim.span, b.claim.span)

    def covered(self, statement: Statement, other: Statement) -> tuple[float, float]:
        """Return how much of a statement's sentence, or short paragraph, the passage of the other holds, and how tellingly.

        A word counts by how few sentences hold it: what a text says all the time covers nothing.
        """
        sentences = self._evidence.document.sentences
        here, there = statement.claim.sentence, other.claim.sentence
        paragraph = sentences[here].paragraph
        first = last = here
        while first > 0 and sentences[first - 1].paragraph == paragraph and last - first < _SHORT:
            first -= 1
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == paragraph and last - first < _SHORT:
            last += 1
        spans = [self.sentences[here]]
        if last - first < _SHORT:
            spans.append(frozenset().union(*self.sentences[first : last + 1]))
        return max(
            (self._cover(words, here, there) for words in spans),
            key=lambda cover: cover[0] * min(cover[1], _MOST_TELLING),
        )

    def _cover(self, words: frozenset[str], here: int, there: int) -> tuple[float, float]:
        held = frozenset([word for word in words if self._is_held(word, here, there)])
        telling = sum(1 / max(self.spread[word] - 1, 1) for word in words if word in held)
        missing = len(words) - len(held)
        return telling / (telling + missing) if telling else 0.0, telling

    def _is_held(self, word: str, here: int, there: int) -> bool:
        """Say whether a word stands in a sentence, or around it and not in or beside the paragraph of another."""
        sentences = self._evidence.document.sentences
        paragraph, places = sentences[here].paragraph, self._places[word]
        for at in islice(places, bisect_left(places, there - _WINDOW), bisect_right(places, there + _WINDOW)):
            if at == there or (sentences[at].paragraph != paragraph and abs(at - here) > _BESIDE):
                return True
        return False

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The sentences that each word stands in, in text order."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self.sentences):
            for word in words:
                places[word].append(at)
        return places


@by_words
def _content_words(evidence: Alone, words: str) -> frozenset[str]:
    """Return the content words of a sentence, figures and small words left out."""
    content = evidence.grammar.content
    return frozenset(
        stem
        for word in words.lower().replace("/", " ").split()
        for stem in content(word.strip(_EDGES))
        if not stem[0].isdigit()
    )


@alone
def _statements(evidence: Alone, reading: Reading) -> list[Statement]:
    """Return the statements of a sentence."""
    elements = reading.elements
    places = {element.quantity: at for at, element in enumerate(elements) if element.quantity >= 0}
    whole = frozenset[str]()
    content: list[tuple[int, tuple[str, ...]]] | None = None  # the elements that have content words
    found: list[Statement] = []
    for number, claim in enumerate(evidence.in_sentence(reading)):
        if number not in places or not _is_comparable(claim):
            continue
        at = places[number]
        if _is_denied(elements, at):
            continue
        if content is None:
            content = [(at, words) for at, e in enumerate(elements) if (words := _words(evidence, e))]
            whole = frozenset(word for _, words in content for word in words)
        near = _near(content, at)
        around = elements[max(at - _NAMES, 0) : at + _NAMES + 1]
        names = frozenset(element.lower for element in around if element.is_name and element.tag is Tag.NOUN)
        slot = _slot(evidence, reading, claim, at) or near
        found.append(Statement(claim, _unit(claim), slot, near, whole, names))
    return found


def _is_comparable(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind not in (Kind.ORDINAL, Kind.RANK, Kind.DATE)
        and quantity.form in _FORMS
        and claim.modality not in _SILENT
    )


def _is_denied(elements: list[Element], at: int) -> bool:
    """Say whether "not" stands before a figure in its clause."""
    for element in reversed(elements[max(at - _DENIAL, 0) : at]):
        if element.lower in _NOT or element.lower.endswith(("n't", "n’t")):
            return True
        if element.tag in (Tag.SUBORDINATOR, Tag.MARK, Tag.QUANTITY):
            return False
    return False


def _unit(claim: Claim) -> str:
    assert claim.quantity is not None
    unit = claim.quantity.unit
    return f"{unit.name if unit.is_money else unit.dimension}:{unit.per}"


def _words(evidence: Alone, element: Element) -> tuple[str, ...]:
    if element.tag in (Tag.NOUN, Tag.VERB, Tag.CHANGE):
        return evidence.grammar.content(element.lower)
    return ()


def _near(content: list[tuple[int, tuple[str, ...]]], at: int) -> frozenset[str]:
    found: set[str] = set()
    middle = bisect_left(content, at, key=lambda item: item[0])
    for step, start in ((-1, middle - 1), (1, middle)):
        place, count = start, 0
        while 0 <= place < len(content) and count < _NEAR:
            words = content[place][1]
            found.update(words)
            count += len(words)
            place += step
    return frozenset(found)


def _slot(evidence: Alone, reading: Reading, claim: Claim, at: int) -> frozenset[str]:
    """Return the words that name what a figure counts or measures: its measure, and what stands behind it."""
    found = set(claim.measure.words) | set(claim.whole.words)
    for element in reading.elements[at + 1 : at + 1 + _SLOT]:
        if element.tag in _STOPS:
            break
        found.update(_words(evidence, element))
    return frozenset(found)
