"""Lengths of time right behind their two ends in Chinese text: 2019年至2023年五年间, 5月1日至5日，为期5天."""

import re
from collections.abc import Iterator

from factlint.alignment.chinese.lines import Line
from factlint.alignment.lastings import Lasting
from factlint.languages.zh.dates import read_dates
from factlint.model.claim import Kind
from factlint.model.interval import Interval
from factlint.model.period import Period
from factlint.model.quantity import Bound

_JOINT = re.compile(
    r"^(?:的|这|，?(?:为期|历时|持续|前后|共|共计|放假|会期|展期|工期|总共)(?:为|了)?|[（(](?:为期|共|历时)?)?$"
)


def lastings_in(line: Line) -> Iterator[Lasting]:
    """Yield the lengths of time that stand right behind a span of days or years."""
    periods = [period for period in _spans(line) if period.end is not None and not period.is_inverted]
    for number, claim in enumerate(line.claims):
        quantity = claim.quantity
        if claim.kind is not Kind.DURATION or quantity is None or not isinstance(quantity.value, int):
            continue
        alone = [period for period in periods if period.span.end <= claim.span.start]
        ends = [
            period for period in periods
            if period.span.end <= claim.span.start and _JOINT.match(line.text[period.span.end : claim.span.start])
        ]  # fmt: skip
        if not ends and len(periods) == len(alone) == 1 and line.clause(number) in ("共", "为期", "历时", "共计"):
            ends = alone  # 3月1日至20日为汛期，共20天
        if (
            len(ends) != 1
            or quantity.bound is not Bound.EXACT
            or (number and line.figures[number - 1].span.end > ends[0].span.start)
        ):
            continue
        counted = _counted(ends[0], quantity.unit.name)
        if counted is not None:
            yield Lasting(claim, ends, counted)


def _spans(line: Line) -> list[Period]:
    found = read_dates(line.text[line.span.start : line.span.end], line.words)
    for period in found:
        period.span = period.span.moved(line.span.start)
    return [period for period in found if period.start != period.end]


def _counted(period: Period, unit: str) -> Interval | None:
    """Return how many days or years lie between two ends, and counting both."""
    assert period.start is not None and period.end is not None
    if unit == "year" and (period.start.month, period.end.month) == (1, 12):
        years = period.end.year - period.start.year
        return Interval(years, years + 1)
    if unit == "day" and (period.end - period.start).days < 366:
        days = (period.end - period.start).days
        return Interval(days, days + 1)
    return None
