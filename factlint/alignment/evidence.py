"""What a check works from: the document, its claims, and an index of the pairs that may speak of one fact."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice
from typing import TYPE_CHECKING, TypeVar

from factlint.alignment.known import Alone, Known
from factlint.alignment.pair import Pair
from factlint.alignment.recalls import recalls
from factlint.alignment.retelling import Retelling, dimension_of
from factlint.alignment.score import Match, match
from factlint.alignment.slips import Slip, looks_like_year, significant, tell_slip
from factlint.alignment.translated import Couple
from factlint.alignment.translation import Translation
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.claims.clause import Frame
from factlint.knowledge.arithmetic import Arithmetic
from factlint.knowledge.evidence import Weights
from factlint.knowledge.facts import Fact
from factlint.knowledge.forms import Forms
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, Kind
from factlint.model.document import EMPTY_LINES, Document
from factlint.model.quantity import Form, Quantity
from factlint.model.span import Span
from factlint.model.verdict import Place

if TYPE_CHECKING:
    from factlint.alignment.echoes import Echo

__all__ = ["Evidence", "Pair", "dimension_of"]

Related = TypeVar("Related")
_CROWD = 24  # claims that share a word and a dimension: beyond this the word finds nobody
_WIDE = 40  # the same where one claim asks for others of its measure
_SOON = 4  # sentences: nobody restates a figure so soon
_ROW = 3  # figures in a sentence without a verb: from here on it is a row of a table
_UNCOMPARED = (Kind.ORDINAL, Kind.DATE, Kind.AGE, Kind.DURATION)
_TELLING_DIGITS = 3  # figures of fewer digits are equal by accident too often to lead anywhere
_SERIES = 4  # distinct values of one measure: from here on it is a series


class Evidence(Alone):
    """The claims of one document, indexed; checks ask it for pairs and neighbours and never look at all pairs."""

    def __init__(
        self, document: Document, readings: Sequence[Reading], claims: Sequence[Claim], grammar: Grammar, weights: Weights,
        forms: Forms, arithmetic: Arithmetic, facts: Sequence[Fact] = (), cells: Sequence[Claim] = (),
        known: Known | None = None,
    ) -> None:  # fmt: skip
        super().__init__(grammar, weights, forms, arithmetic, document.dateline.date)
        self.document = document
        self.readings = readings
        self.claims = claims
        self.facts = facts
        self.revision: list[Couple] = []  # beside the figures of an earlier draft, where there is one
        self.translation: Translation | None = None  # beside its original, where the text is a translation
        self.cells = cells  # the claims of tables, which only finders that know of tables compare
        self.language = "en"
        self.principal = ""  # whom a text in another language is about
        self.relations: list[object] = []  # of a text in another language: what its own grammar ties
        self.kept: dict[str, object] = {}  # what finders worked out once for all checks
        self.known = known if known is not None else Known()

    def tied(self, sort: type[Related]) -> list[Related]:
        """Return the relations of a sort that the grammar of another language tied."""
        return [relation for relation in self.relations if isinstance(relation, sort)]

    @cached_property
    def reading_of(self) -> dict[int, Reading]:
        """The reading of each sentence, by the sentence's index."""
        return {reading.parse.sentence.index: reading for reading in self.readings}

    @cached_property
    def retelling(self) -> Retelling:
        """The passages that may tell one another again."""
        recalled = recalls(self.readings, self.claims, self.arithmetic, self.grammar)
        return Retelling(self.readings, self.claims, self.grammar, recalled)

    def paragraph(self, claim: Claim) -> int:
        """Return the paragraph that a claim stands in."""
        return self.document.sentences[claim.sentence].paragraph

    def quantities(self) -> Iterator[tuple[Claim, Quantity]]:
        """Yield the claims that have a quantity, in text order."""
        for claim in self.claims:
            if claim.quantity is not None:
                yield claim, claim.quantity

    def around(self, sentence: int, reach: int) -> Iterator[tuple[Claim, Quantity]]:
        """Yield the claims that have a quantity, at most so many sentences away, in text order."""
        start = bisect_left(self.claims, sentence - reach, key=lambda claim: claim.sentence)
        for claim in islice(self.claims, start, None):
            if claim.sentence > sentence + reach:
                return
            if claim.quantity is not None:
                yield claim, claim.quantity

    def measuring(self, like: Claim, word: str, reach: int) -> list[Claim]:
        """Return the claims of one dimension whose measure holds a word, at most so many sentences away; no crowd."""
        group = self._by_word.get((dimension_of(like), word), [])
        start = bisect_left(group, like.sentence - reach, key=lambda claim: claim.sentence)
        near = list(islice(group, start, start + 2 * _WIDE + 1))
        near = [claim for claim in near if claim.sentence <= like.sentence + reach]
        return near if len(near) <= 2 * _WIDE else []

    def is_one_turn(self, first: Claim, second: Claim) -> bool:
        """Say whether two claims stand in one turn and one section of the text."""
        a, b = (self.document.sentences[claim.sentence] for claim in (first, second))
        return a.turn == b.turn and a.section == b.section

    def is_field(self, claim: Claim) -> bool:
        """Say whether a claim stands in a sentence without a verb, behind a colon: "Special price: $35 a month"."""
        return claim.index in self._fields

    @cached_property
    def _fields(self) -> frozenset[int]:
        found: set[int] = set()
        for reading in self.readings:
            colon = next((element.end for element in reading.elements if element.lower == ":"), None)
            if colon is not None and not _has_verb(reading):
                found.update(index for index in reading.claims if colon <= self.claims[index].span.start)
        return frozenset(found)

    def alone(self, reading: Reading | None = None) -> Alone:
        """Return what may be asked of while a sentence is looked at alone, or bare words without one."""
        if reading is None:
            return Alone(self.grammar, self.weights, self.forms, self.arithmetic, self.today)
        text, within = self.document.text, reading.parse.sentence.span
        return Alone(self.grammar, self.weights, self.forms, self.arithmetic, self.today, text, within)

    def letters(self, start: int, end: int) -> str:
        """Return what stands between two offsets."""
        return self.document.text[start:end]

    @cached_property
    def same_fact(self) -> list[Pair]:
        """All pairs of one dimension and kind that may speak of one fact, in text order; blocked pairs are left out."""
        if self.language != "en":
            return self.tied(Pair)
        pairs = [pair for pair in self._weighed if not pair.match.blocked]
        known = {(pair.first.index, pair.second.index) for pair in pairs}
        for first, second in self.retelling.called_back():
            found = self.weigh(first, second, any_modality=True)
            if not found.blocked and (first.index, second.index) not in known:
                pairs.append(Pair(first, second, found))
        return sorted(pairs, key=lambda pair: (pair.first.index, pair.second.index))

    def across_modality(self, slip: Slip) -> Iterator[Pair]:
        """Yield the pairs that a slip ties and of which one is planned or conditional and the other not, or not so."""
        for pair in self._weighed:
            if pair.match.blocked and pair.slip is slip:
                found = self.weigh(pair.first, pair.second, any_modality=True)
                if not found.blocked:
                    yield Pair(pair.first, pair.second, found)

    @cached_property
    def _weighed(self) -> list[Pair]:
        """The pairs of which nothing, or at most their modality, may forbid that they speak of one fact, in text order."""
        weighed = (self._known_pair(first, second) for first, second in self.candidates())
        pairs = [pair for pair in weighed if not pair.match.blocked or pair.first.modality is not pair.second.modality]
        pairs.sort(key=lambda pair: (pair.first.index, pair.second.index))
        return pairs

    @cached_property
    def same_digits(self) -> list[Pair]:
        """Pairs of the same digits under units of different dimension, whose references are alike."""
        pairs = []
        buckets: dict[str, list[Claim]] = defaultdict(list)
        for claim, quantity in self.quantities():
            digits = significant(quantity)
            if claim.kind not in (Kind.ORDINAL, Kind.RANK) and digits and quantity.form is Form.CARDINAL:
                buckets[digits].append(claim)
        for claims in buckets.values():
            if len(claims) > _CROWD:
                continue
            pairs += [
                Pair(first, second, Match())
                for first, second in combinations(claims, 2)
                if first.sentence != second.sentence and _unit(first) != _unit(second)
            ]
        return pairs

    @cached_property
    def pairs_by_sentences(self) -> dict[tuple[int, int], list[Pair]]:
        """The pairs that may speak of one fact, by the sentences of both."""
        found: dict[tuple[int, int], list[Pair]] = defaultdict(list)
        for pair in self.same_fact:
            found[pair.first.sentence, pair.second.sentence].append(pair)
        return found

    @cached_property
    def pairs_by_claim(self) -> dict[int, list[Pair]]:
        """The pairs that may speak of one fact, by the index of each of their claims."""
        found: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.same_fact:
            found[pair.first.index].append(pair)
            found[pair.second.index].append(pair)
        return found

    @cached_property
    def echoes(self) -> "list[Echo]":
        """The pairs of statements that tell one thing in like words, far apart."""
        from factlint.alignment.echoes import echo_pairs

        return echo_pairs(self)

    def weigh(self, first: Claim, second: Claim, *, any_modality: bool = False) -> Match:
        """Weigh the references of two claims, the numbers left aside."""
        same_paragraph, is_near = self._nearness(first, second)
        return match(
            first, second, self.grammar, self.weights, same_paragraph=same_paragraph, is_near=is_near,
            any_modality=any_modality,
        )  # fmt: skip

    def _nearness(self, first: Claim, second: Claim) -> tuple[bool, bool]:
        """Say whether two claims stand in one paragraph, and whether nothing parts them: all that they draw on beside them."""
        is_soon = abs(first.sentence - second.sentence) < _SOON
        same_paragraph = self.paragraph(first) == self.paragraph(second)
        return same_paragraph, is_soon and not self.is_parted(first.span, second.span)

    def _known_pair(self, first: Claim, second: Claim) -> Pair:
        """Return two claims weighed against one another, as in an earlier version where both stand in it as they do here."""
        key, nearness = (id(first), id(second)), self._nearness(first, second)
        known: tuple[Pair, tuple[bool, bool]] | None = self.known.pairs_before.get(key)
        if known is None or known[1] != nearness:
            found = match(first, second, self.grammar, self.weights, same_paragraph=nearness[0], is_near=nearness[1])
            known = Pair(first, second, found), nearness
        self.known.pairs[key] = known
        return known[0]

    def is_parted(self, first: Span, second: Span) -> bool:
        """Say whether a blank line stands between two places."""
        start, end = min(first.end, second.end), max(first.start, second.start)
        return any(self.document.text.find(line, start, end) >= 0 for line in EMPTY_LINES)

    def holds(self, pair: Pair) -> bool:
        """Say whether both claims of a pair stand in this text; a fact's and another text's do not."""
        return all(
            0 <= claim.index < len(self.claims) and self.claims[claim.index] is claim
            for claim in (pair.first, pair.second)
        )

    def apart(self, pair: Pair) -> int:
        """Return how many figures beside the two of a pair differ as well."""
        return self.retelling.apart(pair.first, pair.second) if self.holds(pair) else 0

    def is_series(self, first: Claim, second: Claim) -> bool:
        """Say whether what two claims both measure takes many values in the text."""
        words, others = first.measure.words, second.measure.words
        shared = words & others
        if (first.verb and (first.verb == second.verb or first.verb in others)) or second.verb in words:
            shared = (words | {first.verb}) & (others | {second.verb}) - {""}
        key = (dimension_of(first), shared)
        if key not in self._series:
            groups = [self._by_word.get((key[0], word), []) for word in shared]
            values = {
                claim.quantity.middle
                for claim in min(groups, key=len, default=[])
                if claim.quantity is not None and shared <= claim.measure.words | {claim.verb}
            }
            self._series[key] = len(values) >= _SERIES
        return self._series[key]

    @cached_property
    def _series(self) -> dict[tuple[str, frozenset[str]], bool]:
        return {}

    @cached_property
    def _by_word(self) -> dict[tuple[str, str], list[Claim]]:
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim, _ in self.quantities():
            for word in claim.measure.words | ({claim.verb} if claim.verb else frozenset()):
                found[dimension_of(claim), word].append(claim)
        return found

    @cached_property
    def _tabular(self) -> frozenset[int]:
        """The claims of sentences that are rows of a table: several figures and no verb, or figures that nothing ties."""
        rows: set[int] = set()
        for reading in self.readings:
            is_row = len(reading.claims) >= _ROW and not _has_verb(reading)
            for index, frame in zip(reading.claims, reading.frames, strict=True):
                quantity = self.claims[index].quantity
                assert quantity is not None
                if is_row or (frame.inherits is None and _is_loose(quantity, frame)):
                    rows.add(index)
        return frozenset(rows)

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """Yield each pair worth weighing once: alike in words, or alike in figures and not without a word in common."""
        comparable = [
            claim
            for claim, quantity in self.quantities()
            if claim.kind not in _UNCOMPARED
            and quantity.form not in (Form.ORDINAL, Form.INDEFINITE)
            and claim.index not in self._tabular
            and not looks_like_year(quantity)
        ]
        seen: set[tuple[int, int]] = set()
        told_again = self.retelling.candidates(frozenset(claim.index for claim in comparable))
        for first, second in (*self._alike_in_words(comparable), *_alike_in_figures(comparable), *told_again):
            pair = (first.index, second.index)
            if first.sentence != second.sentence and pair not in seen:
                seen.add(pair)
                yield first, second

    def _alike_in_words(self, claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
        """Yield pairs that share a content word of their measures and a dimension."""
        postings: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            dimension = dimension_of(claim)
            for word in claim.measure.words | ({claim.verb} if claim.verb else frozenset()):
                postings[dimension, word].append(claim)
        for (_, word), group in postings.items():
            if word not in self.grammar.general:
                yield from _neighbours(group)

    def place(self, claim: Claim, role: str) -> Place:
        """Return a claim as a place that a verdict points at."""
        return Place(claim.span, role, claim.index)

    def quote(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(span.of(self.document.text).split())


def _has_verb(reading: Reading) -> bool:
    return any(element.tag in (Tag.VERB, Tag.AUXILIARY, Tag.CHANGE) for element in reading.elements)


def _is_loose(quantity: Quantity, frame: Frame) -> bool:
    """Say whether nothing ties a figure to the words around it: a footnote's number, a file size in brackets."""
    if frame.in_brackets:
        return True
    if not quantity.unit.is_count or frame.preposition or frame.predicate or frame.after_verb or quantity.scale != 1:
        return False
    return all(element.is_name or element.tag is not Tag.NOUN for element in frame.counted)


def _alike_in_figures(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of one dimension whose figures are equal or one slip apart, and whose sentences share a content word.

    Found through the figures with one digit left out, as spelling checkers find near words (W. Garbe's SymSpell, 2012).
    """
    buckets: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        assert claim.quantity is not None
        digits = significant(claim.quantity)
        if len(digits) < _TELLING_DIGITS:
            continue
        dimension = dimension_of(claim)
        for key in {digits, *(digits[:i] + digits[i + 1 :] for i in range(len(digits)))}:
            buckets[dimension, key].append(claim)
    for group in buckets.values():
        if len(group) > _CROWD:
            continue
        for first, second in combinations(group, 2):
            if first.topic & second.topic and _is_slip(first, second):
                yield first, second


def _is_slip(first: Claim, second: Claim) -> bool:
    a, b = first.quantity, second.quantity
    assert a is not None and b is not None
    return a.value == b.value or tell_slip(a, b) is not Slip.NONE


def _neighbours(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield all pairs of a small group; of a crowd only those of neighbours, so that time stays linear."""
    if len(claims) <= _CROWD:
        yield from combinations(claims, 2)
        return
    by_words: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_words[claim.measure.words].append(claim)
    for group in by_words.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _unit(claim: Claim) -> str:
    assert claim.quantity is not None
    return claim.quantity.unit.name
