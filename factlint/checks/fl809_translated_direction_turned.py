"""FL809: what rises in the original falls in the translation, or the other way round."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, couples, places
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL809")
def translated_direction_turned(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the ways that equal figures go; a change of a change is told too loosely to judge."""
    for original, translation, _ in couples(evidence, Tie.EQUAL):
        if original.is_loose or translation.is_loose or original.direction is None or translation.direction is None:
            continue
        if original.is_change is not translation.is_change and original.unit.dimension == "percent":
            continue  # a growth that slows to 6.3% is still a growth of 6.3%
        if original.direction is not translation.direction:
            yield card.conflict(
                places(original, translation),
                "The direction is turned in the translation",
                f"{original.text} goes {original.direction}, and {translation.text} goes {translation.direction}",
                confidence=LIKELY,
            )
