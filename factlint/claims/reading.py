"""A sentence as its claims were read: what later questions of it are answered from."""

from factlint.claims.chunks import Element, chunk
from factlint.claims.clause import Frame
from factlint.claims.deal import Dealing
from factlint.claims.modality import may_commit_less, may_name_bases
from factlint.knowledge.grammar import Grammar
from factlint.model.parse import Parse
from factlint.model.record import dataclass, field


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

    @property
    def elements(self) -> list[Element]:
        """The words of the sentence with their classes, told apart on the first question."""
        if self._elements is None:
            self._elements = chunk(self.parse, self.grammar)
        return self._elements

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
