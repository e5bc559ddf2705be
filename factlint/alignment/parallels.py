"""Sums told twice in one breath: where parts and total each carry the level before, those add up as well.

"We have 100 shops in the north, down from 125, and 87 in the south, down from 98: 187 in all, against 223."
"""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, lower, same_unit, value_of
from factlint.alignment.sums import Sum
from factlint.model.claim import Claim, Kind, Modality

PARALLEL = 0.82
_COMPARED = frozenset({"compared", "versus", "vs", "against", "compares", "comparison"})
_BEFORE = ("from", "than")
_REACH = 4  # figures behind a level among which the level before may stand


def parallel_sums(evidence: Evidence, found: Sequence[Sum]) -> Iterator[Sum]:
    """Yield the sums of the levels before, and of the changes: where one sum of a pair adds up, so must the other."""
    for one in found:
        others = [other for other in (_levels_before(evidence, one), _changes(evidence, one)) if other is not None]
        adds_up = _adds_up(one)
        proven = adds_up or any(_adds_up(other) for other in others)
        if not proven:
            continue
        one.needs_slip = one.needs_slip and adds_up
        for other in others:
            other.needs_slip = not adds_up
            yield other


def _adds_up(one: Sum) -> bool:
    return one.added().meets(value_of(one.total))


def _levels_before(evidence: Evidence, one: Sum) -> Sum | None:
    before = [level_before(evidence, claim) for claim in (*one.parts, one.total)]
    *parts, total = (claim for claim in before if claim is not None) if all(before) else (None,)
    if total is None or not all(same_unit(part, total) for part in parts):
        return None
    return Sum(parts, total, "before", PARALLEL, one.signs, is_near=True)


def _changes(evidence: Evidence, one: Sum) -> Sum | None:
    """Return the sum of the changes beside parts and total: "at 2.4 million, is 27,000 lower"."""
    if one.signs:
        return None
    changes = [_change_beside(evidence, claim) for claim in (*one.parts, one.total)]
    *parts, total = (claim for claim in changes if claim is not None) if all(changes) else (None,)
    if total is None or len({claim.index for claim in (*parts, total)}) <= len(parts):
        return None
    signs = [1 if part.direction is total.direction else -1 for part in parts]
    return Sum(parts, total, "changes", PARALLEL, signs, is_near=True)


def _change_beside(evidence: Evidence, claim: Claim) -> Claim | None:
    """Return the one absolute change in a figure's sentence, where it has a direction."""
    found = [
        one
        for one in evidence.in_sentence(evidence.reading_of[claim.sentence])
        if one.kind is Kind.CHANGE and one.direction is not None and is_amount(one) and same_unit(one, claim)
    ]
    return found[0] if len(found) == 1 else None


def level_before(evidence: Evidence, claim: Claim) -> Claim | None:
    """Return the level that a figure is compared with in its own sentence: "down from 125", "compared to 223"."""
    reading = evidence.reading_of[claim.sentence]
    claims = evidence.in_sentence(reading)
    here = reading.claims.index(claim.index)
    for number in range(here + 1, min(here + 1 + _REACH, len(claims))):
        one = claims[number]
        if one.quantity is None or one.modality is not Modality.ASSERTED or not same_unit(one, claim):
            continue
        if one.kind not in (Kind.LEVEL, claim.kind):
            continue
        joint = set(lower(between(reading, number - 1, number)))
        return one if one.role in _BEFORE or joint & _COMPARED else None
    return None
