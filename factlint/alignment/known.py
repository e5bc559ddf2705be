"""What was worked out of an earlier version of a text and holds for this one as well.

Three things are kept, each under all that it depends on: what a sentence tells alone, with the sentence itself; what its
bare words tell, under the words; what two claims tell of one another, under the two, which stay the same objects while
their sentences are not read again. A work that is kept sees nothing else: it is handed the words of the rules and the one
sentence, and asks for anything more in vain.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factlint.claims.build import Reading
from factlint.model.claim import Claim
from factlint.model.record import dataclass, field
from factlint.model.span import Span

if TYPE_CHECKING:
    from datetime import date

    from factlint.alignment.evidence import Evidence
    from factlint.knowledge.arithmetic import Arithmetic
    from factlint.knowledge.evidence import Weights
    from factlint.knowledge.forms import Forms
    from factlint.knowledge.grammar import Grammar

Found = TypeVar("Found")
AROUND = 64
"""Characters on either side of a sentence that its reading may look at: where they change, it is read again."""
_UNKNOWN = object()
_NOWHERE = Span(0, 0)


class Alone:
    """What may be asked of while a sentence is looked at alone: the words of the rules, and its own claims and letters."""

    def __init__(
        self, grammar: "Grammar", weights: "Weights", forms: "Forms", arithmetic: "Arithmetic", today: "date | None" = None,
        text: str = "", within: Span = _NOWHERE,
    ) -> None:  # fmt: skip
        self.grammar = grammar
        self.weights = weights
        self.forms = forms
        self.arithmetic = arithmetic
        self.today = today  # the text's own date, without which no sentence of it is known
        self._text, self._within = text, within

    def in_sentence(self, reading: Reading) -> list[Claim]:
        """Return the claims of the sentence's quantities, in text order."""
        return reading.told

    def letters(self, start: int, end: int) -> str:
        """Return what stands between two offsets, in the sentence or a little on either side."""
        if start < end and (start < self._within.start - AROUND or end > self._within.end + AROUND):
            raise IndexError("a sentence that is looked at alone has no letters so far away")
        return self._text[start:end]

    def alone(self, reading: Reading | None = None) -> "Alone":
        """Return what may be asked of in a sentence that is looked at alone already."""
        del reading
        return self


@dataclass(slots=True)
class Known:
    """What is known of pairs of claims and of the words of sentences, of this version and of the one before."""

    pairs: dict[tuple[int, int], Any] = field(default_factory=dict)
    words: dict[tuple[str, str], Any] = field(default_factory=dict)
    pairs_before: dict[tuple[int, int], Any] = field(default_factory=dict)
    words_before: dict[tuple[str, str], Any] = field(default_factory=dict)

    def following(self) -> "Known":
        """Return what is known to the next version: what this one asked for."""
        return Known(pairs_before=self.pairs, words_before=self.words)


def alone(work: Callable[[Alone, Reading], Found]) -> Callable[[Alone, Reading], Found]:
    """Keep with each sentence what a work finds in it alone; what is found must hold no offsets, nor be changed."""
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def kept(evidence: Alone, reading: Reading) -> Found:
        found = reading.kept.get(name, _UNKNOWN)
        if found is _UNKNOWN:
            found = reading.kept[name] = work(evidence.alone(reading), reading)
        return cast("Found", found)

    return kept


def silent(find: Callable[[Alone, Reading], Iterable[Found]]) -> Callable[[Alone, Reading], Sequence[Found]]:
    """Remember with each sentence that a work finds nothing in it alone, as most works do in most sentences."""
    name = f"{find.__module__}.{find.__name__}"

    @wraps(find)
    def found(evidence: Alone, reading: Reading) -> Sequence[Found]:
        if name in reading.kept:
            return ()
        made = list(find(evidence.alone(reading), reading))
        if not made:
            reading.kept[name] = ()
        return made

    return found


def by_words(work: Callable[[Alone, str], Found]) -> "Callable[[Evidence, str], Found]":
    """Keep what a work finds in the bare words of a sentence, under these words."""
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def kept(evidence: "Evidence", words: str) -> Found:
        key, known = (name, words), evidence.known
        found = known.words.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = known.words_before.get(key, _UNKNOWN)
            if found is _UNKNOWN:
                found = work(evidence.alone(), words)
            known.words[key] = found
        return cast("Found", found)

    return kept
