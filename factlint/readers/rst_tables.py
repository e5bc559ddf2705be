"""Tables of reStructuredText to cells: drawn as a grid, with rules of equals signs, as nested lists, or as values."""

import re
from collections.abc import Sequence
from functools import cache

from factlint.model.document import Cell
from factlint.model.span import Span
from factlint.readers.blocks import Line


def is_grid(words: str) -> bool:
    """Say whether a line opens a grid table: +-----+-----+."""
    return len(words) >= 5 and words[0] == words[-1] == "+" and not words.strip("+-=")


def is_simple(words: str) -> bool:
    """Say whether a line is a rule of a simple table: =====  =====."""
    return " " in words and not words.strip("= ") and "==" in words


def grid_cells(source: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of a grid table; a cell of several lines is taken by its first."""
    edges = [at for at, sign in enumerate(source[lines[0].start : lines[0].end]) if sign == "+"]
    cells: list[Cell] = []
    row, fresh, heads = 0, True, 0
    filled: set[int] = set()
    for line in lines[1:]:
        words = source[line.start : line.end]
        if words[0] == "+" and not words.strip("+-="):
            heads = row + 1 if "=" in words else heads
            row, fresh = row + 1, True
            filled = set()
            continue
        if words[0] not in "|+":
            continue
        at = 1
        for part in words[1:].split("|")[:-1]:
            left, right = at - 1, at + len(part)
            column = sum(1 for edge in edges[1:] if edge <= left)
            wide = max(sum(1 for edge in edges if left < edge <= right), 1)
            if (bare := part.strip()) and column not in filled:
                start = line.start + at + part.index(bare)
                cells.append(Cell(Span(start, start + len(bare)), row, column, False, wide))
                filled.add(column)
            at = right + 1
        fresh = False
    return [_headed(cell, heads) for cell in cells] if not fresh or cells else []


def simple_cells(source: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of a simple table, whose columns its rules mark."""
    rule = source[lines[0].start : lines[0].end]
    columns = [match.span() for match in re.finditer(r"=+", rule)]
    rules = [at for at, line in enumerate(lines) if is_simple(source[line.start : line.end])]
    heads = rules[1] - 1 if len(rules) > 2 else 0
    cells: list[Cell] = []
    row = -1
    for at, line in enumerate(lines[1:], 1):
        words = source[line.start : line.end]
        if at in rules or not words.strip("-= "):
            continue
        row += 1
        shift = line.indent - lines[0].indent
        for column, (left, right) in enumerate(columns):
            end = len(words) + shift if column == len(columns) - 1 else right
            part = words[max(left - shift, 0) : max(end - shift, 0)]
            if bare := part.strip():
                start = line.start + max(left - shift, 0) + part.index(bare)
                cells.append(Cell(Span(start, start + len(bare)), row, column))
    return [_headed(cell, heads) for cell in cells]


def list_cells(source: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of a list-table: "* - first" begins a row, "- next" a cell."""
    cells: list[Cell] = []
    row, column = -1, 0
    for line in lines:
        match = _row_pattern().match(source, line.start, line.end)
        if match is None:
            continue
        if match["row"]:
            row, column = row + 1, 0
        else:
            column += 1
        words = source[match.end() : line.end]
        if bare := words.strip():
            start = match.end() + words.index(bare)
            cells.append(Cell(Span(start, start + len(bare)), max(row, 0), column))
    return cells


def csv_cells(source: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of a csv-table."""
    cells: list[Cell] = []
    for row, line in enumerate(lines):
        for column, match in enumerate(_value_pattern().finditer(source, line.start, line.end)):
            group = "quoted" if match["quoted"] is not None else "plain"
            words = match[group]
            if bare := words.strip():
                start = match.start(group) + words.index(bare)
                cells.append(Cell(Span(start, start + len(bare)), row, column))
    return cells


def _headed(cell: Cell, heads: int) -> Cell:
    return Cell(cell.span, cell.row, cell.column, cell.row < heads, cell.wide, cell.deep)


@cache
def _row_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<row>\*[ \t]+)?-(?:[ \t]+|$)")


@cache
def _value_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\"(?P<quoted>(?:[^\"]|\"\")*)\"[^,\r\n]*|(?P<plain>[^,\r\n]+))(?:,|$)|,")
