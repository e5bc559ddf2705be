"""FL106: the same digits stand ten thousand or a hundred million times apart, as when wan or yi is misread."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.slips import Slip
from factlint.checks.check import check
from factlint.checks.scales import scale_conflicts
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict


@check("FL106")
def wan_yi_slip(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare pairs of one fact whose digits are equal and that lie four or eight powers of ten apart."""
    yield from scale_conflicts(evidence, card, Slip.WAN, "wan (ten thousand) or yi (a hundred million) misread?")
