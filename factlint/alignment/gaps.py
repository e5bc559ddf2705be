"""Gaps between two figures that are told apart from them: "The difference between the two is ...", "This led to ...".

Four ways lead from a gap to its figures: a sentence that draws a conclusion of two rates in the sentence before, a
difference between two things by their names, a movement that the sentence before has told the size of, and a gap in
apposition behind both: "by 312 votes to 287, a majority of 25".
"""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower
from factlint.alignment.movements import movements
from factlint.alignment.times import periods_of
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.record import dataclass

_PLAIN_KINDS = (Kind.RATE, Kind.LEVEL)
_ROLES = ("from", "than", "per", "by", "bracket")
_OPENING = 3  # elements in which "This led to" opens a sentence
_APPOSED = 4  # elements: ", a gap of"
_POINTS = frozenset({"percentage_point", "point"})
_LONGEST_NAME = 8  # elements from "between" to "and", from "and" to the verb


@dataclass(slots=True)
class Gap:
    """A gap, in points, said to be in percent or in a unit of its own, with the two figures that it lies between."""

    stated: Claim
    first: Claim
    second: Claim
    is_signed: bool = False  # "0.4 points higher": the first less the second, with its sign
    is_sure: bool = False  # told right behind both: no slip need explain what does not fit
    is_sized: bool = False  # the size of the gap is judged with the movement of the two


def gaps(evidence: Evidence) -> list[Gap]:
    """Return the gaps of a text with the figures that they lie between, in text order of each way, worked out once."""
    found = evidence.kept.get("gaps")
    if not isinstance(found, list):
        found = [*_concluded(evidence), *_named(evidence), *_led_to(evidence), *_apposed(evidence)]
        evidence.kept["gaps"] = found
    return found


def _concluded(evidence: Evidence) -> Iterator[Gap]:
    """Yield "... is 37.2%, compared with 30.4%. The formula has therefore added 6.8 percent"."""
    cues, comparing = (evidence.arithmetic.words[f"movements.{name}"] for name in ("concluding", "comparing"))
    for reading in evidence.readings:
        stated = _only_rate(evidence, reading)
        before = _reading_before(evidence, reading)
        if stated is None or before is None or cues.isdisjoint(lower(reading.elements)):
            continue
        if stated.kind not in (Kind.CHANGE, Kind.DIFFERENCE, Kind.RATE):
            continue
        rates = [claim for claim in evidence.in_sentence(before) if _is_rate(claim)]
        if len(rates) != 2 or comparing.isdisjoint(lower(before.elements)):
            continue
        if any(claim.modality is not Modality.ASSERTED for claim in (stated, *rates)):
            continue
        is_signed = _is_compared(evidence, reading, stated)
        if is_signed or not _is_point(stated):
            yield Gap(stated, rates[0], rates[1], is_signed=is_signed, is_sized=_is_point(stated))


def _is_compared(evidence: Evidence, reading: Reading, stated: Claim) -> bool:
    """Say whether a gap is told by "higher" or "lower" behind it, with the time of the first of the two."""
    if stated.direction is None:
        return False
    frame = reading.frames[reading.claims.index(stated.index)]
    behind = reading.elements[frame.place + 1 : frame.place + 2]
    return bool(behind) and behind[0].lower in evidence.arithmetic.words["gaps.comparatives"]


def _only_rate(evidence: Evidence, reading: Reading) -> Claim | None:
    """Return the one figure in percent or in points of a sentence."""
    found = [claim for claim in evidence.in_sentence(reading) if _is_rate(claim) or _is_point(claim)]
    return found[0] if len(found) == 1 else None


def _reading_before(evidence: Evidence, reading: Reading) -> Reading | None:
    """Return the sentence before one, of the same paragraph."""
    here = reading.parse.sentence
    before = evidence.reading_of.get(here.index - 1)
    if before is None or before.parse.sentence.paragraph != here.paragraph or before.parse.sentence.turn != here.turn:
        return None
    return before


def _named(evidence: Evidence) -> Iterator[Gap]:
    """Yield "the difference between the A and B rates was 0.1 points" with what the text tells of A and of B."""
    for reading in evidence.readings:
        stated = _only_rate(evidence, reading)
        if stated is None or stated.modality is not Modality.ASSERTED:
            continue
        names = _between_what(evidence, reading, stated)
        if names is None:
            continue
        first, second = (_told_of(evidence, stated, own, other, names[2]) for own, other in (names[:2], names[1::-1]))
        if first is not None and second is not None:
            yield Gap(stated, first, second)


Stems = frozenset[str]


def _between_what(evidence: Evidence, reading: Reading, stated: Claim) -> tuple[Stems, Stems, str] | None:
    """Return the names that a gap lies between, each without those of the other, and the noun that both qualify."""
    elements, words = reading.elements, evidence.arithmetic.words["gaps.nouns"]
    place = reading.frames[reading.claims.index(stated.index)].place
    at = next(
        (at for at in range(place - 1) if elements[at].lower in words and elements[at + 1].lower == "between"), -1
    )
    if at < 0:
        return None
    joint = next((to for to in range(at + 2, min(at + 2 + _LONGEST_NAME, place)) if elements[to].lower == "and"), -1)
    if joint < 0:
        return None
    end = joint + 1
    while end < place and end <= joint + _LONGEST_NAME and elements[end].tag in (Tag.NOUN, Tag.DETERMINER, Tag.MARK):
        end += 1
    first, second = elements[at + 2 : joint], elements[joint + 1 : end]
    nouns = [element for element in second if element.tag is Tag.NOUN]
    if any(element.tag not in (Tag.NOUN, Tag.DETERMINER, Tag.MARK) for element in first) or len(nouns) < 2:
        return None
    a, b = _names(evidence, first), _names(evidence, second)
    if not a - b or not b - a:
        return None
    return a - b, b - a, evidence.grammar.stem(nouns[-1].lower)


def _names(evidence: Evidence, elements: Sequence[Element]) -> Stems:
    return frozenset(evidence.grammar.stem(e.lower) for e in elements if e.is_name and e.lower.isalpha())


def _told_of(evidence: Evidence, stated: Claim, own: Stems, other: Stems, noun: str) -> Claim | None:
    """Return the last rate told of one thing and not of the other, for the time of the gap; None where two differ."""
    found: list[Claim] = []
    for claim, quantity in evidence.quantities():
        if claim.index >= stated.index or not _is_rate(claim) or claim.kind not in _PLAIN_KINDS or claim.role in _ROLES:
            continue
        if claim.modality is not Modality.ASSERTED or quantity.value is None:
            continue
        told = {evidence.grammar.stem(word) for word in claim.measure.text.lower().split()}
        if not own <= told or told & other or noun not in told:
            continue
        if periods_of(claim, stated) == "other" and not _ends_with(claim, stated):
            continue
        found.append(claim)
    values = {claim.quantity.middle for claim in found if claim.quantity is not None}
    return found[-1] if len(values) == 1 else None


def _ends_with(claim: Claim, stated: Claim) -> bool:
    """Say whether the period of a rate ends with that of the gap: in the year to June, in June."""
    a, b = claim.period, stated.period
    return a is not None and b is not None and a.end is not None and a.end == b.end


def _led_to(evidence: Evidence) -> Iterator[Gap]:
    """Yield "... was 0.4 points higher. This led to the rate rising from 1.5% to 1.9%"."""
    for movement in movements(evidence):
        current, previous = movement.current, movement.previous
        if current is None or previous is None or movement.changes or not (_is_rate(current) and _is_rate(previous)):
            continue
        if current.sentence != previous.sentence or current.modality is not Modality.ASSERTED:
            continue
        reading = evidence.reading_of.get(current.sentence)
        if reading is None:
            continue
        opening = lower(reading.elements[:_OPENING])
        if opening[:1] != ["this"] or evidence.arithmetic.words["gaps.leading"].isdisjoint(opening[1:]):
            continue
        before = _reading_before(evidence, reading)
        stated = None if before is None else _only_rate(evidence, before)
        if stated is None or stated.kind is not Kind.CHANGE or stated.direction is None:
            continue
        if stated.modality is Modality.ASSERTED and stated.direction in (Direction.UP, Direction.DOWN):
            yield Gap(stated, current, previous, is_signed=True)


def _is_rate(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent


def _is_point(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_point


def _apposed(evidence: Evidence) -> Iterator[Gap]:
    """Yield "by 312 votes to 287, a majority of 25", "women earned 27,200 and men 34,900, a gap of 7,700"."""
    nouns = evidence.arithmetic.words["gaps.apposed"]
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number in range(2, len(claims)):
            ahead = lower(between(reading, number - 1, number))
            if len(ahead) < _APPOSED or ahead[-1] != "of" or ahead[-2] not in nouns or ahead[-3] not in {"a", "an"}:
                continue
            if ahead[-4] != "," or claims[number].modality is not Modality.ASSERTED:
                continue
            begun = max((at for at in range(number) if ";" in lower(between(reading, at - 1, at))), default=0)
            pair = _lying_apart(claims[begun:number], claims[number], is_lead=ahead[-2] in {"lead", "majority"})
            if pair is not None:
                yield Gap(claims[number], *pair, is_sure=True)


def _lying_apart(claims: Sequence[Claim], stated: Claim, *, is_lead: bool) -> tuple[Claim, Claim] | None:
    """Return the two figures that a gap lies between: the last two, of a lead the two largest, in the unit of the gap."""
    assert stated.quantity is not None
    unit = stated.quantity.unit
    told = [
        claim
        for claim in claims
        if claim.quantity is not None and claim.quantity.value is not None and claim.role not in ("from", "per")
        and claim.kind in (*_PLAIN_KINDS, Kind.SHARE)
        and (claim.quantity.unit == unit or (claim.quantity.unit.is_percent and unit.name in _POINTS))
    ]  # fmt: skip
    if len(told) < 2 or (len(told) > 2 and not is_lead):
        return None
    first, second = sorted(told, key=lambda claim: -claim.quantity.middle if claim.quantity else 0)[:2]
    return first, second
