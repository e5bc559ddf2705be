"""FL804: a number of the original stands in the translation with another unit: points for percent, another currency."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import SURE, couples, places, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL804")
def translated_unit_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare figures with the same number and units that are told for one another."""
    for original, translation, _ in couples(evidence, Tie.UNIT):
        yield card.conflict(
            places(original, translation),
            "The translation has another unit",
            f"{original.text} is {told(original)}, and {translation.text} is {told(translation)}",
            confidence=SURE,
        )
