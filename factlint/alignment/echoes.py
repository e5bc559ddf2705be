"""Statements that echo one another: a summary, a headline or a claim says in like words what stands elsewhere.

Two figures of one unit are of one fact where the words around them cover one another, where no other figure of the text
has a better claim to either, and where the sentence of one holds little that the passage of the other lacks.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factlint.alignment.evidence import Evidence
from factlint.alignment.scopes import Scoped, scope_evidence
from factlint.alignment.slips import Comparison, Slip, compare, significant, tell_slip
from factlint.alignment.statements import Statement, Statements
from factlint.model.claim import Claim, Modality
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass

_CROWD = 24
_FAR = 3  # sentences: whoever tells a thing again does so farther on, or behind a blank line
_LEAST_SLOT = Fraction(1, 3)
_LEAST_STRENGTH, _LEAST_COVER, _LEAST_SUM = 1.0, 1.2, 4.2
_FAR_STRENGTH, _FAR_COVER = 2.0, 2.2  # what it takes within a text, where nothing says that a sentence sums up
_MOST_TELLING = 4
_FEW, _DOUBT = 10, 0.3
_SLIP_DIGITS, _LABEL_DIGITS = 3, 4
_SHORT_SLIP = 2
_STRONG = 5.0
_SUMMED_UP, _MOSTLY = 9.0, 6.5
_IMPLIED = (0.75, 5.0)
_SUMMARY = (0.8, 4.5)
_HALF, _ALIKE, _WHOLLY = 0.5, 0.9, 0.95
_BEFORE = 90  # characters before a figure
_OTHERS = frozenset({"another", "other", "others", "earlier", "previous", "prior", "former", "separate", "different"})
_PLANS = {Modality.PLANNED, Modality.FORECAST}


@dataclass(slots=True)
class Echo:
    """Two statements that echo one another, and what speaks for it."""

    first: Statement
    second: Statement
    comparison: Comparison
    shared: int  # words of the slot in common
    strength: float  # words near both figures, each by how few figures of their unit it stands near
    is_end: bool  # one stands alone at the beginning or the end of the text, where summaries stand
    passage: float = 0.0  # the share of one sentence that the passage of the other holds
    telling: float = 0.0  # how many telling words that share is made of

    @property
    def cover(self) -> float:
        """How much of one sentence the passage of the other holds, in telling words."""
        return self.passage * min(self.telling, _MOST_TELLING)


Scored = tuple[float, Statement, Statement]


def echo_pairs(evidence: Evidence) -> list[Echo]:
    """Return the pairs of statements that echo one another, in text order."""
    statements = Statements(evidence)
    scored: list[Scored] = []
    for group in statements.by_unit.values():
        if len(group) > 1:
            scored += _scored(evidence, group)
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for strength, a, b in scored:
        best[a.claim.index].append((strength, b.claim.index))
        best[b.claim.index].append((strength, a.claim.index))
    found = [
        echo
        for strength, a, b in scored
        if strength >= max(max(best[a.claim.index])[0], max(best[b.claim.index])[0])
        and (echo := _echo(evidence, statements, strength, a, b)) is not None
    ]
    beside = _Beside(scored)
    found = [echo for echo in found if echo.comparison.agree or _stands(echo, beside)]
    return sorted(found, key=lambda echo: (echo.first.claim.index, echo.second.claim.index))


def _scored(evidence: Evidence, group: list[Statement]) -> Iterator[Scored]:
    """Yield the pairs of one unit whose slots share a telling word, with the strength of what they share."""
    near = Counter(word for statement in group for word in statement.near)
    slots = Counter(word for statement in group for word in statement.slot)
    plain = evidence.grammar.general | evidence.grammar.relational
    postings: dict[str, list[Statement]] = defaultdict(list)
    for statement in group:
        for word in statement.slot - plain:
            postings[word].append(statement)
    seen: set[tuple[int, int]] = set()
    for holders in postings.values():
        if len(holders) > _CROWD:
            continue
        for a, b in combinations(holders, 2):
            key = (a.claim.index, b.claim.index)
            shared = a.slot & b.slot
            if key in seen or a.claim.sentence == b.claim.sentence:
                continue
            seen.add(key)
            if len(shared) < _LEAST_SLOT * min(len(a.slot), len(b.slot)):
                continue
            strength = sum(1 / max(near[word] - 1, 1) for word in a.near & b.near)
            yield strength + sum(1 / max(slots[word] - 1, 1) for word in shared), a, b


def _echo(evidence: Evidence, statements: Statements, strength: float, a: Statement, b: Statement) -> Echo | None:
    """Return the echo that two statements make, unless something bars it or too little speaks for it."""
    shared = a.slot & b.slot
    names = a.names | b.names
    assert a.claim.quantity is not None and b.claim.quantity is not None
    if strength < _LEAST_STRENGTH:
        return None
    if a.claim.quantity.unit.is_count and not {a.claim.measure.head, b.claim.measure.head} & shared:
        return None  # two broad classes, three broad groups: other things are counted
    if len(shared) == 1 and shared <= names and not _is_slip(a.claim.quantity, b.claim.quantity, _LABEL_DIGITS):
        return None  # one name alone: Route 12, Route 17
    is_end = statements.is_at_an_end(a, b)
    if abs(a.claim.sentence - b.claim.sentence) <= _FAR and not is_end:
        return None
    if _is_barred(evidence, a, b):
        return None
    echo = Echo(a, b, compare(a.claim.quantity, b.claim.quantity), len(shared), strength, is_end)
    for one, other in ((a, b), (b, a)):
        passage, telling = statements.covered(one, other)
        if passage * min(telling, _MOST_TELLING) > echo.cover:
            echo.passage, echo.telling = passage, telling
    sums_up = statements.is_laid_apart or statements.is_of_a_block(a, b)
    return echo if _is_enough(echo, sums_up=sums_up) else None


def _is_enough(echo: Echo, *, sums_up: bool) -> bool:
    """Say whether the words near both figures and the words of the passage together tell one thing."""
    if not echo.is_end:
        return echo.strength >= _FAR_STRENGTH and echo.cover >= _FAR_COVER
    first, second = echo.first.claim.quantity, echo.second.claim.quantity
    assert first is not None and second is not None
    is_slip = _is_slip(first, second, _SLIP_DIGITS)
    holds_much = (
        echo.telling >= _SUMMED_UP or echo.passage >= _WHOLLY or (echo.telling >= _MOSTLY and echo.passage >= _ALIKE)
    )
    digits = 1 if echo.strength >= _STRONG else _SHORT_SLIP
    if not (sums_up or holds_much or _is_slip(first, second, digits)):
        return False  # the last of many short paragraphs sums up nothing unless it holds much of what the text says
    are_few = (
        first.unit.is_count and -_FEW < first.middle < _FEW and -_FEW < second.middle < _FEW
    )  # two groups, three groups
    return echo.cover >= _LEAST_COVER and echo.strength + echo.cover + is_slip - _DOUBT * are_few >= _LEAST_SUM


def _is_slip(first: Quantity, second: Quantity, digits: int) -> bool:
    """Say whether one slip turns one figure, of so many digits at least, into the other."""
    if min(len(significant(first)), len(significant(second))) < digits:
        return False
    return tell_slip(first, second) is not Slip.NONE


def _agree(a: Statement, b: Statement) -> bool:
    assert a.claim.quantity is not None and b.claim.quantity is not None
    return compare(a.claim.quantity, b.claim.quantity).agree


def _is_barred(evidence: Evidence, a: Statement, b: Statement) -> bool:
    if scope_evidence(evidence, a.claim, b.claim) is Scoped.APART or _sets_apart(evidence, a) != _sets_apart(
        evidence, b
    ):
        return True
    found = evidence.weigh(a.claim, b.claim)
    if not found.blocked:
        actors = (a.claim.actor.words | b.claim.actor.words) & evidence.grammar.works  # "the film" may be its title
        return "reference.other_actor" in found.features and not actors  # two parties to a dispute
    modalities = {a.claim.modality, b.claim.modality}
    is_plan_only = bool(modalities & _PLANS) and modalities <= _PLANS | {Modality.ASSERTED}
    is_length = a.unit.startswith("time") and a.claim.kind is b.claim.kind
    return not (is_plan_only and is_length and found.blocked.startswith("one is "))


def _sets_apart(evidence: Evidence, statement: Statement) -> bool:
    """Say whether the words before a figure tell of another thing of the kind: an earlier trial."""
    start = evidence.document.sentences[statement.claim.sentence].span.start
    before = evidence.document.text[max(statement.claim.span.start - _BEFORE, start) : statement.claim.span.start]
    return not _OTHERS.isdisjoint(word.strip(".,;:()") for word in before.lower().split())


class _Beside:
    """The scored pairs by the claims that they hold, and by the sentences of both."""

    def __init__(self, scored: list[Scored]) -> None:
        self.by_claim: dict[int, list[Scored]] = defaultdict(list)
        self.by_sentences: dict[tuple[int, int], list[Scored]] = defaultdict(list)
        for each in scored:
            _, a, b = each
            self.by_claim[a.claim.index].append(each)
            self.by_claim[b.claim.index].append(each)
            self.by_sentences[a.claim.sentence, b.claim.sentence].append(each)

    def sharing(self, first: Claim, second: Claim) -> Iterator[Scored]:
        """Yield the pairs that hold one of two claims and not the other."""
        mine = {first.index, second.index}
        for index in mine:
            for each in self.by_claim.get(index, ()):
                if not mine <= {each[1].claim.index, each[2].claim.index}:
                    yield each

    def around(self, first: Claim, second: Claim) -> Iterator[Scored]:
        """Yield the pairs that hold neither of two claims, in the sentences of both or next to them."""
        mine = {first.index, second.index}
        for one in range(first.sentence - 1, first.sentence + 2):
            for other in range(second.sentence - 1, second.sentence + 2):
                for each in self.by_sentences.get((one, other), ()):
                    if mine.isdisjoint((each[1].claim.index, each[2].claim.index)):
                        yield each


def _stands(echo: Echo, beside: _Beside) -> bool:
    """Say whether a conflict is one: no like figure agrees, and the passages do not differ in their other figures too."""
    if echo.comparison.touch:
        return False
    if echo.comparison.implied_only and (echo.passage < _IMPLIED[0] or echo.telling < _IMPLIED[1]):
        return False
    first, second = echo.first.claim, echo.second.claim
    for strength, a, b in beside.sharing(first, second):
        if strength >= _ALIKE * echo.strength:
            return False  # three values in like words: a series
        if strength >= _HALF * echo.strength and _agree(a, b):
            return False  # told elsewhere with the same value
    is_opposed = False
    for strength, a, b in beside.around(first, second):
        if _agree(a, b):
            return True
        is_opposed |= strength >= _LEAST_STRENGTH
    if is_opposed:
        is_summary = echo.passage >= _SUMMARY[0] and echo.telling >= _SUMMARY[1]
        return is_summary and echo.is_end
    return True
