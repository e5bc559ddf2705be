"""How far the speaker commits to a figure, and the words that set its basis."""

from collections.abc import Sequence

from factlint.claims.chunks import Element, Tag
from factlint.claims.clause import Frame
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Modality

_REACH_RIGHT = 6


def tell_modality(elements: Sequence[Element], frame: Frame, grammar: Grammar, *, is_question: bool) -> Modality:
    """Return the modality of a figure by the words of its clause, left of it and a little to the right."""
    if is_question:
        return Modality.ASKED
    words = [
        element.lower
        for element in clause_of(elements, frame.place)
        if element.tag is Tag.VERB or element.lower not in grammar.committing_verbs
    ]
    near = {e.lower for e in elements[max(frame.place - 3, 0) : frame.place]}
    if near & grammar.negated:
        return Modality.NEGATED
    for modality, listed in (
        (Modality.CONDITIONAL, grammar.conditional),
        (Modality.PLANNED, grammar.planned),
        (Modality.FORECAST, grammar.forecast),
    ):
        if any(word in listed for word in words):
            return modality
    return Modality.ASSERTED


def clause_of(elements: Sequence[Element], place: int) -> Sequence[Element]:
    """Return the elements of a figure's clause: back to a semicolon or dash, and a few to the right."""
    start = place
    while start > 0 and elements[start - 1].lower not in {";", "—", "–"}:
        start -= 1
    end = place + 1
    while end < len(elements) and end - place <= _REACH_RIGHT:
        if elements[end].tag in (Tag.QUANTITY, Tag.SUBORDINATOR) or elements[end].lower in {";", ","}:
            break
        end += 1
    return elements[start:end]


def tell_bases(elements: Sequence[Element], frame: Frame, grammar: Grammar) -> frozenset[str]:
    """Return the bases named near a figure: adjusted, gross, seasonally adjusted, per share."""
    start = frame.place
    while start > 0 and elements[start - 1].lower not in {";", "—"} and frame.place - start < 14:
        if elements[start - 1].tag is Tag.QUANTITY and elements[start - 2].tag is not Tag.CHANGE:
            break
        start -= 1
    found = set()
    for at in range(start, min(frame.place + 8, len(elements))):
        element = elements[at]
        if at > frame.place and (element.tag is Tag.QUANTITY or element.lower in {",", ";"}):
            break
        basis = grammar.bases.get(element.lower)
        if basis:
            found.add(basis)
        elif element.lower in {"per", "a", "each"} and at > frame.place and at + 1 < len(elements):
            if elements[at + 1].tag is Tag.NOUN and (element.lower != "a" or elements[at + 1].lower == "share"):
                found.add("per_" + grammar.stem(elements[at + 1].lower))
    return frozenset(found)
