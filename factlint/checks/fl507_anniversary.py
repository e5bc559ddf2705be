"""FL507: the number of an anniversary that the years do not make."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.anniversaries import Anniversary, anniversaries
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN, BY_DATELINE, NEAR_MISS = 0.92, 0.88, 0.6


@check("FL507")
def anniversary(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Subtract the year of the founding from that of the anniversary; the first year may be counted as one."""
    dateline = evidence.document.dateline
    for found in anniversaries(evidence):
        if found.at is not None:
            yield _judge(evidence, card, found, found.at.year, CERTAIN)
        elif dateline.date is not None:
            yield _judge(evidence, card, found, dateline.date.year, BY_DATELINE)


def _judge(evidence: Evidence, card: Card, found: Anniversary, year: int, confidence: float) -> Verdict:
    dateline = evidence.document.dateline
    places = [place_at(evidence, found.span, "anniversary"), place_at(evidence, found.founded.span, "founding")]
    if found.at is not None:
        places.append(place_at(evidence, found.at.span, "year"))
    elif dateline.span is not None:
        places.append(place_at(evidence, dateline.span, "date of the text"))
    years = year - found.founded.year
    words = f"{year} - {found.founded.year} = {years}; stated is {found.number}"
    slack = 0 if found.at is not None else 1  # a text may speak of the year that comes or that has just ended
    if years - slack <= found.number <= years + 1 + slack:
        return card.tie(places, words)
    return card.conflict(
        places,
        "The anniversary does not fit the years",
        words,
        confidence=NEAR_MISS if found.number == years - 1 else confidence,
        severity=None if found.number != years - 1 else card.severity.lowered(),
    )
