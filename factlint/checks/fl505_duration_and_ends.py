"""FL505: a duration that its end points do not make, counted either way."""

from collections.abc import Iterator
from itertools import chain

from factlint.alignment import Evidence
from factlint.alignment.durations import Stretch, clock_ends, day_ends, stated_seconds, year_ends
from factlint.alignment.lastings import Lasting, lastings
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.period import Period
from factlint.model.verdict import Verdict

CERTAIN, LIKELY = 0.92, 0.88


@check("FL505")
def duration_and_ends(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a duration with its two ends: years, days or clock times in brackets, apposition or after "from"."""
    judged: set[int] = set()
    for claim, period in year_ends(evidence):
        judged.add(claim.index)
        yield from _judge_years(evidence, card, claim, period)
    for stretch in chain(day_ends(evidence), clock_ends(evidence)):
        judged.add(stretch.claim.index)
        yield _judge(evidence, card, stretch)
    for found in lastings(evidence):
        if found.claim.index not in judged:
            yield _judge_lasting(evidence, card, found)


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


def _judge_lasting(evidence: Evidence, card: Card, found: Lasting) -> Verdict:
    quantity = found.claim.quantity
    assert quantity is not None
    role = "end points" if len(found.ends) == 1 else "end point"
    places = [evidence.place(found.claim, "duration"), *(place_at(evidence, end.span, role) for end in found.ends)]
    low, high = found.counted.low or 0, found.counted.high or 0
    words = f"{_ends(evidence, found)} is {high} {quantity.unit.name}s counting both ends, {low} otherwise"
    stated = quantity.admitted().closed()
    if stated.meets(found.counted):
        return card.tie(places, f"{words}; stated are {figure(quantity.middle)}")
    return card.conflict(
        places,
        "The duration does not fit its end points",
        f"{words}; stated are {figure(quantity.middle)}",
        confidence=CERTAIN,
    )


def _ends(evidence: Evidence, found: Lasting) -> str:
    """Return the ends in words: 2021 to 2023, March 2019 to June 2021."""
    if len(found.ends) > 1:
        return " to ".join(evidence.quote(end.span) for end in found.ends)
    (pair,) = found.ends
    assert pair.start is not None and pair.end is not None
    is_plain = pair.start.month == pair.start.day == 1 and (pair.end.month, pair.end.day) == (12, 31)
    return f"{pair.start.year} to {pair.end.year}" if is_plain else evidence.quote(pair.span)
