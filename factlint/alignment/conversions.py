"""Units told twice: in brackets right behind a figure, or after "or"; and what another unit would have been."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment.brackets import bracketed
from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.model.claim import Claim
from factlint.model.interval import Interval
from factlint.model.quantity import Form

_OTHERWISE = ([",", "or"], ["or"], [",", "or", "about"], [",", "about"])


def told_twice(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield "120 mu (8 hectares)" and "120 mu, or 8 hectares,"."""
    yield from bracketed(evidence)
    for reading in evidence.readings:
        yield from _told_twice_in(evidence, reading)


@silent
def _told_twice_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    claims = evidence.in_sentence(reading)
    for number in range(len(claims) - 1):
        first, second = claims[number].quantity, claims[number + 1].quantity
        if first is None or second is None or Form.ORDINAL in (first.form, second.form):
            continue
        if lower(between(reading, number, number + 1)) in _OTHERWISE:
            yield claims[number], claims[number + 1]


def meant_unit(evidence: Evidence, outside: Claim, inside: Claim) -> str:
    """Return the unit of the outer figure's own dimension in which the number in brackets would be right, or nothing."""
    first, second = outside.quantity, inside.quantity
    assert first is not None and second is not None
    factor = first.unit.factor
    if factor is None or first.unit.factor is None:
        return ""
    value = first.admitted(round_reading=True).closed().scaled(factor)
    reading = second.admitted(round_reading=True).closed()
    for name, other in evidence.arithmetic.factors.get(first.unit.dimension, {}).items():
        if name != first.unit.name and Fraction(other) != Fraction(factor) and _meets(value, reading.scaled(other)):
            return name
    return ""


def _meets(first: Interval, second: Interval) -> bool:
    return first.meets(second)
