"""FL608: a rank beyond the number that there are: 12th of 10, 43rd out of 34."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.quantity import Bound, Form
from factlint.model.verdict import Verdict

CERTAIN = 0.96
_BETWEEN = 5


@check("FL608")
def rank_above_number(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare an ordinal with the number of those that are ranked, right behind it; counts are judged by FL305."""
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number in range(len(claims) - 1):
            first, second = claims[number], claims[number + 1]
            if not _ranks(reading, number, first, second):
                continue
            assert first.quantity is not None and second.quantity is not None
            rank, total = first.quantity.value, second.quantity.value
            assert isinstance(rank, int) and isinstance(total, int)
            places = [evidence.place(first, "rank"), evidence.place(second, "number")]
            words = f"of {total} the last is number {total}; stated is number {rank}"
            if rank <= total:
                yield card.tie(places, f"{rank} lies within {total}")
            else:
                yield card.conflict(
                    places, f"There is no {evidence.quote(first.span)} of {total}", words, confidence=CERTAIN
                )


def _ranks(reading: Reading, number: int, first: Claim, second: Claim) -> bool:
    a, b = first.quantity, second.quantity
    if a is None or b is None or not isinstance(a.value, int) or not isinstance(b.value, int) or not a.unit.is_count:
        return False
    if b.form is not Form.CARDINAL or b.bound is not Bound.EXACT or not b.unit.is_count or a.bound is not Bound.EXACT:
        return False
    start, end = reading.frames[number].place + 1, reading.frames[number + 1].place
    between = reading.elements[start:end]
    words = [element.lower for element in between]
    if not between or len(between) > _BETWEEN:
        return False
    is_out_of = words[-2:] == ["out", "of"] or words[-3:] == ["out", "of", "the"]
    nouns = between[: -2 if words[-1] == "of" else -3] if is_out_of else []
    if a.form is not Form.ORDINAL or _is_dated(reading, end):
        return False
    if is_out_of or words in (["among"], ["in", "a", "field", "of"], ["place", "of"], ["place", "among"]):
        return all(element.tag in (Tag.NOUN, Tag.MARK) for element in nouns)
    return words == ["of"] and _is_ranked(reading, start - 2)


def _is_ranked(reading: Reading, before: int) -> bool:
    """Say whether the ordinal is a place in an order: no article before it ("the fourth of five talks" counts as well)."""
    return before < 0 or reading.elements[before].lower not in {"a", "an", "every", "each"}


def _is_dated(reading: Reading, at: int) -> bool:
    """Say whether the number behind "of" is a year or a share of something: the 2nd of 2020, the third of 1 percent."""
    quantity = reading.parse.quantities[reading.elements[at].quantity]
    return len(quantity.digits) == 4 and quantity.digits.isdecimal()
