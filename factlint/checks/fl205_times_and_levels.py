"""FL205: so many times, N-fold or a third more is told of levels that say otherwise."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.multiples import multiples
from factlint.checks.check import check
from factlint.checks.fl204_doubled_and_levels import is_one_word
from factlint.checks.multiples import judge_multiple
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL205")
def times_and_levels(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare N times, N-fold and a part more with both levels; N times higher passes as N and as N + 1."""
    for found in multiples(evidence):
        if not is_one_word(found.ratio.text):
            yield from judge_multiple(evidence, card, found)
