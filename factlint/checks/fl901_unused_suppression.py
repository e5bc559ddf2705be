"""FL901: a suppression, an ignore by file or an entry of the baseline lets nothing stand."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL901")
def unused_suppression(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Yield nothing: what is of use shows when all other rules have spoken; factlint/acceptance/ tells it then."""
    del evidence, card
    yield from ()
