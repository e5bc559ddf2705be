"""Chinese numerals: 264万, 1.2万亿, 3万2600, 一万五千亿, 三十多万, 二点五, 百分之七, 万分之三.

Arabic digits may be scaled by characters, and characters by one another: 万 takes all that stands before it times
10,000, 亿 times 100,000,000, 万亿 both.
"""

import re
from fractions import Fraction

from factlint.knowledge.chinese import Chinese, first_of, last_of
from factlint.model.interval import Rational, tidy
from factlint.model.record import dataclass

_ARABIC = re.compile(r"[0-9]+(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_SCALES = re.compile("[百千]?万亿|[百千][万亿]")
_WAN, _YI = 10_000, 100_000_000

_LARGE = {"万": _WAN, "亿": _YI}
_MORE = "多余几来"
_MOST_DIGITS = 30


@dataclass(slots=True)
class Number:
    """A numeral: its value, the worth of its last digit, where it ends, and whether 多 or 余 stands inside."""

    value: Rational
    quantum: Rational
    end: int
    is_more: bool = False  # 三十多万: more than 300,000
    upper: Rational | None = None  # 三四百: 300 to 400
    in_digits: bool = False
    is_indefinite: bool = False  # 十几, 几十: no value to compare
    is_round: bool = False  # 百万量级: of that order


def read_number(text: str, at: int, words: Chinese) -> Number | None:
    """Return the numeral that begins at a place, as long as it goes."""
    if text[at] in "0123456789":
        return _arabic(text, at, words)
    if text[at] in words.digits or text[at] in words.small_scales:
        return _characters(text, at, words)
    return None


def read_scale(text: str, at: int, floor: int, words: Chinese) -> Number | None:
    """Return a numeral of scales alone, which needs a word that bounds it in front: 突破千亿, 近万亿, 超百万."""
    match = _SCALES.match(text, at)
    if match is None:
        return None
    before = last_of(words.before, text, at, floor)
    rank = any(text.startswith(word, match.end()) for word in words.ranks)  # 达到百万量级
    if (before is None or before[1] == "exact") and not rank:
        return None
    value = 1
    for character in match[0]:
        value *= _LARGE.get(character) or words.small_scales[character]
    return Number(value, value, match.end(), is_round=rank)


def _arabic(text: str, at: int, words: Chinese) -> Number | None:
    match = _ARABIC.match(text, at)
    assert match is not None
    plain = match[0].replace(",", "").replace("，", "")
    whole, _, decimals = plain.partition(".")
    if len(plain) > _MOST_DIGITS:
        return Number(0, 0, match.end(), is_indefinite=True)
    quantum: Rational = Fraction(1, 10 ** len(decimals)) if decimals else 1
    found = Number(
        tidy(Fraction(int(whole + decimals)) * quantum), tidy(Fraction(quantum)), match.end(), in_digits=True
    )
    _scale(text, found, words)
    _tail(text, found, words)
    return found


def _scale(text: str, found: Number, words: Chinese) -> int:
    """Take the scales behind a number, 多 and 余 between them; return what they multiply by."""
    at, scale = found.end, 1
    more = False
    if at + 1 < len(text) and text[at] in _MORE and text[at + 1] in "万亿千百":
        at, more = at + 1, True
    while at < len(text):
        step = _LARGE.get(text[at]) or words.small_scales.get(text[at])
        if step is None or _begins_unit(text, at, words) or (step == 10 and text[at + 1 : at + 2] not in ("万", "亿")):
            break
        scale *= step
        at += 1
        if at + 1 < len(text) and text[at] in _MORE and text[at + 1] in "万亿":
            at, more = at + 1, True
    if scale > 1:
        found.end, found.is_more = at, found.is_more or more
        found.value, found.quantum = tidy(found.value * scale), tidy(Fraction(found.quantum) * scale)
    return scale


def _begins_unit(text: str, at: int, words: Chinese) -> bool:
    """Say whether 千 is part of a unit: 千瓦, 千米, 千克."""
    return text[at] == "千" and first_of(words.units, text, at) is not None


def _tail(text: str, found: Number, words: Chinese) -> None:
    """Take the smaller parts of a number told in steps: 3万2600, 1亿2000万, 48万5千."""
    place = found.quantum
    while found.end < len(text) and place > 1 and tidy(Fraction(found.value)).denominator == 1:
        character = text[found.end]
        if character in "0123456789":
            match = _ARABIC.match(text, found.end)
            assert match is not None
            if "." in match[0]:
                return
            part = Number(int(match[0].replace(",", "").replace("，", "")), 1, match.end())
            _scale(text, part, words)
        elif character in words.digits and text[found.end + 1 : found.end + 2] in ("千", "百", "万"):
            chars = _characters(text, found.end, words)
            if chars is None:
                return
            part = chars
        else:
            return
        if not 0 < part.value < place:
            return
        found.value, found.quantum, found.end = tidy(found.value + part.value), part.quantum, part.end
        found.is_more = part.is_more
        place = part.quantum


def _characters(text: str, at: int, words: Chinese) -> Number | None:
    """Read a numeral in characters; digits in a row without scales are told one by one (二〇二三)."""
    start = at
    total, section, digit = 0, 0, -1
    quantum = 1
    row = ""
    more = False
    upper: Rational | None = None
    while at < len(text):
        character = text[at]
        if character in words.digits:
            value = words.digits[character]
            if not value and digit < 0 and (section or total):
                at += 1
                continue  # 三百零五
            if digit >= 0:
                row = row or str(digit)
                row += str(value)
            digit = value
            quantum = 1
        elif character in words.small_scales:
            step = words.small_scales[character]
            if row and len(row) > 2:
                break
            if len(row) == 2:
                upper = int(row[1]) * step
                digit, row = int(row[0]), ""
            if digit < 0 and step == 10 and not section:
                digit = 1  # 十五
            elif digit < 0:
                if at == start:
                    return None  # 百 and 千 alone
                break
            section += digit * step
            digit, quantum = -1, step
        elif character in _LARGE:
            if at == start or (len(row) > 2):
                break
            step = _LARGE[character]
            if len(row) == 2:
                upper, digit, row = int(row[1]) * step, int(row[0]), ""
            section += max(digit, 0)
            if character == "亿" or not total:
                total = (total + section) * step
            else:
                total += section * step
            section, digit, quantum = 0, -1, step
            if upper is not None and upper < step:
                upper *= step
        elif character in _MORE and at > start and text[at + 1 : at + 2] in ("万", "亿"):
            more = True
        else:
            break
        at += 1
    if at == start:
        return None
    if row:
        value = int(row)
        if len(row) == 2 and int(row[1]) == int(row[0]) + 1 and not (section or total):
            return Number(int(row[0]), 1, at, upper=int(row[1]))
        return Number(value, 1, at) if not (section or total) else Number(0, 0, at, is_indefinite=True)
    value = total + section + max(digit, 0)
    if digit > 0 and text[at - 1] in words.digits and at - 2 >= start and text[at - 2] in "百千万亿" and not more:
        scale = words.small_scales.get(text[at - 2]) or _LARGE[text[at - 2]]
        value, quantum = value - digit + digit * scale // 10, scale // 10  # 三万五: 35,000
    found = Number(value, quantum, at, is_more=more, upper=upper)
    if text[at : at + 1] in words.indefinite and text[at : at + 1] == "几":
        found.is_indefinite = True
    return _decimals(text, found, words)


def _decimals(text: str, found: Number, words: Chinese) -> Number:
    """Read 二点五 and what scales it."""
    if text[found.end : found.end + 1] != "点" or text[found.end + 1 : found.end + 2] not in words.digits:
        return found
    at, row = found.end + 1, ""
    while at < len(text) and text[at] in words.digits:
        row += str(words.digits[text[at]])
        at += 1
    quantum = Fraction(1, 10 ** len(row))
    decimal = Number(tidy(found.value + int(row) * quantum), quantum, at)
    _scale(text, decimal, words)
    return decimal
