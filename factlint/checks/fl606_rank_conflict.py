"""FL606: one thing is given two places in one order."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.ranks import rank_pairs
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN = 0.85


@check("FL606")
def rank_conflict(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the places that a text gives a named thing in the same order and scope."""
    for first, second in rank_pairs(evidence):
        places = [place_at(evidence, first.span, "rank"), place_at(evidence, second.span, "rank")]
        words = f"“{evidence.quote(first.span)}” is number {first.rank}, “{evidence.quote(second.span)}” is number {second.rank}"
        if first.rank == second.rank:
            yield card.tie(places, words)
        else:
            who = first.who.title() if first.who.islower() else first.who
            yield card.conflict(places, f"{who} is given two places in one order", words, confidence=CERTAIN)
