"""FL301: the parts of a closed list do not add up to their total."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.joints import value_of
from factlint.alignment.near_sums import near_sums
from factlint.alignment.parallels import parallel_sums
from factlint.alignment.sums import Sum, sums
from factlint.alignment.wholes import wholes
from factlint.checks.check import check
from factlint.checks.judging import apart, severity_of, shown
from factlint.checks.tabular import sums_of_cells
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

_OUT_OF_SIZE = 100


@check("FL301")
def parts_and_total(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Add up the parts, each with its rounding, and compare the sum with the total."""
    told: set[object] = set()
    found_sums = [*sums(evidence), *wholes(evidence), *near_sums(evidence)]
    if evidence.language == "en":
        found_sums += parallel_sums(evidence, found_sums)
    for found in found_sums:
        # men and women make one population, and so do town and country; an English finder may tell a sum that another told
        key = found.total.index if evidence.language == "en" else (found.total.index, found.parts[0].index)
        if key in told:
            continue
        added, stated = found.added(), value_of(found.total)
        places = [evidence.place(found.total, "total"), *(evidence.place(part, "part") for part in found.parts)]
        if found.is_of_small_counts and not found.added(rounded=False).meets(stated) and found.slipped():
            added = found.added(rounded=False)  # 100 shops and 78 are not 187: they are counted, not rounded
        words = f"{_terms(found)} is {shown(added, found.total)}"
        if added.meets(stated):
            told.add(key)
            yield card.tie(places, f"{words}, stated is {shown(stated, found.total)}")
            continue
        if (found.needs_slip or apart(added, stated) > _OUT_OF_SIZE) and not found.slipped():
            continue  # 13 blocks of shares, 2 million in all
        told.add(key)
        yield card.conflict(
            places,
            "The parts do not add up to the total",
            f"{words}, and stated is {shown(stated, found.total)}",
            confidence=found.confidence,
            severity=severity_of(added, stated, found.confidence) if found.is_near else Severity.ERROR,
        )
    yield from sums_of_cells(evidence, card)


def _terms(found: Sum) -> str:
    """Return the addition in figures: "480 + 195 - 10"."""
    words = ""
    for at, part in enumerate(found.parts):
        assert part.quantity is not None
        value = Fraction(part.quantity.middle)
        sign = found.sign(at) > 0
        joint = ("" if sign else "-") if not words else (" + " if sign else " - ")
        words += joint + figure(abs(value))
    return words
