"""FL309: an average, the number of things and their total do not go together."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.products import averages, reading_of
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.products import terms
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.88


@check("FL309")
def average_against_total(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Multiply the average by the number and compare the product with the total."""
    for found in averages(evidence):
        computed, stated = found.computed(), reading_of(found.amount)
        places = [
            evidence.place(found.rate, "rate"), evidence.place(found.number, "number"), evidence.place(found.amount, "amount"),
        ]  # fmt: skip
        words = f"{terms(found)} is {shown(computed, found.amount)}"
        if computed.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.amount)}")
            continue
        yield card.conflict(
            places,
            "The average times the number is not the total",
            f"{words}, and stated is {shown(stated, found.amount)}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
