"""DOCX to paragraphs: what a reader sees once all changes are accepted; comments, headers and hidden text are left out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factlint.model.document import Block
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.readers.extract import Extract, GridCell, Writer
from factlint.readers.packed import Packed, whole
from factlint.readers.raised import marked, settled

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN = "word/document.xml"
_LEFT_OUT = frozenset(
    _W + name
    for name in """del moveFrom instrText delText commentReference rPr pPr sectPr footnoteReference endnoteReference
    annotationRef footnoteRef endnoteRef fldData delInstrText tblPr tblGrid trPr tcPr sdtPr sdtEndPr
    bookmarkStart bookmarkEnd proofErr ruby""".split()
) | {_MC + "Fallback"}
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Styles:
    """What the file's styles say of paragraphs: headings by level, items of lists, hidden text, quotes."""

    levels: dict[str, int] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    captions: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)  # tables of contents


def read_docx(data: bytes, path: str) -> Extract:
    """Return the text of a Word file: paragraphs, lists, tables and notes, each with the number of its paragraph."""
    packed = Packed(data, path, "Word (DOCX)")
    root = packed.parse(_MAIN, required=True)
    assert root is not None
    _transitional(root)
    reader = _Reader(_styles(packed))
    body = root.find(_W + "body")
    reader.blocks(body if body is not None else root)
    for name, kind in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        notes = packed.parse(name)
        if notes is not None:
            _transitional(notes)
            for note in notes.findall(_W + kind):
                if note.get(_W + "type") in (None, "normal"):
                    reader.blocks(note)
    reader.finish()
    return reader.writer.extract()


class _Reader:
    """Walks through the blocks of a document, counting paragraphs as Word does: every one, those in tables too."""

    def __init__(self, styles: _Styles) -> None:
        self.writer = Writer()
        self._styles = styles
        self._number = 0
        self._open = ""  # words of a paragraph whose end was deleted, and which runs on into the next
        self._open_number = 0
        self._caption: Span | None = None
        self._boxes: list[Element] = []

    def finish(self) -> None:
        """Write what still waits."""
        self._write("", Block.PROSE, 0)

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs and tables of a body, a note or a cell's content."""
        for child in _flat(parent):
            if child.tag == _W + "p":
                self._paragraph(child)
            elif child.tag == _W + "tbl":
                self._table(child)

    def _paragraph(self, element: Element) -> None:
        self._number += 1
        style = _value(element, "pPr/pStyle")
        words = self.words(element)
        if style in self._styles.left_out:
            return
        runs_on = element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        if runs_on:
            self._open_number = self._open_number or self._number
            self._open += words
            return
        block, level = self._block(element, style)
        self._write(words, block, level)
        if style in self._styles.captions and words.strip():
            self._caption = Span(self.writer.paragraphs[-1].start, self.writer.paragraphs[-1].end)

    def _write(self, words: str, block: Block, level: int) -> None:
        number, whole = self._open_number or self._number, self._open + words
        self._open, self._open_number = "", 0
        if whole.strip():
            self._caption = None
        self.writer.paragraph(whole, block, level, {"paragraph": number})
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _block(self, element: Element, style: str) -> tuple[Block, int]:
        outline = _value(element, "pPr/outlineLvl")
        if whole(outline, 9) < 9:
            return Block.HEADING, whole(outline) + 1
        if style in self._styles.levels:
            return Block.HEADING, self._styles.levels[style]
        number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if (number is not None and number.get(_W + "val") != "0") or (number is None and style in self._styles.items):
            return Block.ITEM, 0
        return (Block.QUOTE, 0) if style in self._styles.quotes else (Block.PROSE, 0)

    def words(self, element: Element) -> str:
        """Return the words of a paragraph; a table or text box inside is read after it."""
        pieces: list[str] = []
        self._collect(element, pieces)
        return settled("".join(pieces))

    def _collect(self, element: Element, pieces: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT:
                continue
            if tag == _W + "t":
                pieces.append(child.text or "")
            elif tag == _W + "r":
                if _is_hidden(child, self._styles):
                    continue
                if _value(child, "rPr/vertAlign") == "superscript":
                    inside: list[str] = []
                    self._collect(child, inside)
                    pieces.append(marked("".join(inside)))
                else:
                    self._collect(child, pieces)
            elif tag == _W + "tab" or tag == _W + "ptab":
                pieces.append("\t")
            elif tag in (_W + "br", _W + "cr"):
                pieces.append("\n" if child.get(_W + "type") in (None, "textWrapping") else " ")
            elif tag == _W + "noBreakHyphen":
                pieces.append("\u2011")
            elif tag == _W + "txbxContent":
                self._boxes.append(child)
            else:
                self._collect(child, pieces)

    def _table(self, element: Element) -> None:
        rows: list[list[GridCell]] = []
        deep: dict[int, GridCell] = {}  # cells that those below may go on with
        for row in _rows(element):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            is_header = _is_on(row.find(f"{_W}trPr/{_W}tblHeader"))
            cells: list[GridCell] = []
            column = _number(_value(row, "trPr/gridBefore"))
            for cell in (one for one in _flat(row) if one.tag == _W + "tc"):
                wide = max(_number(_value(cell, "tcPr/gridSpan")), 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                first = self._number + 1
                words = self._cell_words(cell)
                if merge is not None and merge.get(_W + "val") != "restart" and column in deep:
                    deep[column].deep += 1
                else:
                    made = GridCell(words, column, is_header, wide, where={"paragraph": first})
                    deep[column] = made
                    cells.append(made)
                column += wide
            rows.append(cells)
        caption, self._caption = self._caption, None
        self.writer.grid_or_frame(rows, caption)

    def _cell_words(self, cell: Element) -> str:
        pieces: list[str] = []
        for paragraph in _paragraphs(cell):
            self._number += 1
            pieces.append(self.words(paragraph))
        return "\n".join(piece for piece in pieces if piece.strip())


def _flat(parent: Element) -> Iterator[Element]:
    """Yield the children of an element, those of content controls and accepted changes in their place."""
    for child in parent:
        if child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo", _W + "customXml", _W + "smartTag",
                         _MC + "AlternateContent", _MC + "Choice"):  # fmt: skip
            yield from _flat(child)
        elif child.tag not in _LEFT_OUT:
            yield child


def _rows(table: Element) -> Iterator[Element]:
    return (child for child in _flat(table) if child.tag == _W + "tr")


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Yield the paragraphs of a cell, those of a table inside it as well."""
    for child in _flat(cell):
        if child.tag == _W + "p":
            yield child
        elif child.tag == _W + "tbl":
            for row in _rows(child):
                for inner in _flat(row):
                    if inner.tag == _W + "tc":
                        yield from _paragraphs(inner)


def _value(element: Element, path: str) -> str:
    """Return the w:val at a path of w: names, empty where there is none."""
    found = element.find("/".join(_W + name for name in path.split("/")))
    return "" if found is None else found.get(_W + "val") or ""


def _number(words: str) -> int:
    return min(whole(words), 1000)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(_W + "val") not in _OFF


def _is_hidden(run: Element, styles: _Styles) -> bool:
    """Say whether a run is hidden text, or deleted."""
    properties = run.find(_W + "rPr")
    if properties is None:
        return False
    if (switch := properties.find(_W + "vanish")) is not None:
        return _is_on(switch)
    style = properties.find(_W + "rStyle")
    return style is not None and style.get(_W + "val") in styles.hidden


def _styles(packed: Packed) -> _Styles:
    """Read the styles; a style takes from the one that it is based on."""
    styles = _Styles()
    root = packed.parse("word/styles.xml")
    if root is None:
        return styles
    _transitional(root)
    elements = {one.get(_W + "styleId") or "": one for one in root.findall(_W + "style")}
    for key in elements:
        at, seen = key, 0
        while at in elements and seen < 20:
            style = elements[at]
            name = _value(style, "name").lower()
            outline = _value(style, "pPr/outlineLvl")
            if name.startswith("heading ") and whole(name[8:]):
                styles.levels.setdefault(key, whole(name[8:]))
            elif name == "title":
                styles.levels.setdefault(key, 1)
            elif whole(outline, 9) < 9:
                styles.levels.setdefault(key, whole(outline) + 1)
            if style.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith(("list bullet", "list number")):
                styles.items.add(key)
            if "quote" in name.split() or name in ("block text", "intense quote"):
                styles.quotes.add(key)
            if name in ("caption", "table caption"):
                styles.captions.add(key)
            if name.startswith(("toc ", "table of figures")) and not name.startswith("toc heading"):
                styles.left_out.add(key)
            if "source code" in name or name in ("html preformatted", "code"):
                styles.left_out.add(key)
            if _is_on(style.find(f"{_W}rPr/{_W}vanish")):
                styles.hidden.add(key)
            at, seen = _value(style, "basedOn"), seen + 1
    return styles


def _transitional(root: Element) -> None:
    """Give the names of the strict form of the format their usual form."""
    if not root.tag.startswith(_STRICT):
        return
    for element in root.iter():
        element.tag = element.tag.replace(_STRICT, _W)
        for key in [key for key in element.attrib if key.startswith(_STRICT)]:
            element.attrib[key.replace(_STRICT, _W)] = element.attrib.pop(key)
