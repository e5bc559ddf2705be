"""FL601: a list holds more or fewer items than were announced."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.bullets import Bullets, bullet_lists
from factlint.alignment.lists import ORDINALS, Listing, listings
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

SHORT, LONG, LINES = 0.8, 0.9, 0.86


@check("FL601")
def announced_count(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the announced number with the items that are counted off, where the list is closed."""
    found = listings(evidence)
    for listing in found:
        claim = listing.announced
        if claim is None or claim.quantity is None or listing.count < 2 or listing.gaps or listing.repeats:
            continue
        announced, count = claim.quantity.value, listing.count
        assert isinstance(announced, int)
        last = listing.items[-1]
        places = [
            evidence.place(claim, "announced"),
            *(Place(item.span, f"item {item.number}") for item in (listing.items if count != announced else [last])),
        ]
        if announced == count:
            yield card.tie(places, f"{announced} announced, {count} counted off")
            continue
        if count < announced and _goes_on(evidence, listing, found):
            continue
        yield card.conflict(
            places,
            f"{announced} announced, {count} counted off",
            f"announced are {announced}; the items are "
            + ", ".join(evidence.quote(item.span) for item in listing.items)
            + f": {count}",
            confidence=SHORT if count < announced else LONG,
        )
    for bullets in bullet_lists(evidence):
        yield _judge_bullets(evidence, card, bullets)


def _judge_bullets(evidence: Evidence, card: Card, bullets: Bullets) -> Verdict:
    """Compare the announced number with the lines of the list; lines further in may be what was counted."""
    assert bullets.announced.quantity is not None
    announced, count = bullets.announced.quantity.value, len(bullets.items)
    fits = announced in (count, count + bullets.nested, bullets.nested)
    places = [
        evidence.place(bullets.announced, "announced"),
        *(Place(item, f"item {number}") for number, item in enumerate(bullets.items, 1) if not fits or number == count),
    ]
    if fits:
        return card.tie(places, f"{announced} announced, {count} listed")
    return card.conflict(
        places,
        f"{announced} announced, {count} listed",
        f"announced are {announced}; the items are "
        + ", ".join(f"“{evidence.quote(item)}”" for item in bullets.items)
        + f": {count}",
        confidence=LINES,
    )


def _goes_on(evidence: Evidence, listing: Listing, found: list[Listing]) -> bool:
    """Say whether a later turn of the text takes the list up again: its next number opens a sentence there."""
    last = listing.items[-1]
    if last.number >= len(ORDINALS):
        return False
    wanted = ORDINALS[last.number]
    taken = {item.sentence for listed in found if listed is not listing for item in listed.items}
    for sentence in evidence.document.sentences[last.sentence : last.sentence + 40]:
        if sentence.index in taken:
            continue
        text = sentence.span.of(evidence.document.text).lower()
        if sentence.index > last.sentence and (
            text.startswith((wanted, f"and {wanted}", "finally", "last", "and finally"))
        ):
            return True
    return False
