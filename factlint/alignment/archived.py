"""A new text against claims of an archive: the facts that both tell, the series that a figure continues, its records.

The claims of the archive were found by name, time and words; they are weighed as those of several files are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.alignment.cross import CROWD, HARMLESS, CrossEvidence, Index, Kept, comparables, distinct, kept_of, whom
from factlint.alignment.packing import Standing, Told
from factlint.alignment.retelling import dimension_of
from factlint.knowledge.arithmetic import Arithmetic
from factlint.knowledge.evidence import Weights
from factlint.knowledge.forms import Forms
from factlint.knowledge.grammar import Grammar
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.period import Basis, Grain
from factlint.model.quantity import Bound
from factlint.model.record import dataclass
from factlint.model.verdict import Place

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence

NEW = 0
"""The number of the new text among the documents of the index."""
_DAYS = {Grain.DAY: 366, Grain.MONTH: 31, Grain.QUARTER: 92, Grain.HALF: 183, Grain.YEAR: 366}


@dataclass(slots=True, frozen=True)
class Said:
    """What a text says of a figure: that it is the highest or lowest, of all time or since a year."""

    is_high: bool
    since: int | None


@dataclass(slots=True)
class Series:
    """A figure of the new text and what the archive tells of the same measure for other times, by time."""

    claim: Claim
    others: list[Told]
    said: Said | None


@dataclass(slots=True)
class Asking:
    """A text as an archive is asked about it: its claims, under which time, dimension and words, and its records."""

    kept: Kept
    wanted: list[tuple[str, str, tuple[str, ...]]]
    said: dict[int, Said]  # by the number of the claim among those kept

    @property
    def path(self) -> str:
        """The path of the text."""
        return self.kept.source.path


def ask(evidence: "Evidence", standing: Mapping[int, Standing] | None = None) -> Asking:
    """Return what an archive is asked about a text; ``standing`` tells what the text's own rules made of a claim."""
    from factlint.alignment.ranks import records

    of = whom(evidence)
    found = list(comparables(evidence, of))
    numbers = {one.claim.index: number for number, one in enumerate(found)}
    return Asking(
        kept_of(evidence.document, of, found, standing),
        [(one.time, dimension_of(one.claim), one.words) for one in found],
        {
            numbers[record.claim.index]: Said(record.is_high, record.since)
            for record in records(evidence)
            if record.claim.index in numbers
        },
    )


class SmallIndex(Index):
    """An index whose claims are unpacked once: of one new text, and what an archive holds of the same facts."""

    def __init__(self, grammar: Grammar, weights: Weights) -> None:
        super().__init__(grammar, weights)
        self._unpacked: dict[int, Told] = {}

    def told(self, number: int) -> Told:
        """Return a claim by its number."""
        if number not in self._unpacked:
            self._unpacked[number] = super().told(number)
        return self._unpacked[number]


class ArchiveEvidence(CrossEvidence):
    """The first text of an index held against all others of it."""

    def __init__(self, index: Index, forms: Forms, arithmetic: Arithmetic, said: Mapping[int, Said]) -> None:
        super().__init__(index, forms, arithmetic)
        self.said = said  # by the number of the claim in the index

    def meetings(self, told: list[Told]) -> Iterator[tuple[Told, Told]]:
        """Yield pairs of a new claim and an old one; of a crowd only those of one subject and measure, each value once."""
        new = [one for one in told if one.document == NEW]
        old = [one for one in told if one.document != NEW]
        for first in new:
            rest = old
            if len(old) > CROWD:
                own = (first.whose, first.claim.measure.words)
                rest = distinct([one for one in old if (one.whose, one.claim.measure.words) == own])
            if len(rest) <= CROWD:
                yield from ((first, second) for second in rest)

    def place(self, claim: Claim, role: str) -> Place:
        """Return a claim as a place in its own text, an older one with the day of its text."""
        found = super().place(claim, role)
        day = self.index.sources[found.document].date
        if found.document == NEW or day is None:
            return found
        return Place(found.span, f"{found.role}, {day.isoformat()}", found.claim, found.document)

    @cached_property
    def series(self) -> list[Series]:
        """The figures of the new text whose measure the archive tells for other times, in text order."""
        own: list[Told] = []
        groups: dict[object, list[Told]] = defaultdict(list)
        for number in range(len(self.index)):
            told = self.index.told(number)
            if is_of_a_series(told):
                own.append(told) if told.document == NEW else groups[series_of(told)].append(told)
        found = []
        for told in own:
            others = [other for other in groups.get(series_of(told), ()) if _is_apart(told.claim, other.claim)]
            others = [other for other in others if not self.is_other(other.claim) and not self.is_other(told.claim)]
            if others:
                others.sort(key=_by_time)
                self.told.update({one.claim.index: one for one in (told, *others)})
                found.append(Series(told.claim, others, self.said.get(told.claim.index)))
        return found


def is_of_a_series(told: Told) -> bool:
    """Say whether a claim gives the one value that a measure came to in a period that is over."""
    claim = told.claim
    period, quantity = claim.period, claim.quantity
    assert quantity is not None
    return (
        bool(told.whose)
        and claim.kind in (Kind.LEVEL, Kind.RATE)
        and claim.modality is Modality.ASSERTED
        and claim.measure.how is not How.ASSUMED
        and quantity.bound in (Bound.EXACT, Bound.APPROX, Bound.MORE_THAN, Bound.AT_LEAST)
        and period is not None
        and period.is_resolved
        and period.grain in _DAYS
        and period.basis in (Basis.CALENDAR, Basis.AS_OF)
        and not claim.bases - HARMLESS
    )


def series_of(told: Told) -> tuple[object, ...]:
    """Return what all values of one series share; a day is compared with the same day of other years only."""
    claim, quantity = told.claim, told.claim.quantity
    assert quantity is not None and claim.period is not None and claim.period.end is not None
    grain, end = claim.period.grain, claim.period.end
    unit = quantity.unit
    words = claim.measure.words - told.whose or claim.measure.words
    day = (end.month, end.day) if grain is Grain.DAY else ()
    return (
        told.whose,
        words,
        claim.verb,
        told.scope - words,
        claim.kind,
        unit.name,
        unit.dimension,
        unit.per,
        grain,
        day,
    )


def _is_apart(claim: Claim, other: Claim) -> bool:
    """Say whether the period of another value lies wholly before or after a claim's."""
    a, b = claim.period, other.period
    assert a is not None and b is not None and a.start and a.end and b.start and b.end
    return a.end < b.start or b.end < a.start


def lengths_apart(claim: Claim, other: Claim) -> int:
    """Return how many of its own lengths the period of a claim lies from that of another value of its series."""
    assert claim.period is not None
    return round(abs((_end(claim) - _end(other)).days) / _DAYS[claim.period.grain])


def _end(claim: Claim) -> date:
    assert claim.period is not None and claim.period.end is not None
    return claim.period.end


def _by_time(told: Told) -> tuple[date, int]:
    return _end(told.claim), told.claim.index
