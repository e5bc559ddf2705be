"""FL806: a figure of the translation has none in the original."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, TRANSLATION, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict


@check("FL806")
def added_in_translation(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that stands for nothing in the sentences beside it; small counts may be put in."""
    if evidence.translation is None:
        return
    for one in evidence.translation.couples:
        if one.original is None and one.translation is not None and not one.translation.is_soft:
            yield card.conflict(
                [Place(one.translation.span, "translation", document=TRANSLATION)],
                "The translation has a figure that the original lacks",
                f"{one.translation.text} is {told(one.translation)}: no figure beside it in the original has this value",
                confidence=LIKELY,
            )
