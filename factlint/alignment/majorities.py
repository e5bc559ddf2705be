"""Majority, most and minority with the share, or the count and its total, beside them."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower, same_unit, value_of
from factlint.alignment.known import Alone, silent
from factlint.alignment.shares import is_share, percent_of
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim
from factlint.model.interval import Interval
from factlint.model.record import dataclass
from factlint.model.span import Span

_OPENS = frozenset({",", "(", "—", "–"})
_CLOSES = frozenset({",", ")", "—", "–", "."})
_NAME = 8
_OF = (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"], ["of", "its"], ["of", "their"])


@dataclass(slots=True)
class Majority:
    """The word, what is told with it, and the share in percent that this makes."""

    span: Span
    is_minority: bool
    part: Claim
    whole: Claim | None  # where a count of a total is told: 5 of 13
    share: Interval


def majorities(evidence: Evidence) -> Iterator[Majority]:
    """Yield "a majority of members (48%)", "most members (5 of 13)", "48% of members, a majority,"."""
    for reading in evidence.readings:
        yield from _majorities_in(evidence, reading)


@silent
def _majorities_in(evidence: Alone, reading: Reading) -> Iterator[Majority]:
    lists = evidence.arithmetic.words
    words = lists["shares.majority"] | lists["shares.minority"] | lists["shares.most"]
    for at, element in enumerate(reading.elements):
        if element.lower not in words:
            continue
        number = _told_after(evidence, reading, at)
        if number is None:
            number = _told_before(evidence, reading, at)
        if number is not None:
            found = _with_share(evidence, reading, number, element)
            if found is not None:
                yield found


def _told_after(evidence: Alone, reading: Reading, at: int) -> int | None:
    """Return the number of the figure in brackets or commas behind the word and the group that it is of."""
    elements, lists = reading.elements, evidence.arithmetic.words
    word = elements[at].lower
    before = elements[at - 1].lower if at else ""
    if before in lists["shares.qualified"] or (at and elements[at - 1].tag is Tag.QUANTITY):
        return None
    here = at + 1
    is_most = word in lists["shares.most"]
    if is_most and before in lists["shares.weak_most"]:
        return None
    while (
        here < len(elements)
        and here - at <= _NAME
        and elements[here].tag in (Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION)
    ):
        here += 1
    phrase = elements[at + 1 : here]
    if here + 1 >= len(elements) or elements[here].lower not in _OPENS or elements[here + 1].tag is not Tag.QUANTITY:
        return None
    if any(evidence.grammar.change.get(element.lower) for element in phrase) or (
        phrase and not _is_group(phrase, is_most=is_most)
    ):
        return None
    if not phrase and is_most:
        return None
    return elements[here + 1].quantity


def _is_group(phrase: list[Element], *, is_most: bool) -> bool:
    """Say whether a phrase names several: "of the members", "members"; "most powerful engines" is none."""
    nouns = [element for element in phrase if element.tag is Tag.NOUN]
    if not nouns or not nouns[-1].lower.endswith(("s", "people", "men", "women", "children", "staff", "voters")):
        return False
    if phrase[0].lower == "of":
        return True
    return is_most and len(phrase) == 1


def _told_before(evidence: Alone, reading: Reading, at: int) -> int | None:
    """Return the number of the figure before ", a majority,": "48% of the members, a majority, agreed"."""
    elements = reading.elements
    if evidence.arithmetic.words["shares.most"] >= {elements[at].lower}:
        return None
    here = at - 1
    if here < 1 or elements[here].tag is not Tag.DETERMINER or elements[here - 1].lower not in _OPENS:
        return None
    after = elements[at + 1].lower if at + 1 < len(elements) else "."
    if after not in _CLOSES:
        return None
    here -= 2
    while here >= 0 and at - here <= _NAME and elements[here].tag in (Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION):
        here -= 1
    return elements[here].quantity if here >= 0 and elements[here].tag is Tag.QUANTITY else None


def _with_share(evidence: Alone, reading: Reading, number: int, word: Element) -> Majority | None:
    claims = evidence.in_sentence(reading)
    claim = claims[number]
    is_minority = word.lower in evidence.arithmetic.words["shares.minority"]
    span = Span(word.start, word.end)
    after = lower(between(reading, number, number + 1))
    is_behind = claim.span.start > word.start
    if is_share(claim) and (not is_behind or not after or after[0] in _CLOSES):
        return Majority(span, is_minority, claim, None, percent_of(claim))
    if number + 1 < len(claims) and after in _OF and is_plain(claim) and is_plain(claims[number + 1]):
        whole = claims[number + 1]
        if same_unit(claim, whole) and is_behind:
            ratio = value_of(claim).over(value_of(whole))
            return None if ratio is None else Majority(span, is_minority, claim, whole, ratio.scaled(100))
    return None
