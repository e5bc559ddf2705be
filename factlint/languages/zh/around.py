"""What stands around a Chinese figure: the words that bound it, tell its change, and say against what.

超过264万个, 20余家, 六成以上, 不到10%, 同比增长7.7%, 比上年四季度回落0.3个百分点.
"""

import re
from fractions import Fraction

from factlint.knowledge.chinese import Chinese, first_of, last_of
from factlint.languages.zh.numerals import Number
from factlint.model.claim import Direction
from factlint.model.figure import Figure, significant
from factlint.model.quantity import COUNT, Bound, Unit
from factlint.model.span import Span

_BOUNDS = {
    "more_than": Bound.MORE_THAN, "at_least": Bound.AT_LEAST, "less_than": Bound.LESS_THAN, "at_most": Bound.AT_MOST,
    "nearly": Bound.LESS_THAN, "approx": Bound.APPROX, "exact": Bound.EXACT,
    "within": Bound.AT_MOST,
}  # fmt: skip
_STOPS = '，。；：！？、（）()“”"\n,;:'
_ENDS = "增升涨降减下至到和及与或、；提扩高低 "
_OBJECT = 14  # characters between a verb and its figure
_FAR = 40
_LEANING = ("more_than", "less_than", "at_least", "at_most")
_TIMES = re.compile("(?:19|20)[0-9]{2}年|[0-9]{1,2}[月日]")
_DIGIT = re.compile("[0-9]")
_BEHIND = 8
_SMALL = 12
_SOFT_TENS = 20


def finish(text: str, at: int, floor: int, number: Number, unit: Unit, last: int, words: Chinese) -> Figure:
    """Give a number its bound, its change and its comparison, and grow its span over the bound's words."""
    value = number.value
    first = at
    minus = last_of(tuple((word, word) for word in words.minus), text, first, floor)
    if minus is not None or (
        first > floor and text[first - 1] in "-−" and (first - 1 == floor or text[first - 2] in _STOPS + "为达至到")
    ):
        first -= len(minus[0]) if minus else 1
        value = -value
    bound, near, reaches = Bound.EXACT, False, False
    before = last_of(words.before, text, first, floor)
    if before is not None and not _is_time_back(text, first, before[0], unit):
        bound, near = _BOUNDS[before[1]], before[1] == "nearly"
        if before[1] != "exact":
            first -= len(before[0])
        reaches = before[0].endswith("达") or before[0].startswith("达")
    governed = first
    end = last
    if number.is_more or text[number.end : last][:1] in ("多", "余"):
        bound = Bound.MORE_THAN
    step = last
    measure = first_of(words.measures, text, step)
    more = text[step : step + 1] if text[step : step + 1] in ("多", "余") else ""
    if more:
        bound, end, step = Bound.MORE_THAN, step + 1, step + 1
        measure = first_of(words.measures, text, step)
    after = first_of(words.after, text, step)
    if after is None and measure is not None:
        after = first_of(words.after, text, step + len(measure[0]))
        reach = step + len(measure[0])
    else:
        reach = step
    if after is not None and after[1] == "within" and (unit.dimension != "time" or bound is not Bound.EXACT):
        after = None
    if after is not None and not (after[0] in ("多", "余") and measure is not None and reach > step):
        bound, near = _BOUNDS[after[1]], False
        end = reach + len(after[0])
    direction, is_change, is_loose = _change(text, governed, floor, words)
    comparison = _comparison(text, governed, words)
    if not is_change and not is_loose and unit.dimension in ("percent", "percentage_point"):
        turn, against = _noun_behind(text, end, words)
        if turn:
            direction, is_change, comparison = Direction(turn), True, against or comparison
    figure = Figure(
        Span(first, end), text[first:end], value, None, None, bound, number.quantum, unit, significant(value),
        is_near=near, is_loose=is_loose, is_change=is_change, direction=direction,
        comparison=comparison,
    )  # fmt: skip
    figure.is_soft = is_soft(figure, number) or number.is_round
    figure.is_reached = reaches
    figure.is_optional = text.startswith("周年", number.end)  # the centenary
    figure.is_nameless = unit is COUNT and measure is None and _is_nameless(text, end)
    if bound is Bound.EXACT:
        figure.leans = _leaning(text, governed, words)
    return figure


def _is_nameless(text: str, end: int) -> bool:
    """Say whether nothing behind a number tells what it counts: 从54万亿增加到82.7万亿，."""
    return not text[end:].strip() or text[end] in _STOPS + _ENDS


def _leaning(text: str, end: int, words: Chinese) -> Bound | None:
    """Return the bound of a word of the same clause that stands off the figure: 超过了2023年全年的38.6亿."""
    start = max(end - _FAR, max(text.rfind(stop, 0, end) for stop in "，。；：！？\n,;:") + 1)
    best, told = -1, ""
    for word, sort in words.before:
        at = text.rfind(word, start, end) if sort in _LEANING else -1
        if at > best and not _DIGIT.search(_TIMES.sub("", text[at + len(word) : end])):
            best, told = at, sort
    return _BOUNDS[told] if told else None


def _is_time_back(text: str, at: int, word: str, unit: Unit) -> bool:
    """Say whether 近 tells of a time up to now and bounds nothing: 近5年, 最近三个月; 近 of 附近."""
    if word != "近":
        return False
    return unit.dimension == "time" or text[at - 2 : at - 1] in ("最", "附", "邻")


def _change(text: str, end: int, floor: int, words: Chinese) -> tuple[Direction | None, bool, bool]:
    """Return which way the word right before a figure goes, whether it tells a change, and whether it is loosely told."""
    at = end
    for _ in range(4):
        filler = last_of(words.between, text, at, floor)
        if filler is None:
            break
        at -= len(filler[0])
    found = last_of(words.change, text, at, floor) or _governing(text, at, floor, words)
    if found is None:
        return None, False, False
    word, turn = found
    levels = text[at:end].startswith(("到", "至", "为")) and not word.endswith(("速", "幅"))
    opening = max(text.rfind(stop, floor, at) for stop in _STOPS) + 1
    loose = turn == "loose" or any(
        text.find(other, opening, at) >= 0 for other, sort in words.change if sort == "loose"
    )
    if loose:
        return None, not levels, True
    return Direction(turn), not levels, False


def _noun_behind(text: str, end: int, words: Chinese) -> tuple[str, str]:
    """Return the way of a noun of change behind its figure, and what it is measured against: 4.9%的同比增长, 8.9%的较小跌幅."""
    if text[end : end + 1] != "的":
        return "", ""
    stop = next((at for at in range(end + 1, min(len(text), end + _BEHIND)) if text[at] in _STOPS), end + _BEHIND)
    for at in range(end + 1, min(stop, len(text))):
        found = first_of(words.change_nouns, text, at)
        if found is not None:
            between = text[end + 1 : at]
            sort = next((sort for word, sort in words.comparison if word in between), "")
            return found[1], sort
    return "", ""


def tells_change(text: str, at: int, floor: int, words: Chinese) -> bool:
    """Say whether a word of change stands right before a figure, with nothing but 了 between."""
    end = at - 1 if text[at - 1 : at] == "了" else at
    return last_of(words.change, text, end, floor) is not None


def _governing(text: str, end: int, floor: int, words: Chinese) -> tuple[str, str] | None:
    """Return the verb whose object stands between it and the figure: 下调存款准备金率0.25个百分点."""
    start = max(end - _OBJECT, floor, max(text.rfind(stop, floor, end) for stop in _STOPS) + 1)
    best: tuple[int, tuple[str, str]] | None = None
    for pair in words.governing:
        at = text.rfind(pair[0], start, end)
        if at >= 0 and (best is None or at > best[0]):
            best = at, pair
    if best is None or any(
        text.find(word, best[0] + len(best[1][0]), end) >= 0 for word, _ in words.change if len(word) > 1
    ):
        return None
    return best[1]


def _comparison(text: str, end: int, words: Chinese) -> str:
    """Return what a change is measured against, from the words of its clause before it."""
    opening = max((text.rfind(stop, 0, end) for stop in "，。；！？\n,;"), default=-1) + 1
    best, told = -1, ""
    for word, sort in words.comparison:
        at = text.rfind(word, opening, end)
        if at > best:
            best, told = at, "" if text[at + len(word) :][:1] in ("末", "底") else sort
            if text[at + len(word) :][:1] in tuple("一二三四") and text[at + len(word) + 1 :][:2] == "季度":
                told = "qoq" if word.endswith("年") else told  # on the fourth quarter of the year before
    if best >= 0:
        return told
    return _under(text, opening)


def _under(text: str, end: int) -> str:
    """Return what the clauses behind 从环比看 and 同比看 are measured against, to the end of their sentence."""
    start = max(text.rfind(stop, 0, end) for stop in "。！？；\n") + 1
    at = text.rfind("比看，", start, end)
    return {"环": "prior", "同": "yoy"}.get(text[at - 1 : at], "") if at > start else ""


def is_soft(figure: Figure, number: Number) -> bool:
    """Say whether a translation may leave the figure out: small counts and times, one half, all of it."""
    value = number.value
    if figure.unit.dimension in ("count", "time", "multiple") and value == int(value):
        return (
            abs(Fraction(value)) <= _SMALL
            or (not number.in_digits and abs(Fraction(value)) <= _SOFT_TENS)
            or (not number.in_digits and value in (100, 1000, 10_000))
        )
    return figure.unit.is_percent and value in (50, 100) and not number.in_digits and figure.bound is Bound.EXACT
