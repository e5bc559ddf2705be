"""FL208: an average growth a year does not lead from the first level to the last."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.compounding import compoundings, root_percent
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.88


@check("FL208")
def average_annual_growth(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compound the stated growth over the years, one more and one fewer allowed, and compare with the end points."""
    for found in compoundings(evidence):
        places = [evidence.place(found.growth, "growth a year")]
        places += [evidence.place(claim, "level") for claim in found.ends]
        places += [Place(span, "time", index) for span, index in found.when]
        assert found.growth.quantity is not None
        stated = interval(found.growth.quantity.admitted().closed(), "percent")
        middle = Fraction((found.ratio.low or 0) + (found.ratio.high or 0)) / 2
        implied = "; ".join(
            f"over {years} years {figure(root_percent(middle, years), 'percent')} a year" for years in found.years
        )
        words = f"the levels stand as {figure(middle)} to 1: {implied}"
        if found.fits():
            yield card.tie(places, f"{words}; stated is {stated}")
            continue
        yield card.conflict(
            places,
            "The growth a year does not lead from the first level to the last",
            f"{words}; and stated is {stated}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
