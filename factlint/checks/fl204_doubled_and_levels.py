"""FL204: doubled, tripled or halved is told of levels that say otherwise."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.multiples import multiples
from factlint.checks.check import check
from factlint.checks.multiples import judge_multiple
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL204")
def doubled_and_levels(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a multiple that is a verb of its own with the level and the level before."""
    for found in multiples(evidence):
        if is_one_word(found.ratio.text):
            yield from judge_multiple(evidence, card, found)


def is_one_word(text: str) -> bool:
    """Say whether a multiple is a word of its own, doubled or more than halved, and no count of times."""
    last = text.lower().split()[-1]
    return last.startswith(("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv"))
