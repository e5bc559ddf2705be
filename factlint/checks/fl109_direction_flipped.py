"""FL109: one change is told as a rise and as a fall."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.figures import numbers_for_tie
from factlint.alignment.slips import by_size
from factlint.checks.check import check
from factlint.checks.judging import SURE, about, confidence_of, same_digits_confidence, value_words
from factlint.knowledge.card import Card
from factlint.model.claim import Kind
from factlint.model.verdict import Verdict

_ALIKE = 11  # tenths: changes of one size, their bounds left aside
_TOLD_APART = 0.95
"""How sure two passages must be of one change where each has words of its own: coffee imports rose, tea imports fell."""


@check("FL109")
def direction_flipped(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare changes of one fact and one size whose directions differ."""
    for pair in evidence.same_fact:
        a, b = pair.first, pair.second
        if a.kind is not Kind.CHANGE or b.kind is not Kind.CHANGE or a.direction is b.direction:
            continue
        first, second = a.quantity, b.quantity
        assert first is not None and second is not None
        if a.direction is None or b.direction is None or not pair.comparison.agree:
            continue
        small, large = by_size(first, second)
        if large * 10 > small * _ALIKE:
            continue  # up by more than 75 million, down by some 120 million
        confidence = same_digits_confidence(evidence, pair)
        if not pair.match.two_sided:
            confidence = max(confidence, confidence_of(pair.match, numbers_for_tie(a, b, evidence.weights)))
        if confidence < (_TOLD_APART if pair.match.two_sided else SURE):
            continue
        signs = ["+" if claim.direction == "up" else "−" for claim in (a, b)]
        yield card.conflict(
            [evidence.place(a, str(a.direction)), evidence.place(b, str(b.direction))],
            f"{about(a) or 'One change'} is told as a rise and as a fall",
            f"{signs[0]}{value_words(first)} against {signs[1]}{value_words(second)}",
            confidence=confidence,
        )
