"""Figures of Chinese text: 超过264万个, 同比增长7.7%, 收窄0.3个百分点, 六成以上, 300万至500万元.

What stands in front of a figure bounds it (超, 近, 约, 不到) and tells its change (增长, 回落); what stands behind it is its
unit or measure word, and 以上, 多, 余, 左右, which bound it too.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from factlint.knowledge.chinese import Chinese, first_of
from factlint.languages.zh.around import finish, is_soft, tells_change
from factlint.languages.zh.fractions import read_parts, read_share
from factlint.languages.zh.gaps import squeezed
from factlint.languages.zh.numerals import Number, read_number, read_scale
from factlint.model.figure import Figure, significant
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import COUNT, Bound, Unit
from factlint.model.span import Span

_BASE = re.compile(r"/每?(?:10*[万千]?|[十百千万]+)(?![0-9])")
_BESIDE = re.compile(
    r"，(?:远远?|略|明显|大幅|均)?(?:高|低|快|慢|大|小|好)于[^，。；]{0,12}"
)  # 增长6.6%，高于10月的4.6%
_CLOCK = re.compile(r"[0-9]+[:：/][0-9]")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}[-/—－][0-9]{2}年")
_HOUR = re.compile(r"[0-9]{1,2}[时点][0-9]{1,2}分?|[0-9]{1,2}[时点](?=[，。整至到许])")
_DOUBLED = re.compile(r"翻了?([一两二三四])?番")
_WIDE = {ord(wide): ord(narrow) for wide, narrow in zip("０１２３４５６７８９．％＋－", "0123456789.%+-", strict=True)}
_LEAST_PLACE = 13  # 第三 and 第十二 are words like others
_ALL_YEAR = ("全年", "财年", "年度", "学年")
_HOURS = 24
_HOURLY = 5  # characters: 时速可达350公里
_LINKS = ("至", "到", "-", "—", "~", "～", "–", "－", "〜")


def simplified(text: str, words: Chinese) -> str:
    """Return the text with full-width digits and the traditional characters of figures made plain, character by character."""
    return text.translate(_WIDE).translate(words.traditional)


def read_figures(text: str, start: int, end: int, words: Chinese, units: Mapping[str, Unit]) -> list[Figure]:
    """Return the figures of ``text[start:end]`` in text order; the text must be ``simplified``."""
    plain = squeezed(text, start, end)
    if plain is None:
        return _read(text, start, end, words, units)
    found = _read(plain.text, 0, len(plain.text), words, units)
    for figure in found:
        figure.span = plain.span(figure.span)
        figure.text = figure.span.of(text)
    return found


def _read(text: str, start: int, end: int, words: Chinese, units: Mapping[str, Unit]) -> list[Figure]:
    found: list[Figure] = []
    at = start
    floor = start
    while at < end:
        name = first_of(words.names, text, at)
        if name is not None and not (name[0].endswith("分") and text.startswith("之", at + len(name[0]))):
            at += len(name[0])
            continue
        skipped = _skip(text, at, start, words)
        place = _place(text, at, skipped, words)
        if place is not None:
            found.append(place)
        if skipped > at:
            at = skipped
            continue
        figure, after = _figure(text, at, floor, words, units)
        if figure is not None and figure.span.end <= end:
            found.append(figure)
            floor = figure.span.end
        at = after
    _share(text, found, words)
    return found


def _skip(text: str, at: int, start: int, words: Chinese) -> int:
    """Return the end of what holds digits and counts nothing: names with letters, clock times, ordinals, 数十, list markers."""
    character = text[at]
    if character.isascii() and character.isalpha():
        step = at
        while step < len(text) and text[step].isascii() and (text[step].isalnum() or text[step] in "-."):
            step += 1
        return step
    if character == "第" or (character in words.indefinite and text[at + 1 : at + 2] in ("十", "百", "千", "万", "亿")):
        step = at + 1
        while step < len(text) and (
            text[step].isdigit()
            or text[step] in words.digits
            or text[step] in words.small_scales
            or text[step] in "万亿"
        ):
            step += 1
        return step
    if character.isascii() and character.isdigit():
        years = _YEARS.match(text, at)
        if years is not None:
            return years.end()
        hour = _HOUR.match(text, at)
        if hour is not None:
            return hour.end()
        clock = _CLOCK.match(text, at)
        if clock is not None and text[clock.end() - 2] != "/":
            return _digits_end(text, clock.end())
        end = _digits_end(text, at)
        following = text[end : end + 1]
        if following.isascii() and following.isalpha() and first_of(words.units, text, end) is None:
            return end + 1  # 5G, 3D
        if at == start and following in ("、", "．", ".") and end - at <= 2:
            return end + 1
    elif at == start and character in words.digits and text[at + 1 : at + 2] == "、":
        return at + 2
    return at


def _place(text: str, at: int, end: int, words: Chinese) -> Figure | None:
    """Return a place in a row, which a translation may tell as an ordinal: 第2000万辆, 第十四届."""
    number = read_number(text, at + 1, words) if text[at] == "第" and end > at + 1 else None
    if number is None or number.is_indefinite or number.value < _LEAST_PLACE:
        return None
    return Figure(
        Span(at, number.end), text[at : number.end], number.value, None, None, Bound.EXACT, 1, Unit("ordinal", "ordinal"),
        significant(number.value), is_optional=True,
    )  # fmt: skip


def _digits_end(text: str, at: int) -> int:
    while at < len(text) and text[at] in "0123456789.,:：":
        at += 1
    return at


def _figure(text: str, at: int, floor: int, words: Chinese, units: Mapping[str, Unit]) -> tuple[Figure | None, int]:
    """Read the figure that begins at a place; None where there is none, with the place to go on from."""
    doubled = _DOUBLED.match(text, at)
    if doubled is not None:
        times = words.digits.get(doubled[1] or "一", 1)
        folds = Number(2**times, 0, doubled.end())
        figure = finish(text, at, floor, folds, units_of("multiple", units), doubled.end(), words)
        figure.is_change, figure.is_soft = True, False
        return figure, doubled.end()
    share = read_share(text, at, floor, words, units["percent"])
    if share is not None:
        return share
    number = read_scale(text, at, floor, words) or read_number(text, at, words)
    if number is None:
        return None, at + 1
    if number.is_indefinite:
        return None, number.end
    share = read_parts(text, at, floor, number, words, units["percent"])
    if share is not None:
        return share
    if _is_name(text, at, number, words):
        return None, number.end
    joined = _range(text, number, words, changes=tells_change(text, at, floor, words))
    if joined is not None:
        second, unit, last = joined
        figure = finish(text, at, floor, number, units_of(unit, units), last, words)
        figure.value, figure.low, figure.high = None, number.value, second.value
        figure.bound, figure.quantum = Bound.RANGE, max(number.quantum, second.quantum)
        figure.is_soft = is_soft(figure, number) and is_soft(figure, second)
        return figure, last
    unit_word = _unit_at(text, number.end, number, words)
    if unit_word is None and text[number.end : number.end + 1] == "点" and "point" in units:
        unit_word = "点", "point"  # of an index: a time of day was skipped
    if unit_word is None:
        base = _BASE.match(text, number.end)  # 19.6/10万
        figure = finish(text, at, floor, number, COUNT, number.end, words)
        figure.is_optional = figure.is_optional or text[at - 1 : at] == "每"
        return figure, max(number.end, at + 1) if base is None else base.end()
    word, name = unit_word
    if name == "kilometer" and "时速" in text[max(at - _HOURLY, floor) : at]:
        name = "kilometer_per_hour"
    last = number.end + len(word)
    figure = finish(text, at, floor, number, units_of(name, units), last, words)
    if name == "tenth":
        figure = _tenths(text, at, floor, number, last, words, units)
    elif name == "multiple":
        _multiple(text, figure, number)
    return figure, figure.span.end


def units_of(name: str, units: Mapping[str, Unit]) -> Unit:
    """Return the unit of a canonical name; currencies have one of their own each."""
    if name in units:
        return units[name]
    if name == "multiple":
        return Unit("multiple", "multiple")
    return Unit(name, "currency") if len(name) == 3 and name.isupper() else COUNT


def _unit_at(text: str, at: int, number: Number, words: Chinese) -> tuple[str, str] | None:
    """Return the unit behind a number, over 多 and 余 and a space."""
    step = at
    if text[step : step + 1] in ("多", "余") and first_of(words.units, text, step + 1) is not None:
        step += 1
    if text[step : step + 1] == " ":
        step += 1
    found = first_of(words.units, text, step)
    if found is None:
        return None
    word, name = found
    following = text[step + len(word) : step + len(word) + 1]
    if name == "tenth" and (
        number.value > 10
        or following in tuple("立为功员绩果都本熟长交效人就")
        or (number.in_digits and number.value < 1)
    ):
        return None
    if name == "year" and number.in_digits and 1900 <= number.value <= 2100 and word == "年":
        return None
    return text[at : step + len(word)], name


def _is_name(text: str, at: int, number: Number, words: Chinese) -> bool:
    """Say whether a numeral is part of a date, a time of day, an ordinal or a name: 2023年, 3月, 20日, 19届, 8号."""
    following = text[number.end : number.end + 1]
    before = text[at - 1] if at else ""
    if (
        number.in_digits
        and 1900 <= number.value <= 2100
        and (following == "年" or text.startswith(_ALL_YEAR, number.end))
    ):
        return True
    if following == "年" and not number.in_digits and number.value > 1000:
        return True
    if following in ("月", "日", "号") and number.value <= 31 and text[number.end : number.end + 2] not in ("月末存",):
        return True
    if text.startswith(("世纪", "年代"), number.end):
        return True
    if following == "大" and not number.in_digits and text[number.end + 1 : number.end + 2] not in ("约", "概", "型"):
        return True
    if following == "点" and (number.value > _HOURS or number.quantum < 1):
        return False
    if following in words.naming and following not in ("月", "日", "号", "大"):
        return following != "点" or not text[number.end + 1 : number.end + 2].isdigit()
    if following in ("季",) or text.startswith("季度", number.end):
        return True
    if following in ("-", "－", "—", "至", "到", "~", "～") and _is_span_of_dates(text, number.end + 1, words):
        return True
    return bool(before) and before.isascii() and before.isalpha()


def _is_span_of_dates(text: str, at: int, words: Chinese) -> bool:
    """Say whether the second end of a span is a date: 1-3月, 2021-2023年, 1至3季度."""
    if at >= len(text):
        return False
    second = read_number(text, at, words)
    if second is None:
        return False
    following = text[second.end : second.end + 1]
    return (following in ("月", "日", "季") and text[second.end : second.end + 2] != "个月") or (
        following == "年" and second.value >= 1900
    )


def _range(text: str, number: Number, words: Chinese, *, changes: bool) -> tuple[Number, str, int] | None:
    """Return the second end of a range, its unit and end: 300万至500万元, 5%至7%, 3到5个.

    Behind a word of change, 减少3500万元至4.1亿元 is no range: it fell by the one to the other, which is the larger by far.
    """
    if number.upper is not None:
        unit = _unit_at(text, number.end, number, words)
        upper = Number(number.upper, number.quantum, number.end)
        return upper, unit[1] if unit else "", number.end + (len(unit[0]) if unit else 0)
    at = number.end
    first_unit = _unit_at(text, at, number, words)
    if first_unit is not None:
        at += len(first_unit[0])
    if (
        text[at : at + 1] not in _LINKS
        or at + 1 >= len(text)
        or not (text[at + 1].isdigit() or text[at + 1] in words.digits)
    ):
        return None
    second = read_number(text, at + 1, words)
    if second is None or second.is_indefinite:
        return None
    unit = _unit_at(text, second.end, second, words)
    if first_unit is not None and (unit is None or unit[1] != first_unit[1]):
        return None
    if first_unit is None and text[at] in ("至", "到") and unit is None and second.value <= number.value:
        return None
    scale = Fraction(second.quantum)
    if first_unit is None and scale >= 1000 and number.value < 10_000 and number.quantum <= 1:
        factor = _scale_of(text, at + 1, second)
        if number.value * factor <= second.value * 2:
            number.value, number.quantum = tidy(number.value * factor), tidy(number.quantum * factor)
    if number.value >= second.value:
        return None
    name = unit[1] if unit else ""
    if changes and name != "percent" and second.value >= 2 * number.value:
        return None
    if name in ("tenth",):
        number.value, second.value = number.value * 10, second.value * 10
        name = "percent"
    return second, name, second.end + (len(unit[0]) if unit else 0)


def _scale_of(text: str, at: int, number: Number) -> int:
    """Return what the characters behind a number's digits multiply it by."""
    scale = 1
    for character in text[at : number.end]:
        scale *= {"千": 1000, "万": 10_000, "亿": 100_000_000}.get(character, 1)
    return scale


def _tenths(
    text: str, at: int, floor: int, number: Number, last: int, words: Chinese, units: Mapping[str, Unit]
) -> Figure:
    """Read 六成, 三成多 and 六成五 as percentages."""
    value: Rational = number.value * 10
    quantum: Rational = 10
    if last < len(text) and text[last] in words.digits and not text.startswith(("一", "二"), last):
        value, quantum, last = value + words.digits[text[last]], 1, last + 1
    elif text[last : last + 1] == "半":
        value, quantum, last = value + 5, 1, last + 1
    share = Number(value, quantum, last, is_more=number.is_more, upper=None)
    figure = finish(text, at, floor, share, units["percent"], last, words)
    figure.quantum = 2
    return figure


def _multiple(text: str, figure: Figure, number: Number) -> None:
    """Give 增长N倍 its two readings: by N times, and to N + 1 times."""
    if text[figure.span.end : figure.span.end + 1] == "半" and number.quantum >= 1:
        figure.value = tidy(number.value + Fraction(1, 2))
        figure.span = Span(figure.span.start, figure.span.end + 1)
    value = figure.value or 0
    figure.readings = (value, value + 1) if figure.is_change else (value,)


def _share(text: str, found: list[Figure], words: Chinese) -> None:
    """Let figures told in a row share what the last or the first of them is given: 分别增长5.1%、6.2%和7.3%."""
    for at in range(len(found) - 2, -1, -1):
        if (found[at].unit.name, found[at + 1].unit.name) == ("hour", "minute") and found[at].span.end == found[
            at + 1
        ].span.start:
            _join_times(found, at)  # 4小时28分钟
    for left, right in pairwise(found):
        gap = text[left.span.end : right.span.start].strip()
        if (
            right.direction is None
            and left.direction is not None
            and _BESIDE.fullmatch(gap)
            and right.unit == left.unit
        ):
            right.direction, right.is_change, right.is_loose = left.direction, left.is_change, left.is_loose
        if gap not in ("、", "和", "及", "以及", "，", "与"):
            continue
        counted = first_of(words.measures, text, left.span.end) or any(word in left.text for word, _ in words.measures)
        if left.unit is COUNT and right.unit is not COUNT and not counted:
            left.unit, left.is_nameless = right.unit, False
        if right.unit == left.unit and right.direction is None and not right.is_change and gap != "，":
            right.direction, right.is_change, right.is_loose = left.direction, left.is_change, left.is_loose
            right.comparison = right.comparison or left.comparison


def _join_times(found: list[Figure], at: int) -> None:
    hours, minutes = found[at], found.pop(at + 1)
    if hours.value is None or minutes.value is None:
        return
    hours.value = tidy(Fraction(hours.value) + Fraction(minutes.value) / 60)
    hours.quantum, hours.is_soft = Fraction(1, 60), False
    hours.span, hours.text = Span(hours.span.start, minutes.span.end), hours.text + minutes.text
    hours.digits = significant(hours.value)
