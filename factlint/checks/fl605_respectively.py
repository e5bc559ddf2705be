"""FL605: "respectively" joins lists of unequal length."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.dealt import Dealt
from factlint.checks.check import check
from factlint.claims.phrases import Phrase
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.85


@check("FL605")
def respectively(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the number of figures with the number of things they are dealt out to."""
    for dealt in evidence.tied(Dealt):
        if not dealt.fits:
            yield _conflict(evidence, card, dealt.claims, dealt.items)
    for reading in evidence.readings:
        for dealing in reading.dealings:
            if dealing.respectively_at is None:
                continue
            claims = [evidence.claims[reading.claims[number]] for number in dealing.quantities]
            if dealing.fits or len(dealing.items) < 2:
                continue
            if len(dealing.items) == len(claims) + 1 and _is_joint(evidence, dealing.items):
                continue
            yield _conflict(evidence, card, claims, list(_own_words(dealing.items)))


def _conflict(evidence: Evidence, card: Card, claims: list[Claim], things: list[Span]) -> Verdict:
    places, items = [evidence.place(claim, "figure") for claim in claims], [Place(span, "thing") for span in things]
    named = ", ".join(evidence.quote(place.span) for place in items)
    return card.conflict(
        [*places, *items],
        f"{len(claims)} figures are dealt out to {len(items)} things",
        f"figures: {len(claims)} ({', '.join(evidence.quote(claim.span) for claim in claims)}); "
        f"things: {len(items)} ({named})",
        confidence=CERTAIN,
    )


def _own_words(items: list[Phrase]) -> Iterator[Span]:
    """Yield the words of each item that no other item shares: steel, of "the output of steel, cement and glass"."""
    for item in items:
        others = {id(element) for other in items if other is not item for element in other}
        own = [element for element in item if id(element) not in others] or item
        yield Span(own[0].start, own[-1].end)


def _is_joint(evidence: Evidence, items: list[Phrase]) -> bool:
    """Say whether two of the items may be one thing: depreciation and amortization and rent."""
    text = evidence.document.text[items[0][0].start : items[-1][-1].end]
    return "," not in text and text.lower().count(" and ") >= len(items) - 1
