"""Words that lead to the level of an earlier time, or to shares of both times, behind a change."""

from collections.abc import Sequence

from factlint.alignment.joints import between, lower
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind

_THEN = 6  # elements from "when" to the level of then
_AGO = frozenset({"before", "earlier", "ago", "previously"})
_EXISTS = frozenset({"there", "stood", "totalled", "totaled", "reached", "numbered", "had", "counted"})


def is_of_then(claim: Claim, ahead: Sequence[Element]) -> bool:
    """Say whether a level is that of the time that a change is measured from: 161,000 fewer than in May, when there were 2.23 million."""
    if claim.kind not in (Kind.LEVEL, Kind.RATE):
        return False
    at = max((place for place, element in enumerate(ahead) if element.lower == "when"), default=-1)
    if at < 2 or ahead[at - 1].lower != "," or len(ahead) - at > _THEN:
        return False
    since = [element for element in ahead[: at - 1] if element.lower not in _AGO]  # than a year before
    is_since = bool(since) and since[-1].tag is Tag.PERIOD and (since[-1].period is not None)
    return is_since and all(
        element.tag
        in (Tag.PRONOUN, Tag.AUXILIARY, Tag.ADVERB, Tag.PREPOSITION, Tag.COMPARISON, Tag.DETERMINER, Tag.NOUN)
        or element.lower in _EXISTS
        for element in ahead[at + 1 :]
    )


def is_dealt_out(reading: Reading, number: int) -> bool:
    """Say whether a percentage behind "or" has its like in what the sentence goes on from: 1.57 billion or 3.2% from 1.61 or 4.5%."""
    joints = [lower(between(reading, at, at + 1)) for at in range(number - 1, min(number + 2, len(reading.frames) - 1))]
    return len(joints) == 3 and joints[0][-1:] == joints[2][-1:] == ["or"] and joints[1][-1:] == ["from"]
