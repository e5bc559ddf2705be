"""FL402: conversions in brackets, on figures whose truth is known by construction."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, silent, ties

FACTORS = {
    ("miles", "km"): Fraction("1.609344"),
    ("acres", "hectares"): Fraction("0.40468564224"),
    ("feet", "meters"): Fraction("0.3048"),
    ("inches", "cm"): Fraction("2.54"),
}
values = st.integers(101, 9_999).filter(lambda value: value % 10 != 0)


@given(st.sampled_from(sorted(FACTORS)), values, st.integers(0, 2))
def test_a_conversion_that_comes_out_is_never_told(units: tuple[str, str], value: int, places: int) -> None:
    """Rounded to whatever place, the right product is no finding."""
    product = round(value * FACTORS[units], places)
    assert silent(f"The load measured {value:,} {units[0]} ({float(product):,.{places}f} {units[1]}) in all.")


@given(st.sampled_from(sorted(FACTORS)), values, st.sampled_from([Fraction(11, 10), Fraction(2, 3), Fraction(3)]))
def test_a_conversion_that_does_not_come_out_is_told(units: tuple[str, str], value: int, off: Fraction) -> None:
    """A tenth off is told, for both figures are written to the unit."""
    product = round(value * FACTORS[units] * off)
    if product % 10 == 0:
        product += 1
    found = finding(f"The load measured {value:,} {units[0]} ({product:,} {units[1]}) in all.", "FL402")
    assert quotes(found) == [f"{value:,} {units[0]}", f"{product:,} {units[1]}"]


@pytest.mark.parametrize(("bracket", "severity"), [("380 km", "warning"), ("32 km", "error")])
def test_severity_follows_the_distance(bracket: str, severity: str) -> None:
    """A factor of two is an error, less a warning."""
    found = finding(f"The pipeline is 200 miles ({bracket}) long.", "FL402")
    assert found.severity == Severity(severity)


def test_a_conversion_that_comes_out_is_verified() -> None:
    """What was converted and fits is listed."""
    assert [quotes(tie) for tie in ties("The pipeline is 200 miles (320 km) long.", "FL402")] == [
        ["200 miles", "320 km"]
    ]


@given(st.integers(-40, 60), st.integers(-30, 30))
def test_temperatures_have_two_zero_points(celsius: int, off: int) -> None:
    """A conversion that is right, or off by a degree Celsius as texts round, passes; one that is far off is told."""
    fahrenheit = round(celsius * 9 / 5 + 32) + off
    text = f"The station measured {celsius}°C ({fahrenheit}°F) at noon."
    if abs(off) <= 1:
        assert silent(text)
    if abs(off) > 10 and abs(fahrenheit - celsius * 9 / 5) > 5:
        assert quotes(finding(text, "FL402"))[1] == f"{fahrenheit}°F"


def test_a_difference_of_temperatures_has_no_zero_point() -> None:
    """Two degrees warmer by one scale are 3.6 by the other."""
    assert silent("The lake warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).")
