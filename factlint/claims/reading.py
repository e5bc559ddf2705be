"""A sentence as the claims of it were read, and what is carried from one sentence to the next."""

from typing import NamedTuple

from factlint.claims.chunks import Element, chunk
from factlint.claims.clause import Frame
from factlint.claims.deal import Dealing
from factlint.claims.modality import may_commit_less, may_name_bases
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import NOTHING, Claim, Referent
from factlint.model.document import Block
from factlint.model.parse import Parse
from factlint.model.period import Period
from factlint.model.record import dataclass, field


class Standing(NamedTuple):
    """What a builder carries from one sentence to the next."""

    paragraph: int = -1
    sentences: int = 0  # of the paragraph so far
    turn: int | None = None
    period: Period | None = None  # of the paragraph
    topic: Referent = NOTHING  # the last subject of the paragraph
    thread: frozenset[str] = frozenset()  # specific words of the turn's latest topic
    named: frozenset[str] = frozenset()  # names of the turn's latest topic that has any

    def is_as(self, other: "Standing") -> bool:
        """Say whether a sentence is read alike under both, whatever the numbers of its paragraph and turn.

        What is inherited is the period itself, so that it must be the same object; of a topic only its words are taken.
        """
        return (
            self.sentences == other.sentences
            and self.period is other.period
            and _words_of(self.topic) == _words_of(other.topic)
            and self.thread == other.thread
            and self.named == other.named
        )


@dataclass(slots=True)
class Reading:
    """A sentence as the claims of it were read: elements, frames, dealings and claim indexes by quantity."""

    parse: Parse
    grammar: Grammar
    frames: list[Frame] = field(default_factory=list)
    dealings: list[Dealing] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)  # the claim of each quantity
    first: int = 0  # index of the sentence's first claim
    stems: list[tuple[str, ...]] = field(default_factory=list)  # content stems by element, made on the first question
    _elements: list[Element] | None = None
    _words: frozenset[str] | None = None
    _is_plain: bool | None = None
    _has_bases: bool | None = None
    made: list[Claim] = field(default_factory=list)  # all claims of the sentence, dates too
    entered: Standing = Standing()  # what was carried into the sentence, and out of it
    left: Standing = Standing()
    kept: dict[str, object] = field(default_factory=dict)  # what was worked out of this sentence alone
    _told: list[Claim] | None = None

    @property
    def told(self) -> list[Claim]:
        """The claims of the sentence's quantities, in text order; dozens of finders ask, and none changes the list."""
        if self._told is None:
            self._told = [self.made[index - self.first] for index in self.claims]
        return self._told

    @property
    def elements(self) -> list[Element]:
        """The words of the sentence with their classes, told apart on the first question."""
        if self._elements is None:
            self._elements = chunk(self.parse, self.grammar)
        return self._elements

    @property
    def made_elements(self) -> list[Element]:
        """The elements where they were asked for."""
        return self._elements or []

    @property
    def words(self) -> frozenset[str]:
        """All words of the elements in lower case, collected on the first question."""
        if self._words is None:
            self._words = frozenset([element.lower for element in self.elements])
        return self._words

    @property
    def is_plain(self) -> bool:
        """Whether no word of the sentence plans, forecasts, denies or sets a condition."""
        if self._is_plain is None:
            self._is_plain = not may_commit_less(self.words, self.grammar)
        return self._is_plain

    @property
    def may_name_bases(self) -> bool:
        """Whether a word of the sentence may name the basis of a figure, asked once."""
        if self._has_bases is None:
            self._has_bases = may_name_bases(self.words, self.grammar)
        return self._has_bases


def _words_of(topic: Referent) -> tuple[str, str, frozenset[str]]:
    return topic.text, topic.head, topic.words


def is_told(parse: Parse) -> bool:
    """Say whether a sentence has anything that claims are made of; the label of a speaker has dates at most."""
    return bool(parse.periods) or (bool(parse.quantities) and parse.sentence.block is not Block.LABEL)
