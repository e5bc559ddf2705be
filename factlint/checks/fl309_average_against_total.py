"""FL309: an average, the number of things and their total do not go together."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.averages import Listed, averages_over_time, listed_averages
from factlint.alignment.joints import value_of
from factlint.alignment.products import averages
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.products import judge_products
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.88


@check("FL309")
def average_against_total(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Multiply the average by the number and compare the product with the total."""
    yield from judge_products(
        evidence,
        card,
        (*averages(evidence), *averages_over_time(evidence)),
        "The average times the number is not the total",
        confidence=CERTAIN,
    )
    for listed in listed_averages(evidence):
        yield _judge_listed(evidence, card, listed)


def _judge_listed(evidence: Evidence, card: Card, listed: Listed) -> Verdict:
    """Compare an average with the mean of the figures that are listed behind it."""
    added = Interval.point(0)
    for part in listed.parts:
        added = added + value_of(part)
    mean, stated = added.scaled(Fraction(1, len(listed.parts))), value_of(listed.average)
    places = [
        evidence.place(listed.average, "average"),
        *(evidence.place(part, "one of them") for part in listed.parts),
    ]
    terms = " + ".join(figure(part.quantity.middle) for part in listed.parts if part.quantity is not None)
    words = f"({terms}) / {len(listed.parts)} is {shown(mean, listed.average)}"
    if mean.meets(stated):
        return card.tie(places, f"{words}, stated is {shown(stated, listed.average)}")
    return card.conflict(
        places,
        "The average is not that of the figures listed",
        f"{words}, and stated is {shown(stated, listed.average)}",
        confidence=CERTAIN,
    )
