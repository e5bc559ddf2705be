"""Figures of English text: the claims that were read of it, as the figures that two languages share."""

from collections.abc import Iterable
from fractions import Fraction

from factlint.model.claim import Claim, Kind
from factlint.model.figure import Figure, significant
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import COUNT, Bound, Form, Quantity, Unit

_SMALL, _SOFT_WORDS = 12, 20
_BASES = (
    100,
    1000,
    10_000,
    100_000,
    1_000_000,
)  # of rates: 85 yuan per 100 yuan of revenue, which Chinese tells without digits
_GRAINS = {"quarter": "qoq", "month": "mom", "year": "yoy"}
_PERCENT = Unit("percent", "percent")
_MULTIPLE = Unit("multiple", "multiple")


def figures_of(claims: Iterable[Claim]) -> list[Figure]:
    """Return the figures of claims in text order; dates and ordinals are none."""
    found = []
    for claim in claims:
        quantity = claim.quantity
        if quantity is None or claim.kind in (Kind.DATE, Kind.ORDINAL, Kind.RANK):
            continue
        found.append(_figure(claim, quantity))
    return found


def _figure(claim: Claim, quantity: Quantity) -> Figure:
    value, quantum, unit = quantity.value, quantity.quantum, quantity.unit
    readings: tuple[Rational, ...] = ()
    if quantity.form is Form.FRACTION and unit.is_count and value is not None:
        value, unit = tidy(Fraction(value) * 100), _PERCENT
        quantum = tidy(abs(Fraction(value)) / 50)
    elif quantity.form is Form.MULTIPLE or (unit.is_count and claim.text.lower().endswith((" times", "fold"))):
        unit = _MULTIPLE
    if unit.name == "number":
        unit = COUNT  # 6.8 deaths per 1,000
    figure = Figure(
        quantity.span, claim.text, value, quantity.low, quantity.high, quantity.bound, quantum, unit,
        significant(value), readings, is_near=quantity.bound is Bound.LESS_THAN and bool(quantity.slack_below),
        is_change=claim.kind is Kind.CHANGE, direction=claim.direction, comparison=_comparison(claim),
        sentence=claim.sentence,
    )  # fmt: skip
    if quantity.form is Form.FRACTION:
        figure.slack = tidy(Fraction(quantum) / 2)
    figure.is_soft = _is_soft(quantity, figure, claim)
    return figure


def _comparison(claim: Claim) -> str:
    """Return what a change is measured against: the phrase that says so, or the period that it names."""
    if claim.against is None or claim.comparison in _GRAINS.values():
        return claim.comparison
    words = claim.against.text.lower()
    return next((sort for grain, sort in _GRAINS.items() if grain in words), claim.comparison)


def _is_soft(quantity: Quantity, figure: Figure, claim: Claim) -> bool:
    """Say whether a translator may have put the figure in freely: small counts and times, halves, conversions in brackets."""
    if quantity.form is Form.INDEFINITE or claim.role == "bracket":
        return True
    value = quantity.value
    if claim.role == "per" and value in _BASES:
        return True
    if figure.unit.is_percent:
        return quantity.in_words and value in (Fraction(1, 2), 1, 100, 50)
    if value is None or figure.unit.dimension not in ("count", "time", "multiple"):
        return False
    if figure.unit.is_count and Fraction(value).denominator > 1:
        return False
    return (
        abs(Fraction(value)) <= _SMALL
        or (quantity.in_words and abs(Fraction(value)) <= _SOFT_WORDS)
        or (quantity.in_words and not quantity.digits and value in (100, 1000, 10_000, 1_000_000))
    )
