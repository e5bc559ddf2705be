"""Claims of many texts against one another: which may speak of one fact though they stand in different files.

Bounded: a claim is kept in a few hundred bytes, and only pairs that share measure word, dimension, time and subject are
weighed. A figure is compared only where measure, time and subject are stated or follow from the text's own date and name;
what is marked as revised or preliminary contradicts nobody.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import combinations

from factlint.alignment.evidence import _UNCOMPARED, Evidence, Pair
from factlint.alignment.packing import Standing, Told, pack, unpack
from factlint.alignment.principals import About, about, are_one, scope_of, whose
from factlint.alignment.retelling import dimension_of
from factlint.alignment.score import Match, match
from factlint.alignment.slips import Slip, compare, looks_like_year, significant, tell_slip
from factlint.knowledge.arithmetic import Arithmetic
from factlint.knowledge.evidence import Weights
from factlint.knowledge.forms import Forms
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.document import Block, Document
from factlint.model.period import Basis
from factlint.model.quantity import Form
from factlint.model.record import dataclass, replace
from factlint.model.verdict import Place

CROWD = 40  # claims that share a word, a dimension and a time: beyond this only those of one subject and measure meet
_UNSETTLED = frozenset({"revised", "preliminary", "consensus"})
_ASIDE = frozenset({"from", "than", "per", "more"})
_AHEAD = (Modality.PLANNED, Modality.FORECAST)
HARMLESS = frozenset({"record", "reported"})
_LONG = 4
_MANY = 4  # values of one measure, subject and time in one text: it is a list, and which one is meant is not known


@dataclass(slots=True)
class Source:
    """One of the texts: its path, its own date, and whom it is about."""

    path: str
    date: date | None
    about: About


class Index:
    """The claims of many texts, packed, by measure word, dimension and time."""

    def __init__(self, grammar: Grammar, weights: Weights) -> None:
        self.grammar = grammar
        self.weights = weights
        self.sources: list[Source] = []
        self._claims: list[bytes] = []
        self._of = array("l")  # the text of each claim
        self._keys = array("q")
        self._owners = array("l")

    def add(self, kept: "Kept") -> None:
        """Add the claims of a text."""
        self.sources.append(kept.source)
        for data, keys in kept.claims:
            number = len(self._claims)
            self._claims.append(data)
            self._of.append(len(self.sources) - 1)
            self._keys.extend(keys)
            self._owners.extend([number] * len(keys))

    def __len__(self) -> int:
        """Return the number of claims that are kept."""
        return len(self._claims)

    def told(self, number: int) -> Told:
        """Return a claim by its number."""
        return unpack(self._claims[number], number, self._of[number])

    def groups(self) -> Iterator[list[int]]:
        """Yield the claims that share a measure word, a dimension and a time, where they are of several texts."""
        order = sorted(range(len(self._keys)), key=lambda at: (self._keys[at], self._owners[at]))
        group: list[int] = []
        key: int | None = None
        for at in order:
            if self._keys[at] != key:
                if self._is_shared(group):
                    yield group
                group, key = [], self._keys[at]
            group.append(self._owners[at])
        if self._is_shared(group):
            yield group

    def _is_shared(self, group: Sequence[int]) -> bool:
        return len(group) > 1 and len({self._of[number] for number in group}) > 1


@dataclass(slots=True)
class Kept:
    """What is kept of one text: its claims as bytes, each with the keys under which it is found."""

    source: Source
    claims: list[tuple[bytes, tuple[int, ...]]]


@dataclass(slots=True)
class Comparable:
    """A claim that says of what it speaks, ready to be held against claims of other texts."""

    claim: Claim
    whose: frozenset[str]
    scope: frozenset[str]
    in_title: bool
    time: str  # a period, or the day of the text
    words: tuple[str, ...]  # under which it is found

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys under which it is found."""
        return keys_of(self.time, dimension_of(self.claim), self.words)


def keep(evidence: Evidence, standing: Mapping[int, Standing] | None = None) -> Kept:
    """Return what is kept of a text for comparison with others; ``standing`` tells what its own rules made of a claim."""
    of = whom(evidence)
    return kept_of(evidence.document, of, comparables(evidence, of), standing)


def whom(evidence: Evidence) -> About:
    """Return whom a text is about; in another language its own grammar says so."""
    if evidence.language == "en":
        return about(evidence.document, evidence.grammar)
    principal = frozenset((evidence.principal,) if evidence.principal else ())
    return About(principal, principal.union(*(claim.names for claim in evidence.claims)))


def kept_of(
    document: Document, of: About, claims: Iterable[Comparable], standing: Mapping[int, Standing] | None = None
) -> Kept:
    """Return what is kept of a text whose comparable claims are known."""
    kept = Kept(Source(document.path, document.dateline.date, of), [])
    for one in claims:
        own = (standing or {}).get(one.claim.index, Standing.ALONE)
        kept.claims.append((pack(one.claim, one.whose, one.scope, own, in_title=one.in_title), one.keys))
    return kept


def comparables(evidence: Evidence, of: About) -> Iterator[Comparable]:
    """Yield the claims of a text that can be held against those of others, in text order."""
    document, grammar = evidence.document, evidence.grammar
    title = _title(document)
    scopes: dict[int, frozenset[str]] = {}
    for claim, quantity in evidence.quantities():
        if quantity.form is not Form.CARDINAL or looks_like_year(quantity) or claim.index in evidence._tabular:  # noqa: SLF001
            continue
        time = _time(claim, document.dateline.date)
        if time and _is_settled(claim):
            name = whose(claim, of)
            if claim.sentence not in scopes:
                scopes[claim.sentence] = scope_of(document.sentences[claim.sentence].span.of(document.text), grammar)
            words = _words(claim, name, grammar)
            yield Comparable(claim, name, scopes[claim.sentence], claim.sentence in title, time, words)


def _is_settled(claim: Claim) -> bool:
    """Say whether a claim says of what it speaks, commits to its figure, and is the last word on it."""
    return (
        claim.kind not in (*_UNCOMPARED, Kind.RANK, Kind.RATIO, Kind.DIFFERENCE)
        and (claim.modality is Modality.ASSERTED or claim.modality in _AHEAD)
        and claim.measure.how is not How.ASSUMED
        and bool(claim.measure.words)
        and claim.role not in _ASIDE
        and not claim.bases & _UNSETTLED
    )


def _time(claim: Claim, told: date | None) -> str:
    """Return the time of a claim as a key: its period where that is over, else the day of the text; nothing in doubt.

    What is still going on is told at a day: two texts of one day speak of one time, a running total of two days does not.
    """
    period = claim.period
    today = f"@{told.isoformat()}" if told is not None else ""
    if period is None:
        return today if claim.kind is Kind.LEVEL else ""
    if not period.is_resolved or period.recurring or period.basis in (Basis.SINCE, Basis.UNTIL, Basis.TRAILING):
        return ""
    assert period.start is not None and period.end is not None
    days = f"{period.start.isoformat()}/{period.end.isoformat()}"
    is_over = period.end <= told if told is not None else period.has_year
    if claim.modality in _AHEAD or not is_over or "cumulative" in claim.bases:
        return days + today if today else ""
    return days


def _words(claim: Claim, name: frozenset[str], grammar: Grammar) -> tuple[str, ...]:
    """Return the words under which a claim is found: those of its measure, general ones only where there is no other."""
    words = (claim.measure.words | ({claim.verb} - {""})) - name
    telling = {word for word in words if word not in grammar.general} or words
    return tuple(sorted(telling))


def keys_of(time: str, dimension: str, words: Iterable[str]) -> tuple[int, ...]:
    """Return the keys under which a claim of a time and dimension is found, one a word."""
    return tuple(_key(f"{time}|{dimension}|{word}") for word in words)


def _key(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)


def _title(document: Document) -> frozenset[int]:
    """Return the sentences of the title: the headings before the first prose."""
    found = []
    for sentence in document.sentences:
        if sentence.block is Block.PROSE:
            break
        if sentence.block is Block.HEADING:
            found.append(sentence.index)
    return frozenset(found)


class CrossEvidence(Evidence):
    """The evidence of many texts: pairs of one fact in different files, put to the same checks as those of one text."""

    def __init__(self, index: Index, forms: Forms, arithmetic: Arithmetic) -> None:
        super().__init__(Document("", "", ""), (), (), index.grammar, index.weights, forms, arithmetic)
        self.index = index

    @cached_property
    def told(self) -> dict[int, Told]:
        """The claims that were unpacked, by number."""
        return {}

    @cached_property
    def same_fact(self) -> list[Pair]:
        """All pairs of claims of different texts that may speak of one fact, in the order of the texts."""
        found: dict[tuple[int, int], Pair] = {}
        for group in self.index.groups():
            told = [self.index.told(number) for number in group]
            for first, second in self.meetings(told):
                key = (first.claim.index, second.claim.index)
                if key not in found and (pair := self._pair(first, second)) is not None:
                    found[key] = pair
                    self.told[key[0]], self.told[key[1]] = first, second
        return _without_confirmed([found[key] for key in sorted(found)], self.told)

    def meetings(self, told: list[Told]) -> Iterator[tuple[Told, Told]]:
        """Yield which of the claims that share a key are held against one another."""
        return _meetings(told)

    def _pair(self, first: Told, second: Told) -> Pair | None:
        """Return a pair that may speak of one fact, None where anything speaks against it."""
        a, b = first.claim, second.claim
        of = self.index.sources
        if not are_one(first.whose, second.whose, of[first.document].about, of[second.document].about):
            return None
        named = first.whose | second.whose
        _unname(a, named)
        _unname(b, named)
        if named <= self.grammar.nations and (a.measure.words | b.measure.words) <= self.grammar.relational:
            return None  # the revenue that a text about a country tells of is somebody's there
        found = match(a, b, self.grammar, self.weights)
        if found.blocked or found.two_sided or _other_actors(a, b, named) or self.is_other(a) is not self.is_other(b):
            return None
        if (a.bases ^ b.bases) - HARMLESS or not self._is_telling(found, a, b):
            return None
        if (first.scope ^ second.scope) - named - a.measure.words - b.measure.words - times_of(a) - times_of(b):
            return None
        if apart := self._words_apart(a, b, named):
            found.add("cross.other_words", self.weights, detail=", ".join(sorted(apart)))
        found.add("cross.same_subject", self.weights, detail=" ".join(sorted(named)))
        return Pair(a, b, found)

    def _words_apart(self, a: Claim, b: Claim, named: frozenset[str]) -> frozenset[str]:
        """Return words around one figure only, where no slip explains the difference: "in rural areas" is another scope."""
        first, second = a.quantity, b.quantity
        assert first is not None and second is not None
        if tell_slip(first, second) is not Slip.NONE or compare(first, second).agree:
            return frozenset()
        told = {a.verb, b.verb} | a.measure.words | b.measure.words | named
        return (a.topic ^ b.topic) - told - self.grammar.general - self.grammar.telling

    def is_other(self, claim: Claim) -> bool:
        """Say whether a measure is what is left beside another: other income, the remaining berths."""
        return not self.grammar.others.isdisjoint(f"{claim.measure.text} {claim.counted}".lower().split())

    def _is_telling(self, found: Match, a: Claim, b: Claim) -> bool:
        """Say whether the measures are the same in full; else the digits must tell that one fact is meant."""
        plain = a.measure.words - self.grammar.general
        is_same = found.is_full and (bool(plain) or a.verb == b.verb != "")
        if is_same and "reference.other_verb" not in found.features:
            return True
        assert a.quantity is not None and b.quantity is not None
        digits = min(len(significant(a.quantity)), len(significant(b.quantity)))
        return digits >= _LONG and (
            a.quantity.value == b.quantity.value or tell_slip(a.quantity, b.quantity) is not Slip.NONE
        )

    def is_series(self, first: Claim, second: Claim) -> bool:
        """Say no: a measure of many values was left out before."""
        del first, second
        return False

    def place(self, claim: Claim, role: str) -> Place:
        """Return a claim as a place in its own text."""
        told = self.told[claim.index]
        return Place(claim.span, f"{role}, headline" if told.in_title else role, claim.index, told.document)


def times_of(claim: Claim) -> frozenset[str]:
    """Return the words that tell a claim's time: at the end of March narrows nothing down."""
    return frozenset(claim.period.text.lower().split()) if claim.period is not None else frozenset()


def _unname(claim: Claim, named: frozenset[str]) -> None:
    """Take the name whose the figure is out of the words of its measure: it is compared on its own."""
    if claim.measure.words & named and claim.measure.words - named:
        claim.measure = replace(claim.measure, words=claim.measure.words - named)


def _other_actors(a: Claim, b: Claim, named: frozenset[str]) -> bool:
    first, second = a.actor.words - named, b.actor.words - named
    return bool(first and second and not first & second)


def _meetings(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the pairs of different texts; in a crowd only those of one subject and measure, each value once a text."""
    groups: Iterable[list[Told]] = [told]
    if len(told) > CROWD:
        by_subject: dict[tuple[frozenset[str], frozenset[str]], list[Told]] = defaultdict(list)
        for one in told:
            by_subject[one.whose, one.claim.measure.words].append(one)
        groups = [distinct(group) for group in by_subject.values()]
    for group in groups:
        if len(group) <= CROWD:
            yield from (pair for pair in combinations(group, 2) if pair[0].document != pair[1].document)


def distinct(told: list[Told]) -> list[Told]:
    """Return one claim for each value: where hundreds of texts agree, one of them speaks for all."""
    seen: dict[tuple[object, ...], Told] = {}
    for one in told:
        quantity = one.claim.quantity
        assert quantity is not None
        seen.setdefault((quantity.value, quantity.low, quantity.high, quantity.bound), one)
    return list(seen.values())


def _without_confirmed(pairs: list[Pair], told: Mapping[int, Told]) -> list[Pair]:
    """Leave out conflicts of a figure that the other text confirms elsewhere, and those with a list of values.

    A text that gives a measure several values is at odds with itself, or means several things; either way no other text
    contradicts it.
    """
    agreeing: set[tuple[int, int]] = set()  # a claim, and a text that confirms it
    values: dict[tuple[int, int], set[object]] = defaultdict(set)
    for pair in pairs:
        a, b = pair.first, pair.second
        assert a.quantity is not None and b.quantity is not None
        if compare(a.quantity, b.quantity).agree:
            agreeing |= {(a.index, told[b.index].document), (b.index, told[a.index].document)}
        values[a.index, told[b.index].document].add((b.quantity.value, b.quantity.low))
        values[b.index, told[a.index].document].add((a.quantity.value, a.quantity.low))
    kept = []
    for pair in pairs:
        ends = (
            (pair.first.index, told[pair.second.index].document),
            (pair.second.index, told[pair.first.index].document),
        )
        is_conflict = not pair.comparison.agree
        if is_conflict and any(end in agreeing or len(values[end]) >= _MANY for end in ends):
            continue
        kept.append(pair)
    return kept
