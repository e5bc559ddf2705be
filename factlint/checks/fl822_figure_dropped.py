"""FL822: a figure of the earlier draft has none in the later one."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import ORIGINAL, SURE, lonely, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL822")
def figure_dropped(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that only the earlier draft has."""
    for figure, place in lonely(evidence.revision, ORIGINAL, "earlier draft"):
        words = f"{told(figure)} stands only in the earlier draft"
        yield card.conflict([place], "A figure was dropped", words, confidence=SURE)
