"""One change told as an amount and in percent, and the levels near by that it may end at."""

from collections.abc import Iterator

from factlint.alignment.brackets import bracketed
from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.quantity import Form
from factlint.model.record import dataclass

_NEIGHBOURS = 3
_AFAR = 100  # sentences
_OR = ([",", "or"], ["or"], [",", "or", "about"], [",", "or", "by"], ["or", "by"])


@dataclass(slots=True)
class ToldTwice:
    """An amount and a percentage of one change, with the levels that it may lead to, nearest first."""

    change: Claim
    growth: Claim
    levels: list[Claim]
    is_sure: bool  # the levels stand in one paragraph under the same words


def changes_told_twice(evidence: Evidence) -> Iterator[ToldTwice]:
    """Yield "employment was 439,000 ... has fallen by 10,000 (2.2%)", "an increase of $3.2 million, or 12%"."""
    yield from evidence.tied(ToldTwice)
    for change, growth in (*bracketed(evidence), *_alternatives(evidence)):
        if change.quantity is None or growth.quantity is None or change.quantity.form is not Form.CARDINAL:
            continue
        unit = change.quantity.unit
        if not growth.quantity.unit.is_percent or unit.is_percent or unit.is_point or change.direction is None:
            continue
        if change.kind is not Kind.CHANGE or growth.kind is Kind.SHARE:
            continue  # $1.31 billion or 16.8% of loans
        near, is_sure = _levels_near(evidence, change), True
        if not near:
            near, is_sure = _levels_resumed(evidence, change), False
        if not near:
            near = _levels_afar(evidence, change)
        if near:
            yield ToldTwice(change, growth, near, is_sure)


def _alternatives(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield neighbours joined by "or": up $3.2 million, or 12%."""
    for reading in evidence.readings:
        yield from _alternatives_in(evidence, reading)


@silent
def _alternatives_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    claims = evidence.in_sentence(reading)
    for number in range(1, len(claims)):
        joint = between(reading, number - 1, number)
        while joint and joint[0].tag is Tag.NOUN:
            joint = joint[1:]  # by 310 people, or 8%
        if lower(joint) in _OR:
            yield claims[number - 1], claims[number]


def _levels_near(evidence: Evidence, change: Claim) -> list[Claim]:
    """Return the levels of the paragraph that the change may end at: same words, same unit, larger; nearest first."""
    paragraph = evidence.paragraph(change)
    found = [
        claim
        for claim in _candidates(evidence, change)
        if bool(claim.measure.words)
        and (
            (claim.measure.words == change.measure.words and evidence.paragraph(claim) == paragraph)
            or _is_where_it_ends(claim, change)
        )
    ]
    return sorted(found, key=lambda claim: (abs(claim.sentence - change.sentence), claim.index))


def _levels_afar(evidence: Evidence, change: Claim) -> list[Claim]:
    """Return the one level that the text gives elsewhere under the same words, if not for another time."""
    when = change.period
    if when is None or when.end is None or not change.measure.words or change.quantity is None:
        return []
    found = [
        claim
        for claim in evidence.measuring(change, min(change.measure.words), _AFAR)
        if claim.measure.words == change.measure.words
        and claim.kind is Kind.LEVEL
        and claim.role not in ("from", "than")
        and claim.modality is Modality.ASSERTED
        and (claim.period is None or claim.period.end == when.end)
        and claim.quantity is not None
        and claim.quantity.unit.name == change.quantity.unit.name
        and claim.quantity.per_item == change.quantity.per_item
        and claim.bases == change.bases
    ]
    values = {claim.quantity.middle for claim in found if claim.quantity is not None}
    return found[:1] if len(values) == 1 else []


def _is_where_it_ends(level: Claim, change: Claim) -> bool:
    """Say whether a level told for the very time at which a change ends is of the measure, in fewer words."""
    a, b = level.period, change.period
    if a is None or b is None or a.end is None or a.end != b.end:
        return False
    return level.measure.words < change.measure.words and level.measure.head == change.measure.head


def _levels_resumed(evidence: Evidence, change: Claim) -> list[Claim]:
    """Return levels that the change may lean on less surely: "This represents a fall of 103,000 (1.9%)"."""
    reading = evidence.reading_of[change.sentence]
    opening = lower(reading.elements[:3])
    resumes = bool(set(opening[:1]) & {"this", "that", "it"})
    found = []
    for claim in _candidates(evidence, change):
        distance = change.sentence - claim.sentence
        same = bool(claim.measure.words) and claim.measure.words == change.measure.words
        if same or claim.sentence == change.sentence or (resumes and distance == 1):
            found.append(claim)
    return sorted(found, key=lambda claim: (abs(claim.sentence - change.sentence), claim.index))


def _candidates(evidence: Evidence, change: Claim) -> Iterator[Claim]:
    """Yield the levels near by in the unit of the change, and larger than it."""
    assert change.quantity is not None
    for claim, quantity in evidence.around(change.sentence, _NEIGHBOURS):
        if claim.kind is not Kind.LEVEL or claim.role in ("from", "than") or claim.modality is not Modality.ASSERTED:
            continue
        if quantity.unit.name != change.quantity.unit.name or quantity.per_item != change.quantity.per_item:
            continue
        if (
            _is_where_it_ends(claim, change)
            or quantity.middle > change.quantity.middle
            or (change.direction is Direction.DOWN and claim.role == "to")
        ):
            yield claim
