"""FL402: a conversion in brackets does not come out."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.brackets import bracketed
from factlint.alignment.conversions import told_twice
from factlint.alignment.slips import in_base, significant
from factlint.checks.check import check
from factlint.checks.judging import apart, shown
from factlint.checks.wording import interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.quantity import Quantity
from factlint.model.verdict import Verdict

CERTAIN = 0.95
_UNCONVERTED = frozenset({"currency", "count", "percent", "percentage_point", "time"})
_TWOFOLD = 2
_DEGREES = {"celsius": (Fraction(1), Fraction(0)), "fahrenheit": (Fraction(5, 9), Fraction(-160, 9))}
"""How large a degree is, and where its zero lies, in degrees Celsius."""
_TELLING = 3  # digits of a figure that somebody worked out


def _is_scaled(first: Quantity, second: Quantity) -> bool:
    """Say whether two figures hold the same digits, so that only a power of ten is wrong: 1,200 hectares, or 12,000 km2."""
    return significant(first) == significant(second) and len(significant(first)) > 1


@check("FL402")
def bracketed_conversion(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare both figures in the base unit of their dimension, each in the reading its rounding allows."""
    aside = {(first.index, second.index) for first, second in bracketed(evidence)}
    for outside, inside in told_twice(evidence):
        first, second = outside.quantity, inside.quantity
        assert first is not None and second is not None
        if first.unit.dimension in _UNCONVERTED or first.unit.dimension != second.unit.dimension:
            continue
        if first.unit.name == second.unit.name:
            continue
        in_brackets = (outside.index, inside.index) in aside
        if {first.unit.name, second.unit.name} <= _DEGREES.keys() and in_brackets:
            yield _judge_degrees(evidence, card, outside, inside)
            continue
        if first.unit.factor is None or second.unit.factor is None:
            continue
        if (
            first.unit.per != second.unit.per
            or {first.unit.name, second.unit.name} & evidence.arithmetic.traditional.keys()
        ):
            continue
        a = in_base(first.admitted(round_reading=True).closed(), first)
        b = in_base(second.admitted(round_reading=True).closed(), second)
        places = [evidence.place(outside, "amount"), evidence.place(inside, "its conversion")]
        converted = shown(a, inside)
        stated = interval(second.admitted(round_reading=True), second.unit)
        if a.meets(b) or _fits_other_unit(a, b, first, second, evidence):
            yield card.tie(places, f"{evidence.quote(outside.span)} is {converted}, stated is {stated}")
            continue
        if not in_brackets and (
            (apart(a, b) >= _TWOFOLD and not _is_scaled(first, second))
            or (max(len(significant(q)) for q in (first, second)) < _TELLING and not _is_scaled(first, second))
        ):
            continue  # five miles, or ten kilometres: one may choose
        severity = Severity.ERROR if apart(a, b) >= _TWOFOLD else Severity.WARNING
        yield card.conflict(
            places,
            f"The conversion {'in brackets ' if in_brackets else ''}does not come out",
            f"{evidence.quote(outside.span)} is {converted}, and stated is {stated}",
            confidence=CERTAIN,
            severity=severity,
        )


def _judge_degrees(evidence: Evidence, card: Card, outside: Claim, inside: Claim) -> Verdict:
    """Compare two temperatures by their zero points, or as differences of temperature where that fits."""
    first, second = outside.quantity, inside.quantity
    assert first is not None and second is not None
    (times, zero), (other, other_zero) = _DEGREES[first.unit.name], _DEGREES[second.unit.name]
    step = Fraction(times) / other
    a = first.admitted(round_reading=True).closed()
    b = second.admitted(round_reading=True).closed()
    converted = a.scaled(step).shifted((zero - other_zero) / Fraction(other))
    places = [evidence.place(outside, "amount"), evidence.place(inside, "its conversion")]
    # a degree Celsius more or less is how a text rounds: 20 degrees (70 degrees Fahrenheit)
    words = f"{evidence.quote(outside.span)} is {interval(converted, second.unit)}"
    stated = interval(b, second.unit)
    if converted.widened(step).meets(b) or a.scaled(step).meets(b):
        return card.tie(places, f"{words}, stated is {stated}")
    said = "The conversion in brackets does not come out"
    return card.conflict(places, said, f"{words}, and stated is {stated}", confidence=CERTAIN)


def _fits_other_unit(a: Interval, b: Interval, first: Quantity, second: Quantity, evidence: Evidence) -> bool:
    """Say whether the bracket fits a sister unit of the same name: the imperial gallon, the long ton."""
    sisters = evidence.grammar.sister_units
    return any(a.scaled(times).meets(b) for times in sisters.get(first.unit.name, ())) or any(
        a.meets(b.scaled(times)) for times in sisters.get(second.unit.name, ())
    )
