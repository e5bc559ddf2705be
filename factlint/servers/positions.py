"""Between offsets in code points and the positions of an editor: lines from 0, units of the agreed encoding."""

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from factlint.model.document import Document
from factlint.reporters.positions import Width, utf8_width, utf16_width

_WIDTHS: dict[str, Width] = {PositionEncodingKind.Utf8: utf8_width, PositionEncodingKind.Utf32: len}


class Positions:
    """The positions of one text in one encoding."""

    def __init__(self, document: Document, encoding: str, *, has_bom: bool = False) -> None:
        self._source = document.source
        self._starts = document.line_starts()
        self._width = _WIDTHS.get(encoding, utf16_width)
        self._bom = self._width("\ufeff") if has_bom else 0  # an editor may hold the mark that the source has not

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._width(self._source[self._starts[line] : offset]) + (0 if line else self._bom))

    def range(self, start: int, end: int) -> Range:
        """Return the range between two offsets."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one behind the end of a line is its end."""
        if position.line >= len(self._starts):
            return len(self._source)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._source)
        left = position.character - (0 if position.line else self._bom)
        at = start
        while at < end and left > 0 and self._source[at] not in "\r\n":
            left -= self._width(self._source[at])
            at += 1
        return at

    def end_of_line(self, line: int) -> int:
        """Return the offset at which the words of a line end, numbered from 0."""
        return self.offset(Position(line, 1 << 30))
