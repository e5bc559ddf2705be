"""FL108: one event is given two dates."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.events import Event, event_pairs
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.claim import Kind
from factlint.model.period import Grain, Period
from factlint.model.verdict import Place, Verdict

CERTAIN, LIKELY = 0.9, 0.8


@check("FL108")
def event_dated_twice(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the dates of what happens once, to the coarser of the two: 1980 agrees with June 26, 1980."""
    for first, second in event_pairs(evidence):
        places = [_place(evidence, first, "date"), _place(evidence, second, "date again")]
        names = " ".join(sorted(first.names & second.names))
        if first.period.overlaps(second.period):
            yield card.tie(places, f"{_iso(first.period)} agrees with {_iso(second.period)}")
            continue
        yield card.conflict(
            places,
            "One event is given two dates",
            f"{_iso(first.period)} and {_iso(second.period)} share no day",
            confidence=CERTAIN if len(names.split()) > 1 else LIKELY,
        )


def _place(evidence: Evidence, event: Event, role: str) -> Place:
    claim = next((c for c in evidence.claims if c.kind is Kind.DATE and c.span == event.period.span), None)
    return Place(event.period.span, role, claim.index if claim else None)


def _iso(period: Period) -> str:
    """Return a date as far as it is known: 1980, 1980-06, 1980-06-26."""
    assert period.start is not None
    written = period.start.isoformat()
    return written[:4] if period.grain is Grain.YEAR else written[:7] if period.grain is Grain.MONTH else written
