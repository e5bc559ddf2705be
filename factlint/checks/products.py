"""The arithmetic of products in words, for the rules on averages and rates."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

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
        places = [evidence.place(found.rate, "rate"), evidence.place(found.amount, "amount")]
        if found.number is not None:
            places.insert(1, evidence.place(found.number, "number"))
        words = f"{terms(found)} is {shown(computed, found.amount)}"
        if computed.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.amount)}")
            continue
        if found.needs_slip and not found.slipped():
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
    rate = found.rate.quantity
    assert rate is not None
    reading = found.rate.text if rate.per_item else figure(rate.middle, rate.unit)
    words = " ".join(reading.split())
    if found.number is not None:
        assert found.number.quantity is not None
        words += f" x {figure(found.number.quantity.middle, found.number.quantity.unit)}"
    if found.factor != 1:
        of_factor = Fraction(found.factor)
        words += f" x {figure(of_factor)}" if of_factor >= 1 else f" / {figure(1 / of_factor)}"
    return words
