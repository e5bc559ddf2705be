"""What a reader of any format hands on: the text, its paragraphs and tables, and the way back into the file."""

from itertools import chain

from factlint.model.document import Block, Cell, Dateline, Marks, SourceMap, Table
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph

MOST_CELLS = 20_000
"""Cells of all tables of a file that are read as claims."""


@dataclass(slots=True)
class Extract:
    """A text as a reader takes it out of a file; without ``source`` the text is the source."""

    text: str
    paragraphs: list[Paragraph]
    source: str | None = None
    source_map: SourceMap = field(default_factory=SourceMap)
    tables: list[Table] = field(default_factory=list)
    marks: Marks | None = None
    dateline: Dateline | None = None  # what the file itself says of its date
    fallback: Dateline | None = None  # a date that counts only where the text gives none
    notes: list[str] = field(default_factory=list)


class Writer:
    """Puts a text together from pieces and keeps where each piece stands in the source.

    A paragraph is opened, filled with words, and closed; white space at its ends is left out. Where no offsets into a
    source are given, the text itself is what offsets point into.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.marks = Marks()
        self._segments: list[tuple[int, int]] = []
        self._widths: dict[int, int] = {}
        self._next = -1  # the source offset that would go on in step
        self._last = ""  # the last character written

    def words(self, words: str, source: int | None = None, width: int | None = None) -> None:
        """Add words; ``width`` is the room that a single character takes in the source where it is not one."""
        if not words:
            return
        if source is not None:
            if source != self._next:
                self._segments.append((self.length, source))
            self._next = source + len(words)
            if width is not None and width != len(words):
                for at in range(1, len(words)):
                    self._segments.append((self.length + at, source))
                for at in range(len(words)):
                    self._widths[self.length + at] = width
                self._next = -1
        elif self._segments:
            self._next = -1
        self.parts.append(words)
        self.length += len(words)
        self._last = words[-1]

    @property
    def ends_in_space(self) -> bool:
        """Whether nothing, or white space, was written last."""
        return not self._last or self._last.isspace()

    def gap(self, lines: int = 2) -> None:
        """Leave room between paragraphs: an empty line, or the end of a line."""
        if self.length:
            self.words("\n" * lines)
            self._next = -1

    def text(self) -> str:
        """Return what was written so far."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def tail(self, start: int) -> str:
        """Return what was written from an offset on."""
        pieces: list[str] = []
        at = self.length
        for part in reversed(self.parts):
            at -= len(part)
            pieces.append(part[max(start - at, 0) :])
            if at <= start:
                break
        return "".join(reversed(pieces))

    def paragraph(
        self, words: str, block: Block = Block.PROSE, level: int = 0, where: "dict[str, int | str] | None" = None
    ) -> None:
        """Add a whole paragraph of a file that is no text."""
        words = words.strip()
        if not words:
            return
        self.gap()
        if where:
            self.marks.add(self.length, where)
        line = words.find("\n")
        first = self.length + (line if line >= 0 else len(words))
        self.paragraphs.append(Paragraph(self.length, self.length + len(words), block, level, first))
        self.words(words)

    def grid_or_frame(self, rows: "list[list[GridCell]]", caption: Span | None = None) -> None:
        """Add a table; one of a single row or column is a frame around text, and gives paragraphs."""
        if len(rows) == 1 or all(len(row) == 1 for row in rows):
            for one in chain.from_iterable(rows):
                self.paragraph(one.words, where=one.where)
            return
        self.grid(rows, caption)

    def grid(self, rows: "list[list[GridCell]]", caption: Span | None = None) -> None:
        """Add a table of a file that is no text: a line a row, cells parted by tabs."""
        self.gap()
        cells: list[Cell] = []
        number = 0
        for row in rows:
            if not any(cell.words.strip() for cell in row):
                continue
            if number:
                self.gap(1)
            start = self.length
            for at, cell in enumerate(row):
                words = " ".join(cell.words.split())
                if at:
                    self.words("\t")
                if cell.where:
                    self.marks.add(self.length, cell.where)
                if words:
                    span = Span(self.length, self.length + len(words))
                    cells.append(Cell(span, number, cell.column, cell.is_header, cell.wide, cell.deep))
                self.words(words)
            self.paragraphs.append(Paragraph(start, self.length, Block.CELL, 0, self.length))
            number += 1
        if cells:
            self.tables.append(Table(cells, caption))

    def extract(self, source: str | None = None) -> Extract:
        """Return all that was written; with a source, offsets lead back into it."""
        return Extract(
            self.text(),
            self.paragraphs,
            source,
            SourceMap(self._segments, self._widths) if source is not None else SourceMap(),
            self.tables,
            self.marks if self.marks.starts else None,
        )


@dataclass(slots=True)
class GridCell:
    """A cell on its way into a grid."""

    words: str
    column: int
    is_header: bool = False
    wide: int = 1
    deep: int = 1
    where: dict[str, int | str] = field(default_factory=dict)
