"""FL107: the same measure and digits stand under two units or currencies."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.figures import numbers_for_tie
from factlint.checks.check import check
from factlint.checks.judging import SURE, about, confidence_of, unit_named
from factlint.knowledge.card import Card
from factlint.model.quantity import Unit
from factlint.model.verdict import Verdict

_RELATIVE = frozenset({"percent", "percentage_point", "time"})


@check("FL107")
def unit_label_slip(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare equal digits of one fact under different units; values equal by conversion agree."""
    for pair in evidence.same_digits:
        first, second = pair.first.quantity, pair.second.quantity
        assert first is not None and second is not None
        if first.value is None or first.value != second.value:
            continue
        if first.unit.dimension in _RELATIVE or second.unit.dimension in _RELATIVE:
            continue
        if first.unit.is_count or second.unit.is_count or _are_pounds(first.unit, second.unit):
            continue
        found = evidence.weigh(pair.first, pair.second)
        if found.blocked or not found.is_full:
            continue
        confidence = confidence_of(found, numbers_for_tie(pair.first, pair.second, evidence.weights))
        if confidence < SURE:
            continue
        yield card.conflict(
            [evidence.place(pair.first, "stated"), evidence.place(pair.second, "restated")],
            f"{about(pair.first) or 'One measure'}: the same figure in {unit_named(first.unit)}"
            f" and in {unit_named(second.unit)}",
            f"{evidence.quote(pair.first.span)} is not {evidence.quote(pair.second.span)}",
            confidence=confidence,
        )


def _are_pounds(first: Unit, second: Unit) -> bool:
    """Say whether one unit is the pound that is money and one the pound that is weight: "lbs" here, "pounds" there."""
    one, other = (first, second) if first.is_money else (second, first)
    return one.name == "GBP" and other.name.startswith("pound")
