"""Fractions in words with a percentage beside them, and shares of a small number of members."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form

_FAR = 9
_INSIDE = (Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB)
_LEAST, _MOST = 2, 100


def fractions_beside_percents(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield a fraction and the percentage in brackets, commas or after "or" that says the same."""
    for reading in evidence.readings:
        yield from _beside_percents_in(evidence, reading)


@silent
def _beside_percents_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    claims = evidence.in_sentence(reading)
    for number in range(len(claims) - 1):
        first, second = claims[number], claims[number + 1]
        if not ((_is_fraction(first) and _is_percent(second)) or (_is_percent(first) and _is_fraction(second))):
            continue
        if is_aside(reading, number):
            yield (first, second) if _is_fraction(first) else (second, first)


def _is_fraction(claim: Claim) -> bool:
    quantity = claim.quantity
    if quantity is None or quantity.form is not Form.FRACTION or not quantity.in_words:
        return False
    return claim.kind is not Kind.CHANGE and claim.role not in ("by", "per", "from", "than")


def _is_percent(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None and quantity.unit.is_percent and not quantity.unit.per and claim.kind is not Kind.CHANGE
        and claim.role not in ("by", "per", "from", "than") and not claim.comparison
    )  # fmt: skip


def is_aside(reading: Reading, number: int) -> bool:
    """Say whether the figure after this one explains it: "one in five members (20%)", "a third, or 33%,"."""
    joint = between(reading, number, number + 1)
    words = lower(joint)
    if not words or len(words) > _FAR:
        return False
    opener, inner = words[-1], joint[:-1]
    loose = False
    if opener in {"about", "around", "roughly", "some"} and len(words) > 1:
        opener, inner = words[-2], joint[:-2]
    if opener == "or":
        inner = inner[:-1] if inner and inner[-1].lower == "," else inner
    elif opener == "," and not _closed(reading, number):
        return False
    elif opener == "(":
        loose = _fills_bracket(reading, number)
    if opener not in {"or", "(", ","} or (opener == "(" and not loose):
        return False
    if opener == "or" and not _stands_free(reading, number):
        return False
    return not inner or _is_of_phrase(inner)


def _is_of_phrase(elements: list[Element]) -> bool:
    """Say whether elements name a whole and nothing else: "of the members", "members"."""
    return all(element.tag in _INSIDE and element.lower not in {"than", "from"} for element in elements)


def _fills_bracket(reading: Reading, number: int) -> bool:
    after = lower(between(reading, number + 1, number + 2))
    return after[:1] == [")"]


def _closed(reading: Reading, number: int) -> bool:
    """Say whether a comma, or the end, follows right behind the second figure: ", 20%, "."""
    after = between(reading, number + 1, number + 2)
    return not after or after[0].lower == ","


def _stands_free(reading: Reading, number: int) -> bool:
    """Say whether the second figure has no whole of its own: "half, or 20% of the rest" is none."""
    after = lower(between(reading, number + 1, number + 2))
    return not after or (
        after[0] in {",", ".", ")", ";", "of", "were", "are", "is", "was", "have", "had", "did"}
        and "rest" not in after[:4]
    )


def shares_of_few(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield a percentage and the few members that it is a share of: "40% of the 7 members voted"."""
    for reading in evidence.readings:
        yield from _shares_of_few_in(evidence, reading)


@silent
def _shares_of_few_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    claims = evidence.in_sentence(reading)
    for number in range(len(claims) - 1):
        first, second = claims[number], claims[number + 1]
        if _is_percent(first) and _is_few(second) and _is_subject(reading, number):
            if lower(between(reading, number, number + 1)) in _OF:
                yield first, second
        elif _is_few(first) and _is_percent(second) and _tells_members(reading, number):
            yield second, first


_OF = (["of", "the"], ["of", "its"], ["of", "our"], ["of", "their"], ["of", "these"], ["of", "all"])


def _is_few(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        is_plain(claim) and quantity is not None and quantity.is_exact_count and bool(claim.counted)
        and isinstance(quantity.value, int) and _LEAST <= quantity.value <= _MOST
        and quantity.bound == "exact" and not quantity.slack_below and claim.kind is Kind.LEVEL
    )  # fmt: skip


def _is_subject(reading: Reading, number: int) -> bool:
    """Say whether the percentage opens its clause and a verb tells what those members do or are."""
    frame = reading.frames[number]
    before = reading.elements[frame.place - 1] if frame.place else None
    opens = before is None or before.lower in {",", ";", ":", "and", "but", "that", "because", "while"}
    return opens and not frame.preposition and not frame.predicate and _verb_follows(reading, number + 1)


def _verb_follows(reading: Reading, number: int) -> bool:
    """Say whether behind the counted noun a verb follows at once: "7 members voted", not "7 members' money"."""
    frame = reading.frames[number]
    at = frame.place + 1
    while at < len(reading.elements) and reading.elements[at].tag is Tag.NOUN:
        if reading.elements[at].lower.endswith(("'", "’", "'s", "’s")):
            return False
        at += 1
    if at == frame.place + 1 or at >= len(reading.elements):
        return False
    return reading.elements[at].tag in (Tag.VERB, Tag.AUXILIARY)


def _tells_members(reading: Reading, number: int) -> bool:
    """Say whether a percentage behind the members is of them: "of the 7 members, 40% are", "7 members, 40% of whom"."""
    opened = _opens_of(reading, number) and _counted_then_comma(reading, number)
    return opened or _counted_then_whom(reading, number)


def _opens_of(reading: Reading, number: int) -> bool:
    words = lower(reading.elements[max(reading.frames[number].place - 2, 0) : reading.frames[number].place])
    return words in _OF and reading.frames[number].place <= 4


def _counted_then_comma(reading: Reading, number: int) -> bool:
    """Say whether "of the 7 members," is followed by the percentage and a verb of being."""
    joint = between(reading, number, number + 1)
    after = between(reading, number + 1, number + 2)
    is_plain_noun = all(e.tag is Tag.NOUN and not e.lower.endswith(("'", "’", "'s", "’s")) for e in joint[:-1])
    return (
        len(joint) >= 2 and joint[-1].lower == "," and is_plain_noun
        and bool(after) and after[0].tag in (Tag.AUXILIARY, Tag.VERB)
    )  # fmt: skip


def _counted_then_whom(reading: Reading, number: int) -> bool:
    joint = lower(between(reading, number, number + 1))
    return (
        len(joint) <= 5
        and joint[-1:] == [","]
        and lower(between(reading, number + 1, number + 2))[:2] in (["of", "whom"], ["of", "them"])
    )
