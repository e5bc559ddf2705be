"""Where numbers are: one cheap scan that finds the sentences worth taking apart.

The text is folded, a byte a character: letters to lower case, digits to one digit, all else to spaces. What is left of a
sentence is split and held against the set of number words and words of time, all of it at the speed of C; no pattern of
many words is ever tried at every character.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from factlint.knowledge.lexicon import Lexicon
from factlint.model.document import Sentence

_RARE = "⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_DIGIT = b"0"


@lru_cache(maxsize=1)
def _folding() -> bytes:
    """Return what each byte of a text becomes."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        character = chr(byte)
        if character.isascii() and character.isalpha():
            table[byte] = ord(character.lower())
        elif character.isdecimal() or character in "\u00bc\u00bd\u00be":
            table[byte] = _DIGIT[0]
    return bytes(table)


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    return re.compile("[^\x00-\xff]")


def fold(text: str) -> bytes:
    """Return a text as lower-case letters, zeros for digits and spaces, a byte for each character."""
    if not text.isascii():
        text = _foreign().sub(_stand_in, text)
    return text.encode("latin-1").translate(_folding())


def _stand_in(match: re.Match[str]) -> str:
    """Return a character for one that is no byte: a digit for digits and fractions, else a space."""
    character = match[0]
    return "0" if character.isdecimal() or character in _RARE else " "


def _words_of(lexicon: Lexicon) -> frozenset[bytes]:
    found = lexicon.memory.get("anchors")
    if found is None:
        found = lexicon.memory["anchors"] = frozenset(word.encode() for word in lexicon.anchors if word.isascii())
    assert isinstance(found, frozenset)
    return found


def sentences_with_anchors(text: str, sentences: list[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences that hold a digit, a number word or a word of time, in text order."""
    folded = fold(text)
    is_idle = _words_of(lexicon).isdisjoint
    for sentence in sentences:
        start, end = sentence.span
        part = folded[start:end]
        if _DIGIT in part or not is_idle(part.split()):
            yield sentence
