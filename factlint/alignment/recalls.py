"""Figures that their sentence points back with: "the 12 billion left over", "as mentioned, profit was up 58%".

Who says "the" of an amount, or that it was mentioned, says that the text has told it before. Where no figure before is
equal, the one that is a slip away is likely the one that was meant.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.arithmetic import Arithmetic
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form


class Recall(Enum):
    """How a figure points back."""

    SAID = "said"  # as our chairman mentioned
    POINTED = "pointed"  # these 110 million doses
    DEFINITE = "definite"  # the 12 billion left over


_UNTOLD = (Kind.AGE, Kind.ORDINAL, Kind.RANK, Kind.DURATION, Kind.DATE)
_STEPPED_OVER = (Tag.COMPARISON, Tag.ADVERB)
_OWNER = 4  # elements before "of" in which the owner of a saying stands
_OWNERS = frozenset({"'s", "\u2019s", "his", "her", "their", "its", "the", "this", "that"})
_CLAUSE = 6  # elements in which "as our chairman just mentioned" has its verb


def recalls(
    readings: Sequence[Reading], claims: Sequence[Claim], arithmetic: Arithmetic, grammar: Grammar
) -> dict[int, Recall]:
    """Return the claims that point back, by index, with how surely they do.

    "The 747 program" names a program by its number, and "the 3.03 target price" a price: an article alone proves little.
    """
    sayings: frozenset[str] | None = None
    found: dict[int, Recall] = {}
    for reading in readings:
        known = reading.kept.get("recalls")
        if not isinstance(known, dict):
            if sayings is None:
                sayings = arithmetic.words["recalls.sayings"] | grammar.change_nouns
            told = [claims[index] for index in reading.claims]
            known = reading.kept["recalls"] = dict(_recalled(reading, told, arithmetic, sayings)) if told else {}
        for number, recall in known.items():
            found[reading.claims[number]] = recall
    return found


def _recalled(
    reading: Reading, told: Sequence[Claim], arithmetic: Arithmetic, sayings: frozenset[str]
) -> Iterator[tuple[int, Recall]]:
    """Yield the figures of a sentence that point back, by number."""
    words, openers = arithmetic.words, arithmetic.phrases["recalls.openers"]
    said_at = _said_at(reading, arithmetic, openers)
    for number, claim in enumerate(told):
        if claim.quantity is None or claim.kind in _UNTOLD or claim.quantity.form is not Form.CARDINAL:
            continue
        place = reading.frames[number].place
        if 0 <= said_at < place:
            yield number, Recall.SAID
            said_at = -1  # the first figure behind it
            continue
        at = place - 1
        while at >= 0 and reading.elements[at].tag in _STEPPED_OVER:
            at -= 1
        if at < 0:
            continue
        if reading.elements[at].lower in words["recalls.demonstratives"]:
            yield number, Recall.POINTED
        elif reading.elements[at].lower in words["recalls.articles"] or _is_owned(reading, at, sayings):
            yield number, Recall.DEFINITE


def _is_owned(reading: Reading, at: int, nouns: frozenset[str]) -> bool:
    """Say whether a figure is what somebody's saying or some measure's change is: her claim of 35 billion, output's fall of 3.1%."""
    elements = reading.elements
    if at < 2 or elements[at].lower != "of" or elements[at - 1].lower not in nouns:
        return False
    ahead = [element.lower for element in elements[max(at - _OWNER, 0) : at - 1]]
    return any(word in _OWNERS or word.endswith(("'s", "\u2019s")) for word in ahead)


def _said_at(reading: Reading, arithmetic: Arithmetic, openers: Sequence[tuple[str, ...]]) -> int:
    """Return where a sentence says that it tells what was told before: as mentioned, again, to recap; -1 where it does not."""
    words = [element.lower for element in reading.elements]
    verbs = arithmetic.words["recalls.verbs"]
    for at, word in enumerate(words):
        if word == "as":
            for to in range(at + 1, min(at + _CLAUSE, len(words))):
                if words[to] in verbs:
                    return to
                if reading.elements[to].tag in (Tag.QUANTITY, Tag.MARK, Tag.CONJUNCTION):
                    break
        for phrase in openers:
            if word == phrase[0] and at <= 2 and tuple(words[at : at + len(phrase)]) == phrase:
                return at
    return -1
