"""CSV and TSV to a table whose cells keep their offsets; the delimiter is told by the lines themselves."""

from factlint.model.document import Block, Cell, Table
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph, lines_of
from factlint.readers.extract import MOST_CELLS, Extract

_DELIMITERS = ",;\t|"
_SAMPLE = 50  # lines


@dataclass(slots=True)
class _Field:
    span: Span
    row: int
    column: int


def read_delimited(source: str, path: str = "") -> Extract:
    """Return the cells of a file of values as one table, lines of a single value before it as its caption."""
    delimiter = "\t" if path.lower().endswith(".tsv") else _delimiter(source)
    extract = Extract(source, [])
    fields, is_cut = _fields(source, delimiter)
    if is_cut:
        extract.notes.append(f"a large table: the first {MOST_CELLS:,} cells are read")
    by_row: dict[int, list[_Field]] = {}
    for one in fields:
        if one.span.end > one.span.start:
            by_row.setdefault(one.row, []).append(one)
    cells: list[Cell] = []
    caption: Span | None = None
    number = 0
    for row in sorted(by_row):
        found = by_row[row]
        if len(found) == 1 and not cells:
            span = found[0].span
            caption = caption or span
            extract.paragraphs.append(Paragraph(span.start, span.end, Block.HEADING, 1, span.end))
            continue
        for one in found:
            cells.append(Cell(one.span, number, one.column))
            extract.paragraphs.append(Paragraph(one.span.start, one.span.end, Block.CELL, 0, one.span.end))
        number += 1
    if cells:
        extract.tables.append(Table(cells, caption))
    return extract


def _fields(source: str, delimiter: str) -> tuple[list[_Field], bool]:
    """Return the values in order, quotation marks left out, and whether the file has more than are read."""
    fields: list[_Field] = []
    at, end, row, column = 0, len(source), 0, 0
    while at < end:
        if len(fields) >= MOST_CELLS:
            return fields, True
        while at < end and source[at] in " \t" and source[at] != delimiter:
            at += 1
        start = at
        if at < end and source[at] == '"':
            start, at = at + 1, _closing(source, at + 1)
            stop = at
            at = min(at + 1, end)
            while at < end and source[at] != delimiter and source[at] not in "\r\n":
                at += 1
        else:
            while at < end and source[at] != delimiter and source[at] not in "\r\n":
                at += 1
            stop = at
        while stop > start and source[stop - 1].isspace():
            stop -= 1
        while start < stop and source[start].isspace():
            start += 1
        fields.append(_Field(Span(start, stop), row, column))
        if at < end and source[at] == delimiter:
            at, column = at + 1, column + 1
        elif at < end:
            at += 2 if source.startswith("\r\n", at) else 1
            row, column = row + 1, 0
    return fields, False


def _closing(source: str, at: int) -> int:
    """Return where a quoted value ends; a doubled quotation mark does not end it."""
    while (at := source.find('"', at)) >= 0:
        if source[at + 1 : at + 2] != '"':
            return at
        at += 2
    return len(source)


def _delimiter(source: str) -> str:
    """Return the sign that parts the values: the one of which most lines hold the same number."""
    lines = lines_of(source, 0, min(len(source), 20_000))[:_SAMPLE]
    best, most = ",", 0
    for sign in _DELIMITERS:
        counts = [count for line in lines if (count := _outside(source, line.start, line.end, sign))]
        usual = max(set(counts), key=counts.count, default=0)
        score = counts.count(usual) * min(usual, 3) if usual else 0
        if score > most:
            best, most = sign, score
    return best


def _outside(source: str, start: int, end: int, sign: str) -> int:
    """Count a sign outside of quotation marks."""
    parts = source[start:end].split('"')
    return sum(part.count(sign) for part in parts[::2])
