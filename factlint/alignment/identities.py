"""Measures that add up by their nature: exports, imports and balance; profit, revenue and margin. The packs name them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_one_time, is_plain, lower, mended_by_one_slip, same_time, value_of
from factlint.knowledge.packs import Identity, Term
from factlint.model.claim import Claim, How, Kind
from factlint.model.interval import Interval
from factlint.model.record import dataclass

STRICT, LOOSE = 0.88, 0.8
_REACH = 4
_COMPARING = 7  # elements between a word of comparison and its figure
_CROWD = 24  # claims of one name within reach: beyond this none is the one
_REACH_QUOTIENT = 30
_ASIDE = ("from", "than", "per", "by")
_OF_NAMES = frozenset({"record", "reported", "net", "gross"})  # bases that are part of a measure's own name
_DIGITS = 3  # of a figure whose slip may explain a gap: of shorter ones, one fits by accident


@dataclass(slots=True)
class Instance:
    """An identity with the claims that stand for its result and terms."""

    identity: Identity
    result: Claim
    terms: list[Claim]
    confidence: float

    def computed(self, *, rounded: bool = True) -> Interval | None:
        """Return what the terms make, in base units: a margin as a part of one."""
        values = [value_of(claim, rounded=rounded) for claim in self.terms]
        if self.identity.kind == "product":
            return values[0] * values[1]
        if self.identity.kind == "quotient":
            return values[0].over(values[1])
        total = Interval.point(0)
        for term, value in zip(self.identity.terms, values, strict=True):
            total = total + (value if term.sign > 0 else -value)
        return total

    def slipped(self) -> bool:
        """Say whether one slip in one figure explains the gap."""
        computed = self.computed(rounded=False)
        assert self.result.quantity is not None
        if computed is None:
            return False
        if mended_by_one_slip(
            self.result,
            computed.widened(self.result.quantity.half_quantum() * (self.result.quantity.unit.factor or 1)),
            least=_DIGITS,
        ):
            return True
        stated = value_of(self.result, rounded=False)
        for at, claim in enumerate(self.terms):
            wanted = self._wanted(at, stated)
            if wanted is not None and mended_by_one_slip(claim, wanted, least=_DIGITS):
                return True
        return False

    def _wanted(self, at: int, stated: Interval) -> Interval | None:
        """Return what the term at this place would have to be."""
        values = [value_of(claim, rounded=False) for claim in self.terms]
        if self.identity.kind == "product":
            return stated.over(values[1 - at])
        if self.identity.kind == "quotient":
            return stated * values[1] if at == 0 else values[0].over(stated)
        rest = stated
        for place, (term, value) in enumerate(zip(self.identity.terms, values, strict=True)):
            if place != at:
                rest = rest - (value if term.sign > 0 else -value)
        return rest if self.identity.terms[at].sign > 0 else -rest


def instances(evidence: Evidence) -> Iterator[Instance]:
    """Yield identities whose result and terms are all told near each other, of one time."""
    by_words: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim, _ in evidence.quantities():
        if is_plain(claim) and claim.kind in (Kind.LEVEL, Kind.RATE, Kind.SHARE) and claim.role not in _ASIDE:
            words = claim.measure.words
            if (
                words
                and not _is_compared(evidence, claim)
                and not claim.comparison
                and not (claim.kind is Kind.LEVEL and claim.direction and claim.role == "by")
            ):
                by_words[words].append(claim)
    for identity in evidence.arithmetic.identities:
        results = _named(evidence, identity.result, by_words)
        if not results:
            continue
        terms = [_named(evidence, term, by_words) for term in identity.terms]
        if identity.kind == "quotient":  # a margin in percent, of two amounts
            results = [claim for claim in results if _is_percent(claim)]
            terms = [[claim for claim in found if not _is_percent(claim)] for found in terms]
        if all(terms):
            yield from _joined(evidence, identity, results, terms)


def _is_compared(evidence: Evidence, claim: Claim) -> bool:
    """Say whether a figure is what another is compared with, and so of another time: against a deficit of 1.76 billion."""
    reading = evidence.reading_of[claim.sentence]
    number = reading.claims.index(claim.index)
    words = evidence.arithmetic.words["movements.comparing"]
    if not words.isdisjoint(lower(between(reading, number - 1, number))[-_COMPARING:]):
        return True
    # "compared with a surplus of 68 million in January and one of 355 million last year"
    before = between(reading, number - 2, number - 1) if number > 1 else []
    return "and" in lower(between(reading, number - 1, number)) and not words.isdisjoint(lower(before)[-_COMPARING:])


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def _named(evidence: Evidence, term: Term, by_words: dict[frozenset[str], list[Claim]]) -> list[Claim]:
    """Return the claims whose measure is called as the term is."""
    grammar = evidence.grammar
    found: dict[int, Claim] = {}
    for name in term.names:
        stems = set()
        for part in name:
            for word in part.split("-"):
                if word not in grammar.prepositions and word not in grammar.conjunctions:
                    stems.add(grammar.stem(word))
        key = frozenset(stem for stem in stems if stem not in grammar.telling)
        if key:
            found |= {claim.index: claim for claim in by_words.get(key, ())}
    return [found[index] for index in sorted(found)]


def _joined(
    evidence: Evidence, identity: Identity, results: list[Claim], terms: list[list[Claim]]
) -> Iterator[Instance]:
    reach = _REACH_QUOTIENT if identity.kind == "quotient" else _REACH
    for result in results:
        chosen: list[Claim] = []
        for number, candidates in enumerate(terms):
            is_divisor = identity.kind == "quotient" and number == 1
            near = _nearest(evidence, result, candidates, reach, identity, is_divisor=is_divisor)
            if near is None:
                break
            chosen.append(near)
        if len(chosen) != len(terms) or _has_nearer(result, results, chosen):
            continue
        if _fits(evidence, identity, result, chosen):
            yield Instance(identity, result, chosen, LOOSE if identity.is_loose else STRICT)


def _has_nearer(result: Claim, results: list[Claim], chosen: list[Claim]) -> bool:
    """Say whether the terms have a result in their own sentence: another one, further on, is of another time."""
    there = {claim.sentence for claim in chosen}
    if len(there) != 1 or result.sentence in there:
        return False
    return any(other.sentence in there and _unit(other) == _unit(result) for other in results)


def _nearest(
    evidence: Evidence, result: Claim, candidates: list[Claim], reach: int, identity: Identity, *,
    is_divisor: bool,
) -> Claim | None:  # fmt: skip
    """Return the one candidate of the result's time: in its own sentence, else the only value near by."""
    start = bisect_left(candidates, result.sentence - reach, key=_sentence)
    end = bisect_right(candidates, result.sentence + reach, key=_sentence)
    if end - start > _CROWD:
        return None
    near = [
        claim
        for claim in candidates[start:end]
        if claim.index != result.index
        and claim.modality is result.modality
        and _same_turn(evidence, claim, result)
        and same_time(claim, result) != "other"
        and (_is_one_time(claim, result, identity) or claim.sentence == result.sentence or not identity.is_loose)
        and (is_divisor or not (claim.bases ^ result.bases) - _OF_NAMES)
        and (identity.kind != "quotient" or (claim.period_how is How.STATED and result.period_how is How.STATED))
        and (identity.kind != "sum" or _unit(claim) == _unit(result))
    ]
    if not near:
        return None
    distance = min(abs(claim.sentence - result.sentence) for claim in near)
    closest = [claim for claim in near if abs(claim.sentence - result.sentence) == distance]
    return closest[0] if len({_value(claim) for claim in closest}) == 1 else None


def _is_one_time(first: Claim, second: Claim, identity: Identity) -> bool:
    """Say whether two claims are of one time; "the year" is 2020 only where amounts are added."""
    return is_one_time(first, second) if identity.kind == "sum" else same_time(first, second) == "same"


def _fits(evidence: Evidence, identity: Identity, result: Claim, chosen: list[Claim]) -> bool:
    """Say whether units go together and no word of the sentences sets a figure apart."""
    if len({claim.index for claim in (result, *chosen)}) != len(chosen) + 1:
        return False
    if identity.kind == "quotient" and _unit(chosen[0]) != _unit(chosen[1]):
        return False
    if identity.kind == "quotient" and not (result.quantity is not None and result.quantity.unit.is_percent):
        return False
    if identity.kind == "product" and (_unit(result) != _unit(chosen[0])):
        return False
    for sentence in {claim.sentence for claim in (result, *chosen)}:
        words = {element.lower for element in evidence.reading_of[sentence].elements}
        if words & identity.never:
            return False
    pairs = [(a, b) for at, a in enumerate(chosen) for b in chosen[at + 1 :]]
    return all(same_time(a, b) != "other" for a, b in pairs)


def _same_turn(evidence: Evidence, first: Claim, second: Claim) -> bool:
    sentences = evidence.document.sentences
    a, b = sentences[first.sentence], sentences[second.sentence]
    return a.turn == b.turn and a.section == b.section


def _sentence(claim: Claim) -> int:
    return claim.sentence


def _unit(claim: Claim) -> tuple[str, str]:
    assert claim.quantity is not None
    return claim.quantity.unit.name, claim.quantity.unit.per


def _value(claim: Claim) -> object:
    assert claim.quantity is not None
    return claim.quantity.middle
