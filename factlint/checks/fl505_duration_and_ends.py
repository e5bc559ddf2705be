"""FL505: a duration that its end points do not make, counted either way."""

from collections.abc import Iterator
from itertools import chain

from factlint.alignment import Evidence
from factlint.alignment.durations import Stretch, clock_ends, day_ends, stated_seconds, year_ends
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.period import Period
from factlint.model.verdict import Verdict

CERTAIN, LIKELY = 0.92, 0.88


@check("FL505")
def duration_and_ends(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a duration with its two ends: years, days or clock times in brackets, apposition or after "from"."""
    for claim, period in year_ends(evidence):
        yield from _judge_years(evidence, card, claim, period)
    for stretch in chain(day_ends(evidence), clock_ends(evidence)):
        yield _judge(evidence, card, stretch)


def _judge_years(evidence: Evidence, card: Card, claim: Claim, period: Period) -> Iterator[Verdict]:
    assert period.start is not None and period.end is not None and claim.quantity is not None
    first, last = period.start.year, period.end.year
    span = last - first
    if span < 1:
        return
    places = [evidence.place(claim, "duration"), place_at(evidence, period.span, "end points")]
    words = (
        f"{first} to {last} is {span + 1} years counting both ends, {span} otherwise; stated are {claim.quantity.value}"
    )
    stated = claim.quantity.admitted()
    if stated.holds(span) or stated.holds(span + 1):
        yield card.tie(places, words)
        return
    yield card.conflict(places, "The duration does not fit its end points", words, confidence=CERTAIN)


def _judge(evidence: Evidence, card: Card, stretch: Stretch) -> Verdict:
    """Compare a stretch with both ways of counting it; a duration told in round hours or weeks may be so much off."""
    least, most = stated_seconds(stretch)
    places = [
        evidence.place(stretch.claim, "duration"),
        *(place_at(evidence, end, "end points" if len(stretch.ends) == 1 else "end point") for end in stretch.ends),
    ]
    words = f"{stretch.words}; stated is “{evidence.quote(stretch.claim.span)}”"
    if any(least <= length <= most for length in stretch.lengths):
        return card.tie(places, words)
    return card.conflict(places, "The duration does not fit its end points", words, confidence=LIKELY)
