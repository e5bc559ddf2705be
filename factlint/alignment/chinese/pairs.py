"""Chinese figures that may tell one fact: the same name, kind and unit, of one time and of one body."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.naming import When, when_of
from factlint.alignment.evidence import Pair
from factlint.alignment.score import Match
from factlint.alignment.slips import Slip, tell_slip
from factlint.knowledge.evidence import Weights
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.quantity import Form

_CROWD = 12  # figures of one name: beyond this it is a series or a table
_KINDS = (Kind.LEVEL, Kind.CHANGE, Kind.RATE, Kind.SHARE)


def same_facts(lines: Sequence[Line], weights: Weights) -> list[Pair]:
    """Return the pairs that may tell one fact, in text order."""
    groups: dict[tuple[str, str, str], list[tuple[Claim, When]]] = defaultdict(list)
    for line in lines:
        for number, claim in enumerate(line.claims):
            if _is_comparable(claim):
                assert claim.quantity is not None
                dimension = claim.quantity.unit.dimension
                key = claim.measure.text, "%" if claim.quantity.unit.is_percent else dimension, line.classifiers[number]
                groups[key].append((claim, when_of(line, number)))
    bodies = {claim.subject.text for line in lines for claim in line.claims if claim.subject.text}
    found = [pair for group in groups.values() if len(group) <= _CROWD for pair in _pairs(group, weights, len(bodies))]
    return sorted(found, key=lambda pair: (pair.first.index, pair.second.index))


def _is_comparable(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind in _KINDS
        and claim.modality is Modality.ASSERTED
        and not claim.role
        and len(claim.measure.text) > 1
        and quantity.form is Form.CARDINAL
    )


def _pairs(group: list[tuple[Claim, When]], weights: Weights, bodies: int) -> Iterator[Pair]:
    times = {when for _, when in group if when.is_known}
    for (first, when), (second, other) in combinations(group, 2):
        if first.sentence == second.sentence or first.kind is not second.kind:
            continue
        if first.comparison != second.comparison or (
            first.direction is not second.direction and first.kind is not Kind.CHANGE
        ):
            continue
        told = when.against(other)
        one, another = first.subject.text, second.subject.text
        if told == "other" or (one and another and one != another):
            continue
        if told == "unknown" and len(times) > 1:
            continue  # a name that is told of several times: which one this is, nobody says
        assert first.quantity is not None and second.quantity is not None
        is_certain = bodies <= 1 or bool(one and one == another)
        slip = tell_slip(first.quantity, second.quantity)
        if slip is Slip.NONE and not (is_certain and told == "same") and not _agree(first, second):
            continue  # two values of two things, for all that is known
        match = Match(is_full=True)
        match.add("reference.start", weights)
        match.add("reference.full_match", weights)
        match.add("reference.shared_first", weights, detail=first.measure.text)
        match.add("reference.same_head", weights)
        if len(first.measure.text) > 3:
            match.add("reference.shared_second", weights)
        match.add("period.same" if told == "same" and when.is_known else "period.unknown", weights)
        yield Pair(first, second, match)


def _agree(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    return first.quantity.admitted().meets(second.quantity.admitted())
