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


_TAGS = {tag.value: tag for tag in Tag}
_MARK, _NOUN = Tag.MARK, Tag.NOUN
_SYMBOL, _WORD = TokenKind.SYMBOL, TokenKind.WORD


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
    starts = grammar.comparison_starts
    opening = [at for at, element in enumerate(elements) if element.lower in starts]
    joined: list[Element] = []
    at = 0
    for place in opening:
        if place < at:
            continue
        for words, key in starts[elements[place].lower]:
            if tuple(element.lower for element in elements[place : place + len(words)]) == words:
                joined += elements[at:place]
                at = place + len(words)
                joined.append(Element(Tag.COMPARISON, elements[place].start, elements[at - 1].end, key))
                break
    return joined + elements[at:] if at else elements


def _element(tokens: list[Token], at: int, grammar: Grammar) -> Element:
    token = tokens[at]
    word = token.lower
    if token.kind is _SYMBOL:
        return Element(_MARK, token.start, token.end, word)
    if token.kind is not _WORD:
        return Element(_NOUN, token.start, token.end, word, is_name=True)
    tag = _TAGS[grammar.word_class(word)]
    text = token.text
    if text == word:
        return Element(tag, token.start, token.end, word)
    is_name = tag is _NOUN and text[0].isupper() and (at > 0 or not text[1:].islower())
    if tag is not _NOUN and at > 0 and len(word) > 1 and text.isupper():
        tag, is_name = _NOUN, True  # an acronym, not the word: US, IT, WHO
    return Element(tag, token.start, token.end, word, -1, None, is_name)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_OPENS_NOUN = (Tag.DETERMINER, Tag.PREPOSITION, Tag.QUANTITY)
_BEFORE_VERB = (
    Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.SUBORDINATOR, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.MARK,
)  # fmt: skip
_AFTER_VERB = (Tag.PREPOSITION, Tag.QUANTITY, Tag.DETERMINER, Tag.ADVERB, Tag.PERIOD, Tag.CHANGE, Tag.PRONOUN, Tag.MARK)


def _tell_verbs(elements: list[Element], grammar: Grammar) -> None:
    """Tell verbs from nouns by form and neighbours, left to right."""
    for at, element in enumerate(elements):
        if element.tag is not Tag.NOUN or element.is_name:
            continue
        word = element.lower
        if word.endswith("ing") and len(word) > 5 and word not in grammar.change_nouns:
            is_verb = _is_participle(elements, at, grammar)
        elif word.endswith("ed") and len(word) > 4:
            is_verb = _is_past(elements, at, grammar)
        elif word in grammar.change_nouns or word in grammar.ambiguous:
            is_verb = _is_verb_not_noun(elements, at, grammar)
        else:
            is_verb = (word in grammar.change or word in grammar.verbs) and _before(elements, at) is not Tag.DETERMINER
        if is_verb:
            element.tag = Tag.VERB


def _before(elements: list[Element], at: int) -> Tag | None:
    return elements[at - 1].tag if at else None


def _after(elements: list[Element], at: int) -> Tag:
    return elements[at + 1].tag if at + 1 < len(elements) else Tag.MARK


def _is_participle(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word in -ing is a verb: ", increasing by", "helping firms obtain", but not "holding orders"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    telling = word in grammar.change or word in grammar.level_verbs
    mark = elements[at - 1].lower if at else ""
    if mark in {",", "—", "–"}:
        return after is not Tag.NOUN or telling
    if before is Tag.CONJUNCTION and at > 1 and elements[at - 2].lower == ",":
        return True
    if before is Tag.AUXILIARY:
        return True
    if before in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB):
        return after in (Tag.DETERMINER, Tag.QUANTITY, Tag.PRONOUN, Tag.CHANGE) or word in grammar.level_verbs
    return before is not Tag.DETERMINER and after in (Tag.QUANTITY, Tag.PREPOSITION, Tag.DETERMINER)


def _is_past(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word in -ed is a verb: "has helped firms", "orders received", but not "the completed volume"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    mark = elements[at - 1].lower if at else ""
    if before is Tag.AUXILIARY:
        return after is not Tag.NOUN or mark not in _BE or word in grammar.change
    if at + 1 < len(elements) and elements[at + 1].lower == "of":
        return False  # "value added of"
    if before in (*_OPENS_NOUN, None) or mark.endswith(("'s", "’s")):
        return after is not Tag.NOUN
    return after is not Tag.NOUN or before in (Tag.NOUN, Tag.PRONOUN, Tag.ADVERB)


def _is_verb_not_noun(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word that may be both is a verb: "sales increase by 5%", not "an increase of 5%"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    if before is Tag.AUXILIARY:
        return after is not Tag.NOUN or word in grammar.change
    if before in _OPENS_NOUN or before is None:
        return False
    following = elements[at + 1].lower if at + 1 < len(elements) else ""
    if following in {"of", "in"}:
        return word in grammar.level_verbs and word not in grammar.change and before is Tag.PRONOUN
    if following == "(":
        return False
    return after in _AFTER_VERB and before in _BEFORE_VERB
