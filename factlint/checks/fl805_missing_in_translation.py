"""FL805: a figure of the original has none in the translation."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, ORIGINAL, lonely_translated, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL805")
def missing_in_translation(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that nothing in the sentences beside it stands for; small counts may be left out."""
    for figure, place in lonely_translated(evidence, ORIGINAL, "original"):
        words = f"{figure.text} is {told(figure)}: no figure beside it in the translation has this value"
        yield card.conflict([place], "The translation lacks a figure of the original", words, confidence=LIKELY)
