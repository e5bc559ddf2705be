"""FL806: a figure of the translation has none in the original."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, TRANSLATION, lonely_translated, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL806")
def added_in_translation(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that stands for nothing in the sentences beside it; small counts may be put in."""
    for figure, place in lonely_translated(evidence, TRANSLATION, "translation"):
        words = f"{figure.text} is {told(figure)}: no figure beside it in the original has this value"
        yield card.conflict([place], "The translation has a figure that the original lacks", words, confidence=LIKELY)
