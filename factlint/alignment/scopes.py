"""Of what part a sentence speaks by its opening: "Turning to Personal Lines, ...", "In Asia, ...", "Of this, ..."."""

from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from factlint.alignment.evidence import Evidence
from factlint.model.claim import Claim
from factlint.model.document import Block

_LONGEST = 12  # words of an opening
_TURNS = frozenset({"to", "with", "at", "into", "on", "over", "within", "now"})
_PART = frozenset({"this", "these", "that", "those", "which", "them", "it"})
_PART_OF, _BASIS = "of this", "on another basis"
_BASES = frozenset({"excluding", "including", "adjusted", "adjusting"})
_TO_DATE = frozenset({"year-to-date", "ytd"})
_EDGES = ".,;:!?()[]\"“”'’"


@dataclass(slots=True, frozen=True)
class Scope:
    """What a sentence's opening confines it to, and what an earlier sentence of the turn has turned to."""

    own: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """All words that confine the sentence."""
        return self.own | self.standing


class Scoped(StrEnum):
    """How the openings of two sentences stand to each other."""

    ALIKE = "alike"
    ONE_SIDED = "one is confined to a part"
    APART = "confined to two parts"


def scope_evidence(evidence: Evidence, first: Claim, second: Claim) -> Scoped:
    """Return how the parts that two claims are confined to stand to each other."""
    scopes = _scopes(evidence)
    if not scopes:  # claims of several files, whose sentences are not at hand
        return Scoped.ALIKE
    a, b = scopes[first.sentence], scopes[second.sentence]
    if any((mark in a.own) != (mark in b.own) for mark in (_PART_OF, _BASIS)):
        return Scoped.APART
    if _is_excluding(evidence, first) != _is_excluding(evidence, second):
        return Scoped.APART
    for one, other in ((a.own, b.own), (a.words, b.words)):
        if one and other and not one & other:
            return Scoped.APART
    shared = (first.topic | first.measure.words) & (second.topic | second.measure.words)
    lone = a.own or b.own
    if bool(a.own) != bool(b.own) and not lone & (a.words & b.words | shared):
        return Scoped.ONE_SIDED
    return Scoped.ALIKE


def _is_excluding(evidence: Evidence, claim: Claim) -> bool:
    """Say whether "excluding" stands right behind a figure."""
    behind = evidence.document.text[claim.span.end : claim.span.end + 20].lstrip(" ,(").lower()
    return behind.startswith(("excluding", "excl", "including", "before "))


def _scopes(evidence: Evidence) -> list[Scope]:
    """Return the scope of each sentence of a text, read once."""
    if "scopes" not in evidence.kept:
        evidence.kept["scopes"] = _read(evidence)
    return cast("list[Scope]", evidence.kept["scopes"])


def _read(evidence: Evidence) -> list[Scope]:
    found: list[Scope] = []
    standing: frozenset[str] = frozenset()
    turn: int | None = None
    for sentence in evidence.document.sentences:
        if sentence.turn != turn or sentence.block is Block.HEADING:
            turn, standing = sentence.turn, frozenset()
        own, turned = _opening(evidence, sentence.span.of(evidence.document.text))
        if turned is not None:
            standing = turned
        found.append(Scope(own, standing))
    return found


def _opening(evidence: Evidence, text: str) -> tuple[frozenset[str], frozenset[str] | None]:
    """Return what the opening confines the sentence to, and what it turns the text to, None where it does not."""
    grammar = evidence.grammar
    head = text[:160].lower().replace("’", "'").split()
    while head and head[0].strip(_EDGES) in grammar.scope_leads:
        head = head[1:]
    if len(head) < 2:
        return frozenset(), None
    if head[0].strip(_EDGES) in _TO_DATE:
        return frozenset({_BASIS}), None
    words, closed = _phrase(head)
    if words[0] in grammar.scope_turns and len(words) > 1 and words[1] in _TURNS:
        return frozenset(), _content(evidence, words[2:])
    if not closed or words[0] not in grammar.scope_openers:
        return frozenset(), None
    if words[0] in ("of", "among") and words[1] in _PART:
        return frozenset({_PART_OF}), None
    if words[0] in _BASES:
        return _content(evidence, words[1:]) | {_BASIS}, None
    return _content(evidence, words[1:]), None


def _phrase(head: list[str]) -> tuple[list[str], bool]:
    """Return the words up to the first comma or stop, and whether a comma closes them."""
    words = []
    for word in head[:_LONGEST]:
        words.append(word.strip(_EDGES))
        if word.endswith((",", ".", ":", ";")):
            return words, word.endswith(",")
    return words, False


def _content(evidence: Evidence, words: list[str]) -> frozenset[str]:
    grammar, months = evidence.grammar, evidence.forms.months
    plain = grammar.general | grammar.relational | grammar.scope_never
    return frozenset(
        stem
        for word in words
        if word not in months
        for stem in grammar.content(word)
        if stem not in plain and word not in grammar.scope_never and not stem[0].isdigit()
    )
