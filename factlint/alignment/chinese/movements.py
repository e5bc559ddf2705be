"""Levels before and after, and changes between them, in one Chinese sentence.

由21.66%提高到23.04%，提高1.38个百分点; 27.15亿元，较上年的30.96亿元减少12.3%; 13.2万人，比上年增加0.6万人，增长4.8%.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.naming import holds, reached
from factlint.alignment.compounding import Compounding
from factlint.alignment.joints import value_of
from factlint.alignment.movements import Movement
from factlint.alignment.multiples import Multiple
from factlint.alignment.told_twice import ToldTwice
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.interval import Interval, tidy
from factlint.model.span import Span

_OUT_OF_SIZE = 500
_AVERAGE = ("年均", "月均", "日均", "平均", "年平均")
_BEFORE = re.compile(
    r"[比较](?:上年|去年|前年|上期|上月|上季度|上一季度|(?:19|20)\d\d年)(?:同期|末|底)?的$|(?:上年|去年|上)(?:同期|末)(?:仅|只)?(?:为|是)$|^(?:上年|去年)(?:为|是)$"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_LONGEST_YEARS = 60

Relation = Movement | ToldTwice | Multiple | Compounding


def movements_in(line: Line) -> Iterator[Relation]:
    """Yield what one sentence ties of levels and changes."""
    if holds(line.text[line.span.start : line.span.end], line.words.listed["sums.real"]):
        return
    for number in range(len(line.figures)):
        yield from _from_to(line, number)
        yield from _compared(line, number)
        yield from _amount_and_percent(line, number)


def _from_to(line: Line, number: int) -> Iterator[Relation]:
    """Read 由 a 提高到 b and what follows: a change, a multiple, a growth a year."""
    if number + 1 >= len(line.figures) or not line.is_one_unit(number, number + 1):
        return
    clause, joint = line.clause(number), line.lead(number + 1)
    opened = max(clause.rfind("由"), clause.rfind("从"))
    verb = reached(line, number + 1)
    if opened < 0 or verb is None or "，" in joint or "、" in joint:
        return
    previous, current = line.claims[number], line.claims[number + 1]
    if not _are_levels(previous, current):
        return
    previous.role, current.role = "from", "to"
    changes, at = [], number + 2
    while at < len(line.figures) and _continues(line, at):
        claim = line.claims[at]
        years = _years(line, number, number + 1)
        if holds(line.clause(at), _AVERAGE):
            if claim.quantity is not None and claim.quantity.unit.is_percent and claim.direction is not None and years:
                ratio = value_of(current).over(value_of(previous))
                if ratio is not None:
                    yield Compounding(claim, [previous, current], years, ratio, [])
        elif claim.kind is Kind.RATIO:
            yield _multiple(claim, current, previous)
        elif not claim.comparison and not _is_official(previous, line):
            changes.append(claim)
        at += 1
    yield _movement(current, previous, changes, verb[0], verb[1], Direction(verb[2]))


def _compared(line: Line, number: int) -> Iterator[Relation]:
    """Read a level, the level before behind 比, 较 or 上年同期为, and the change on either side of it."""
    if number == 0 or reached(line, number) is not None or not _BEFORE.search(line.clause(number).rstrip("约近")):
        return
    previous = line.claims[number]
    at = number - 1
    changes = []
    while at >= 0 and not (line.is_one_unit(at, number) and line.claims[at].kind is previous.kind):
        if not _continues(line, at) or line.claims[at].kind is not Kind.CHANGE:
            return
        changes.append(line.claims[at])
        at -= 1
    if at < 0 or "；" in line.text[line.figures[at].span.end : line.figures[number].span.start]:
        return
    current = line.claims[at]
    is_of_previous = line.clause(number).find("比") >= 0 or "较" in line.clause(number)
    follows = number + 1
    while (
        follows < len(line.figures)
        and line.claims[follows].kind is Kind.CHANGE
        and _continues(line, follows, joined=is_of_previous)
    ):
        changes.append(line.claims[follows])
        follows += 1
    if not _are_levels(previous, current) or any(change.comparison not in ("", "yoy") for change in changes):
        return
    if any(holds(line.clause(line.claims.index(change)), _AVERAGE) for change in changes):
        return
    previous.role = "from"
    if _is_official(current, line):
        changes = [change for change in changes if change.quantity is not None and change.quantity.unit.is_point]
    yield _movement(current, previous, changes, "", None, None)


def _amount_and_percent(line: Line, number: int) -> Iterator[ToldTwice]:
    """Read a level with the amount and the percentage of one change: 13.2万人，比上年增加0.6万人，增长4.8%."""
    if number + 2 >= len(line.figures):
        return
    level, first, second = line.claims[number : number + 3]
    if not line.is_amount(number) or Kind.CHANGE not in (first.kind,) or second.kind is not Kind.CHANGE:
        return
    change, growth, at = (
        (first, second, number + 1) if line.is_one_unit(number, number + 1) else (second, first, number + 2)
    )
    if not line.is_one_unit(number, at) or growth.quantity is None or not growth.quantity.unit.is_percent:
        return
    if change.direction is None or change.direction is not growth.direction:
        return
    if not _continues(line, number + 1) or not _continues(line, number + 2):
        return
    if _is_official(level, line) or "新增" in line.lead(at):
        return  # 新增20万户，增长5%: the new ones may have grown
    leads = line.clause(number + 1), line.clause(number + 2)
    if any(holds(lead, _AVERAGE) for lead in leads) or Modality.ASSERTED is not level.modality:
        return
    if first.comparison != second.comparison and second.comparison:
        return
    yield ToldTwice(change, growth, [level], is_sure=True)


def _continues(line: Line, number: int, *, joined: bool = False) -> bool:
    """Say whether a figure goes on with the measure before it: its clause opens with a word of change or comparison."""
    lead = line.lead(number)
    if "；" in lead or "其中" in lead:
        return False
    return joined or line.claims[number].measure.how == "inherited" or not line.claims[number].measure.words


def _is_official(level: Claim, line: Line) -> bool:
    """Say whether the growth of a measure is told on another basis than its level by those who count it."""
    return holds(level.measure.text, line.words.listed["sums.official"])


def _are_levels(first: Claim, second: Claim) -> bool:
    kinds = {first.kind, second.kind}
    return (kinds <= {Kind.LEVEL, Kind.RATE, Kind.SHARE} or kinds == {Kind.DURATION}) and first.modality is second.modality and (
        first.quantity is not None and second.quantity is not None and first.quantity.value is not None and second.quantity.value is not None
    )  # fmt: skip


def _movement(
    current: Claim, previous: Claim, changes: list[Claim], verb: str, span: Span | None, direction: Direction | None
) -> Movement:
    found = Movement(current, previous, changes, verb, span)
    found.direction = direction
    assert current.quantity is not None and previous.quantity is not None
    sizes = sorted(abs(Fraction(claim.quantity.middle)) for claim in (current, previous) if claim.quantity is not None)
    found.out_of_size = sizes[1] > sizes[0] * _OUT_OF_SIZE
    if any(claim.quantity is not None and claim.quantity.middle < 0 for claim in (current, previous)):
        found.direction = None
    return found


def _years(line: Line, first: int, second: int) -> list[int]:
    """Return how many years may lie between two levels, by the years in front of them: one more or fewer."""
    start = line.figures[first - 1].span.end if first else line.span.start
    one = _YEAR.findall(line.text[start : line.figures[first].span.start])
    other = _YEAR.findall(line.lead(second))
    if len(one) != 1 or len(other) != 1:
        return []
    years = int(other[0]) - int(one[0])
    return [count for count in (years, years - 1, years + 1) if count > 0] if 1 < years < _LONGEST_YEARS else []


def _multiple(ratio: Claim, current: Claim, previous: Claim) -> Multiple:
    """Tie a multiple to the two levels: 增长1.5倍 passes as by and as to, 是…的2.4倍 as to alone."""
    quantity = ratio.quantity
    assert quantity is not None
    reading = quantity.admitted(round_reading=True).closed()
    if "翻" in ratio.text and quantity.value is not None:
        tenth = Fraction(quantity.value) / 10
        reading = Interval(tidy(quantity.value - tenth), tidy(quantity.value + tenth))
    readings = [reading]
    if ratio.direction is not None and "翻" not in ratio.text:
        readings.append(reading.shifted(1))
    return Multiple(ratio, current, previous, readings)
