"""FL802: a figure of a translation has another value than the one of the original that it stands for."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, SURE, couples, places, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL802")
def translated_figure_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare figures that a slip of digits or their place ties to one another; equal ones agree."""
    for original, translation, found in couples(evidence, Tie.EQUAL, Tie.DIGITS, Tie.PLACE):
        if found.tie is Tie.EQUAL:
            yield card.tie(places(original, translation), f"{told(original)} is told as {told(translation)}")
            continue
        yield card.conflict(
            places(original, translation),
            "The translation has another figure",
            f"{original.text} is {told(original)}, and {translation.text} is {told(translation)}: they share no value",
            confidence=SURE if found.tie is Tie.DIGITS else LIKELY,
        )
