"""Parts of a whole in Chinese, as percentages: 百分之七, 四分之三, 1/3, 一半, 过半."""

import re
from fractions import Fraction

from factlint.knowledge.chinese import Chinese
from factlint.languages.zh.around import finish
from factlint.languages.zh.numerals import Number, read_number
from factlint.model.figure import Figure
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import Bound, Unit

_PARTS = re.compile(r"(百|千|万)分之")
_SLASHED = re.compile(r"(?<![0-9./])([1-9])/([2-9]|10)(?![0-9./万千])")
_HALF = re.compile(r"一半|半数|过半(?!年)|大半(?!年)|多半(?!年)")
_PER = {"百": Fraction(1), "千": Fraction(1, 10), "万": Fraction(1, 100)}
_WORDS = Fraction(1, 100)  # of a part in words: what it leaves open
Read = tuple[Figure | None, int]
"""A figure and the place behind it."""


def read_share(text: str, at: int, floor: int, words: Chinese, percent: Unit) -> Read | None:
    """Return the half, the fraction in digits or the hundredths that begin at a place."""
    half = _HALF.match(text, at)
    if half is not None:
        number = Number(50, 0, half.end(), is_more=half[0][0] in "过大多")
        figure = finish(text, at, floor, number, percent, half.end(), words)
        figure.is_soft = figure.bound is Bound.EXACT
        return figure, max(figure.span.end, half.end())
    slashed = _SLASHED.match(text, at)
    if slashed is not None and int(slashed[1]) < int(slashed[2]):
        return _part(
            text, at, floor, Number(int(slashed[1]), 1, slashed.end(), in_digits=True), int(slashed[2]), words, percent
        )
    parts = _PARTS.match(text, at)
    return None if parts is None else _hundredths(text, at, floor, parts, words, percent)


def read_parts(text: str, at: int, floor: int, number: Number, words: Chinese, percent: Unit) -> Read | None:
    """Return the part that begins with a number: 四分之三."""
    if not text.startswith("分之", number.end) or number.end + 2 >= len(text) or not number.value:
        return None
    top = read_number(text, number.end + 2, words)
    return None if top is None else _part(text, at, floor, top, number.value, words, percent)


def _part(text: str, at: int, floor: int, top: Number, whole: Rational, words: Chinese, percent: Unit) -> Read:
    value = tidy(Fraction(top.value) * 100 / Fraction(whole))
    share = Number(value, 0, top.end, in_digits=top.in_digits)
    figure = finish(text, at, floor, share, percent, share.end, words)
    figure.slack = tidy(abs(Fraction(value)) * _WORDS)
    return figure, max(figure.span.end, share.end)


def _hundredths(text: str, at: int, floor: int, parts: re.Match[str], words: Chinese, percent: Unit) -> Read:
    """Read 百分之七, 千分之三 and 百分之百 as percentages."""
    number = read_number(text, parts.end(), words) if parts.end() < len(text) else None
    if number is None and text.startswith("百", parts.end()):
        number = Number(100, 1, parts.end() + 1)
    if number is None:
        return None, parts.end()
    per = _PER[parts[1]]
    number.value, number.quantum = tidy(number.value * per), tidy(Fraction(number.quantum) * per)
    return finish(text, at, floor, number, percent, number.end, words), number.end
