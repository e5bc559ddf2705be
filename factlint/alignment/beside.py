"""Figures told beside a change that are no level of it: $2 million above the midpoint, a reversal to last year's loss."""

from collections.abc import Sequence
from itertools import pairwise

from factlint.alignment.joints import between, lower, opens_with
from factlint.alignment.known import Alone
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim
from factlint.model.period import Period

_LED = ("to", "from")
_RANGING = 3
_TURN = 8  # elements between a word of turning and the figure that it turns from


def stands_off(evidence: Alone, reading: Reading, number: int, claim: Claim) -> bool:
    """Say whether a figure is so much above or short of a mark that is no figure: $2 million above the midpoint."""
    following = between(reading, number, number + 1)
    if _qualifies(evidence, claim, following):
        return True
    if claim.role in _LED:
        return False
    while following and following[0].tag is Tag.NOUN and not _leads_off(evidence, following):
        following = following[1:]  # 150 patients ahead of plan
    if not _leads_off(evidence, following):
        return False
    mark = next((element for element in following[1:] if element.tag not in _SMALL), None)
    return mark is not None or number + 1 >= len(reading.frames)


def _qualifies(evidence: Alone, claim: Claim, following: Sequence[Element]) -> bool:
    """Say whether a figure with its sign in words qualifies what follows: the negative $0.26 impact of taxes."""
    sides = evidence.arithmetic.words["movements.below_zero"] | evidence.arithmetic.words["movements.above_zero"]
    signed = claim.text.lower().split()[0] in sides
    return signed and bool(following) and following[0].tag is Tag.NOUN and following[0].lower not in sides


_SMALL = (Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.SUBORDINATOR, Tag.PERIOD, Tag.PRONOUN)


def _leads_off(evidence: Alone, elements: Sequence[Element]) -> bool:
    phrases = evidence.arithmetic.phrases["movements.apart"]
    if len(elements) > 1 and elements[1].tag is Tag.COMPARISON:
        return (elements[0].lower, "than") in phrases  # better than planned
    return opens_with(lower(elements[:3]), phrases, within=1)


def turns_away(evidence: Alone, ahead: Sequence[Element]) -> bool:
    """Say whether a figure is what a level told before it turned from: a reversal from the loss of 1.1 million."""
    words = lower(ahead)[-_TURN:]
    turning = evidence.arithmetic.words["movements.turning"]
    return any(word in turning and step in _LED for word, step in pairwise(words))


def is_at_earlier(ahead: Sequence[Element], earlier: Sequence[Period], comparing: frozenset[str]) -> bool:
    """Say whether "at" gives the level of the time that a change is measured from: 2% up from the prior quarter at 22,060."""
    if len(ahead) < 3 or ahead[-1].lower != "at" or ahead[-2].period is None or ahead[-2].period not in earlier:
        return False
    led = [element.lower for element in ahead[-4:-2] if element.tag is not Tag.DETERMINER]
    return bool(led) and led[-1] in comparing | {"from", "over", "than", "on"}


def is_end_of_range(evidence: Alone, reading: Reading, number: int) -> bool:
    """Say whether a figure is an end of a range and no level in time: rates ranging from 3.9% for two years to 9.9%."""
    claim = evidence.in_sentence(reading)[number]
    if claim.role not in ("from", "to"):
        return False
    at = number if claim.role == "from" else number - 1
    if at < 0:
        return False
    words = lower(between(reading, at - 1, at))[-_RANGING:]
    return not evidence.arithmetic.words["movements.ranging"].isdisjoint(words) and words[-1:] == ["from"]


def names_instrument(evidence: Alone, claim: Claim, behind: Sequence[Element]) -> bool:
    """Say whether a percentage only names a bond by its interest: over the 9-1/4 percent Treasury bonds."""
    instruments = evidence.arithmetic.words["movements.instruments"]
    is_rate = claim.quantity is not None and claim.quantity.unit.is_percent
    return is_rate and any(element.tag is Tag.NOUN and element.lower in instruments for element in behind[:2])
