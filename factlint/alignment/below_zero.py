"""Levels that lie below zero by their words: a loss, a deficit, a negative result; and what two such levels may mean."""

from enum import Enum

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, How

_SKIPPED = frozenset({"a", "an", "the", "of", "to", ""})
_TOGETHER, _TURNED = (1, 1), (-1, -1)
_BEHIND = 3  # nouns behind a figure: a $5 million operating loss


class Side(Enum):
    """On which side of zero a level lies."""

    BELOW = "below"
    ABOVE = "above"
    OPEN = "open"


def side_of(evidence: Evidence, claim: Claim) -> Side:
    """Say on which side of zero the words of a level put it: a loss below, an income above; only money has sides."""
    quantity = claim.quantity
    if quantity is None or not quantity.unit.is_money:
        return Side.OPEN
    if quantity.middle < 0:
        return Side.BELOW
    found = _side(evidence, claim.text.lower().split()[0])
    if found is not Side.OPEN:
        return found  # positive $10.3 million
    reading = evidence.reading_of[claim.sentence]
    number = reading.claims.index(claim.index)
    behind = between(reading, number, number + 1)[:_BEHIND]
    nouns = []
    for element in behind:
        if element.tag is not Tag.NOUN:
            break
        nouns.append(element.lower)
    found = _side(evidence, nouns[-1]) if nouns else Side.OPEN
    if found is not Side.OPEN:
        return found
    led = [word for word in lower(between(reading, number - 1, number))[-3:] if word not in _SKIPPED]
    found = _side(evidence, led[-1]) if led else Side.OPEN
    if found is not Side.OPEN or claim.measure.how is How.ASSUMED:
        return found
    return _side(evidence, _head(claim.measure.text, evidence))


def _side(evidence: Evidence, word: str) -> Side:
    words = evidence.arithmetic.words
    if word in words["movements.below_zero"]:
        return Side.BELOW
    return Side.ABOVE if word in words["movements.above_zero"] else Side.OPEN


def _head(text: str, evidence: Evidence) -> str:
    """Return the last word before the first preposition of a measure: loss of "consolidated loss from operations"."""
    head = ""
    for word in text.lower().split():
        if word in evidence.grammar.prepositions:
            break
        head = word
    return head


def readings_of(evidence: Evidence, current: Claim, previous: Claim) -> list[tuple[int, int]]:
    """Return the signs under which two levels may be read, most literal first.

    A loss beside an income lies on the other side of zero; of two losses the words may speak of their size or of the
    result; and a level with no such word beside a loss may be either.
    """
    now, before = side_of(evidence, current), side_of(evidence, previous)
    if Side.BELOW not in (now, before):
        return [_TOGETHER]
    crossed = (-1 if now is Side.BELOW else 1, -1 if before is Side.BELOW else 1)
    if Side.ABOVE in (now, before):
        sides = [crossed]
    elif current.role == "to":
        sides = [_TOGETHER]  # the loss rose to 5 million from 7 million
    else:
        sides = [_TOGETHER, _TURNED] + ([crossed] if now is not before else [])
    return [(first * _own_sign(current), second * _own_sign(previous)) for first, second in sides]


def _own_sign(claim: Claim) -> int:
    """Return the sign that the figure of a level carries itself."""
    return -1 if claim.quantity is not None and claim.quantity.middle < 0 else 1
