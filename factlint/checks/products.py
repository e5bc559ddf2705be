"""The arithmetic of products in words, for the rules on averages and rates."""

from factlint.alignment.products import Product
from factlint.checks.wording import figure


def terms(found: Product) -> str:
    """Return the product in figures: "75 EUR x 1,200"."""
    rate, number = found.rate.quantity, found.number.quantity
    assert rate is not None and number is not None
    reading = found.rate.text if rate.per_item else figure(rate.middle, rate.unit)
    return f"{' '.join(reading.split())} x {figure(number.middle, number.unit)}"
