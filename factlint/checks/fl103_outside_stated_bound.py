"""FL103: a figure lies outside the bound or range that the text gives for it elsewhere."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.slips import Slip
from factlint.checks.check import check
from factlint.checks.echoing import echo_verdicts
from factlint.checks.hints import slip_notes
from factlint.checks.judging import DOUBTFUL, about, conflict_confidence, opposed, severity_of, shown
from factlint.checks.tabular import prose_and_cells
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL103")
def outside_stated_bound(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare points and ranges with the half-lines and ranges told of the same fact."""
    for pair in evidence.same_fact:
        first, second = pair.first.quantity, pair.second.quantity
        assert first is not None and second is not None
        one_bounded = first.bound.is_lower != second.bound.is_lower or first.bound.is_upper != second.bound.is_upper
        if not (one_bounded or first.is_range != second.is_range):
            continue
        comparison = pair.comparison
        if comparison.agree or comparison.touch or opposed(pair) or pair.slip in (Slip.SCALE, Slip.WAN):
            continue
        slip, confidence = conflict_confidence(evidence, pair, comparison, DOUBTFUL)
        if confidence < DOUBTFUL:
            continue
        first_is_bound = first.is_range or ((first.bound.is_lower or first.bound.is_upper) and not second.is_range)
        roles = ("bound", "figure") if first_is_bound else ("figure", "bound")
        places = [evidence.place(pair.first, roles[0]), evidence.place(pair.second, roles[1])]
        yield card.conflict(
            places,
            f"{about(pair.first) or 'The figure'}: the figure lies outside the stated bound",
            f"{shown(comparison.first, pair.first)}, and {shown(comparison.second, pair.second)}: they share no value",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
            notes=slip_notes(pair.first, pair.second, slip),
        )
    yield from prose_and_cells(evidence, card, bounded=True)
    yield from echo_verdicts(evidence, card, bounded=True)
