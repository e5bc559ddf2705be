"""FL108: one event is given two dates."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.events import Event, event_pairs
from factlint.alignment.moments import When
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.period import Grain
from factlint.model.verdict import Verdict

CERTAIN, LIKELY = 0.9, 0.8


@check("FL108")
def event_dated_twice(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the dates of what happens once, to the coarser of the two: 1980 agrees with June 26, 1980."""
    for first, second in event_pairs(evidence):
        places = [place_at(evidence, first.when.span, "date"), place_at(evidence, second.when.span, "date again")]
        if first.when.overlaps(second.when):
            yield card.tie(places, f"{_iso(first.when)} agrees with {_iso(second.when)}")
            continue
        yield card.conflict(
            places,
            "One event is given two dates",
            f"{_iso(first.when)} and {_iso(second.when)} share no day",
            confidence=_confidence(first, second),
        )


def _confidence(first: Event, second: Event) -> float:
    shared = first.subject.identity & second.subject.identity
    return LIKELY if len(shared) <= 1 or first.is_weak or second.is_weak else CERTAIN


def _iso(when: When) -> str:
    """Return a date as far as it is known: 1980, 1980-06, 1980-06-26."""
    written = when.start.isoformat()
    match when.grain:
        case Grain.YEAR:
            return written[:4]
        case Grain.MONTH:
            return written[:7]
        case Grain.DAY:
            return written
    return f"{written[:4]} to {when.end.isoformat()[:4]}"
