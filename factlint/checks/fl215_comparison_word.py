"""FL215: a figure is said to lie above or below a mark and lies on its other side."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.comparisons import comparisons
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.92


@check("FL215")
def comparison_word(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the two figures with the word of comparison between them, where they are certainly apart."""
    for found in comparisons(evidence):
        assert found.claim.quantity is not None and found.against.quantity is not None
        first = in_base(found.claim.quantity.admitted(round_reading=True), found.claim.quantity)
        second = in_base(found.against.quantity.admitted(round_reading=True), found.against.quantity)
        if first.meets(second):
            continue
        lies_above = second.below(first)
        side = "above" if lies_above else "below"
        words = f"{shown(first, found.claim)} lies {side} {shown(second, found.against)}"
        places = [
            evidence.place(found.claim, "figure"),
            evidence.place(found.against, "mark"),
            Place(found.word, "word of comparison"),
        ]
        if lies_above == found.is_above:
            yield card.tie(places[:2], f"{words}, as “{evidence.quote(found.word)}” says")
            continue
        yield card.conflict(
            places,
            f"“{evidence.quote(found.word)}” goes against the two figures",
            words,
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
