"""FL309: an average, the number of things and their total do not go together."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.averages import averages_over_time
from factlint.alignment.products import averages
from factlint.checks.check import check
from factlint.checks.products import judge_products
from factlint.knowledge.card import Card
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
