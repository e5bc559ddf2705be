"""FL805: a figure of the original has none in the translation."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, ORIGINAL, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict


@check("FL805")
def missing_in_translation(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that nothing in the sentences beside it stands for; small counts may be left out."""
    if evidence.translation is None:
        return
    for one in evidence.translation.couples:
        if one.translation is None and one.original is not None and not one.original.is_soft:
            yield card.conflict(
                [Place(one.original.span, "original", document=ORIGINAL)],
                "The translation lacks a figure of the original",
                f"{one.original.text} is {told(one.original)}: no figure beside it in the translation has this value",
                confidence=LIKELY,
            )
