"""FL206: the amounts of the parts of a period do not add up to that of the whole."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.joints import value_of
from factlint.alignment.seasons import period_sums
from factlint.checks.check import check
from factlint.checks.judging import severity_of, shown
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.85


@check("FL206")
def periods_sum(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Add up quarters against their half or year, and months against their quarter."""
    for found in period_sums(evidence):
        added = Interval.point(0)
        for part in found.parts:
            added = added + value_of(part)
        stated = value_of(found.total)
        places = [evidence.place(found.total, "whole period"), *(evidence.place(part, "part") for part in found.parts)]
        figures = " + ".join(figure(part.quantity.middle) for part in found.parts if part.quantity is not None)
        words = f"{figures} is {shown(added, found.total)}"
        if added.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.total)}")
            continue
        yield card.conflict(
            places,
            "The amounts of the parts of the period do not add up",
            f"{words}, and stated is {shown(stated, found.total)}",
            confidence=CERTAIN,
            severity=severity_of(added, stated, CERTAIN),
        )
