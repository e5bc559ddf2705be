"""FL305: a part is larger than the whole that it is said to be of."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.parts import part_and_whole
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN = 0.95


@check("FL305")
def part_above_whole(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare n with N in "n of the N", "N, of which n", "n out of N"."""
    for part, whole in part_and_whole(evidence):
        assert part.quantity is not None and whole.quantity is not None
        a = in_base(part.quantity.admitted(), part.quantity)
        b = in_base(whole.quantity.admitted(), whole.quantity)
        places = [evidence.place(part, "part"), evidence.place(whole, "whole")]
        if b.below(a):
            yield card.conflict(
                places,
                "The part is larger than its whole",
                f"{shown(a, part)} cannot be a part of {shown(b, whole)}",
                confidence=CERTAIN,
            )
        else:
            yield card.tie(places, f"{shown(a, part)} fits into {shown(b, whole)}")
