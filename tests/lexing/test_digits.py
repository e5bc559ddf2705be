"""Printed numerals: value, worth of the last digit, and what makes no number."""

from fractions import Fraction

import pytest

from factlint.lexing.digits import Printed, read_digits
from factlint.model.interval import Rational


@pytest.mark.parametrize(
    ("text", "value", "quantum", "digits"),
    [
        ("1,487", 1487, 1, "1487"),
        ("2.640", Fraction(264, 100), Fraction(1, 1000), "2.640"),
        ("1.0", 1, Fraction(1, 10), "1.0"),
        ("12,34,567", 1234567, 1, "1234567"),
        ("1.234,5", Fraction(12345, 10), Fraction(1, 10), "1234.5"),
        (".08", Fraction(8, 100), Fraction(1, 100), ".08"),
        ("5,00", 5, Fraction(1, 100), "5.00"),
        ("1.3e6", 1300000, 100000, "1.3"),
        ("\uff11\uff12", 12, 1, "12"),
    ],
)
def test_numeral_is_exact(text: str, value: Rational, quantum: Rational, digits: str) -> None:
    """A numeral gives its exact value, the worth of its last digit, and its digits."""
    assert read_digits(text) == Printed(value, quantum, digits, grouped=read_digits(text).grouped)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["192.168.1.2", "1,23,45", "1234567890" * 4, "1,2345", "1.2.3"])
def test_malformed_numeral_is_none(text: str) -> None:
    """Groups of other sizes, addresses and endless digits are no numbers."""
    assert read_digits(text) is None
