"""Before, after and change told in one breath: "rose 8.5% to 2.64 million from 2.33 million"."""

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.quantity import Form

_LEVELS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.AGE, Kind.DURATION)
_PREVIOUS = frozenset({"from", "than"})
_COMPARING = frozenset({"compared", "against", "versus", "vs", "relative"})


@dataclass(slots=True)
class Movement:
    """Claims of one sentence that one grammar ties: the level reached, the level before, and the change."""

    current: Claim | None
    previous: Claim | None
    changes: list[Claim]
    verb: str  # the word of change that ties them
    verb_at: int  # index of its element


def movements(evidence: Evidence) -> Iterator[tuple[Reading, Movement]]:
    """Yield the movements of the text, sentence by sentence."""
    for reading in evidence.readings:
        if len(reading.claims) < 2:
            continue
        for group in _tied(reading, evidence):
            found = _sort_out(group, reading, evidence)
            if found is not None:
                yield reading, found


def _tied(reading: Reading, evidence: Evidence) -> Iterator[list[Claim]]:
    """Yield runs of neighbouring claims that share one predicate, or of which the later leans on the earlier."""
    run: list[Claim] = []
    claims = evidence.in_sentence(reading)
    for number, claim in enumerate(claims):
        if run and _leans(reading, number):
            run.append(claim)
            continue
        if len(run) > 1:
            yield run
        run = [claim]
    if len(run) > 1:
        yield run


def _leans(reading: Reading, number: int) -> bool:
    frame, before = reading.frames[number], reading.frames[number - 1]
    between = reading.elements[before.place + 1 : frame.place]
    if len(between) > 9 or any(element.lower in {";", ":", "—"} for element in between):
        return False
    if any(element.tag is Tag.SUBORDINATOR for element in between):
        return False
    if frame.continues_list:
        return False
    if frame.predicate_at >= 0 and frame.predicate_at == before.predicate_at:
        return True
    if frame.inherits == number - 1 and not frame.continues_list:
        return True
    quantity = reading.parse.quantities[number]
    if quantity.role == "to" and quantity.partner == number - 1:
        return True
    words = [element.lower for element in between]
    return bool(words) and (
        (frame.preposition in _PREVIOUS and frame.predicate_at <= before.place)
        or (frame.preposition in {"to", "with"} and "compared" in words)
        or bool(_COMPARING & set(words) and not any(element.tag is Tag.VERB for element in between if element.lower != "compared"))
    )


def _sort_out(group: list[Claim], reading: Reading, evidence: Evidence) -> Movement | None:
    current = previous = None
    changes: list[Claim] = []
    for claim in group:
        number = reading.claims.index(claim.index)
        frame, quantity = reading.frames[number], claim.quantity
        assert quantity is not None
        if claim.modality is Modality.NEGATED or quantity.form is Form.ORDINAL:
            return None
        if claim.kind in (Kind.CHANGE, Kind.DIFFERENCE, Kind.RATIO) and claim.role not in _PREVIOUS:
            changes.append(claim)
        elif claim.role in _PREVIOUS or _is_compared(reading, number):
            if previous is not None:
                return None
            previous = claim
        elif claim.kind in _LEVELS:
            if current is not None:
                return None
            current = claim
        _ = frame
    if previous is not None and current is not None and not _comparable(current, previous):
        return None
    verb_at = next(
        (
            reading.frames[reading.claims.index(claim.index)].predicate_at
            for claim in (*changes, *([current] if current else []), *([previous] if previous else []))
            if evidence.grammar.change.get(reading.frames[reading.claims.index(claim.index)].predicate)
        ),
        -1,
    )
    if (current is None or previous is None) and not changes:
        return None
    verb = reading.elements[verb_at].lower if verb_at >= 0 else ""
    return Movement(current, previous, changes, verb, verb_at)


def _is_compared(reading: Reading, number: int) -> bool:
    frame = reading.frames[number]
    words = [element.lower for element in reading.elements[max(frame.place - 4, 0) : frame.place]]
    return bool(_COMPARING & set(words))


def _comparable(current: Claim, previous: Claim) -> bool:
    first, second = current.quantity, previous.quantity
    assert first is not None and second is not None
    return first.unit.dimension == second.unit.dimension and (
        first.unit.name == second.unit.name or (first.unit.factor is not None and second.unit.factor is not None)
    )
