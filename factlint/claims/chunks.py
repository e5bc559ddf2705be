"""Tokens to elements: every word of a sentence with the class that the clause reader works by.

A closed-class tagger in the manner of a chunk parser (S. Abney, "Parsing by Chunks", 1991): function words and the
words of change are known, everything else is content; participles are told apart by their neighbours.
"""

from collections.abc import Callable

from factlint.knowledge.grammar import Grammar
from factlint.lexing.kinds import SYMBOL, WORD
from factlint.model.parse import Parse, Tag, Token
from factlint.model.period import Period
from factlint.model.span import Span

(
    NOUN, VERB, AUXILIARY, DETERMINER, PREPOSITION, CONJUNCTION, SUBORDINATOR, PRONOUN, ADVERB, CHANGE, COMPARISON, QUANTITY,
    PERIOD, MARK,
) = Tag  # fmt: skip


__all__ = [
    "ADVERB", "AUXILIARY", "CHANGE", "COMPARISON", "CONJUNCTION", "DETERMINER", "MARK", "NOUN", "PERIOD", "PREPOSITION",
    "PRONOUN", "QUANTITY", "SUBORDINATOR", "VERB", "Element", "Tag", "chunk",
]  # fmt: skip

Element = Token
"""A word, a quantity or a period of a sentence, with its class."""


def _stretch(tag: Tag, span: Span, key: str = "", quantity: int = -1, period: Period | None = None) -> Element:
    """Return what stands for several tokens: a quantity, a period or a phrase of comparison."""
    made = Token(span.start, span.end, SYMBOL, "", key)
    made.tag, made.is_name, made.quantity, made.period = tag, False, quantity, period
    return made


_TAGS = {tag.value: tag for tag in Tag}


def chunk(parse: Parse, grammar: Grammar) -> list[Element]:
    """Return the elements of a sentence in text order."""
    items: list[tuple[Span, int, Period | None]] = [(q.span, i, None) for i, q in enumerate(parse.quantities)]
    items += [(p.span, -1, p) for p in parse.periods]
    items.sort(key=lambda item: item[0])
    elements: list[Element] = []
    tokens = parse.tokens
    _tag_tokens(tokens, grammar)
    at, size = 0, len(tokens)
    for span, quantity, period in items:
        first = at
        while at < size and tokens[at].end <= span.start:
            at += 1
        elements += tokens[first:at]
        elements.append(_stretch(QUANTITY if period is None else PERIOD, span, "", quantity, period))
        while at < size and tokens[at].start < span.end:
            at += 1
    elements += tokens[at:]
    elements = _join_comparisons(elements, grammar)
    _tell_verbs(elements, grammar)
    return elements


def _tag_tokens(tokens: list[Token], grammar: Grammar) -> None:
    """Give every token the class that it has by itself."""
    known: dict[str, tuple[Tag, bool]] = grammar.memory.setdefault("elements", {})
    for token in tokens:
        token.quantity, token.period = -1, None
        if token.kind is WORD:
            text = token.text
            found = known.get(text)
            if found is None:
                found = known[text] = _class_of(text, token.lower, grammar, opens=False)
            token.tag, token.is_name = found
        elif token.kind is SYMBOL:
            token.tag, token.is_name = MARK, False
        else:
            token.tag, token.is_name = NOUN, True
    if tokens and tokens[0].kind is WORD:
        tokens[0].tag, tokens[0].is_name = _class_of(tokens[0].text, tokens[0].lower, grammar, opens=True)


def _join_comparisons(elements: list[Element], grammar: Grammar) -> list[Element]:
    """Put one element for a phrase of comparison, so that its nouns name nothing: year on year."""
    starts = grammar.comparison_starts
    opening = [at for at, element in enumerate(elements) if element.lower in starts]
    joined: list[Element] = []
    at = 0
    for place in opening:
        if place < at:
            continue
        following = elements[place + 1].lower if place + 1 < len(elements) else ""
        for words, key in starts[elements[place].lower]:
            if len(words) > 1 and words[1] != following:
                continue
            if tuple(element.lower for element in elements[place : place + len(words)]) == words:
                joined += elements[at:place]
                at = place + len(words)
                joined.append(_stretch(COMPARISON, Span(elements[place].start, elements[at - 1].end), key))
                break
    return joined + elements[at:] if at else elements


def _class_of(text: str, word: str, grammar: Grammar, *, opens: bool) -> tuple[Tag, bool]:
    """Return the class of a word by itself and whether it is a name; at the opening of a sentence a capital tells less."""
    tag = _TAGS[grammar.word_class(word)]
    if text == word:
        return tag, False
    if tag is NOUN:
        return tag, text[0].isupper() and not (opens and text[1:].islower())
    is_acronym = not opens and len(word) > 1 and text.isupper()  # not the word: US, IT, WHO
    return (NOUN, True) if is_acronym else (tag, False)


VerbTest = Callable[[list[Element], int, Grammar], bool]
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_OPENS_NOUN = (DETERMINER, PREPOSITION, QUANTITY)
_BEFORE_VERB = (
    NOUN, PRONOUN, ADVERB, SUBORDINATOR, AUXILIARY, CONJUNCTION, MARK,
)  # fmt: skip
_AFTER_VERB = (PREPOSITION, QUANTITY, DETERMINER, ADVERB, PERIOD, CHANGE, PRONOUN)


def _tell_verbs(elements: list[Element], grammar: Grammar) -> None:
    """Tell verbs from nouns by form and neighbours, left to right."""
    tests: dict[str, VerbTest] = grammar.memory.setdefault("verb tests", {})
    for at, element in enumerate(elements):
        if element.tag is not NOUN or element.is_name:
            continue
        word = element.lower
        if (
            at
            and elements[at - 1].lower == "to"
            and (word in grammar.told or _is_to_do(elements, at, grammar) or _is_to_change(elements, at, grammar))
        ):
            element.tag = VERB
            continue
        test = tests.get(word)
        if test is None:
            test = tests[word] = _test_of(word, grammar)
        if test is not _is_no_verb and test(elements, at, grammar):
            element.tag = VERB


def _is_to_do(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether the word after "to" is what somebody plans or expects to do: "expects to report revenue of"."""
    if at < 2 or elements[at - 2].tag not in (VERB, AUXILIARY):
        return False
    leading = elements[at - 2].lower
    return leading in grammar.planned or leading in grammar.forecast


def _is_to_change(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether "to" opens what is done to something: agreed to cut output by a tenth; not "due to cuts in output"."""
    word = elements[at].lower
    return (
        word in grammar.transitive
        and word in grammar.change
        and not word.endswith(("s", "ed", "ing"))
        and _after(elements, at) in (NOUN, DETERMINER)
        and _before(elements, at - 1) in (VERB, NOUN)
    )


def _test_of(word: str, grammar: Grammar) -> VerbTest:
    """Return how a word that may name a thing is told from a verb, which its form alone decides."""
    if word.endswith("ing") and len(word) > 5 and word not in grammar.change_nouns:
        return _is_participle
    if word.endswith("ed") and len(word) > 4:
        return _is_past
    if word in grammar.change_nouns or word in grammar.ambiguous:
        return _is_verb_not_noun
    return _is_verb if word in grammar.change or word in grammar.verbs else _is_no_verb


def _is_no_verb(_elements: list[Element], _at: int, _grammar: Grammar) -> bool:
    """Say that a word is no verb wherever it stands."""
    return False


def _is_verb(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a form of a verb is one here: any but behind a determiner, or in -s behind a verb: signed contracts."""
    before = _before(elements, at)
    if before is NOUN and elements[at].lower.endswith("s") and _after(elements, at) is PREPOSITION:
        step = at - 1
        while step > 0 and elements[step].tag is NOUN:
            step -= 1
        if elements[step].tag is VERB and elements[step].lower in grammar.transitive:
            return False  # cut maize yields by a third
    return before is not DETERMINER and not (before is VERB and elements[at].lower.endswith("s"))


def _before(elements: list[Element], at: int) -> Tag | None:
    return elements[at - 1].tag if at else None


def _after(elements: list[Element], at: int) -> Tag:
    return elements[at + 1].tag if at + 1 < len(elements) else MARK


def _is_participle(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word in -ing is a verb: ", increasing by", "helping firms obtain", but not "holding orders"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    telling = word in grammar.change or word in grammar.level_verbs
    mark = elements[at - 1].lower if at else ""
    if mark in {",", "—", "–"}:
        return after is not NOUN or telling
    if before is CONJUNCTION and at > 1 and elements[at - 2].lower == ",":
        return True
    if before is AUXILIARY:
        return True
    if before in (PREPOSITION, SUBORDINATOR, ADVERB):
        if after in (PREPOSITION, PERIOD) and word in grammar.change:
            return True  # after falling by 2 percent in January
        return after in (DETERMINER, QUANTITY, PRONOUN, CHANGE) or word in grammar.level_verbs
    return before is not DETERMINER and after in (QUANTITY, PREPOSITION, DETERMINER)


def _is_past(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word in -ed is a verb: "has helped firms", "orders received", but not "the completed volume"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    mark = elements[at - 1].lower if at else ""
    if before is AUXILIARY:
        return after is not NOUN or mark not in _BE or word in grammar.change
    if at + 1 < len(elements) and elements[at + 1].lower == "of":
        return False  # "value added of"
    if before in (*_OPENS_NOUN, None) or mark.endswith(("'s", "’s")):
        return after is not NOUN
    return after is not NOUN or before in (NOUN, PRONOUN, ADVERB)


def _is_verb_not_noun(elements: list[Element], at: int, grammar: Grammar) -> bool:
    """Say whether a word that may be both is a verb: "sales increase by 5%", not "an increase of 5%"."""
    word, before, after = elements[at].lower, _before(elements, at), _after(elements, at)
    if before is AUXILIARY:
        return after is not NOUN or word in grammar.change
    if before is QUANTITY and after is DETERMINER and word in grammar.share_verbs:
        return True  # sales of 784.4 million represent a rise of 23%
    if before in _OPENS_NOUN or before is None:
        return False
    following = elements[at + 1].lower if at + 1 < len(elements) else ""
    if following in {"of", "in"}:
        return word in grammar.level_verbs and word not in grammar.change and before is PRONOUN
    if following in {"(", "worth"} or (
        following == "for" and word in grammar.change and word not in grammar.change_nouns
    ):
        return False  # a contract for 90,000 computers
    return after in _AFTER_VERB and before in _BEFORE_VERB
