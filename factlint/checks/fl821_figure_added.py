"""FL821: a figure of the later draft has none in the earlier one."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import SURE, TRANSLATION, lonely, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL821")
def figure_added(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that only the later draft has."""
    for figure, place in lonely(evidence.revision, TRANSLATION, "later draft"):
        words = f"{told(figure)} stands only in the later draft"
        yield card.conflict([place], "A figure was added", words, confidence=SURE)
