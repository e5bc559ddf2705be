"""A sentence into tokens: words, numbers, designators (names that hold digits) and symbols.

Nothing is rewritten: every token keeps its offsets into the document's text, and white space is what lies between.
"""

import re
from functools import lru_cache

from factlint.lexing.kinds import DESIGNATOR, NUMBER, SYMBOL, WORD
from factlint.model.parse import Token

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""The fractions that have a character of their own."""

LETTER = (
    "[A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0373\u0376-\u037d\u0386-\u0481"
    "\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0e01-\u0e30\u1e00-\u1fff\u2c00-\u2dff\u3041-\u318e"
    "\u3400-\u9fff\ua000-\ua48c\uac00-\ud7a3\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a]"
)
"""A letter, or what is written like one behind a unit (m²). Ranges, for they are found faster than categories."""

_HYPHENS = "\\-\u2010\u2011"
_GAPS = "\u00a0\u2009\u202f\u2007"  # spaces that group digits wherever they stand between them

_PATTERN = rf"""
    [A-Za-z]++ (?=[ ,]|\.\s)
  | ((?:[A-Z]\.){{2,}} (?!{LETTER}))
  | ({LETTER}+ (?: ['\u2019{_HYPHENS}] {LETTER}+ )*) (\d+ (?:[.,]\d+)* (?: {LETTER}\w* )? )?
  | (
        \d+ (?: [.,\uff0e]\d+ | [{_GAPS}]\d{{3}}(?!\d) | ,\r?\n\d{{3}}(?!\d) )*
        (?: [eE] [-+\u2212]? \d{{1,3}} (?![\w.]) )?
      | (?<![\w.,)\]\u201d\u2019]) \.\d+
    ) ( {LETTER} \w* )?
  | ([{VULGAR}])
  | (\S)
"""


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    return re.compile(_PATTERN, re.VERBOSE)


_KINDS = (WORD, WORD, WORD, DESIGNATOR, NUMBER, DESIGNATOR, NUMBER, SYMBOL)
"""What the last group of the pattern that matched says; most words match without a group, which is quicker."""


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``: Over · 2.64 · million · 5G (a designator) · base · stations."""
    kinds = _KINDS
    tokens = []
    for match in _scanner().finditer(text, start, end):
        words = match[0]
        first, last = match.span()
        tokens.append(Token(first, last, kinds[match.lastindex or 0], words, words.lower()))
    return tokens
