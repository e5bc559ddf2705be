"""A printed numeral into its exact value: 1,487 and 2.64 and 12,34,567 and 1.234,5."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factlint.model.interval import Rational, tidy

MOST_DIGITS = 30
"""A longer run of digits is a serial number or noise, no quantity."""

_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\s*\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"\d+,\d{1,2}")
_POWER = re.compile(r"(\d+(?:\.\d+)?)[eE]([-+\u2212]?\d{1,3})")


class Printed(NamedTuple):
    """A numeral as printed: its value, the worth of its last digit, and its digits without grouping."""

    value: Rational
    quantum: Rational
    digits: str
    grouped: bool


VULGAR_VALUES = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


@lru_cache(maxsize=4096)
def read_digits(text: str) -> Printed | None:
    """Return what a printed numeral says, or None where its grouping makes no number (192.168.1.2; 1,23,45)."""
    if text.isdecimal():
        return (
            Printed(int(text), 1, text if text.isascii() else str(int(text)), grouped=False)
            if len(text) <= MOST_DIGITS
            else None
        )
    if len(text) > 2 * MOST_DIGITS:
        return None
    text = text.replace("\uff0e", ".").replace("\u00b7", ".")  # full width, and the raised point of 2\u00b75
    if power := _POWER.fullmatch(text):
        base, exponent = read_digits(power[1]), int(power[2].replace("\u2212", "-"))
        if base is None or abs(exponent) > MOST_DIGITS:
            return None
        worth = Fraction(10) ** exponent
        return Printed(tidy(base.value * worth), tidy(base.quantum * worth), base.digits, grouped=True)
    if _PLAIN.fullmatch(text):
        plain, grouped = text, False
    elif _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        plain, grouped = "".join(text.replace(",", "").split()), True
    elif _SPACED.fullmatch(text):
        plain, grouped = "".join(text.split()).replace(",", "."), True
    elif _EUROPEAN.fullmatch(text):
        plain, grouped = text.replace(".", "").replace(",", "."), True
    elif _COMMA.fullmatch(text):
        plain, grouped = text.replace(",", "."), False
    else:
        return None
    whole, _, decimals = plain.partition(".")
    if len(whole) + len(decimals) > MOST_DIGITS:
        return None
    power = 10 ** len(decimals)
    number = int(whole + decimals)
    digits = (
        plain if plain.isascii() else f"{int(whole or 0)}" + (f".{int(decimals):0{len(decimals)}d}" if decimals else "")
    )
    if not decimals:
        return Printed(number, 1, digits, grouped)
    return Printed(tidy(Fraction(number, power)), Fraction(1, power), digits, grouped)


def read_vulgar(text: str) -> Fraction:
    """Return the value of a fraction that is one character."""
    return Fraction(*VULGAR_VALUES[text])
