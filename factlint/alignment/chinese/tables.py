"""Tables of a Chinese text: each cell's figure as a claim, by what its heads say: 2024年上半年（亿元）, 同比增长（%）, 占比.

What adds up and what grows in a table is found by the finders that know of tables, in any language.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from factlint.knowledge.chinese import Chinese, first_of
from factlint.languages.zh import read_figures, read_periods
from factlint.languages.zh.figures import units_of
from factlint.languages.zh.quantities import quantity_of
from factlint.model.claim import CellRef, Claim, Direction, How, Kind, Referent
from factlint.model.document import Document, Table
from factlint.model.document import Figure as Place
from factlint.model.figure import Figure, significant
from factlint.model.interval import tidy
from factlint.model.period import Grain, Period
from factlint.model.quantity import COUNT, Unit
from factlint.model.record import dataclass, replace
from factlint.model.span import Span

_BRACKETS = re.compile(r"[（(\[［]([^（()）\[\]］]*)[)）\]］]")
_STATED = re.compile(r"单位\s*[:：]\s*([^\s，。,；;）)]+)")
_SCALES = re.compile("万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千")
_WORTH = {"千": 1_000, "万": 10_000, "亿": 100_000_000, "十": 10, "百": 100}
_TO = {3: Grain.QUARTER, 6: Grain.HALF, 12: Grain.YEAR, 1: Grain.MONTH}
_THIS = 2000  # a year for tables that name none: this year and the one before differ by one


@dataclass(slots=True, frozen=True)
class _Head:
    """What the labels of a cell say of its figure."""

    unit: Unit
    scale: int
    is_change: bool
    is_share: bool
    is_average: bool
    period: Period | None


def cells_in(document: Document, text: str, words: Chinese, units: Mapping[str, Unit], first: int) -> Iterator[Claim]:
    """Yield the claims of a document's tables, numbered from ``first``; a cell of two figures or of none is left out."""
    number = first
    for index, table in enumerate(document.tables):
        for at, place in enumerate(table.figures):
            claim = _claim(document, text, table, place, words, units)
            if claim is not None:
                claim.index = number
                claim.cell = CellRef(index, at, place.cell.row, place.cell.column)
                number += 1
                yield claim


def _claim(
    document: Document, text: str, table: Table, place: Place, words: Chinese, units: Mapping[str, Unit]
) -> Claim | None:
    span = place.cell.span
    figures = read_figures(text, span.start, span.end, words, units)
    if len(figures) != 1 or figures[0].value is None:
        return None
    figure = figures[0]
    head = _head(text, table, place, words, units)
    _scale(figure, head)
    kind, direction = Kind.LEVEL, None
    if head.is_change:
        kind, direction = Kind.CHANGE, Direction.DOWN if Fraction(figure.value or 0) < 0 else Direction.UP
        figure.value = tidy(abs(Fraction(figure.value or 0)))
    elif head.is_share and figure.unit.is_percent:
        kind = Kind.SHARE
    name = " ".join(_bare(row.of(text)) for row in place.rows[-1:])
    return Claim(
        0, _sentence(document, span), quantity_of(figure), kind, span, span.of(document.text),
        direction=direction, period=head.period, period_how=How.STATED,
        measure=Referent(name, name, frozenset([name]) if name else frozenset(), How.STATED),
        comparison="yoy" if head.is_change else "",
    )  # fmt: skip


def _sentence(document: Document, span: Span) -> int:
    before = [sentence.index for sentence in document.sentences if sentence.span.start <= span.start]
    return before[-1] if before else 0


def _scale(figure: Figure, head: _Head) -> None:
    """Give a figure the unit and the scale of its head, where it has none of its own."""
    if figure.unit.is_count:
        _take_unit(figure, head)
    if head.is_average:
        figure.unit = replace(figure.unit, per="each")  # averages add up to nothing


def _take_unit(figure: Figure, head: _Head) -> None:
    figure.unit = head.unit
    if head.scale > 1 and figure.value is not None:
        figure.value = tidy(Fraction(figure.value) * head.scale)
        figure.quantum = tidy(Fraction(figure.quantum) * head.scale)
        figure.digits = significant(figure.value)


def _head(text: str, table: Table, place: Place, words: Chinese, units: Mapping[str, Unit]) -> _Head:
    heads = [span.of(text) for span in reversed(place.columns)]
    rows = [span.of(text) for span in reversed(place.rows)]
    names = [_bare(label) for label in (*heads, *rows)]
    is_change = any(word in name for name in names for word in words.listed["tables.change"])
    is_share = any(word in name for name in names for word in words.listed["tables.share"])
    is_average = any(word in name for name in names for word in words.listed["tables.average"])
    caption = table.caption.of(text) if table.caption is not None else ""
    near = _STATED.findall(text[max(table.cells[0].span.start - 60, 0) : table.cells[0].span.start])
    unit, scale = COUNT, 1
    for label in (*heads, *rows, *(() if is_change or is_share else (caption, *(f"（{one}）" for one in near)))):
        told = _unit_in(label, words, units)
        if told is not None:
            unit, scale = told
            break
    else:
        if is_change or is_share:
            unit = units["percent"]
    period = next(
        (found for span in (*reversed(place.columns), *reversed(place.rows)) if (found := _period(text, span, words))),
        None,
    )
    return _Head(unit, scale, is_change, is_share, is_average, period)


def _unit_in(label: str, words: Chinese, units: Mapping[str, Unit]) -> tuple[Unit, int] | None:
    """Return the unit and the scale that a label names in brackets or behind a colon: （万元）, 单位：%."""
    for inside in (*_STATED.findall(label), *_BRACKETS.findall(label)):
        told = inside.strip().removeprefix("单位：").removeprefix("单位:").strip()
        scaled = _SCALES.match(told)
        rest = told[scaled.end() :] if scaled is not None and told not in (word for word, _ in words.units) else told
        scale = 1
        if rest != told and scaled is not None:
            for character in scaled[0]:
                scale *= _WORTH[character]
        unit = first_of(words.units, rest, 0)
        if unit is not None and unit[0] == rest:
            return units_of(unit[1], units), scale
        if (first_of(words.measures, rest, 0) or ("",))[0] == rest:
            return COUNT, scale
    return None


def _period(text: str, span: Span, words: Chinese) -> Period | None:
    """Return the year, half, quarter or month that a head names; this year and the one before where it names none."""
    label = span.of(text)
    named = read_periods(text, span.start, span.end)
    years = {one.year for one in named if one.year}
    months = [one for one in named if not one.year]
    this = next((year for word, year in words.paired["tables.years"].items() if word in label), None)
    if len(years) > 1 or len(months) > 1 or (not years and this is None):
        return None
    year = next(iter(years)) if years else _THIS + int(this or 0)
    first, last = (months[0].first, months[0].last) if months else (1, 12)
    if last < first:
        return None
    end = date(year + last // 12, last % 12 + 1, 1).toordinal() - 1
    return Period(
        span,
        label,
        date(year, first, 1),
        date.fromordinal(end),
        _TO.get(last - first + 1, Grain.OTHER),
        has_year=bool(years),
    )


def _bare(label: str) -> str:
    return "".join(_BRACKETS.sub(" ", label).split())
