"""Where numbers are: one cheap scan that finds the sentences worth taking apart.

Digits are found by a scan of C speed, number words and words of time by set membership of the lower-cased words; no
pattern of many words is ever tried at every character.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from factlint.knowledge.lexicon import Lexicon
from factlint.model.document import Sentence


@lru_cache(maxsize=1)
def _digits() -> re.Pattern[str]:
    return re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]")


def lower_in_place(text: str) -> str:
    """Return the text in lower case and of equal length, so that offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile("[a-z]+")


def sentences_with_anchors(text: str, sentences: list[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences that hold a digit, a number word or a word of time, in text order."""
    lower = lower_in_place(text)
    has_digit, words = _digits().search, _words().findall
    is_idle = lexicon.anchors.isdisjoint
    for sentence in sentences:
        start, end = sentence.span
        if has_digit(text, start, end) or not is_idle(words(lower, start, end)):
            yield sentence
