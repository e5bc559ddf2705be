"""Growth over a base that is named: since a year, above an average, on an amount that shows it: "Since 1998, when there were 47.1 ..."."""

import re
from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower, opens_with
from factlint.alignment.slips import by_size
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.period import Basis
from factlint.model.record import dataclass, replace

_REACH = 5  # sentences
_OPENING = 5  # elements
_TO_BASE = 8  # elements from a percentage to what it is of
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LARGEST = 20  # levels further apart than this are not of one thing


@dataclass(slots=True)
class Since:
    """A growth since a year, the level of that year, and the level that it has come to."""

    growth: Claim
    base: Claim
    current: Claim


def growths_since(evidence: Evidence) -> Iterator[Since]:
    """Yield growths in percent since a year whose levels of then and of now are told in the paragraph, one of each."""
    for growth, quantity in evidence.quantities():
        if not quantity.unit.is_percent or growth.kind is not Kind.CHANGE or growth.direction is None:
            continue
        if growth.period is None or growth.period.basis is not Basis.SINCE or growth.modality is not Modality.ASSERTED:
            continue
        year = _year(growth)
        if year is None or not growth.measure.words:
            continue
        levels = [
            claim
            for claim, other in evidence.around(growth.sentence, _REACH)
            if claim.kind is Kind.LEVEL
            and claim.modality is Modality.ASSERTED
            and not other.unit.is_percent
            and other.value is not None
            and not (other.bound.is_lower or other.bound.is_upper)  # the under 18 conception rate
            and claim.measure.words & growth.measure.words
            and evidence.paragraph(claim) == evidence.paragraph(growth)
        ]
        bases = [claim for claim in levels if _year(claim) == year]
        later = [claim for claim in levels if (told := _year(claim)) is not None and told > year]
        newest = max((told for claim in later if (told := _year(claim)) is not None), default=0)
        currents = [claim for claim in later if _year(claim) == newest and claim.role != "than"]
        if len(bases) == 1 and len(currents) == 1 and _are_alike(bases[0], currents[0]):
            yield Since(growth, bases[0], currents[0])


def growths_illustrated(evidence: Evidence) -> Iterator[Since]:
    """Yield "The rate stood at 1.9%. This means that what cost 100.00 in June 2013 would have cost 101.90 in June 2014"."""
    words, phrases = (
        evidence.arithmetic.words["illustrations.would"],
        evidence.arithmetic.phrases["illustrations.openers"],
    )
    for reading in evidence.readings:
        opening = lower(reading.elements[:_OPENING])
        if len(reading.claims) != 2 or not opens_with(opening, phrases):
            continue
        base, current = evidence.in_sentence(reading)
        a, b = base.quantity, current.quantity
        before = evidence.reading_of.get(reading.parse.sentence.index - 1)
        if a is None or b is None or before is None or a.unit != b.unit or not a.unit.is_money:
            continue
        if words.isdisjoint(lower(between(reading, 0, 1))) or not _are_alike(base, current):
            continue
        rates = [
            claim
            for claim in evidence.in_sentence(before)
            if claim.quantity is not None and claim.quantity.unit.is_percent and claim.quantity.value is not None
        ]
        if len(rates) == 1 and rates[0].modality is Modality.ASSERTED and rates[0].kind in (Kind.RATE, Kind.CHANGE):
            way = rates[0].direction or Direction.UP
            yield Since(replace(rates[0], direction=way), base, current)


def growths_over(evidence: Evidence) -> Iterator[Since]:
    """Yield "84 mm, 24% above the average of 68 mm", "4.1 million in May, 21% more than in May 2022 (3.4 million)"."""
    words = evidence.arithmetic.words
    above, below = words["bases_named.above"], words["bases_named.below"]
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number in range(1, len(claims) - 1):
            current, growth, base = claims[number - 1 : number + 2]
            if (
                growth.quantity is None
                or not growth.quantity.unit.is_percent
                or growth.modality is not Modality.ASSERTED
            ):
                continue
            a, b = current.quantity, base.quantity
            if a is None or b is None or a.unit != b.unit or a.unit.is_percent or not _are_alike(base, current):
                continue
            joint, ahead = lower(between(reading, number, number + 1)), lower(between(reading, number - 1, number))
            if ahead[-1:] != [","] or len(ahead) > _OPENING or not _leads_to_base(joint, above | below):
                continue
            way = Direction.UP if joint[0] in above else Direction.DOWN
            yield Since(replace(growth, direction=way), base, current)


def _leads_to_base(joint: list[str], comparing: frozenset[str]) -> bool:
    """Say whether words compare with the figure behind them: above the average of; more than in May 2022 (."""
    if not joint or joint[0] not in comparing or len(joint) > _TO_BASE or {",", ";", "and"} & set(joint):
        return False
    is_of = joint[-1] == "of" and bool({"the", ""} & set(joint))  # the average of, last year's record of
    return is_of or (joint[-1] == "(" and "than" in joint and joint[-2] == "")


def _year(claim: Claim) -> int | None:
    """Return the one year that the period of a claim names."""
    if claim.period is None:
        return None
    years = set(_YEAR.findall(claim.period.text))
    return int(years.pop()) if len(years) == 1 else None


def _are_alike(base: Claim, current: Claim) -> bool:
    """Say whether two levels are of one size and of one dimension, as far as it is told."""
    a, b = base.quantity, current.quantity
    assert a is not None and b is not None
    if a.unit.dimension != b.unit.dimension and not {a.unit.name, b.unit.name} <= {"", "number"}:
        return False
    small, large = by_size(a, b)
    return small > 0 and large <= small * _LARGEST
