"""Of what part a sentence speaks by its opening: "Turning to Personal Lines, ...", "In Asia, ...", "Of this, ..."."""

import re
from enum import StrEnum
from typing import cast

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, by_words
from factlint.alignment.own_changes import are_told_apart
from factlint.model.claim import Claim
from factlint.model.document import Block
from factlint.model.record import dataclass

_ITEM = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-*\u2022])[ \t]+([^\W\d][^:.;!?\n]{1,60}):")
_NUMBERED = re.compile(r"(?:The )?([A-Z][a-z]+) (\d{1,4}|[A-Z]|[IVX]{1,4})\b(?= [a-z])")
_LONGEST_LABEL = 80
_LONGEST = 12  # words of an opening
_TURNS = frozenset({"to", "with", "at", "into", "on", "over", "within", "now"})
_PART = frozenset({"this", "these", "that", "those", "which", "them", "it"})
_PART_OF, _BASIS = "of this", "on another basis"
_BASES = frozenset({"excluding", "including", "adjusted", "adjusting"})
_TO_DATE = ("year-to-date", "ytd")
_PRESENTED = 24  # sentences on a part that one of them presents
_NAMED = 6  # words between "for" and the kind of part: for our Consumer Banking business
_EDGES = ".,;:!?()[]\"“”'’"


@dataclass(slots=True, frozen=True)
class Scope:
    """What a sentence's opening confines it to, and what an earlier sentence of the turn has turned to."""

    own: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    item: frozenset[str] = frozenset()  # the label of the item of a list that the sentence stands in
    presented: frozenset[str] = frozenset()  # the part that a sentence shortly before presents
    is_whole: bool = False  # it speaks of the whole: overall, in total
    numbered: tuple[str, str] | None = None  # the thing with a number that it opens with: Plant 2, Tranche A

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
    if a.numbered and b.numbered and a.numbered[0] == b.numbered[0] and a.numbered != b.numbered:
        return Scoped.APART
    if _is_excluding(evidence, first) != _is_excluding(evidence, second):
        return Scoped.APART
    if _is_to_date(evidence, first) != _is_to_date(evidence, second) or are_told_apart(evidence, first, second):
        return Scoped.APART
    if (a.is_whole and second.names - first.names) or (b.is_whole and first.names - second.names):
        return Scoped.APART  # overall revenue, and that of a part with a name
    if _is_elsewhere(a, b, second) or _is_elsewhere(b, a, first):
        return Scoped.APART
    for one, other in ((a.own, b.own), (a.words, b.words), (a.item, b.item)):
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


def _is_elsewhere(presented: Scope, scope: Scope, claim: Claim) -> bool:
    """Say whether a claim has no word of the part that is presented where the other one stands."""
    part = presented.presented
    return bool(part) and not part & (scope.words | scope.presented | claim.topic | claim.measure.words | claim.names)


def _is_to_date(evidence: Evidence, claim: Claim) -> bool:
    """Say whether a claim, or the words before it in its sentence, sum up the year to date."""
    if claim.period is not None and any(word in claim.period.text.lower() for word in _TO_DATE):
        return True
    start = evidence.document.sentences[claim.sentence].span.start
    return any(word in evidence.document.text[start : claim.span.start].lower() for word in _TO_DATE)


def _scopes(evidence: Evidence) -> list[Scope]:
    """Return the scope of each sentence of a text, read once."""
    if "scopes" not in evidence.kept:
        evidence.kept["scopes"] = _read(evidence)
    return cast("list[Scope]", evidence.kept["scopes"])


def _read(evidence: Evidence) -> list[Scope]:
    found: list[Scope] = []
    standing: frozenset[str] = frozenset()
    presented, since = frozenset[str](), 0
    turn: int | None = None
    paragraph, item = -1, frozenset[str]()
    for sentence in evidence.document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, item = sentence.paragraph, _label(evidence, sentence.span.start)
        if sentence.turn != turn or sentence.block is Block.HEADING:
            turn, standing, presented = sentence.turn, frozenset(), frozenset()
        text = sentence.span.of(evidence.document.text)
        own, turned, shown, is_whole, numbered = _told_by(evidence, text)
        if turned is not None or shown is not None:
            standing = turned if turned is not None else frozenset()
            presented, since = shown or frozenset(), sentence.index
        elif sentence.index - since > _PRESENTED:
            presented = frozenset()
        found.append(Scope(own, standing, item, presented, is_whole, numbered))
    return found


@by_words
def _told_by(
    evidence: Alone, text: str
) -> tuple[frozenset[str], frozenset[str] | None, frozenset[str] | None, bool, tuple[str, str] | None]:
    """Return what the words of a sentence tell: what its opening confines it to and turns to, and what it presents."""
    return *_opening(evidence, text), _presented(evidence, text), _is_of_whole(evidence, text), _numbered(text)


def _presented(evidence: Alone, text: str) -> frozenset[str] | None:
    """Return the part that a sentence presents: "Slide 12 summarizes the results of our Consumer Banking business"."""
    words = [word.strip(_EDGES) for word in text.lower().split()]
    lists = evidence.arithmetic.words
    shows = next((at for at, word in enumerate(words[:_LONGEST]) if word in lists["passages.presenting"]), -1)
    if shows < 0:
        return None
    kind = next((at for at, word in enumerate(words) if at > shows and word in lists["passages.kinds"]), -1)
    leads = (
        [at for at, word in enumerate(words[:kind]) if at > shows and word in ("for", "of", "in")] if kind > 0 else []
    )
    if not leads or kind - leads[-1] > _NAMED:
        return None
    return _content(evidence, words[leads[-1] + 1 : kind]) or None


def _numbered(text: str) -> tuple[str, str] | None:
    """Return the name and the number of the thing that a sentence opens with: Plant 2 made ..., Tranche A carries ..."""
    found = _NUMBERED.match(text)
    return None if found is None else (found[1], found[2])


def _is_of_whole(evidence: Alone, text: str) -> bool:
    head = text[:40].lower().split()
    return bool(head) and head[0].endswith(",") and head[0].strip(_EDGES) in evidence.arithmetic.words["passages.whole"]


def _label(evidence: Evidence, start: int) -> frozenset[str]:
    """Return the words of the label that an item of a list opens with: "3. Night ferries: ..."."""
    text = evidence.document.text
    line = text.rfind("\n", 0, start) + 1
    found = _ITEM.match(text, line, line + _LONGEST_LABEL)
    return frozenset() if found is None else _content(evidence, found[1].lower().split())


def _opening(evidence: Alone, text: str) -> tuple[frozenset[str], frozenset[str] | None]:
    """Return what the opening confines the sentence to, and what it turns the text to, None where it does not."""
    grammar = evidence.grammar
    head = text[:160].lower().replace("’", "'").split()
    while head and head[0].strip(_EDGES) in grammar.scope_leads:
        head = head[1:]
    if len(head) < 2:
        return frozenset(), None
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


def _content(evidence: Alone, words: list[str]) -> frozenset[str]:
    grammar, months = evidence.grammar, evidence.forms.months
    plain = grammar.general | grammar.relational | grammar.scope_never
    return frozenset(
        stem
        for word in words
        if word not in months
        for stem in grammar.content(word)
        if stem not in plain and word not in grammar.scope_never and not stem[0].isdigit()
    )
