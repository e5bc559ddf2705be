"""A sentence into tokens: words, numbers, designators (names that hold digits) and symbols.

Nothing is rewritten: every token keeps its offsets into the document's text, and white space is what lies between.
"""

import re
from functools import lru_cache

from factlint.model.parse import Token, TokenKind

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""The fractions that have a character of their own."""

_HYPHENS = "\\-\u2010\u2011"
_GAPS = "\u00a0\u2009\u202f\u2007"  # spaces that group digits wherever they stand between them

_LETTER = rf"[^\W\d_{VULGAR}]"
_PATTERN = rf"""
    (?P<number>
        \d+ (?: [.,]\d+ | [{_GAPS}]\d{{3}}(?!\d) | ,\r?\n\d{{3}}(?!\d) )*
        (?: [eE] [-+\u2212]? \d{{1,3}} (?![\w.]) )?
      | (?<![\w.,]) \.\d+
    )
    (?P<tail> {_LETTER} \w* )?
  | (?P<fraction> [{VULGAR}] )
  | (?P<abbreviation> (?<![\w.]) (?:[A-Z]\.){{2,}} (?![^\W\d_]) )
  | (?P<word> {_LETTER}+ (?: ['\u2019{_HYPHENS}] {_LETTER}+ )* )
    (?P<digits> \d+ (?:[.,]\d+)* (?: {_LETTER}\w* )? )?
  | (?P<symbol> \S )
"""


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    return re.compile(_PATTERN, re.VERBOSE)


_KINDS = {
    "number": TokenKind.NUMBER,
    "tail": TokenKind.DESIGNATOR,
    "fraction": TokenKind.NUMBER,
    "abbreviation": TokenKind.WORD,
    "word": TokenKind.WORD,
    "digits": TokenKind.DESIGNATOR,
    "symbol": TokenKind.SYMBOL,
}


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``: Over · 2.64 · million · 5G (a designator) · base · stations."""
    kinds = _KINDS
    tokens = []
    for match in _scanner().finditer(text, start, end):
        words = match.group()
        tokens.append(Token(match.start(), match.end(), kinds[match.lastgroup or "symbol"], words, words.lower()))
    return tokens
