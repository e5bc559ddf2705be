"""FL210: values are listed under so many rises, or falls, in a row, and one of them goes the other way."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.streaks import Streak, streaks
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.85


@check("FL210")
def consecutive_rises(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each value of the list with the one before it, read from the first or from the last."""
    for found in streaks(evidence):
        places = [Place(found.span, "streak"), *(evidence.place(claim, "value") for claim in found.values)]
        values = ", ".join(
            figure(claim.quantity.middle, claim.quantity.unit) for claim in found.values if claim.quantity is not None
        )
        if found.holds():
            yield card.tie(places, f"{values}: each goes on {found.direction}")
            continue
        yield card.conflict(
            places,
            f"The values do not go {found.direction} throughout",
            f"{values}: {_turn(found)}",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )


def _turn(found: Streak) -> str:
    """Return the first step that goes the other way, in words."""
    for before, after in zip(found.values, found.values[1:], strict=False):
        a, b = before.quantity, after.quantity
        assert a is not None and b is not None
        if (b.middle < a.middle) == (found.direction == "up") and a.middle != b.middle:
            verb = "falls" if b.middle < a.middle else "rises"
            return f"{figure(a.middle, a.unit)} {verb} to {figure(b.middle, b.unit)}"
    return "one value repeats"
