"""Figures of Chinese text as quantities: 超过264万个 is over 2,640,000, written with three digits at a scale of 10,000."""

import re
from fractions import Fraction

from factlint.model.figure import Figure
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import Bound, Form, Quantity, Unit
from factlint.model.span import Span

_DIGITS = re.compile(r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
_TENTH = Fraction(1, 10)
_QUARTER = Fraction(1, 4)


def quantity_of(figure: Figure) -> Quantity:
    """Return a figure with all that its own words say of it, to be judged like one of English text."""
    printed = _DIGITS.search(figure.text)
    digits = re.sub("[,，]", "", printed[0]) if printed else ""
    quantum = _quantum(figure)
    unit, value = figure.unit, figure.value
    form = Form.MULTIPLE if unit.dimension == "multiple" else Form.CARDINAL
    if form is Form.MULTIPLE:
        unit = Unit()
    found = Quantity(
        figure.span, _number_in(figure, printed), value, figure.low, figure.high, figure.bound, quantum, unit, form, digits,
        _scale(digits, quantum, value), in_words=printed is None,
    )  # fmt: skip
    found.slack_below, found.slack_above = _slack(figure, quantum)
    return found


def _quantum(figure: Figure) -> Rational:
    """Return the worth of the last digit; six tenths are told to the tenth, and a third is told loosely."""
    if "成" in figure.text and figure.unit.is_percent and figure.value is not None:
        return 1 if figure.value % 10 else 10
    return (
        0
        if "分之" in figure.text and not figure.text.startswith("百", figure.text.find("分之") - 1)
        else figure.quantum
    )


def _number_in(figure: Figure, printed: "re.Match[str] | None") -> Span:
    if printed is None:
        return figure.span
    end = printed.end()
    while end < len(figure.text) and figure.text[end] in "十百千万亿":
        end += 1
    return Span(figure.span.start + printed.start(), figure.span.start + end)


def _scale(digits: str, quantum: Rational, value: Rational | None) -> Rational:
    """Return what the characters behind the digits multiply them by."""
    if not digits or value is None or not Fraction(digits):
        return 1
    if not quantum:
        return 1
    return tidy(Fraction(quantum) * 10 ** len(digits.partition(".")[2]))


def _slack(figure: Figure, quantum: Rational) -> tuple[Rational, Rational]:
    """Return what 近 leaves open below, and what 约, 左右 and parts in words leave open on both sides."""
    if figure.value is None:
        return 0, 0
    size = abs(Fraction(figure.value))
    tenth = tidy(size * _TENTH)
    if figure.is_near:
        return max(tenth, quantum), 0
    if figure.bound is Bound.APPROX:
        half = min(Fraction(_place(figure)) / 2, size * _QUARTER)
        return tidy(max(tenth, half)), tidy(max(tenth, half))
    return (
        (tenth, tenth) if not quantum and figure.bound is Bound.EXACT and figure.unit.dimension != "count" else (0, 0)
    )


def _place(figure: Figure) -> Fraction:
    """Return the worth of the last digit that is no zero."""
    return abs(Fraction(figure.value or 0)) / max(int(figure.digits or 1), 1)
