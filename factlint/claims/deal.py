"""Lists dealt out to their items: A, B and C rose by 1, 2 and 3 percent, respectively."""

from collections.abc import Sequence

from factlint.claims.chunks import AUXILIARY, PREPOSITION, QUANTITY, VERB, Element
from factlint.claims.clause import Frame
from factlint.claims.phrases import Phrase, conjuncts
from factlint.knowledge.grammar import Grammar
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass

_THOSE = frozenset({"that", "those"})


@dataclass(slots=True)
class Dealing:
    """A list of figures and what it was dealt out to: noun phrases, or earlier figures of the sentence."""

    quantities: list[int]
    items: list[Phrase]
    respectively_at: int | None  # index of the element "respectively"
    fits: bool


def deal(
    elements: Sequence[Element], found: Sequence[Frame], quantities: Sequence[Quantity], grammar: Grammar
) -> list[Dealing]:
    """Set the subject of each figure of a list to its own item; return the lists, the misfits too."""
    dealings: list[Dealing] = []
    antecedent: list[Phrase] = []
    for run in _runs(found, quantities):
        first = found[run[0]]
        respectively_at = _respectively(elements, first.place, found[run[-1]].place)
        parts = _resolved(conjuncts(first.subject, grammar), antecedent)
        if first.subject:
            antecedent = parts
        if len(run) < 2:
            continue
        if len(parts) == len(run):
            _assign(found, run, parts)
            dealings.append(Dealing(run, parts, respectively_at, fits=True))
        elif (earlier := _earlier(run, quantities)) and (respectively_at is not None or first.inherits is not None):
            for number, source in zip(run, earlier, strict=True):
                _share_predicate(found, run[0], number)
                found[number].subject, found[number].inherits = [], source
                found[number].continues_list = False
            dealings.append(Dealing(run, [], respectively_at, fits=True))
        elif first.complement and len(tails := conjuncts(found[run[-1]].complement, grammar)) == len(run):
            for number, tail in zip(run, tails, strict=True):
                found[number].complement = tail
            dealings.append(Dealing(run, tails, respectively_at, fits=True))
        else:
            dealings.append(Dealing(run, parts, respectively_at, fits=False))
            if respectively_at is not None and len(parts) > 1:
                for number in run:
                    found[number].subject, found[number].inherits = [], None
    return dealings


def _runs(found: Sequence[Frame], quantities: Sequence[Quantity]) -> list[list[int]]:
    """Return the figures grouped into lists; one that stands alone is a list of one."""
    runs: list[list[int]] = []
    for number, frame in enumerate(found):
        if (
            runs
            and frame.continues_list
            and quantities[number].unit.dimension == quantities[number - 1].unit.dimension
            and not frame.in_brackets
        ):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _respectively(elements: Sequence[Element], start: int, end: int) -> int | None:
    """Return where "respectively" stands behind or inside a list of figures, or right before it."""
    for at in range(end + 1, min(end + 8, len(elements))):
        if elements[at].lower == "respectively":
            return at
        if elements[at].tag in (VERB, AUXILIARY, QUANTITY):
            return None
    for at in range(max(start - 3, 0), start):
        if elements[at].lower == "respectively":
            return at
    return None


def _resolved(parts: list[Phrase], antecedent: list[Phrase]) -> list[Phrase]:
    """Put the heads of the list before in place of "that of": the production (of cars), that of trucks."""
    if len(parts) != 1 or not parts[0] or parts[0][0].lower not in _THOSE or len(parts[0]) < 2:
        return parts
    tail = parts[0][1:]
    if not antecedent or tail[0].tag is not PREPOSITION:
        return parts
    resolved = []
    for part in antecedent:
        cut = next((i for i, e in enumerate(part) if e.tag is PREPOSITION and i > 0), len(part))
        resolved.append(part[:cut] + tail)
    return resolved


def _assign(found: Sequence[Frame], run: list[int], parts: list[Phrase]) -> None:
    last = found[run[-1]]
    if last.complement and not found[run[0]].complement:
        found[run[0]].complement, found[run[0]].complement_by = last.complement, last.complement_by
    for number, part in zip(run, parts, strict=True):
        _share_predicate(found, run[0], number)
        found[number].subject = part
        found[number].inherits = None
        found[number].continues_list = False


def _share_predicate(found: Sequence[Frame], first: int, number: int) -> None:
    frame, source = found[number], found[first]
    if not frame.predicate:
        frame.predicate, frame.predicate_at, frame.is_noun = source.predicate, source.predicate_at, source.is_noun
    if not frame.preposition:
        frame.preposition = source.preposition
    if not frame.complement:
        frame.complement, frame.complement_by = source.complement, source.complement_by


def _earlier(run: list[int], quantities: Sequence[Quantity]) -> list[int]:
    """Return the figures before the list, as many as it has and of another unit: produced 5 and sold 6, up 1% and 2%."""
    count = len(run)
    start = run[0] - count
    if start < 0:
        return []
    earlier = list(range(start, run[0]))
    units = {quantities[number].unit.dimension for number in earlier}
    if len(units) != 1 or quantities[run[0]].unit.dimension in units:
        return []
    return earlier
