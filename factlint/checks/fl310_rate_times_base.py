"""FL310: a price or rate times the number of units is not the amount."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.products import priced
from factlint.checks.check import check
from factlint.checks.products import judge_products
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN = 0.88


@check("FL310")
def rate_times_base(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Multiply the rate by its base and compare the product with the amount."""
    yield from judge_products(
        evidence,
        card,
        priced(evidence),
        "The rate times its base is not the amount",
        confidence=CERTAIN,
    )
