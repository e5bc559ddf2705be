"""What a transcript notes beside the words: [applause], (laughter), [inaudible 00:12:31]; no one said it."""

import re
from functools import cache

from factlint.readers.blocks import blank

_NOTED = frozenset(
    "applause applauds laughter laughs laughing laugh chuckles chuckling cheers cheering crosstalk cross-talk inaudible "
    "indiscernible unintelligible music silence pause pauses coughs sighs gavel boos booing ovation".split()
)
_BESIDE = frozenset(
    "a and with of in from for by the to on off loud long brief more prolonged general scattered light sustained warm "
    "standing audience floor room gallery crowd members members' voice voices mic mike microphone background technical "
    "difficulties problem plays playing continues continue resumes ends begins and/or second seconds sec minute minutes "
    "no overlapping speech some mild great".split()
)
_LONGEST = 60


def without_directions(text: str) -> str:
    """Return a text with what is noted in brackets as spaces: no character changes its place, and lines stay."""
    if not _hint_pattern().search(text):
        return text
    return _bracket_pattern().sub(lambda found: blank(found[0]) if _is_direction(found[0][1:-1]) else found[0], text)


def _is_direction(words: str) -> bool:
    parts = words.lower().replace(",", " ").replace(";", " ").replace(".", " ").replace("/", " ").split()
    if not any(part in _NOTED for part in parts):
        return False
    for at, part in enumerate(parts):
        is_time = _time_pattern().fullmatch(part) is not None
        is_count = part.isdecimal() and parts[at + 1 : at + 2] and parts[at + 1].startswith(("sec", "min"))
        if part not in _NOTED and part not in _BESIDE and not is_time and not is_count:
            return False
    return True


@cache
def _hint_pattern() -> re.Pattern[str]:
    return re.compile(
        "appla|laugh|chuckl|cheer|talk|audible|indisc|unintel|music|silence|pause|cough|sigh|gavel|boo|ovat",
        re.IGNORECASE,
    )


@cache
def _bracket_pattern() -> re.Pattern[str]:
    return re.compile(rf"\[[^\[\]()]{{3,{_LONGEST}}}\]|\([^\[\]()]{{3,{_LONGEST}}}\)")


@cache
def _time_pattern() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}(?::\d{2}){1,2}")
