"""Tokens to elements: every word of a sentence with the class that the clause reader works by.

A closed-class tagger in the manner of a chunk parser (S. Abney, "Parsing by Chunks", 1991): function words and the
words of change are known, everything else is content; participles are told apart by their neighbours.
"""

from dataclasses import dataclass
from enum import StrEnum

from factlint.knowledge.grammar import Grammar
from factlint.model.parse import Parse, Token, TokenKind
from factlint.model.period import Period
from factlint.model.span import Span


class Tag(StrEnum):
    """Word classes of the clause reader."""

    NOUN = "noun"  # nouns, adjectives and names: what references are made of
    VERB = "verb"
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    CHANGE = "change"  # up, down, higher
    COMPARISON = "comparison"  # year on year, from a year earlier
    QUANTITY = "quantity"
    PERIOD = "period"
    MARK = "mark"  # punctuation


@dataclass(slots=True)
class Element:
    """A word, a quantity or a period of a sentence, with its class."""

    tag: Tag
    start: int
    end: int
    lower: str
    quantity: int = -1  # index into Parse.quantities
    period: Period | None = None
    is_name: bool = False


def chunk(parse: Parse, grammar: Grammar) -> list[Element]:
    """Return the elements of a sentence in text order."""
    items: list[tuple[Span, int, Period | None]] = [(q.span, i, None) for i, q in enumerate(parse.quantities)]
    items += [(p.span, -1, p) for p in parse.periods]
    items.sort(key=lambda item: item[0])
    elements: list[Element] = []
    tokens = parse.tokens
    at = 0
    for span, quantity, period in [*items, (Span(1 << 60, 1 << 60), -1, None)]:
        while at < len(tokens) and tokens[at].end <= span.start:
            elements.append(_element(tokens, at, grammar))
            at += 1
        if period is None and quantity < 0:
            break
        tag = Tag.QUANTITY if period is None else Tag.PERIOD
        elements.append(Element(tag, span.start, span.end, "", quantity, period))
        while at < len(tokens) and tokens[at].start < span.end:
            at += 1
    elements = _join_comparisons(elements, grammar)
    _tell_verbs(elements, grammar)
    return elements


def _join_comparisons(elements: list[Element], grammar: Grammar) -> list[Element]:
    """Put one element for a phrase of comparison, so that its nouns name nothing: year on year."""
    joined: list[Element] = []
    at = 0
    while at < len(elements):
        entry = grammar.comparison_starts.get(elements[at].lower)
        found = None
        if entry:
            for words, key in entry:
                run = elements[at : at + len(words)]
                if len(run) == len(words) and all(e.lower == w for e, w in zip(run, words, strict=True)):
                    found = (len(words), key)
                    break
        if found is None:
            joined.append(elements[at])
            at += 1
            continue
        length, key = found
        joined.append(Element(Tag.COMPARISON, elements[at].start, elements[at + length - 1].end, key))
        at += length
    return joined


def _element(tokens: list[Token], at: int, grammar: Grammar) -> Element:
    token = tokens[at]
    word = token.lower
    if token.kind is TokenKind.SYMBOL:
        return Element(Tag.MARK, token.start, token.end, word)
    if token.kind is not TokenKind.WORD:
        return Element(Tag.NOUN, token.start, token.end, word, is_name=True)
    tag = _closed_class(word, grammar)
    is_name = token.text[:1].isupper() and tag is Tag.NOUN and (at > 0 or not token.text[1:].islower())
    if tag is not Tag.NOUN and at > 0 and token.text.isupper() and len(word) > 1:
        tag, is_name = Tag.NOUN, True  # an acronym, not the word: US, IT, WHO
    return Element(tag, token.start, token.end, word, is_name=is_name)


def _closed_class(word: str, grammar: Grammar) -> Tag:
    if word in grammar.determiners:
        return Tag.DETERMINER
    if word in grammar.prepositions:
        return Tag.PREPOSITION
    if word in grammar.auxiliaries:
        return Tag.AUXILIARY
    if word in grammar.conjunctions:
        return Tag.CONJUNCTION
    if word in grammar.subordinators:
        return Tag.SUBORDINATOR
    if word in grammar.pronouns:
        return Tag.PRONOUN
    if word in grammar.change_words:
        return Tag.CHANGE
    if word in grammar.adverbs or (word.endswith("ly") and len(word) > 4):
        return Tag.ADVERB
    return Tag.NOUN


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_OPENS_NOUN = (Tag.DETERMINER, Tag.PREPOSITION, Tag.QUANTITY)
_AFTER_VERB = (Tag.PREPOSITION, Tag.QUANTITY, Tag.DETERMINER, Tag.ADVERB, Tag.PERIOD, Tag.CHANGE, Tag.PRONOUN, Tag.MARK)


def _tell_verbs(elements: list[Element], grammar: Grammar) -> None:
    """Tell verbs from nouns by form and neighbours, left to right."""
    for at, element in enumerate(elements):
        if element.tag is not Tag.NOUN or element.is_name:
            continue
        before = elements[at - 1] if at else None
        after = elements[at + 1] if at + 1 < len(elements) else None
        if _is_verb(element.lower, before, after, grammar):
            element.tag = Tag.VERB


def _is_verb(word: str, before: Element | None, after: Element | None, grammar: Grammar) -> bool:
    tag_before = before.tag if before else None
    tag_after = after.tag if after else Tag.MARK
    finite = (
        word in grammar.change and word not in grammar.change_nouns
    ) or word in grammar.verbs
    both = word in grammar.change_nouns or word in grammar.level_verbs or word in grammar.share_verbs
    ended = word.endswith("ed") and len(word) > 4
    if word.endswith("ing") and len(word) > 5 and word not in grammar.change_nouns:
        if tag_before is Tag.MARK and before is not None and before.lower in ",—–-":
            return tag_after is not Tag.NOUN or word in grammar.change or word in grammar.level_verbs
        if tag_before is Tag.AUXILIARY:
            return True
        if tag_before in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB):
            return tag_after in (Tag.DETERMINER, Tag.QUANTITY, Tag.PRONOUN, Tag.CHANGE) or word in grammar.level_verbs
        return tag_before is not Tag.DETERMINER and tag_after in (Tag.QUANTITY, Tag.PREPOSITION, Tag.DETERMINER)
    if tag_before is Tag.AUXILIARY and (finite or ended or (both and word in grammar.change)):
        has_perfect = before is not None and before.lower not in _BE
        return tag_after is not Tag.NOUN or not ended or has_perfect or word in grammar.change
    if ended:
        if tag_before in (*_OPENS_NOUN, None) or (before and before.lower.endswith(("'s", "’s"))):
            return tag_after is not Tag.NOUN
        return tag_after is not Tag.NOUN or tag_before in (Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.AUXILIARY)
    if both:
        if tag_before in _OPENS_NOUN or tag_before is None:
            return False
        if after is not None and after.lower in ("of", "in"):
            return word in grammar.level_verbs and word not in grammar.change and tag_before is Tag.PRONOUN
        return tag_after in _AFTER_VERB and tag_before in (
            Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.SUBORDINATOR, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PERIOD, Tag.MARK,
        )  # fmt: skip
    if finite:
        return tag_before is not Tag.DETERMINER
    return False
