"""Tables to figures: which cells head columns, which label rows, and which hold the figures between."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from factlint.model.document import Block, Cell, Figure, Table
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph

_MOST_HEADS = 4  # rows
_MOST_STUBS = 4  # columns
_LONGEST_LABEL = 160
_LONGEST_CAPTION = 200


def tell_figures(text: str, table: Table, most: int) -> int:
    """Fill in the figures of a table, at most so many, with the labels of their rows and columns; return their number.

    A table without heads or without labels has none: nothing would say what they are.
    """
    grid = _Grid(text, table.cells)
    heads = grid.heads()
    stubs = grid.stubs(heads)
    if not heads or not stubs:
        return 0
    section: Span | None = None
    for row in range(heads, grid.height):
        cells = grid.rows.get(row, [])
        if len(cells) == 1 and cells[0].column < stubs and not grid.is_figure(cells[0]):
            section = cells[0].span if cells[0].column == 0 or cells[0].wide > 1 else section
            continue
        labels = _distinct(grid.at.get((row, column)) for column in range(stubs))
        if not labels or any(label.end - label.start > _LONGEST_LABEL for label in labels):
            continue
        rows = (section, *labels) if section is not None else tuple(labels)
        for cell in cells:
            if cell.column < stubs or cell.wide > 1 or cell.deep > 1 or not grid.is_figure(cell):
                continue
            if len(table.figures) >= most:
                return len(table.figures)
            columns = tuple(_distinct(grid.at.get((above, cell.column)) for above in range(heads)))
            table.figures.append(Figure(cell, rows, columns))
    return len(table.figures)


def find_captions(text: str, tables: Sequence[Table], paragraphs: Sequence[Paragraph]) -> None:
    """Give tables without a caption the line right before that names them, or right after: "Table 2: Exports"."""
    lines = sorted((one for one in paragraphs if one.block is not Block.CELL), key=lambda one: one.start)
    starts = [one.start for one in lines]
    for table in tables:
        if table.caption is not None or not table.cells:
            continue
        first, last = min(cell.span.start for cell in table.cells), max(cell.span.end for cell in table.cells)
        at = bisect_left(starts, first)
        for near, must_name in ((lines[at - 1 : at] if at else [], False), (lines[at : at + 1], True)):
            if near and near[0].block is not Block.ITEM and (near[0].end <= first or near[0].start >= last):
                words = text[near[0].start : near[0].end]
                if is_caption(words, must_name=must_name):
                    table.caption = Span(near[0].start, near[0].end)
                    break
        if table.caption is None:
            table.caption = _corner(text, table)


def _corner(text: str, table: Table) -> Span | None:
    """Return the cell in the corner where it tells what all figures are of: "Exports (million tonnes)"."""
    corner = min(table.cells, key=lambda cell: (cell.row, cell.column))
    words = " ".join(corner.span.of(text).split())
    heads = any(cell.row == corner.row and cell.column > corner.column for cell in table.cells)
    return corner.span if heads and corner.column == 0 and _corner_pattern().fullmatch(words) else None


def is_caption(words: str, *, must_name: bool = False) -> bool:
    """Say whether a line beside a table names it: it says "Table 2", gives a unit in brackets, or ends in a colon."""
    words = " ".join(words.split())
    if len(words) > _LONGEST_CAPTION:
        return False
    if _caption_pattern().match(words):
        return True
    return not must_name and (words.endswith((":", ")")) or words[-1:] not in ".?!;,") and len(words.split()) <= 20


class _Grid:
    """A table by rows and by places, cells that fill several places in each of them."""

    def __init__(self, text: str, cells: Sequence[Cell]) -> None:
        self._text = text
        self.rows: dict[int, list[Cell]] = {}
        self.at: dict[tuple[int, int], Cell] = {}
        for cell in cells:
            self.rows.setdefault(cell.row, []).append(cell)
            for row in range(cell.row, cell.row + min(cell.deep, 200)):
                for column in range(cell.column, cell.column + min(cell.wide, 60)):
                    self.at.setdefault((row, column), cell)
        self.height = max(self.rows, default=-1) + 1

    def words(self, cell: Cell) -> str:
        """Return what a cell holds."""
        return " ".join(cell.span.of(self._text).replace("*", " ").split())

    def is_figure(self, cell: Cell) -> bool:
        """Say whether a cell holds a figure and little else: 12.3, (4.5), +5.2%, $1,300, 2.64 million."""
        return cell.span.end - cell.span.start <= 40 and _figure_pattern().fullmatch(self.words(cell)) is not None

    def _is_empty(self, cell: Cell) -> bool:
        return _empty_pattern().fullmatch(self.words(cell)) is not None

    def _is_year(self, cell: Cell) -> bool:
        return _year_pattern().fullmatch(self.words(cell)) is not None

    def heads(self) -> int:
        """Return how many rows head the columns, 0 where none does."""
        count = 0
        for row in range(min(self.height, _MOST_HEADS)):
            cells = self.rows.get(row, [])
            if not cells:
                if any((row, column) in self.at for column in range(60)):
                    count = row + 1
                    continue
                break
            marked = all(cell.is_header for cell in cells)
            inner = [cell for cell in cells if cell.column > 0 or cell.wide > 1]
            figures = [cell for cell in inner if self.is_figure(cell)]
            years = [cell for cell in figures if self._is_year(cell)]
            if figures and (len(years) < len(figures) or (not marked and row > 0 and not self._is_head_of_years(row))):
                break
            if row > 0 and not marked and not years and (len(cells) < 2 or count < row):
                break
            if row > 0 and not marked and not years and self._has_labels_below(row):
                break
            count = row + 1
        return count if count < self.height else 0

    def _is_head_of_years(self, row: int) -> bool:
        """Say whether a row of years has nothing in its first place, as under heads that span several years."""
        return (row, 0) not in self.at or self.at[row, 0].row < row

    def _has_labels_below(self, row: int) -> bool:
        """Say whether a row without figures is one of the body: words in its first place, and a head above it."""
        first = self.at.get((row, 0))
        above = self.at.get((0, 0))
        return first is not None and first.row == row and (above is not None or row > 1)

    def stubs(self, heads: int) -> int:
        """Return how many columns on the left label the rows: words, or years that run down."""
        count = 0
        for column in range(_MOST_STUBS):
            cells = [self.at[row, column] for row in range(heads, self.height) if (row, column) in self.at]
            cells = [cell for cell in cells if not self._is_empty(cell)]
            if not cells:
                break
            figures = sum(1 for cell in cells if self.is_figure(cell) and not self._is_year(cell))
            years = sum(1 for cell in cells if self._is_year(cell))
            if figures * 5 > len(cells) or (years and years * 2 < len(cells)):
                break
            count = column + 1
        return count


def _distinct(cells: Iterable[Cell | None]) -> list[Span]:
    """Return the spans of cells in order, each once, the missing left out."""
    found: list[Span] = []
    for cell in cells:
        if cell is not None and cell.span not in found:
            found.append(cell.span)
    return found


@cache
def _caption_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:Table|Tab\.|Exhibit|Figure|Chart)\s+[\dA-Z]|(?:Table|Units?)\s*:|\(?(?:in|all figures in|amounts in) ",
        re.IGNORECASE,
    )


@cache
def _corner_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[^\W\d_][^()\[\]]*[(\[][^()\[\]]*(?:\b(?:(?:m|b|tr)illions?|thousands?|ton(?:ne)?s|per ?cent|euros?|dollars?|pounds?|yuan|"
        r"[kMGT]Wh?|(?:kilo|mega|giga)watts?|hectares|litres|barrels|passengers|people|units)\b|[%$\u20ac\u00a3\u00a5])[^()\[\]]*[)\]]",
        re.IGNORECASE,
    )


@cache
def _figure_pattern() -> re.Pattern[str]:
    signs = r"[-+\u2212\u2013\u00b1]"
    money = r"(?:[A-Z]{2,3}|US|RMB)?[$\u20ac\u00a3\u00a5\u20b9]|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|SEK|NOK|DKK|INR)"
    return re.compile(
        rf"(?:c\. ?|~ ?|[<>\u2264\u2265] ?)?{signs}?\s?(?:{money})?\s?\(?{signs}?\s?(?:{money})?\s?"
        r"\d[\d,.'\u00a0\u202f ]*(?:\s?(?:%|pp|bps?|pts?|x))?\)?"
        r"(?:\s?(?:thousand|million|billion|trillion|mn|bn|tn|m|k|percent|per cent|points?|times|tonnes?|tons?|km|MW|GW|GWh|TWh|ha|yuan))"
        r"{0,2}\s?(?:%|pp)?\)?(?:\s?(?:[*\u2020\u2021]{1,3}|\[\w{1,3}\]|\([a-z]\)|[\u00b9\u00b2\u00b3]))?",
        re.IGNORECASE,
    )


@cache
def _empty_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[-\u2013\u2014\u2212.:*\s]*|n\.?/?a\.?|nil|none|\.\.)", re.IGNORECASE)


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[-/\u2013]\d\d(?:\d\d)?)?(?:[AEFPe]|\*|\([a-z]\))?")
