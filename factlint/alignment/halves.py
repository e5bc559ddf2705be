"""Two parts that make a whole by their names: men and women, urban and rural, the northern and the southern region."""

from factlint.alignment.joints import between, lower
from factlint.alignment.known import Alone
from factlint.claims.build import Reading

_FRONTED = 9  # words: "In the northern region, we had"


def halve_a_whole(evidence: Alone, reading: Reading, first: int, second: int, *, strict: bool = False) -> bool:
    """Say whether two figures of a sentence count the two halves of one whole."""
    a, b = half_of(evidence, reading, first, strict=strict), half_of(evidence, reading, second, strict=strict)
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]


def half_of(evidence: Alone, reading: Reading, number: int, *, strict: bool = False) -> tuple[int, int] | None:
    """Return which half a figure counts, told by the words of its own clause: those behind it first."""
    behind = _until_joint(lower(between(reading, number, number + 1)))
    found = named_half(evidence, behind, strict=strict)
    if found is None:
        words = lower(between(reading, number - 1, number))
        ahead = words if number == 0 and len(words) <= _FRONTED else _until_joint(words[::-1])[::-1]
        found = named_half(evidence, ahead, strict=strict)
    return found


def named_half(evidence: Alone, words: list[str], *, strict: bool = False) -> tuple[int, int] | None:
    """Return the one half that some words name; None where they name none, or several.

    North and south are halves only of what is divided into regions and the like, and not at all if ``strict``.
    """
    lists = evidence.arithmetic
    found = set()
    for word in words:
        half = lists.side(word)
        if half is None:
            continue
        if word in lists.words["sums.loose_halves"] and (strict or not set(words) & lists.words["sums.loose_heads"]):
            continue
        found.add(half)
    return found.pop() if len(found) == 1 else None


def _until_joint(words: list[str]) -> list[str]:
    """Return the words up to the first joint: "423 are in the northern region and", "8 men,"."""
    for at, word in enumerate(words):
        if word in {",", ";", "and", "while", "but", "or", ")", ".", ":"} and at:
            return words[:at]
    return words
