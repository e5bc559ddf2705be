"""How far the speaker commits to a figure, and the words that set its basis."""

from collections.abc import Sequence

from factlint.claims.chunks import (
    ADVERB,
    AUXILIARY,
    CHANGE,
    DETERMINER,
    NOUN,
    PERIOD,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    VERB,
    Element,
)
from factlint.claims.clause import Frame
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Modality

_REACH_RIGHT = 6
_FAR = 9
_VERBAL = (VERB, AUXILIARY, CHANGE)
_LEADING = (NOUN, DETERMINER, PREPOSITION, ADVERB, PERIOD)


def may_commit_less(words: frozenset[str], grammar: Grammar) -> bool:
    """Say whether a sentence of these words may do anything but assert its figures."""
    return not (
        words.isdisjoint(grammar.negated)
        and words.isdisjoint(grammar.conditional)
        and words.isdisjoint(grammar.planned)
        and words.isdisjoint(grammar.forecast)
        and words.isdisjoint(grammar.regret)
    )


def tell_modality(elements: Sequence[Element], frame: Frame, grammar: Grammar, *, is_question: bool) -> Modality:
    """Return the modality of a figure by its verb group and by the nouns that it is said of.

    "is expected to reach 5 billion" is a forecast, "a target of 5 billion" a plan; what stands in another clause ("he will
    announce that 5 billion were spent") tells nothing of the figure.
    """
    if is_question:
        return Modality.ASKED
    if _takes_back(elements, grammar):
        return Modality.NEGATED
    near = {e.lower for e in elements[max(frame.place - 3, 0) : frame.place]}
    if near & grammar.negated:
        return Modality.NEGATED
    if _is_conditional(elements, frame.place, grammar):
        return Modality.CONDITIONAL
    words = _verb_group(elements, frame, grammar)
    words |= {e.lower for e in (*frame.subject, *frame.counted[:1]) if e.lower not in grammar.committing_verbs}
    if words & grammar.planned:
        return Modality.PLANNED
    if words & grammar.forecast:
        return Modality.FORECAST
    return Modality.ASSERTED


def _takes_back(elements: Sequence[Element], grammar: Grammar) -> bool:
    """Say whether a sentence tells of a figure published in error: "we wrote that it was 500; we apologise"."""
    words = {element.lower for element in elements}
    return not words.isdisjoint(grammar.regret) and not words.isdisjoint(grammar.published)


def _verb_group(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> set[str]:
    """Return the verbs, auxiliaries and infinitive marks that lead to the figure in one chain."""
    at = frame.predicate_at if 0 <= frame.predicate_at < frame.place else frame.place - 1
    words: set[str] = set()
    steps = 0
    if at != frame.predicate_at or (elements[at].tag is NOUN and not frame.is_noun):  # "expects income of 5 billion"
        while at >= 0 and elements[at].tag in _LEADING and steps < _REACH_RIGHT:
            at -= 1
            steps += 1
    elif frame.is_noun:
        while at > 0 and elements[at].tag not in _VERBAL and steps < _REACH_RIGHT:
            at -= 1
            steps += 1
    while at >= 0:
        element = elements[at]
        if element.tag not in (*_VERBAL, ADVERB) and element.lower not in {"to", "that"}:
            break
        if element.tag is VERB and element.lower in grammar.told:
            return set()
        words.add(element.lower)
        at -= 1
    if at >= 0 and words and elements[at].tag in (NOUN, PRONOUN, DETERMINER):
        words |= _governing(elements, at, grammar)
    return words


def _governing(elements: Sequence[Element], at: int, grammar: Grammar) -> set[str]:
    """Return the verb of expecting right before a subject: "we expect revenue to be 5 billion"; none of telling."""
    steps = 0
    while at >= 0 and elements[at].tag in (NOUN, DETERMINER, PREPOSITION, PERIOD) and steps < _FAR:
        at -= 1
        steps += 1
    if at >= 0 and elements[at].lower == "that":
        at -= 1
    found: set[str] = set()
    while at >= 0 and elements[at].tag in (VERB, AUXILIARY, ADVERB) and elements[at].lower not in grammar.told:
        found.add(elements[at].lower)
        at -= 1
    return found


def _is_conditional(elements: Sequence[Element], place: int, grammar: Grammar) -> bool:
    """Say whether the figure's clause, or the sentence, opens with "if" or its like."""
    if elements and elements[0].lower in grammar.conditional:
        return True
    for at in range(place - 1, -1, -1):
        element = elements[at]
        if element.lower in grammar.conditional:
            return True
        if element.lower in {";", "—", ","} or element.tag in (SUBORDINATOR, QUANTITY):
            return False
    return False


def may_name_bases(words: frozenset[str], grammar: Grammar) -> bool:
    """Say whether a sentence of these words may name the basis of a figure."""
    return (
        not grammar.bases.keys().isdisjoint(words)
        or "per" in words
        or "each" in words
        or ("a" in words and "share" in words)
    )


def tell_bases(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> frozenset[str]:
    """Return the bases named near a figure: adjusted, gross, seasonally adjusted, per share."""
    start = frame.place
    while start > 0 and elements[start - 1].lower not in {";", "—"} and frame.place - start < 14:
        if elements[start - 1].tag is QUANTITY and elements[start - 2].tag is not CHANGE:
            break
        start -= 1
    found = set()
    for at in range(start, min(frame.place + 8, len(elements))):
        element = elements[at]
        if at > frame.place and (element.tag is QUANTITY or element.lower in {",", ";"}):
            break
        basis = grammar.bases.get(element.lower)
        if basis:
            found.add(basis)
        elif at > frame.place and _is_per(elements, at):
            found.add("per_" + grammar.stem(elements[at + 1].lower))
    return frozenset(found)


def _is_per(elements: Sequence[Element], at: int) -> bool:
    """Say whether a figure is told of each one: per employee, each household, a share."""
    if elements[at].lower not in {"per", "a", "each"} or at + 1 >= len(elements) or elements[at + 1].tag is not NOUN:
        return False
    return elements[at].lower != "a" or elements[at + 1].lower == "share"
