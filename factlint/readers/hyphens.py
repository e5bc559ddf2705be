"""Words that the end of a line divides: made whole, with their hyphen where it is their own."""

from collections.abc import Iterable

_HYPHENS = ("-", "\u2010", "\u00ad")
_LEAST = 4  # letters of a part that is a word of its own
_ENDINGS = tuple(
    "ment ments tion tions sion sions able ible ness ship ships ance ances ence ences ings ally ality tive tives ture tures "
    "ating ation ations ented ically istic ously fully".split()
)
_OWN = frozenset("year half single double long short high low mid well self multi non post".split())
_FOLLOWING = frozenset(
    "year term based related time date quarter level scale day month old led wide free made owned".split()
)


def words_of(words: Iterable[str]) -> frozenset[str]:
    """Return the words of a text in small letters, those with a hyphen at the end left out."""
    return frozenset(
        bare for word in words if (bare := word.strip(".,;:!?()\"'\u201c\u201d\u2018\u2019").lower()).isalpha()
    )


def undivided(before: str, after: str, known: frozenset[str]) -> str | None:
    """Return the first part of a divided word as it is to be written, or None where the line ends with a whole word.

    "informa-" before "tion" loses its hyphen. "general-" before "purpose", "18-" before "month" and "green-energy-"
    before "powered" keep theirs; ``known`` are the words that the text holds undivided.
    """
    if not before.endswith(_HYPHENS) or len(before) < 3 or not after[:1].isalnum():
        return None
    first, second = before[:-1].lower(), after.lower().rstrip(".,;:!?)\"'\u201d\u2019")
    if not first[-1].isalpha() or not second[0].isalpha() or not after[0].islower() or "-" in first:
        return before
    if before[-1] == "\u00ad" or first + second in known:
        return before[:-1]
    if first in _OWN or second in _FOLLOWING:
        return before
    bare = first.lstrip("(\"'\u201c\u2018")
    if bare in known and len(bare) >= _LEAST and len(second) >= _LEAST and not second.endswith(_ENDINGS):
        return before
    if second in known and len(second) >= _LEAST and bare in known:
        return before
    return before[:-1]
