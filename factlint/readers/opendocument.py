"""ODT to paragraphs: deletions that are tracked, comments, headers and hidden text are left out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factlint.model.document import Block
from factlint.model.span import Span
from factlint.readers.extract import Extract, GridCell, Writer
from factlint.readers.packed import Packed, whole
from factlint.readers.raised import marked, settled

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{{{_NAMES}text:1.0}}", f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_DRAW = f"{{{_NAMES}drawing:1.0}}"
_STYLE = f"{{{_NAMES}style:1.0}}"
_LEFT_OUT = frozenset(
    (
        *(_TEXT + name for name in ("tracked-changes", "note-citation", "table-of-content", "alphabetical-index",
                                    "illustration-index", "table-index", "user-index", "bibliography", "ruby-text",
                                    "hidden-text", "sequence-decls", "variable-decls", "user-field-decls")),
        _OFFICE + "annotation", _OFFICE + "annotation-end", _OFFICE + "forms",
    )
)  # fmt: skip
_CODE = ("preformatted", "source_20_code", "source code")
_MOST_REPEATED = 1000  # spaces, or columns, that one element may stand for


def read_odt(data: bytes, path: str) -> Extract:
    """Return the text of an OpenDocument file: paragraphs, lists, tables and notes, with their numbers."""
    packed = Packed(data, path, "OpenDocument (ODT)")
    root = packed.parse("content.xml", required=True)
    assert root is not None
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    reader = _Reader(
        _parents(root), _raised_styles([one for one in (root, packed.parse("styles.xml")) if one is not None])
    )
    reader.blocks(body if body is not None else root, Block.PROSE)
    while reader.notes:
        notes, reader.notes = reader.notes, []
        for note in notes:
            reader.blocks(note, Block.PROSE)
    return reader.writer.extract()


class _Reader:
    """Walks through the blocks of a document and counts its paragraphs."""

    def __init__(self, parents: dict[str, str], raised: set[str]) -> None:
        self.writer = Writer()
        self.notes: list[Element] = []
        self._parents = parents  # automatic style -> the named one that it varies
        self._raised = raised  # styles of raised words
        self._number = 0
        self._frames: list[Element] = []
        self._caption: Span | None = None

    def blocks(self, parent: Element, block: Block) -> None:
        """Read headings, paragraphs, lists, tables and sections."""
        for child in parent:
            tag = child.tag
            if tag in _LEFT_OUT:
                continue
            if tag == _TEXT + "h":
                self._paragraph(child, Block.HEADING, whole(child.get(_TEXT + "outline-level"), 1))
            elif tag == _TEXT + "p":
                self._paragraph(child, block)
            elif tag == _TEXT + "list":
                self.blocks(child, Block.ITEM)
            elif tag == _TABLE + "table":
                self._table(child)
            else:
                self.blocks(child, block)

    def _paragraph(self, element: Element, block: Block, level: int = 0) -> None:
        self._number += 1
        style = self._style(element)
        words = self.words(element)
        if not any(code in style for code in _CODE):
            if block is Block.PROSE and style == "title":
                block, level = Block.HEADING, 1
            elif block is Block.PROSE and "quot" in style:
                block = Block.QUOTE
            self.writer.paragraph(words, block, level, {"paragraph": self._number})
            if words.strip():
                last = self.writer.paragraphs[-1]
                is_caption = style in ("table", "caption") or style.startswith("table_20_caption")
                self._caption = Span(last.start, last.end) if is_caption else None
        frames, self._frames = self._frames, []
        for frame in frames:
            self.blocks(frame, Block.PROSE)

    def _style(self, element: Element) -> str:
        name = element.get(_TEXT + "style-name") or ""
        return self._parents.get(name, name).lower()

    def words(self, element: Element) -> str:
        """Return the words of a paragraph; notes and text boxes are kept for later."""
        pieces: list[str] = []
        self._collect(element, pieces)
        return settled("".join(pieces))

    def _collect(self, element: Element, pieces: list[str]) -> None:
        if element.text:
            pieces.append(" ".join(element.text.split("\n")))
        for child in element:
            tag = child.tag
            if tag == _TEXT + "s":
                pieces.append(" " * _repeated(child, _TEXT + "c"))
            elif tag == _TEXT + "tab":
                pieces.append("\t")
            elif tag == _TEXT + "line-break":
                pieces.append("\n")
            elif tag == _TEXT + "note":
                body = child.find(_TEXT + "note-body")
                if body is not None:
                    self.notes.append(body)
            elif tag == _DRAW + "text-box":
                self._frames.append(child)
            elif tag == _TEXT + "span" and child.get(_TEXT + "style-name") in self._raised:
                inside: list[str] = []
                self._collect(child, inside)
                pieces.append(marked("".join(inside)))
            elif tag not in _LEFT_OUT:
                self._collect(child, pieces)
            if child.tail:
                pieces.append(" ".join(child.tail.split("\n")))

    def _table(self, element: Element) -> None:
        rows: list[list[GridCell]] = []
        for row, is_header in _rows(element):
            cells: list[GridCell] = []
            column = 0
            for cell in row:
                times = _repeated(cell, _TABLE + "number-columns-repeated")
                if cell.tag == _TABLE + "table-cell":
                    first = self._number + 1
                    words = self._cell_words(cell)
                    wide = _repeated(cell, _TABLE + "number-columns-spanned")
                    deep = _repeated(cell, _TABLE + "number-rows-spanned")
                    if words.strip():
                        cells.append(GridCell(words, column, is_header, wide, deep, {"paragraph": first}))
                column += times
            rows.append(cells)
        caption, self._caption = self._caption, None
        rows = [row for row in rows if row]
        self.writer.grid_or_frame(rows, caption)

    def _cell_words(self, cell: Element) -> str:
        pieces: list[str] = []
        for paragraph in _paragraphs(cell):
            self._number += 1
            pieces.append(self.words(paragraph))
        return "\n".join(piece for piece in pieces if piece.strip())


def _rows(table: Element, *, header: bool = False) -> Iterator[tuple[Element, bool]]:
    for child in table:
        if child.tag == _TABLE + "table-row":
            yield child, header
        elif child.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows", _TABLE + "table-row-group"):
            yield from _rows(child, header=header or child.tag == _TABLE + "table-header-rows")


def _paragraphs(cell: Element) -> Iterator[Element]:
    for child in cell:
        if child.tag in (_TEXT + "p", _TEXT + "h"):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _paragraphs(child)


def _repeated(element: Element, name: str) -> int:
    return min(max(whole(element.get(name), 1), 1), _MOST_REPEATED)


def _raised_styles(roots: list[Element]) -> set[str]:
    """Return the names of the styles whose words are raised above the line."""
    found: set[str] = set()
    for style in (one for root in reversed(roots) for one in root.iter(_STYLE + "style")):
        properties = style.find(_STYLE + "text-properties")
        position = "" if properties is None else properties.get(_STYLE + "text-position") or ""
        parent = style.get(_STYLE + "parent-style-name")
        name = style.get(_STYLE + "name") or ""
        if position.startswith("super") or whole(position.split("%")[0]) > 0 or (not position and parent in found):
            found.add(name)
    return found


def _parents(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for style in root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style"):
        name, parent = style.get(_STYLE + "name"), style.get(_STYLE + "parent-style-name")
        if name and parent:
            found[name] = parent
    return found
