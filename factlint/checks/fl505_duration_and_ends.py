"""FL505: a duration that its end points do not make, counted either way."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.durations import Lasting, lastings
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN = 0.92


@check("FL505")
def duration_and_ends(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a number of years, months or days with what lies between two dates, both ways of counting."""
    for found in lastings(evidence):
        yield _judge(evidence, card, found)


def _judge(evidence: Evidence, card: Card, found: Lasting) -> Verdict:
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
