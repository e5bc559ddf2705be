"""FL811: a figure differs from the one that the facts file holds of the same measure and time."""

from collections.abc import Iterator

from factlint.alignment import Evidence, compare
from factlint.alignment.facts import facts_of, is_of_another_act
from factlint.alignment.slips import Slip, significant, tell_slip
from factlint.checks.check import check
from factlint.checks.judging import about, severity_of, shown
from factlint.knowledge.card import Card
from factlint.knowledge.facts import Fact
from factlint.model.claim import Claim, How
from factlint.model.verdict import Verdict

CERTAIN, INHERITED = 0.9, 0.8
_TELLING_DIGITS = 3  # figures of fewer digits are a slip apart by accident


@check("FL811")
def differs_from_fact(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each claim with what is known of its measure; one fact that agrees settles it."""
    for claim, facts in facts_of(evidence):
        assert claim.quantity is not None
        compared = [(fact, compare(claim.quantity, fact.quantity)) for fact in facts]
        place = evidence.place(claim, "in the text")
        agreeing = [
            (fact, comparison)
            for fact, comparison in compared
            if comparison.agree and (not is_of_another_act(claim, fact) or fact.quantity.value == claim.quantity.value)
        ]
        if agreeing:
            fact, comparison = agreeing[0]
            yield card.tie(
                [place],
                f"{shown(comparison.first, claim)} meets {shown(comparison.second, claim)} by {fact.told}",
            )
            continue
        fact, comparison = compared[0]
        if comparison.agree or comparison.touch or comparison.implied_only:
            continue
        slip = tell_slip(claim.quantity, fact.quantity)
        if is_of_another_act(claim, fact) and (slip is Slip.NONE or len(significant(claim.quantity)) < _TELLING_DIGITS):
            continue
        confidence = _confidence(claim, fact)
        yield card.conflict(
            [place],
            f"{about(claim) or 'A figure'}: the facts file has another value",
            f"{shown(comparison.first, claim)} in the text, and {shown(comparison.second, claim)}"
            f" by {fact.told}: they share no value",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
        )


def _confidence(claim: Claim, fact: Fact) -> float:
    """Return less where the measure or the time is not stated beside the figure."""
    if is_of_another_act(claim, fact):
        return INHERITED
    is_dated = fact.period is not None and claim.period_how is How.STATED
    return CERTAIN if is_dated and claim.measure.how is How.STATED else INHERITED
