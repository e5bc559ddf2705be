"""Lists that a text announces and counts off: "three key factors. First, ... The second aspect is ..."."""

from collections.abc import Iterator
from typing import cast

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, by_words, silent
from factlint.claims.build import Reading
from factlint.model.claim import Claim
from factlint.model.document import Block, Sentence
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass, field
from factlint.model.span import Span

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LY = tuple(word + "ly" for word in ORDINALS)
_OPENERS = frozenset({"for starters", "to begin with", "to start with", "for one thing"})
_MOST = len(ORDINALS)
_REACH = 3


@dataclass(slots=True)
class Item:
    """An enumerator that opens an item: its number, its words, its sentence."""

    number: int
    span: Span
    sentence: int
    style: str  # "bare" (First,), "noun" (The second aspect), "opener" (For starters)


@dataclass(slots=True)
class Listing:
    """A list as counted off: its items in order, and what announced it."""

    items: list[Item] = field(default_factory=list)
    gaps: list[tuple[Item, Item]] = field(default_factory=list)
    repeats: list[tuple[Item, Item]] = field(default_factory=list)
    announced: Claim | None = None
    goes_on: bool = False  # the turn ends and the next one continues the list

    @property
    def count(self) -> int:
        """How many items the list holds."""
        return len({item.number for item in self.items})


def listings(evidence: Evidence) -> list[Listing]:
    """Return the lists of a text, nested ones too, each with the claim that announces it where there is one."""
    if evidence.language != "en":
        return evidence.tied(Listing)
    if "listings" not in evidence.kept:
        evidence.kept["listings"] = _listings(evidence)
    return cast("list[Listing]", evidence.kept["listings"])


def _listings(evidence: Evidence) -> list[Listing]:
    found: list[Listing] = []
    stack: list[Listing] = []
    turn: int | None = None
    for sentence in evidence.document.sentences:
        if sentence.turn != turn:
            turn = sentence.turn
            stack = []
        item = _item(evidence, sentence)
        if item is not None:
            _take(item, stack, found)
    announcements = [claim for reading in evidence.readings for claim in _announcements(evidence, reading)]
    for listing in found:
        _announce(listing, announcements, evidence)
    return found


def _take(item: Item, stack: list[Listing], found: list[Listing]) -> None:
    if item.number == 1:
        stack.append(Listing([item]))
        found.append(stack[-1])
        return
    for depth in range(len(stack) - 1, -1, -1):
        listing = stack[depth]
        last = listing.items[-1]
        if last.number == item.number - 1 and _same_style(listing, item):
            listing.items.append(item)
            del stack[depth + 1 :]
            return
    for depth in range(len(stack) - 1, -1, -1):
        listing = stack[depth]
        last = listing.items[-1]
        if not _same_style(listing, item):
            continue
        if last.number < item.number:
            listing.gaps.append((last, item))
        elif last.number == item.number:
            listing.repeats.append((last, item))
        else:
            continue
        listing.items.append(item)
        del stack[depth + 1 :]
        return


def _same_style(listing: Listing, item: Item) -> bool:
    styles = {known.style for known in listing.items} - {"opener"}
    return not styles or item.style in styles


def _item(evidence: Evidence, sentence: Sentence) -> Item | None:
    """Return the enumerator that opens a sentence: "First, ...", "Secondly ...", "The third aspect is ..."."""
    if sentence.block is Block.HEADING:
        return None
    found = _opening(evidence, sentence.span.of(evidence.document.text))
    if found is None:
        return None
    number, start, size, style = found
    at = sentence.span.start + start
    return Item(number, Span(at, at + size), sentence.index, style)


@by_words
def _opening(evidence: Alone, text: str) -> tuple[int, int, int, str] | None:
    """Return the number that the words of a sentence open with, where it stands, its length and its style."""
    start = len(text) - len(text.lstrip(' "“(*-•'))
    head = text[start : start + 40].lower()
    words = head.replace(",", " ,").split()
    if not words:
        return None
    if words[0] in {"and", "but"} and len(words) > 1:
        start += len(words[0]) + 1
        words = words[1:]
    for opener in _OPENERS:
        if head.startswith(opener):
            return 1, start, len(opener), "opener"
    for place, listed in ((0, ORDINALS), (0, _LY)):
        if words[place] in listed and len(words) > 1 and (words[1] in {",", "of"} or listed is _LY):
            if words[1] == "of" and words[2:3] != ["all"]:
                return None
            return listed.index(words[place]) + 1, start, len(words[place]), "bare"
    if words[0] == "the" and len(words) > 2 and words[1] in ORDINALS:
        noun = words[2]
        is_list_noun = (
            noun in evidence.grammar.announcers or noun + "s" in evidence.grammar.announcers or noun in {"one", "is"}
        )
        if is_list_noun:
            return ORDINALS.index(words[1]) + 1, start + 4, len(words[1]), "noun"
    return None


@silent
def _announcements(evidence: Alone, reading: Reading) -> Iterator[Claim]:
    """Yield the small counts of nouns that announce a list: four aspects, three key factors."""
    grammar = evidence.grammar
    for claim, frame in zip(evidence.in_sentence(reading), reading.frames, strict=True):
        quantity = claim.quantity
        if quantity is None or quantity.form is not Form.CARDINAL or not quantity.unit.is_count:
            continue
        if quantity.bound is not Bound.EXACT or not isinstance(quantity.value, int) or not 2 <= quantity.value <= _MOST:
            continue
        heads = [element.lower for element in frame.counted[:4]]
        if not any(word in grammar.announcers for word in heads):
            continue
        after = [element.lower for element in reading.elements[frame.place + 1 : frame.place + 8]]
        if set(after) & grammar.open_list:
            continue
        yield claim


def _announce(listing: Listing, announcements: list[Claim], evidence: Evidence) -> None:
    """Give a list the nearest announcement before its first item, in the same paragraph or the sentence before it."""
    first = listing.items[0]
    paragraph = evidence.document.sentences[first.sentence].paragraph
    turn = evidence.document.sentences[first.sentence].turn
    best: Claim | None = None
    for claim in announcements:
        if claim.span.start > first.span.start:
            break
        sentence = evidence.document.sentences[claim.sentence]
        near = first.sentence - claim.sentence <= _REACH and (
            sentence.paragraph == paragraph or first.sentence - claim.sentence <= 1
        )
        if near and sentence.turn == turn:
            best = claim
    if best is not None and not _taken_between(best, first, evidence):
        listing.announced = best


def _taken_between(claim: Claim, first: Item, evidence: Evidence) -> bool:
    """Say whether another item opens between the announcement and the list: then the list is not the announced one."""
    for sentence in evidence.document.sentences[claim.sentence + 1 : first.sentence]:
        if _item(evidence, sentence) is not None:
            return True
    return False
