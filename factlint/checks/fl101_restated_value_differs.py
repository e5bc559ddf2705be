"""FL101: one measure is given two values that cannot both hold."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.evidence import Pair
from factlint.alignment.pointing import counts_pointed_at
from factlint.alignment.slips import Slip, compare, tell_slip
from factlint.checks.check import check
from factlint.checks.echoing import echo_verdicts
from factlint.checks.hints import slip_notes
from factlint.checks.judging import DOUBTFUL, about, confirms, conflict_confidence, opposed, severity_of, shown
from factlint.checks.tabular import prose_and_cells
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Place, Verdict

_OWN_RULE = (Slip.SCALE, Slip.WAN)
_POINTED = 0.85


@check("FL101")
def restated_value_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare every pair of claims of one fact; bounds against points and slips of scale have rules of their own."""
    for pair in evidence.same_fact:
        first, second = pair.first.quantity, pair.second.quantity
        assert first is not None and second is not None
        comparison = pair.comparison
        one_bounded = first.bound.is_lower != second.bound.is_lower or first.bound.is_upper != second.bound.is_upper
        if comparison.agree:
            if not opposed(pair) and confirms(evidence, pair):
                yield card.tie(
                    _places(evidence, pair),
                    f"{shown(comparison.first, pair.first)} meets {shown(comparison.second, pair.second)}",
                )
            continue
        if comparison.touch or one_bounded or first.is_range != second.is_range:
            continue
        if opposed(pair) or pair.slip in _OWN_RULE:
            continue
        slip, confidence = conflict_confidence(evidence, pair, comparison, DOUBTFUL)
        if confidence < DOUBTFUL:
            continue
        if comparison.implied_only:
            words = "as a fair reader takes the words, they share no value"
        else:
            words = "they share no value"
        yield card.conflict(
            _places(evidence, pair),
            f"Two values are given for {about(pair.first) or 'one measure'}",
            f"{shown(comparison.first, pair.first)}, and {shown(comparison.second, pair.second)}: {words}",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
            notes=slip_notes(pair.first, pair.second, slip),
        )
    yield from prose_and_cells(evidence, card, bounded=False)
    yield from echo_verdicts(evidence, card, bounded=False)
    yield from _pointed_at(evidence, card)


def _pointed_at(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge "all nine of these ports" after ten ports."""
    for first, second in counts_pointed_at(evidence):
        assert first.quantity is not None and second.quantity is not None
        comparison = compare(first.quantity, second.quantity)
        if comparison.agree or comparison.touch:
            continue
        yield card.conflict(
            [evidence.place(first, "stated"), evidence.place(second, "restated")],
            f"Two numbers are given for {about(second)}",
            f"{shown(comparison.first, first)}, and {shown(comparison.second, second)}: “these” are the same",
            confidence=_POINTED,
            severity=Severity.WARNING,
            notes=slip_notes(first, second, tell_slip(first.quantity, second.quantity)),
        )


def _places(evidence: Evidence, pair: Pair) -> list[Place]:
    return [evidence.place(pair.first, "stated"), evidence.place(pair.second, "restated")]
