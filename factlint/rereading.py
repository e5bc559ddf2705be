"""A text read again after an edit: what stands in untouched sentences is kept and moved, only the others are read.

A sentence is kept where its words, the words right around it, its block and its speaker are what they were, and where the
builder of claims comes to it as it came before: same period, same topic, same thread. What its reading draws from the
whole text (its date, the currency of a sign, the acronyms it explains) must be the same for all, else all is read anew.
Kept objects stay the same objects, so that whatever was worked out of them alone stays known.
"""

from collections.abc import Callable, Iterable

from factlint.alignment.known import AROUND, Known
from factlint.claims.build import Builder, Reading
from factlint.knowledge import Knowledge
from factlint.model.claim import Referent
from factlint.model.document import Document, Sentence
from factlint.model.parse import Parse
from factlint.model.period import Period
from factlint.model.record import dataclass
from factlint.quantities.context import Context
from factlint.quantities.parse import parse_sentences

_LEAD = 2  # sentences right before an edit that are read again as well: a correction takes back the figures before it


@dataclass(slots=True)
class _Known:
    """A version of a text with all that was read in it."""

    document: Document
    knowledge: Knowledge
    context: Context
    parses: list[Parse]
    builder: Builder


class Rereading:
    """Reads one version of a text after another."""

    def __init__(self) -> None:
        self._known: _Known | None = None
        self.known = Known()  # what judging worked out, for judging the next version
        self.reread = 0  # sentences with figures that were read for the latest version

    def read(self, document: Document, knowledge: Knowledge) -> Builder:
        """Return the claims of a text that is no Chinese one, as they are read without an earlier version."""
        known, self._known = self._known, None  # none is left half moved where something goes wrong
        context = Context(document.text, knowledge.lexicon)
        builder = Builder(document, knowledge.grammar)
        kept = _kept(known, document, knowledge, context, builder) if known is not None else (0, 0)
        self.known = self.known.following() if any(kept) else Known()
        changed = document.sentences[kept[0] : len(document.sentences) - kept[1]]
        parses = list(parse_sentences(document, knowledge.lexicon, changed, context))
        self.reread = len(parses)
        if known is not None and any(kept):
            parses = _joined(known, document, kept, parses, builder)
        else:
            builder.read_all(parses)
        self._known = _Known(document, knowledge, context, parses, builder)
        return builder


def _kept(
    known: _Known, document: Document, knowledge: Knowledge, context: Context, builder: Builder
) -> tuple[int, int]:
    """Return how many sentences at the beginning and at the end of a text are what they were."""
    old = known.document
    if (
        known.knowledge is not knowledge
        or not context.answers_as(known.context)
        or old.dateline.date != document.dateline.date
        or known.builder.acronyms != builder.acronyms
    ):
        return 0, 0
    begin, end = _alike(old.text, document.text)
    first = _first_alike(old, document, begin)
    last = _last_alike(old, document, end, min(len(old.sentences), len(document.sentences)) - first)
    return max(first - _LEAD, 0), last


def _alike(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginning and at their end, none of them counted twice."""
    shorter = min(len(old), len(new))
    begin = _most(shorter, lambda count: old.startswith(new[:count]))
    return begin, _most(shorter - begin, lambda count: old.endswith(new[len(new) - count :]))


def _most(high: int, holds: Callable[[int], bool]) -> int:
    """Return the largest number up to ``high`` for which something holds that holds for all smaller ones."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _first_alike(old: Document, new: Document, begin: int) -> int:
    count = 0
    for before, after in zip(old.sentences, new.sentences, strict=False):
        if after.span.end + AROUND > begin or before.span != after.span or not _is_placed_alike(before, after, 0, 0):
            break
        if _speaker(old, before) != _speaker(new, after):
            break
        count += 1
    return count


def _last_alike(old: Document, new: Document, end: int, most: int) -> int:
    by = len(new.text) - len(old.text)
    least = len(new.text) - end + AROUND
    count, paragraphs, turns = 0, 0, 0
    for before, after in zip(reversed(old.sentences), reversed(new.sentences), strict=False):
        if not count:
            paragraphs = after.paragraph - before.paragraph
            turns = (after.turn or 0) - (before.turn or 0)
        if count == most or after.span.start < least or before.span.moved(by) != after.span:
            break
        if not _is_placed_alike(before, after, paragraphs, turns) or (before.index == 0) != (after.index == 0):
            break
        if _speaker(old, before) != _speaker(new, after):
            break
        count += 1
    return count


def _is_placed_alike(before: Sentence, after: Sentence, paragraphs: int, turns: int) -> bool:
    if before.block is not after.block or after.paragraph - before.paragraph != paragraphs:
        return False
    if before.turn is None or after.turn is None:
        return before.turn is after.turn
    return after.turn - before.turn == turns


def _speaker(document: Document, sentence: Sentence) -> str | None:
    return None if sentence.turn is None else document.turns[sentence.turn].speaker


def _joined(
    known: _Known, document: Document, kept: tuple[int, int], read: list[Parse], builder: Builder
) -> list[Parse]:
    """Put kept sentences around those that were read, their claims with them; return all parses in text order."""
    sentences, old = document.sentences, known.document
    begin = [parse for parse in known.parses if parse.sentence.index < kept[0]]
    end = [parse for parse in known.parses if parse.sentence.index >= len(old.sentences) - kept[1]]
    readings = {id(reading.parse): reading for reading in known.builder.readings}
    for parse in begin:
        parse.sentence = sentences[parse.sentence.index]
        reading = readings.get(id(parse))
        if reading is not None:
            builder.take(reading)
            builder.stand(reading.left)
    builder.read_all(read)
    starts = end[0].sentence.span.start if end else len(old.text)
    mover = _Mover(len(document.text) - len(old.text), len(sentences) - len(old.sentences), starts)
    is_resumed = False
    for parse in end:
        mover.move_parse(parse, sentences[parse.sentence.index + mover.sentences])
        reading = readings.get(id(parse))
        if reading is None:
            continue
        if not is_resumed:
            builder.enter(parse)
            is_resumed = builder.standing.is_as(reading.entered)
        if is_resumed:
            mover.move_reading(reading, len(builder.claims) - reading.first)
            builder.take(reading)
        else:
            builder.read(parse)
    return [*begin, *read, *end]


class _Mover:
    """Moves what was read behind an edit to where it stands now."""

    def __init__(self, letters: int, sentences: int, starts: int) -> None:
        self.letters = letters
        self.sentences = sentences
        self._starts = starts  # where the first kept sentence behind the edit stood: what is before it stays
        self._periods: dict[int, Period] = {}  # those that were moved: several claims share one

    def move_parse(self, parse: Parse, sentence: Sentence) -> None:
        """Move a sentence with its tokens, figures, periods and names."""
        by = self.letters
        parse.sentence = sentence
        for token in parse.tokens if by else ():
            token.start += by
            token.end += by
        for quantity in parse.quantities:
            quantity.span, quantity.number = quantity.span.moved(by), quantity.number.moved(by)
            if quantity.counted_span is not None:
                quantity.counted_span = quantity.counted_span.moved(by)
        parse.names[:] = [span.moved(by) for span in parse.names]
        self._move_periods(parse.periods)

    def move_reading(self, reading: Reading, claims: int) -> None:
        """Move the elements and the claims of a sentence; ``claims`` is by how much their numbers grow."""
        by = self.letters
        tokens = {
            id(token) for token in reading.parse.tokens
        }  # most elements are tokens, which stand where they stand now
        for element in reading.made_elements if by else ():
            if id(element) not in tokens:
                element.start += by
                element.end += by
        self._move_periods(element.period for element in reading.made_elements)
        reading.first += claims
        reading.claims = [index + claims for index in reading.claims]
        for claim in reading.made:
            claim.index += claims
            claim.sentence += self.sentences
            claim.span = claim.span.moved(by)
            claim.measure, claim.whole = self._moved(claim.measure), self._moved(claim.whole)
            claim.subject, claim.actor = self._moved(claim.subject), self._moved(claim.actor)
            self._move_periods((claim.period, claim.against))
        entered, left = reading.entered, reading.left
        paragraph, turn = reading.parse.sentence.paragraph, reading.parse.sentence.turn
        reading.entered = entered._replace(paragraph=paragraph, turn=turn, topic=self._moved(entered.topic))
        reading.left = left._replace(paragraph=paragraph, turn=turn, topic=self._moved(left.topic))

    def _move_periods(self, periods: Iterable[Period | None]) -> None:
        for period in periods:
            if period is not None and id(period) not in self._periods and period.span.start >= self._starts:
                self._periods[id(period)] = period
                period.span = period.span.moved(self.letters)

    def _moved(self, referent: Referent) -> Referent:
        if referent.span is None or not self.letters or referent.span.start < self._starts:
            return referent
        return Referent(referent.text, referent.head, referent.words, referent.how, referent.span.moved(self.letters))
