"""Both as a count of two: both runways, both of its plants. It names no figure, so it is listed and no rule compares it.

"both banks and insurers" joins two kinds of any number, and "both agreed" leaves open what is meant: neither counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.kinds import EXACT, WORD
from factlint.lexing.tokens import scan
from factlint.model.document import Document
from factlint.model.parse import Token
from factlint.model.quantity import COUNT, Quantity
from factlint.model.span import Span

_REACH = 120  # characters in which the noun stands
_REACH_OF_AND = 7  # tokens
_MOST = 4  # words before the noun


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(r"oth(?=[^\S\n])(?<=\b[Bb]...)")  # begins with letters, which are looked for quickly


def read_pairs(document: Document, lexicon: Lexicon) -> Iterator[tuple[int, Quantity]]:
    """Yield the index of the sentence and the quantity of every "both" that counts the noun behind it."""
    text, starts = document.text, [sentence.span.start for sentence in document.sentences]
    for match in _word().finditer(text):
        place = bisect_right(starts, match.start()) - 1
        if place < 0 or match.end() > document.sentences[place].span.end:
            continue
        before = text[max(match.start() - _REACH, 0) : match.start() - 1].split()
        if before and before[-1].lower() in lexicon.cues["before_both"]:
            continue  # they both say so
        end = min(document.sentences[place].span.end, match.end() + _REACH)
        noun = _noun(scan(text, match.end(), end)[0], lexicon)
        if noun is None:
            continue
        span = Span(match.start() - 1, match.end())
        found = Quantity(span, span, 2, None, None, EXACT, 1, COUNT, in_words=True)
        found.counted, found.counted_span = " ".join(noun.of(text).split()), noun
        yield document.sentences[place].index, found


def _noun(tokens: list[Token], lexicon: Lexicon) -> Span | None:
    """Return the plural noun, with what qualifies it, that these words begin with."""
    nouns, owners = lexicon.nouns, lexicon.cues["of_words"]
    at = 0
    if tokens and tokens[0].lower == "of":
        at = 1
    while at < len(tokens) and tokens[at].lower in owners:
        at += 1
    first = at
    while at < min(len(tokens), first + _MOST) and tokens[at].kind is WORD and tokens[at].lower not in nouns.stop:
        if _is_plural(tokens[at], lexicon):
            while at + 1 < len(tokens) and _is_plural(tokens[at + 1], lexicon) and tokens[at + 1].kind is WORD:
                at += 1  # both sales teams
            return None if _is_joined(tokens, at + 1) else Span(tokens[first].start, tokens[at].end)
        at += 1
    return None


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Say whether a second thing follows the noun: both banks and insurers, both delays in shipping and shortages."""
    following = [token.lower for token in tokens[at : at + _REACH_OF_AND]]
    if not following:
        return False
    if following[0] in ("and", "or", "&", "-", "'", "\u2019", "/") or following[:3] == ["as", "well", "as"]:
        return True
    return following[0] in ("in", "of", "for", "from", "on", "at", "to") and "and" in following


def _is_plural(token: Token, lexicon: Lexicon) -> bool:
    lower, nouns = token.lower, lexicon.nouns
    if lower in nouns.stop or lower in nouns.not_plural:
        return False
    return lower in nouns.plural or (
        lower.endswith("s") and len(lower) > _MOST and not lower.endswith(("ss", "'s", "\u2019s", "us", "is"))
    )
