"""Months and years that English words name: the first quarter, January to March, the first nine months, 2023."""

import re
from collections.abc import Iterable

from factlint.knowledge.lexicon import Lexicon
from factlint.model.claim import Claim
from factlint.model.figure import Months

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FISCAL = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/\u2013](\d\d)(?!\d)")
_DAY = re.compile(r"(?:^|[^\d])(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?:$|[^\d])")
_WORD = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")


def periods_of(claims: Iterable[Claim], lexicon: Lexicon) -> list[Months]:
    """Return the months and years that dates and periods name, in text order."""
    found = []
    for claim in claims:
        if claim.quantity is None and claim.period is not None:
            found += _told(claim, lexicon)
    return found


def _told(claim: Claim, lexicon: Lexicon) -> list[Months]:
    text = claim.text.lower()
    words = _WORD.findall(text)
    ends = _months(words, lexicon)
    is_day = ends is not None and ends[0] == ends[1] and _DAY.search(text) is not None
    found = [Months(claim.span, claim.text, *ends, is_day=is_day)] if ends is not None else []
    years = {int(match[0]) for match in _YEAR.finditer(text)}
    years |= {int(match[1][:2] + match[2]) for match in _FISCAL.finditer(text)}
    return found + [Months(claim.span, claim.text, 0, 0, year) for year in sorted(years)]


def _months(words: list[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first and the last month that words name, None where they name none."""
    months = [lexicon.times.months[word] for word in words if word in lexicon.times.months]
    if months:
        return months[0], months[-1]
    for at, word in enumerate(words):
        if len(word) == 2 and word[0] == "q" and word[1] in "1234":
            return 3 * int(word[1]) - 2, 3 * int(word[1])
        if len(word) == 2 and word[0] == "h" and word[1] in "12":
            return (1, 6) if word[1] == "1" else (7, 12)
        rank = _ORDINALS.get(word)
        if rank is None or word in ("last", "final"):
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if following.startswith("quarter"):
            return 3 * rank - 2, 3 * rank
        if following == "half" and rank < 3:
            return (1, 6) if rank == 1 else (7, 12)
        count = _COUNTS.get(following) or (int(following) if following.isdigit() else 0)
        unit = words[at + 2] if at + 2 < len(words) else ""
        if rank == 1 and 0 < count <= 12 and unit == "months":
            return 1, count
        if rank == 1 and 0 < count <= 4 and unit == "quarters":
            return 1, 3 * count
    return None
