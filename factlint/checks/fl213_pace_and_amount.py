"""FL213: so much a day, a year or a decade is not the amount divided by the time."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.tempos import paces, stated_pace
from factlint.checks.check import check
from factlint.checks.judging import severity_of, shown
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.88


@check("FL213")
def pace_and_amount(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Divide the amount by the time that it took and compare with the pace that sums both up."""
    for found in paces(evidence):
        implied, stated = found.implied(), stated_pace(found)
        if implied is None:
            continue
        places = [
            evidence.place(found.pace, "pace"), evidence.place(found.amount, "amount"),
            Place(found.time, "time", found.time_claim),
        ]  # fmt: skip
        amount = found.amount.quantity
        assert amount is not None
        words = (
            f"{figure(amount.middle, amount.unit)} over {interval(found.times)} {found.unit}s is "
            f"{shown(implied, found.pace)}"
        )
        if implied.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.pace)}")
            continue
        if not found.is_sure and not found.is_slip():
            continue
        yield card.conflict(
            places,
            "The pace is not the amount divided by the time",
            f"{words}, and stated is {shown(stated, found.pace)}",
            confidence=CERTAIN,
            severity=severity_of(implied, stated, CERTAIN),
        )
