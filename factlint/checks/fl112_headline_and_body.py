"""FL112: a figure of the headline is another in the body."""

from collections.abc import Iterator

from factlint.alignment import Evidence, Pair, compare
from factlint.alignment.headlines import headline_pairs
from factlint.alignment.slips import Slip
from factlint.checks.check import check
from factlint.checks.hints import slip_notes
from factlint.checks.judging import SURE, about, conflict_confidence, severity_of, shown
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

ONE_STORY = 3
"""By how much the odds that it is one fact are greater: a headline tells what the body tells."""


@check("FL112")
def headline_and_body(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a figure of the headline with the best match in the body, where the body repeats it nowhere."""
    for claim, pairs in headline_pairs(evidence):
        best = None
        for pair in pairs:
            first, second = pair.first.quantity, pair.second.quantity
            assert first is not None and second is not None
            comparison = compare(first, second)
            if comparison.agree or comparison.touch or pair.first.direction is not pair.second.direction:
                continue
            if pair.slip is Slip.NONE or pair.match.two_sided or _two_actors(pair):
                continue
            slip, confidence = conflict_confidence(evidence, pair, comparison)
            confidence = _raised(confidence)
            if confidence >= SURE and (best is None or confidence > best[0]):
                best = (confidence, pair, comparison, slip)
        if best is None:
            continue
        confidence, pair, comparison, slip = best
        other = pair.second if pair.first is claim else pair.first
        readings = (
            (comparison.first, comparison.second) if pair.first is claim else (comparison.second, comparison.first)
        )
        yield card.conflict(
            [evidence.place(claim, "headline"), evidence.place(other, "body")],
            f"{about(claim) or 'A figure'}: the headline and the body differ",
            f"{shown(readings[0], claim)} in the headline, and {shown(readings[1], other)} in the body: they share no value",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
            notes=slip_notes(pair.first, pair.second, slip),
        )


def _two_actors(pair: Pair) -> bool:
    """Say whether each figure is told of somebody whose name the other lacks: the harbour hospital, the lake hospital."""
    first, second = pair.first.actor.words, pair.second.actor.words
    return bool(first - second and second - first)


def _raised(confidence: float) -> float:
    """Return a probability whose odds are as many times greater."""
    return round(min(confidence * ONE_STORY / (confidence * ONE_STORY + 1 - confidence), 0.99), 2)
