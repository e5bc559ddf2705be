"""FL102: two files give one measure two values that cannot both hold."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.cross import CrossEvidence
from factlint.alignment.slips import Slip
from factlint.checks.check import check
from factlint.checks.hints import slip_notes
from factlint.checks.judging import DOUBTFUL, about, confirms, conflict_confidence, opposed, severity_of, shown
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

_OWN_RULE = (Slip.SCALE, Slip.WAN)


@check("FL102")
def differs_between_files(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare every pair of claims of one fact in different files; bounds and slips of scale have rules of their own."""
    if not isinstance(evidence, CrossEvidence):
        return
    for pair in evidence.same_fact:
        first, second = pair.first.quantity, pair.second.quantity
        assert first is not None and second is not None
        comparison = pair.comparison
        places = [evidence.place(pair.first, "told here"), evidence.place(pair.second, "told there")]
        if comparison.agree:
            if not opposed(pair) and confirms(evidence, pair):
                told = f"{shown(comparison.first, pair.first)} meets {shown(comparison.second, pair.second)}"
                yield card.tie(places, told)
            continue
        one_bounded = first.bound.is_lower != second.bound.is_lower or first.bound.is_upper != second.bound.is_upper
        if comparison.touch or one_bounded or first.is_range != second.is_range or opposed(pair):
            continue
        if pair.slip in _OWN_RULE:
            continue
        slip, confidence = conflict_confidence(evidence, pair, comparison, DOUBTFUL)
        if confidence < DOUBTFUL:
            continue
        fair = "as a fair reader takes the words, " if comparison.implied_only else ""
        yield card.conflict(
            places,
            f"Two files give different values for {about(pair.first) or about(pair.second) or 'one measure'}",
            f"{shown(comparison.first, pair.first)}, and {shown(comparison.second, pair.second)}: "
            f"{fair}they share no value",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
            notes=slip_notes(pair.first, pair.second, slip),
        )
