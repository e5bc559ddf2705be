"""FL823: a figure has another value, bound or unit in the later draft."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import ORIGINAL, SURE, TRANSLATION, told
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict


@check("FL823")
def figure_changed(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each figure with the one that stands in its place in the later draft."""
    for one in evidence.revision:
        before, after = one.original, one.translation
        if before is None or after is None:
            continue
        if (before.values, before.bound, before.unit) == (after.values, after.bound, after.unit):
            continue
        places = [
            Place(after.span, "later draft", document=TRANSLATION),
            Place(before.span, "earlier draft", document=ORIGINAL),
        ]
        yield card.conflict(places, "A figure was changed", f"{told(before)} became {told(after)}", confidence=SURE)
