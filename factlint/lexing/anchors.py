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


_TO_SPACE = str.maketrans({mark: " " for mark in ".,;:!?()[]{}\"'/-\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u2026*_|<>"})


def lower_in_place(text: str) -> str:
    """Return the text in lower case and of equal length, so that offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def has_anchor(words: str, lexicon: Lexicon) -> bool:
    """Say whether folded words hold a number word or a word of time."""
    return not lexicon.anchors.isdisjoint(words.split())


def sentences_with_anchors(text: str, sentences: list[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences that hold a digit, a number word or a word of time, in text order."""
    folded = lower_in_place(text).translate(_TO_SPACE)
    digits = _digits()
    anchors = lexicon.anchors
    for sentence in sentences:
        start, end = sentence.span
        if digits.search(text, start, end) or not anchors.isdisjoint(folded[start:end].split()):
            yield sentence
