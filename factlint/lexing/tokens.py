"""A sentence into tokens: words, numbers, designators (names that hold digits) and symbols.

Nothing is rewritten: every token keeps its offsets into the document's text, and white space is what lies between.
"""

import re
from functools import lru_cache

from factlint.lexing.kinds import DESIGNATOR, NUMBER, SYMBOL, WORD
from factlint.model.parse import Token

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""The fractions that have a character of their own."""

LETTER = rf"[^\W\d_{VULGAR}]"
"""A letter, or what is written like one behind a unit (m²); by categories, for long lists of ranges compile slowly."""

_HYPHENS = "\\-\u2010\u2011"
_ACCENTS = "\u0300-\u036f"  # written apart from their letters where a text is in Unicode's decomposed form
_GAPS = "\u00a0\u2009\u202f\u2007"  # spaces that group digits wherever they stand between them

_DECADE = r"(?:the|rly|ate|mid)[\ -]\d{3}0"
"""What comes before the apostrophe of the 1970's, the early 1970's; 2020's is a year's own."""

_PATTERN = rf"""
    ((?: [A-Za-z]++ [ ] )++)
  | [A-Za-z]++ (?=,|\.\s)
  | ((?:[A-Z]\.){{2,}} (?!{LETTER}))
  | ({LETTER}+ (?: ['\u2019{_HYPHENS}] {LETTER}+ | [{_ACCENTS}]+ {LETTER}* )*) (\d+ (?:[.,]\d+)* (?: {LETTER}\w* )? )?
  | (
        \d+ (?: [.,\uff0e\u00b7]\d+ | [{_GAPS}]\d{{3}}(?!\d) | ,\r?\n\d{{3}}(?!\d) )*
        (?: [eE] [-+\u2212]? \d{{1,3}} (?![\w.]) )?
      | (?<![\w.,)\]\u201d\u2019]) \.\d+
    ) ( {LETTER} \w* | ['\u2019]s\b (?<={_DECADE}..) )?
  | ([{VULGAR}])
  | (\S)
"""


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    return re.compile(_PATTERN, re.VERBOSE)


_RUN = 1  # the group of words with a space behind each, which most words stand in: they are split without the pattern
_KINDS = (WORD, WORD, WORD, WORD, DESIGNATOR, NUMBER, DESIGNATOR, NUMBER, SYMBOL)
"""What the last group of the pattern that matched says."""


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``: Over · 2.64 · million · 5G (a designator) · base · stations."""
    return scan(text, start, end)[0]


def scan(text: str, start: int, end: int) -> tuple[list[Token], list[int]]:
    """Return the tokens of ``text[start:end]``, and the places of those that may be more than letters."""
    kinds, token, word, make = _KINDS, Token, WORD, object.__new__
    tokens: list[Token] = []
    marked: list[int] = []
    add = tokens.append
    for match in _scanner().finditer(text, start, end):
        words = match[0]
        group = match.lastindex
        if group == _RUN:
            first = match.start()
            ones = words.split()
            for one, lower in zip(ones, ones if words.islower() else words.lower().split(), strict=True):
                last = first + len(one)
                made = make(token)  # as Token(...) makes it, at half the price: most words come this way
                made.start = first
                made.end = last
                made.kind = word
                made.text = one
                made.lower = lower
                add(made)
                first = last + 1
        else:
            first, last = match.span()
            lower = words.lower() if words.isascii() else _composed(words.lower())
            if group is not None:
                marked.append(len(tokens))
            add(token(first, last, kinds[group or 0], words, lower))
    return tokens, marked


def _composed(word: str) -> str:
    """Return a word with its accents on their letters, so that both Unicode forms of it are one word."""
    from unicodedata import normalize

    return normalize("NFC", word)
