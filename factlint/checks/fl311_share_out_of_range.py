"""FL311: a share lies outside 0 to 100 percent, or something falls by more than all of it."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.wording import interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Direction, Kind
from factlint.model.verdict import Verdict

WHOLE = 100
SURE_SHARE, SURE_FALL = 0.85, 0.8


@check("FL311")
def share_out_of_range(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Judge shares with a named whole, and falls of what cannot turn negative."""
    may_turn = evidence.grammar.may_turn_negative
    for claim, quantity in evidence.quantities():
        if not quantity.unit.is_percent or quantity.unit.per:
            continue
        reading = quantity.admitted()
        if reading.low is None or reading.low <= WHOLE:
            continue
        is_share = claim.kind is Kind.SHARE and bool(claim.whole.words) and not claim.comparison and not claim.direction
        if is_share and claim.verb == "" and _is_part_verb(evidence, claim):
            yield card.conflict(
                [evidence.place(claim, "share")],
                "A part is more than all of its whole",
                f"{interval(reading, 'percent')} is more than 100%",
                confidence=SURE_SHARE,
            )
        elif (
            claim.kind is Kind.CHANGE
            and claim.direction is Direction.DOWN
            and claim.measure.words
            and not claim.measure.words & may_turn
        ):
            yield card.conflict(
                [evidence.place(claim, "fall")],
                f"A fall of more than all there was: {claim.measure.text[:60]}",
                f"100% less than a positive value is nothing; {interval(reading, 'percent')} less is below it",
                confidence=SURE_FALL,
            )


def _is_part_verb(evidence: Evidence, claim: Claim) -> bool:
    """Say whether a verb of composition governs the share: account for, make up; earnings represent 140% of dividends."""
    reading = evidence.reading_of[claim.sentence]
    frame = reading.frames[reading.claims.index(claim.index)]
    is_cover = frame.predicate.startswith("represent") and claim.measure.words & evidence.grammar.may_turn_negative
    ratios = {evidence.grammar.stem(word) for word in evidence.arithmetic.words["shares.ratios"]}
    is_ratio = not claim.whole.words.isdisjoint(ratios)  # loans of 110% of equity
    return frame.predicate in evidence.grammar.share_verbs and not is_cover and not is_ratio
