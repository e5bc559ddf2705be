"""Words that point back: "This decrease is explained by ...", "all ten of these ports", after what they point at."""

from collections.abc import Iterator
from itertools import pairwise

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.quantity import Bound
from factlint.model.record import dataclass
from factlint.model.span import Span

_THESE = frozenset({"these", "those"})
_LONGEST = 3  # elements from "this" to the noun of change
_COMPARED = 4  # words that compare: with a fall of
_A = frozenset({"a", "an"})
_AGAINST = frozenset({"compared", "versus", "against", "comparison", "after", "following"})
_OF_ITS_OWN = frozenset({"in", "of", "for"})
_NAMED = 5  # "these two projects" may be two of six, by their names
_REACH = 4  # sentences that "these ten ports" may look back


@dataclass(slots=True, frozen=True)
class Pointing:
    """A noun of change that opens a sentence, and the changes of the sentence before, all of which go the other way."""

    noun: Span
    word: str
    changes: list[Claim]


def changes_pointed_at(evidence: Evidence) -> Iterator[Pointing]:
    """Yield "This decrease reflects ..." where the sentence before tells of rises only."""
    sentences = evidence.document.sentences
    for before in evidence.readings:
        at = before.parse.sentence.index + 1
        if at >= len(sentences) or sentences[at].paragraph != before.parse.sentence.paragraph:
            continue
        found = _noun_of_change(evidence, sentences[at].span)
        if found is None:
            continue
        noun, direction = found
        changes = [
            claim
            for claim in evidence.in_sentence(before)
            if claim.kind is Kind.CHANGE and claim.direction is not None and claim.modality is Modality.ASSERTED
        ]
        if not changes or any(evidence.grammar.change.get(element.lower) == direction for element in before.elements):
            continue
        if all(claim.direction is not direction for claim in changes):
            yield Pointing(noun, noun.of(evidence.document.text).lower(), changes)


def _noun_of_change(evidence: Evidence, sentence: Span) -> tuple[Span, Direction] | None:
    """Return the noun of change that is the subject of a sentence which opens with "this", and which way it goes."""
    grammar, text = evidence.grammar, sentence.of(evidence.document.text)
    if not text[:5].lower().startswith("this "):
        return None
    words = text.split(maxsplit=_LONGEST + 2)[: _LONGEST + 2]
    for word, following in pairwise(words[1:]):
        name = word.lower()
        way = grammar.change.get(name)
        if name in grammar.change_nouns and name not in grammar.signless and way in ("up", "down"):
            if grammar.word_class(following.lower()) not in (Tag.AUXILIARY, Tag.VERB):
                return None
            start = sentence.start + text.index(word)
            return Span(start, start + len(word)), Direction(way)
        if grammar.word_class(name) != Tag.NOUN:
            return None
    return None


def changes_compared(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield two changes of which one is compared with the other: "rose by 3%, compared with a fall of 2% a year before"."""
    for reading in evidence.readings:
        yield from _compared_in(evidence, reading)


@silent
def _compared_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    grammar = evidence.grammar
    claims = evidence.in_sentence(reading)
    for number in range(1, len(claims)):
        first, second = claims[number - 1], claims[number]
        if first.kind is not Kind.CHANGE or second.kind is not Kind.CHANGE or not first.direction:
            continue
        words = lower(between(reading, number - 1, number))
        if len(words) < _COMPARED or words[-1] != "of" or words[-2] not in grammar.change_nouns or words[-3] not in _A:
            continue
        if not set(words) & _AGAINST or ";" in words or "while" in words:
            continue
        behind = reading.elements[reading.frames[number].place + 1 :][:2]
        if behind and behind[0].lower in _OF_ITS_OWN and behind[-1].tag is not Tag.PERIOD:
            continue  # a fall of 2% in prices
        if first.modality is second.modality is Modality.ASSERTED:
            yield first, second


def counts_pointed_at(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield a count and the count that points back at it with another number: "ten ports ...", "all nine of these ports".

    Only where the sentences before give one number of the things alone.
    """
    for reading in evidence.readings:
        for claim in evidence.in_sentence(reading):
            noun = _thing_pointed_at(evidence, reading, claim) if _is_count(claim) else ""
            if not noun:
                continue
            earlier = [
                other
                for other, _ in evidence.around(claim.sentence, _REACH)
                if other.index < claim.index and noun in other.measure.words and _is_count(other, loosely=True)
            ]
            assert claim.quantity is not None
            values = {other.quantity.value for other in earlier if other.quantity is not None}
            last = earlier[-1] if earlier else None
            if (
                last is None
                or len(values) != 1
                or last.quantity is None
                or not _is_count(last, loosely=last.kind is Kind.CHANGE)
            ):
                continue
            if last.modality is claim.modality is Modality.ASSERTED and last.quantity.value != claim.quantity.value:
                yield last, claim


def _is_count(claim: Claim, *, loosely: bool = False) -> bool:
    """Say whether a claim counts things exactly; loosely, whether it counts them at all."""
    quantity = claim.quantity
    if quantity is None or not quantity.unit.is_count or (claim.kind is not Kind.LEVEL and not loosely):
        return False
    return loosely or (is_plain(claim) and quantity.is_exact_count and quantity.bound is Bound.EXACT)


def _thing_pointed_at(evidence: Evidence, reading: Reading, claim: Claim) -> str:
    """Return the stem of what is counted where "these" points back: "all nine of these ports", "these nine ports"."""
    elements, place = reading.elements, reading.frames[reading.claims.index(claim.index)].place
    after = [element.lower for element in elements[place + 1 : place + 4]]
    quantity = claim.quantity
    assert quantity is not None
    if place and elements[place - 1].lower in _THESE and quantity.middle >= _NAMED:
        noun = after[:1]
    elif place and elements[place - 1].lower == "all" and after[:1] == ["of"] and not _THESE.isdisjoint(after[1:2]):
        noun = after[2:]
    else:
        return ""
    return evidence.grammar.stem(noun[0]) if noun and noun[0] else ""
