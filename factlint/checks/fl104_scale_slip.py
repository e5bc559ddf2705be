"""FL104: the same digits stand at another power of ten."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.slips import Slip
from factlint.checks.check import check
from factlint.checks.scales import scale_conflicts
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL104")
def scale_slip(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare pairs of one fact whose digits are equal and whose scale words are not."""
    yield from scale_conflicts(evidence, card, Slip.SCALE, "a slip of the scale word?")
