"""FL604: a list in the sentence holds more or fewer items than were announced."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.inline_lists import InlineList, announced_lists, is_place_list
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

TOO_FEW, TOO_MANY, CLOSE = 0.88, 0.85, 0.78
_SHOWN = 12


@check("FL604")
def inline_list(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare "five countries" with "A, B, C and D", counted as few and as many items as the words allow."""
    for listed in announced_lists(evidence):
        quantity = listed.claim.quantity
        assert quantity is not None and isinstance(quantity.value, int)
        announced = quantity.value
        place = evidence.place(listed.claim, "announced")
        if listed.fewest <= announced <= listed.most:
            if listed.fewest == listed.most:
                yield card.tie([place], f"announced are {announced}, listed {listed.fewest}")
            continue
        confidence = _confidence(evidence, listed, announced)
        if confidence is None:
            continue
        yield card.conflict(
            [place, *(Place(item, "item") for item in listed.items)],
            f"{announced} announced, {_count(listed)} listed",
            f"announced are {announced}; listed are {_named(evidence, listed)}: {_count(listed)}",
            confidence=confidence,
        )


def _confidence(evidence: Evidence, listed: InlineList, announced: int) -> float | None:
    """Return how sure it is that the items are what was counted; None where commas may part no items."""
    least = announced // 2 if listed.is_joined else -(-announced * 2 // 3)
    if listed.fewest < max(least, 2):
        return None  # the list names examples, or groups
    if announced > listed.most:
        return TOO_FEW if listed.is_named or listed.is_short else CLOSE
    if announced * 2 == listed.fewest or is_place_list(evidence, listed) or announced * 2 < listed.fewest:
        return None
    return TOO_MANY if listed.is_short else CLOSE if listed.is_named else None


def _count(listed: InlineList) -> str:
    return str(listed.fewest) if listed.fewest == listed.most else f"{listed.fewest} to {listed.most}"


def _named(evidence: Evidence, listed: InlineList) -> str:
    names = [evidence.quote(item) for item in listed.items[:_SHOWN]]
    return ", ".join(names) + (", ..." if len(listed.items) > _SHOWN else "")
