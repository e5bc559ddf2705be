"""The arithmetic of products in words, for the rules on averages and rates."""

from collections.abc import Iterable, Iterator

from factlint.alignment import Evidence
from factlint.alignment.products import Product, reading_of
from factlint.checks.judging import shown
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict


def judge_products(
    evidence: Evidence, card: Card, products: Iterable[Product], message: str, *, confidence: float
) -> Iterator[Verdict]:
    """Multiply rate by number and compare the product with the amount that is stated for it."""
    for found in products:
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
            message,
            f"{words}, and stated is {shown(stated, found.amount)}",
            confidence=confidence,
            severity=Severity.ERROR,
        )


def terms(found: Product) -> str:
    """Return the product in figures: "75 EUR x 1,200"."""
    rate, number = found.rate.quantity, found.number.quantity
    assert rate is not None and number is not None
    reading = found.rate.text if rate.per_item else figure(rate.middle, rate.unit)
    return f"{' '.join(reading.split())} x {figure(number.middle, number.unit)}"
