"""FL605: "respectively" joins lists of unequal length."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.85


@check("FL605")
def respectively(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the number of figures with the number of things they are dealt out to."""
    for reading in evidence.readings:
        for dealing in reading.dealings:
            if dealing.respectively_at is None:
                continue
            claims = [evidence.claims[reading.claims[number]] for number in dealing.quantities]
            places = [evidence.place(claim, "figure") for claim in claims]
            if dealing.fits or len(dealing.items) < 2:
                continue
            items = [Place(Span(item[0].start, item[-1].end), "thing") for item in dealing.items if item]
            named = ", ".join(evidence.quote(place.span) for place in items)
            yield card.conflict(
                [*places, *items],
                f"{len(claims)} figures are dealt out to {len(items)} things",
                f"figures: {len(claims)} ({', '.join(evidence.quote(claim.span) for claim in claims)}); "
                f"things: {len(items)} ({named})",
                confidence=CERTAIN,
            )
