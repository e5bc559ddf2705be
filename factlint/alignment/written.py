"""The text itself as evidence: patterns over sentences, quotation marks, and the claims that stand at a place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

import regex

from factlint.alignment.evidence import Evidence
from factlint.model.document import Block, Sentence, after_empty_line
from factlint.model.span import Span
from factlint.model.verdict import Place

_CLOSES = {"“": "”", '"': '"', "«": "»"}
_LONGEST_QUOTE = 3000


@cache
def compiled(pattern: str, *, ignore_case: bool = False) -> "regex.Pattern[str]":
    """Return a pattern, compiled once a process."""
    return regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words or phrases, the longest first; a space is any white space."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(regex.escape(word, literal_spaces=True).replace(" ", r"\s+") for word in listed) + ")"


def folded(evidence: Evidence) -> str:
    """Return the text with its letters folded, so that words are found in it whatever their case; folded once."""
    if "folded" not in evidence.kept:
        evidence.kept["folded"] = evidence.document.text.casefold()
    return cast("str", evidence.kept["folded"])


def holds_any(evidence: Evidence, words: Iterable[str]) -> bool:
    """Say whether a text holds one of some words, or a longer one with it inside, in any case: sooner told than by a pattern."""
    text = folded(evidence)
    return any(word in text for word in words)


def sentences(evidence: Evidence) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences of the text that are no label, with their words."""
    text = evidence.document.text
    for sentence in evidence.document.sentences:
        if sentence.block is not Block.LABEL:
            yield sentence, sentence.span.of(text)


def shifted(sentence: Sentence, start: int, end: int) -> Span:
    """Return a span of a sentence's words as a span of the text."""
    return Span(sentence.span.start + start, sentence.span.start + end)


def place_at(evidence: Evidence, span: Span, role: str) -> Place:
    """Return a span as a place, with the claim of the same words where there is one."""
    at = bisect_right(evidence.claims, span.start, key=lambda claim: claim.span.start) - 1
    if at >= 0 and evidence.claims[at].span == span:
        return Place(span, role, evidence.claims[at].index)
    return Place(span, role)


def is_quoted(evidence: Evidence, at: int) -> bool:
    """Say whether the words at an offset stand in quotation marks that open in the same paragraph."""
    text = evidence.document.text
    start = after_empty_line(text, max(at - _LONGEST_QUOTE, 0), at)
    open_mark = ""
    for character in text[start:at]:
        if open_mark:
            if character == _CLOSES[open_mark]:
                open_mark = ""
        elif character in _CLOSES:
            open_mark = character
    return bool(open_mark)
