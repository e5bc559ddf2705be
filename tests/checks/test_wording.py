"""Figures and intervals in an editor's words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.checks.wording import figure, interval
from factlint.model.interval import Interval, Rational
from factlint.model.quantity import Unit

CNY = Unit("CNY", "currency")
DWT = Unit("deadweight_ton", "mass")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (2_640_000, "", "2,640,000"),
        (Fraction("7.65"), "percent", "7.65%"),
        (513_620_000_000, CNY, "CNY 513.62 billion"),
        (Fraction(1, 3), "", "about 0.33333"),
        (Fraction(2, 3000), "", "about 0.00066667"),
        (Fraction(100, 3), "percent", "about 33.333%"),
        (Fraction(156_810_000_000, 7), DWT, "about 22.401 billion deadweight tons"),
        (-3, "percent", "-3%"),
        (Fraction(147_563_218, 7), "", "about 21,080,000"),
        (Fraction("2455.5"), "", "2,455.5"),
        (Fraction("0.5"), "percent", "0.5%"),
        (Fraction("-2.5"), "percentage_point", "-2.5 percentage points"),
        (1, "percentage_point", "1 percentage point"),
        (24_188, "TEU", "24,188 TEU"),
        (6, "foot", "6 feet"),
        (120, Unit("kilometer", "speed", per="hour"), "120 kilometers per hour"),
        (21, "degree_Celsius", "21 degrees Celsius"),
        (0, "", "0"),
    ],
)
def test_figure(value: Rational, unit: Unit | str, words: str) -> None:
    """A value reads as an editor would write it, with "about" where digits were cut."""
    assert figure(value, unit) == words


@pytest.mark.parametrize(
    ("values", "unit", "words"),
    [
        (Interval(2_640_000, None, low_open=True), "", "more than 2,640,000"),
        (Interval(2_455_000, 2_465_000), "", "2,455,000 to 2,465,000"),
        (Interval(None, 5), "percent", "at most 5%"),
        (Interval(None, 5, high_open=True), "percent", "less than 5%"),
        (Interval(5, None), "", "at least 5"),
        (Interval(Fraction("7.65"), Fraction("7.75"), high_open=True), "percent", "7.65% to 7.75%"),
        (Interval(10**9, 2 * 10**9), CNY, "CNY 1 to 2 billion"),
        (Interval(9 * 10**8, 2 * 10**9), CNY, "CNY 900,000,000 to 2 billion"),
        (Interval.point(4), "percent", "4%"),
        (Interval(None, None), "", "any value"),
    ],
)
def test_interval(values: Interval, unit: Unit | str, words: str) -> None:
    """An interval reads as what it allows."""
    assert interval(values, unit) == words


@given(st.fractions(-(10**14), 10**14))
def test_figures_that_are_not_cut_are_exact(value: Fraction) -> None:
    """Where "about" is not said, the words give the very value back."""
    words = figure(value)
    if words.startswith("about "):
        return
    number, _, scale = words.partition(" ")
    assert Fraction(number.replace(",", "")) * {"": 1, "billion": 10**9, "trillion": 10**12}[scale] == value
