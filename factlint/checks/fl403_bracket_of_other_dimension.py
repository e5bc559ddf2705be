"""FL403: a conversion in brackets carries a unit of another dimension: 200 miles (320 kg)."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.brackets import bracketed
from factlint.alignment.conversions import meant_unit
from factlint.checks.check import check
from factlint.checks.judging import quoted, unit_named
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.9


@check("FL403")
def bracket_of_other_dimension(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Name brackets of another dimension whose number is right in a unit of the dimension before them."""
    for outside, inside in bracketed(evidence):
        first, second = outside.quantity, inside.quantity
        assert first is not None and second is not None
        convertible = evidence.arithmetic.factors
        if first.unit.dimension == second.unit.dimension or first.unit.per or second.unit.per:
            continue
        if first.unit.dimension not in convertible or second.unit.dimension not in convertible:
            continue
        meant = meant_unit(evidence, outside, inside)
        if not meant:
            continue
        places = [evidence.place(outside, "amount"), evidence.place(inside, "its conversion")]
        yield card.conflict(
            places,
            "The bracket carries a unit of another dimension",
            f"{unit_named(first.unit)} is a unit of {first.unit.dimension}, {unit_named(second.unit)} one of "
            f"{second.unit.dimension}; in {meant.replace('_', ' ')} {quoted(evidence, inside)} would fit",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
