"""A text as it was read: source, extracted text, turns, sentences and the document's own date."""

import datetime as dt
from bisect import bisect_right
from enum import StrEnum

from factlint.model.record import dataclass, field, replace
from factlint.model.span import Span


class Block(StrEnum):
    """What kind of place a sentence stands in."""

    PROSE = "prose"
    HEADING = "heading"
    LABEL = "label"  # a speaker's label, a field name
    ITEM = "item"  # an item of a list
    CELL = "cell"
    QUOTE = "quote"


@dataclass(slots=True)
class Sentence:
    """A sentence or heading: its place in ``Document.text`` and in the document's order."""

    span: Span
    index: int
    paragraph: int
    turn: int | None = None  # index into Document.turns
    block: Block = Block.PROSE
    section: int | None = None  # index of the heading sentence that it stands under


@dataclass(slots=True)
class Turn:
    """What one speaker says between two labels of a transcript."""

    span: Span  # the label excluded
    speaker: str
    label: Span
    is_question: bool = False


@dataclass(slots=True)
class Dateline:
    """The document's own date and place, with the words that say so; None where it gives none."""

    date: dt.date | None = None
    place: str | None = None
    span: Span | None = None
    is_event: bool = False  # the date of the event (a header with a clock time, a Date: field), not of filing


@dataclass(slots=True, frozen=True)
class Cell:
    """A cell of a table: its words in ``Document.text``, and the rows and columns that it fills, from 0."""

    span: Span
    row: int
    column: int
    is_header: bool = False  # marked as one in the file
    wide: int = 1
    deep: int = 1


@dataclass(slots=True, frozen=True)
class Figure:
    """A cell that holds a figure, with the words of the table that say what it is."""

    cell: Cell
    rows: tuple[Span, ...]  # the labels of its row, sections first
    columns: tuple[Span, ...]  # the heads of its column, from the top


@dataclass(slots=True)
class Table:
    """A table as it stands in the text: cells in reading order, empty ones left out."""

    cells: list[Cell]
    caption: Span | None = None
    figures: list[Figure] = field(default_factory=list)
    section: int | None = None  # index of the heading sentence that it stands under

    def moved(self, by: int) -> "Table":
        """Return the table as it stands that far on, its figures not yet told."""
        cells = [replace(cell, span=cell.span.moved(by)) for cell in self.cells]
        return Table(cells, self.caption and self.caption.moved(by))


@dataclass(slots=True)
class Marks:
    """Where stretches of a text stand in a file that is no text: its page, paragraph, time or cell.

    ``starts`` are offsets into the source, ascending; a stretch runs to the next one. ``boxes`` are words with their
    rectangles (left, top, right, bottom, in points from the page's top left corner).
    """

    starts: list[int] = field(default_factory=list)
    values: list[dict[str, int | str]] = field(default_factory=list)
    boxes: list[tuple[int, int, tuple[float, float, float, float]]] = field(default_factory=list)

    def add(self, start: int, value: dict[str, int | str]) -> None:
        """Say where the stretch that begins here stands."""
        self.starts.append(start)
        self.values.append(value)

    def where(self, span: Span) -> "dict[str, int | str | list[float]]":
        """Return page, paragraph, time or cell of a span of the source, and its rectangle where one is known."""
        at = bisect_right(self.starts, span.start) - 1
        found: dict[str, int | str | list[float]] = dict(self.values[at]) if at >= 0 else {}
        stop = self.starts[at + 1] if 0 <= at + 1 < len(self.starts) else span.end
        boxes = self._boxes(Span(span.start, min(span.end, stop)))
        if boxes:
            left, top, right, bottom = zip(*boxes, strict=True)
            found["rect"] = [min(left), min(top), max(right), max(bottom)]
        return found

    def _boxes(self, span: Span) -> list[tuple[float, float, float, float]]:
        """Return the rectangles of a span's words on the line that it begins on."""
        at = max(bisect_right(self.boxes, span.start, key=lambda box: box[0]) - 1, 0)
        boxes: list[tuple[float, float, float, float]] = []
        for start, end, box in self.boxes[at:]:
            if start >= span.end:
                break
            if end > span.start and (not boxes or box[1] < boxes[0][3] < box[3] + boxes[0][3] - boxes[0][1]):
                boxes.append(box)
        return boxes


class SourceMap:
    """From offsets in the extracted text to offsets in the decoded source.

    The identity where the text is the source. Else a list of (text offset, source offset) from which both run in step;
    a span's end is mapped from its last character, so that markup right after it stays outside.
    """

    __slots__ = ("_sources", "_texts", "_widths")

    def __init__(self, segments: list[tuple[int, int]] | None = None, widths: dict[int, int] | None = None) -> None:
        self._texts = [text for text, _ in segments] if segments else []
        self._sources = [source for _, source in segments] if segments else []
        self._widths = widths or {}  # text offset of a character -> its width in the source (an entity: &amp;)

    def extended(self, length: int, segments: list[tuple[int, int]], widths: dict[int, int]) -> "SourceMap":
        """Return the map of a text of this length to which words were added that lead where the segments say.

        Segments and widths are offsets of this text: where it is no source itself, they are led on to it.
        """
        whole = list(zip(self._texts, self._sources, strict=True)) or [(0, 0)]
        led: dict[int, int] = dict(self._widths)
        for text, place in segments:
            width = widths.get(text, 1)
            span = self.span(Span(place, place + width))
            whole.append((text, span.start))
            if span.end - span.start != 1:
                led[text] = span.end - span.start
        assert all(text >= length for text, _ in segments)
        return SourceMap(whole, led)

    def to_source(self, offset: int) -> int:
        """Return the source offset of the character at this offset of the text."""
        if not self._texts:
            return offset
        at = max(bisect_right(self._texts, offset) - 1, 0)
        return self._sources[at] + offset - self._texts[at]

    def span(self, span: Span) -> Span:
        """Return where the words of a span of the text stand in the source."""
        if not self._texts or span.start == span.end:
            return Span(self.to_source(span.start), self.to_source(span.end)) if self._texts else span
        last = span.end - 1
        return Span(self.to_source(span.start), self.to_source(last) + self._widths.get(last, 1))


@dataclass(slots=True)
class Document:
    """A text that was read: ``source`` is the decoded file verbatim, ``text`` what is analysed (often the same)."""

    path: str
    source: str
    text: str
    source_map: SourceMap = field(default_factory=SourceMap)
    turns: list[Turn] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    dateline: Dateline = field(default_factory=Dateline)
    notes: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    marks: Marks | None = None
    prose: int | None = None  # where the text proper ends and sentences made from cells begin
    _line_starts: list[int] | None = None

    def line_starts(self) -> list[int]:
        """Return the source offsets at which lines begin; a line ends at LF, CRLF or CR and nowhere else."""
        if self._line_starts is None:
            self._line_starts = _line_starts(self.source)
        return self._line_starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset; columns count code points."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def where(self, span: Span) -> dict[str, int | str | list[float]]:
        """Return page, paragraph, time or cell of a span of the source, nothing for a plain text."""
        return self.marks.where(span) if self.marks is not None else {}

    def line_text(self, line: int) -> str:
        """Return the words of a line, numbered from 1, without its line ending."""
        starts = self.line_starts()
        end = starts[line] if line < len(starts) else len(self.source)
        return self.source[starts[line - 1] : end].rstrip("\r\n")


EMPTY_LINES = ("\n\n", "\r\n\r\n", "\r\r")
"""How an empty line is written, by the line endings of a text."""


def after_empty_line(text: str, start: int, at: int) -> int:
    """Return the offset of the last empty line between two offsets, the first of them where there is none."""
    return max(start, *(text.rfind(line, start, at) for line in EMPTY_LINES))


def _line_starts(source: str) -> list[int]:
    starts = [0]
    if "\r" not in source:
        at = source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = source.find("\n", at + 1)
        return starts
    for at, character in enumerate(source):
        if character == "\n" or (character == "\r" and source[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    return starts
