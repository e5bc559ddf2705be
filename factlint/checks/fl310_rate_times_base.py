"""FL310: a price or rate times the number of units is not the amount."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.products import priced, reading_of
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.products import terms
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.88


@check("FL310")
def rate_times_base(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Multiply the rate by its base and compare the product with the amount."""
    for found in priced(evidence):
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
            "The rate times its base is not the amount",
            f"{words}, and stated is {shown(stated, found.amount)}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
