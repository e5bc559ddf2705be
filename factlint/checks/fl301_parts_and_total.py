"""FL301: the parts of a closed list do not add up to their total."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.slips import in_base
from factlint.alignment.sums import sums
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.92


@check("FL301")
def parts_and_total(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Add up the parts, each with its rounding, and compare the sum with the total."""
    for found in sums(evidence):
        added = Interval.point(0)
        for part in found.parts:
            assert part.quantity is not None
            added = added + in_base(part.quantity.admitted(round_reading=True).closed(), part.quantity)
        total = found.total.quantity
        assert total is not None
        stated = in_base(total.admitted(round_reading=True).closed(), total)
        places = [evidence.place(found.total, "total"), *(evidence.place(part, "part") for part in found.parts)]
        figures = " + ".join(figure(part.quantity.middle) for part in found.parts if part.quantity is not None)
        words = f"{figures} is {shown(added, found.total)}"
        if added.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.total)}")
            continue
        yield card.conflict(
            places,
            "The parts do not add up to the total",
            f"{words}, and stated is {shown(stated, found.total)}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
