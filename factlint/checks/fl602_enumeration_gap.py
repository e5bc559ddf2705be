"""FL602: a number is left out or used twice in first, second, third."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.lists import ORDINALS, Item, listings
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.85
_NEAR, _LEAST_ITEMS = 3, 4
_TALK_BETWEEN = 3000


@check("FL602")
def enumeration_gap(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Look at the steps of each list; a number that stands elsewhere between two items is no gap."""
    for listing in listings(evidence):
        if listing.count < 2:
            continue
        for before, after in listing.gaps:
            if after.number - before.number != 2 or len(listing.items) < 3 or _stands_between(evidence, before, after):
                continue
            missing = ORDINALS[before.number]
            yield card.conflict(
                [Place(before.span, f"item {before.number}"), Place(after.span, f"item {after.number}")],
                f"“{missing}” is left out",
                f"after {evidence.quote(before.span)} ({before.number}) comes {evidence.quote(after.span)} ({after.number})",
                confidence=CERTAIN,
            )
        for before, after in listing.repeats:
            apart = after.sentence - before.sentence
            if before.number < 2 or apart > (_NEAR if len(listing.items) >= _LEAST_ITEMS else 1) or apart < 1:
                continue  # a second list whose first item has no number
            yield card.conflict(
                [Place(before.span, f"item {before.number}"), Place(after.span, f"item {after.number} again")],
                f"{evidence.quote(after.span)} is counted twice",
                f"{evidence.quote(before.span)} and {evidence.quote(after.span)} are both number {after.number}",
                confidence=CERTAIN,
            )


def _stands_between(evidence: Evidence, before: Item, after: Item) -> bool:
    between = evidence.document.text[before.span.end : after.span.start].lower()
    missing = ORDINALS[before.number]
    return missing in between or len(between) > _TALK_BETWEEN
