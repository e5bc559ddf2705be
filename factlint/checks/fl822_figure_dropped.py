"""FL822: a figure of the earlier draft has none in the later one."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import ORIGINAL, SURE, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict


@check("FL822")
def figure_dropped(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name each figure that only the earlier draft has."""
    for one in evidence.revision:
        if one.translation is None and one.original is not None:
            place = Place(one.original.span, "earlier draft", document=ORIGINAL)
            words = f"{told(one.original)} stands only in the earlier draft"
            yield card.conflict([place], "A figure was dropped", words, confidence=SURE)
