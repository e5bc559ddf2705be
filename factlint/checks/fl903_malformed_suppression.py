"""FL903: a suppression names no rule, an unknown rule or no reason, or a region has no end."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL903")
def malformed_suppression(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Yield nothing: suppressions are read where they are put to use, in factlint/acceptance/, which tells it."""
    del evidence, card
    yield from ()
