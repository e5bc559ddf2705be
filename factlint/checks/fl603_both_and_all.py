"""FL603: both, neither or all three, said of more or fewer than it can be said of."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.inline_lists import lists_before, paired_lists
from factlint.checks.check import check
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.quantity import Bound, Form
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

CERTAIN, LISTED, JOINED = 0.93, 0.88, 0.85
_PAIR = frozenset({"both", "neither", "either"})
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those"})
_MOST = 20


@check("FL603")
def both_and_all(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare "both of the three" with two, "all three of whom" with the names before it, "both" with what it joins."""
    for reading in evidence.readings:
        for number, claim in enumerate(evidence.in_sentence(reading)):
            if _is_small_count(claim):
                yield from _of_the(evidence, card, reading, number, claim)
                yield from _all_of(evidence, card, reading, number, claim)
    for both, items in paired_lists(evidence):
        named = ", ".join(evidence.quote(item) for item in items)
        yield card.conflict(
            [Place(both, "both"), *(Place(item, "item") for item in items)],
            f"“both” is said of {len(items)}",
            f"both is 2; named are {named}: {len(items)}",
            confidence=JOINED,
        )


def _is_small_count(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.form is Form.CARDINAL
        and quantity.unit.is_count
        and quantity.bound is Bound.EXACT
        and isinstance(quantity.value, int)
        and 2 <= quantity.value <= _MOST
    )


def _of_the(evidence: Evidence, card: Card, reading: Reading, number: int, claim: Claim) -> Iterator[Verdict]:
    """Judge "both of its three plants": both, neither and either are said of two."""
    assert claim.quantity is not None
    elements, place = reading.elements, reading.frames[number].place
    if place < 3 or elements[place - 1].lower not in _OWNERS or elements[place - 2].lower != "of":
        return
    word = elements[place - 3]
    if word.lower not in _PAIR or claim.quantity.value == 2 or not _counts(reading, place):
        return
    places = [Place(Span(word.start, word.end), word.lower), evidence.place(claim, "count")]
    said = f"“{word.lower}” is said of {claim.quantity.value}"
    yield card.conflict(
        places, said, f"{word.lower} is said of 2; the count is {claim.quantity.value}", confidence=CERTAIN
    )


def _counts(reading: Reading, place: int) -> bool:
    """Say whether a noun follows that the figure counts: "both of the three clubs", and not "both of the 12-year-olds"."""
    if place + 1 >= len(reading.elements):
        return True
    following = reading.elements[place + 1]
    touches = following.start == reading.elements[place].end and following.lower not in {".", ","}
    return not touches and (following.tag in (Tag.NOUN, Tag.VERB, Tag.AUXILIARY) or following.lower in {".", ","})


def _all_of(evidence: Evidence, card: Card, reading: Reading, number: int, claim: Claim) -> Iterator[Verdict]:
    """Judge "Anna, Ben and Carla, all four of whom": as many as are named."""
    assert claim.quantity is not None and isinstance(claim.quantity.value, int)
    place = reading.frames[number].place
    words = [element.lower for element in reading.elements[place + 1 : place + 3]]
    if words not in (["of", "whom"], ["of", "which"]):
        return
    listed = lists_before(evidence, reading, number)
    if listed is None or listed.fewest < 2:
        return
    said, count = claim.quantity.value, listed.fewest
    if listed.fewest <= said <= listed.most:
        yield card.tie([evidence.place(claim, "all")], f"all {said}, named are {count}")
        return
    if said < count and any(name in evidence.forms.regions for name in listed.words):
        return
    named = ", ".join(evidence.quote(item) for item in listed.items)
    yield card.conflict(
        [evidence.place(claim, "all"), *(Place(item, "named") for item in listed.items)],
        f"all {said} are told of, and {count} are named",
        f"stated are {said}; named are {named}: {count}",
        confidence=LISTED,
    )
