"""HTML to paragraphs: the main text with offsets into the source; scripts, styles and navigation are left out."""

import re
from datetime import date
from functools import cache
from html import unescape

from factlint.model.document import Block, Cell, Dateline, Table
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph
from factlint.readers.extract import Extract, Writer
from factlint.readers.raised import raised
from factlint.readers.tags import Tag, Words, tokens_of

_HIDDEN = frozenset(
    """script style template noscript nav footer aside form button select option svg math canvas object
    audio video iframe head dialog menu map datalist textarea title pre code samp kbd del s strike rp rt""".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    """address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_HIDDEN_ROLES = frozenset("navigation banner contentinfo search complementary menu menubar toolbar dialog".split())
_NAVIGATION = frozenset("nav navbar navigation menu breadcrumb breadcrumbs sidebar footer cookie cookies share".split())
_DATES = frozenset(
    ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "pubdate", "publishdate")
)
_DEEPEST = 400  # elements inside one another; deeper ones are read as if they stood side by side
_NOTHING = "\u200b\u2060\ufeff\u00ad"  # characters that take no room
_SENTENCE = 12  # words from which on a link is taken for text


@dataclass(slots=True)
class _Open:
    name: str
    hides: bool
    is_main: bool = False


@dataclass(slots=True)
class _Grid:
    """A table that is being read."""

    cells: list[Cell] = field(default_factory=list)
    caption: Span | None = None
    row: int = -1
    column: int = 0
    held: dict[int, int] = field(default_factory=dict)  # column -> rows that a cell above still fills
    cell: Tag | None = None


def read_html(source: str, *, whole: bool = False) -> Extract:
    """Return the main text of a page, its headings, items, quotes and tables; ``whole`` keeps all that is not hidden."""
    page = _read(source, _HIDDEN)
    if kept := page.kept_back():
        page = _read(source, _HIDDEN - kept)
    extract = page.writer.extract(source)
    if not whole and page.mains:
        _keep_only(extract, page.mains)
    extract.fallback = page.dateline
    return extract


def _read(source: str, hidden: frozenset[str]) -> "_Page":
    page = _Page(source, hidden)
    for token in tokens_of(source):
        if isinstance(token, Words):
            page.take_words(token)
        elif token.closes:
            page.close(token)
        else:
            page.open(token)
    page.end_paragraph()
    while page.grids:
        page.end_table()
    return page


class _Page:
    """What one reading of a page has met so far."""

    def __init__(self, source: str, hidden: frozenset[str]) -> None:
        self.source = source
        self._names = hidden  # elements that are left out
        self._kept_back = {"form": 0, "pre": 0}  # characters of words in elements that may hold a whole page
        self.writer = Writer()
        self.stack: list[_Open] = []
        self.hidden = 0
        self.grids: list[_Grid] = []
        self.mains: list[tuple[int, int, int]] = []  # rank, and what of the text the element holds
        self.dateline: Dateline | None = None
        self._main_starts: list[tuple[int, int]] = []
        self._begun: int | None = None  # where the paragraph that is being written begins
        self._space: int | None = None  # white space that waits for words to part
        self._first_part = 0
        self._linked = 0  # characters of the paragraph that stand in links
        self._links = 0

    def open(self, tag: Tag) -> None:
        """Begin an element."""
        name = tag.name
        if name == "meta" and self.dateline is None:
            self.dateline = _meta_date(tag)
        if name == "br" and not self.hidden:
            if self._begun is not None:
                self.writer.words("\n", tag.start, tag.end - tag.start)
                self._space = None
            return
        if name in _BLOCKS:
            self.end_paragraph()
            self._close_implied(name)
        if name in _VOID or tag.attributes.endswith("/"):
            return
        hides = name in self._names or _is_hidden(tag) or (name in ("sup", "a") and _is_note(tag))
        if len(self.stack) >= _DEEPEST:
            return
        rank = _main_rank(tag)
        self.stack.append(_Open(name, hides, is_main=rank > 0))
        if rank:
            self._main_starts.append((rank, self.writer.length))
        self.hidden += hides
        if name == "a":
            self._links += 1
        if self.hidden:
            return
        if name == "table":
            self.grids.append(_Grid())
        elif self.grids and name == "tr":
            self._begin_row()
        elif self.grids and name in ("td", "th"):
            grid = self.grids[-1]
            if grid.row < 0:
                self._begin_row()
            while grid.held.get(grid.column, 0) > 0:
                grid.column += 1
            grid.cell = tag

    def close(self, tag: Tag) -> None:
        """End an element, and those inside it that were left open."""
        name = tag.name
        if name in _BLOCKS:
            self.end_paragraph()
        depth = next((at for at in range(len(self.stack) - 1, -1, -1) if self.stack[at].name == name), -1)
        if depth < 0 or (name not in _BLOCKS and any(one.name in _BLOCKS for one in self.stack[depth:])):
            return
        while len(self.stack) > depth:
            self._leave(self.stack.pop())

    def _leave(self, element: _Open) -> None:
        self.hidden -= element.hides
        if element.name == "a":
            self._links = max(self._links - 1, 0)
        if element.is_main and self._main_starts:
            rank, start = self._main_starts.pop()
            if self.writer.length > start:
                self.mains.append((rank, start, self.writer.length))
        if self.hidden or not self.grids:
            return
        if element.name == "table":
            self.end_table()
        elif element.name in ("td", "th") and (cell := self.grids[-1].cell) is not None:
            grid = self.grids[-1]
            grid.column += _count(cell, "colspan")
            grid.cell = None

    def _close_implied(self, name: str) -> None:
        """Close what the beginning of a block ends without a tag: p, li, td, tr."""
        ended = {
            "li": ("li", ("ul", "ol")), "td": ("td th", ("tr", "table")), "th": ("td th", ("tr", "table")),
            "tr": ("tr td th", ("table", "tbody", "thead", "tfoot")), "dt": ("dt dd", ("dl",)), "dd": ("dt dd", ("dl",)),
        }.get(name, ("", ()))  # fmt: skip
        names = ended[0].split()
        if not names:
            if self.stack and self.stack[-1].name == "p":
                self._leave(self.stack.pop())
            return
        while self.stack and self.stack[-1].name not in ended[1]:
            last = self.stack[-1].name
            inner = next((one.name for one in reversed(self.stack) if one.name in names or one.name in ended[1]), "")
            if last == "p" or (inner and inner in names):
                self._leave(self.stack.pop())
            else:
                return

    def kept_back(self) -> frozenset[str]:
        """Return the elements that hold the page itself: a form around all of it, or lines set as they are and nothing else."""
        shown = [one for one in self.writer.paragraphs if one.block is not Block.HEADING]
        if self._kept_back["form"] > sum(one.end - one.start for one in shown):
            return frozenset(("form",))
        return frozenset(("pre",)) if self._kept_back["pre"] and not shown else frozenset()

    def take_words(self, token: Words) -> None:
        """Add characters, white space drawn together, entities as their characters."""
        if self.hidden:
            if self.hidden == 1:
                name = next(one.name for one in self.stack if one.hides)
                if name in self._kept_back:
                    self._kept_back[name] += len(self.source[token.start : token.end].strip())
            return
        if self.stack and self.stack[-1].name == "sup" and self._take_raised(token):
            return
        for match in _piece_pattern().finditer(self.source, token.start, token.end):
            kind, words = match.lastgroup, match.group()
            if kind == "entity":
                words = unescape(words).replace("\u00a0", " ")
                if not words.strip(_NOTHING):
                    kind = "nothing"
                elif not words.strip():
                    kind = "space"
            if kind == "nothing":
                continue
            if kind == "space":
                if max(words.count("\n"), words.count("\r")) > 1 and any(one.name == "pre" for one in self.stack):
                    self.end_paragraph()
                if self._begun is not None and self._space is None:
                    self._space = match.start()
                continue
            if self._begun is None:
                self._begin()
            elif self._space is not None and not self.writer.ends_in_space:
                self.writer.words(" ", self._space)
            self._space = None
            self.writer.words(words, match.start(), match.end() - match.start() if kind == "entity" else None)
            if self._links:
                self._linked += len(words)

    def _take_raised(self, token: Words) -> bool:
        """Read raised figures: a square or cube, a power of ten, or the number of a footnote, which is left out."""
        before = "".join(self.writer.parts[-3:])[-12:] if self._begun is not None and self._space is None else ""
        after = _raised_end_pattern().match(self.source, token.end)
        said = raised(self.source[token.start : token.end], before, f"{after[1]}{after[2]}" if after else "")
        if said is None:
            return False
        if said and self._begun is None:
            self._begin()
        elif said and self._space is not None and not self.writer.ends_in_space:
            self.writer.words(" ", self._space)
        if said:
            self._space = None
            self.writer.words(said, token.start, token.end - token.start)
        return True

    def _begin(self) -> None:
        self.writer.gap()
        self._first_part = len(self.writer.parts)
        self._begun = self.writer.length
        self._linked = 0

    def end_paragraph(self) -> None:
        """Close the paragraph that is being written."""
        if self._begun is None:
            return
        start, end = self._begun, self.writer.length
        self._begun = self._space = None
        words = "".join(self.writer.parts[self._first_part :])
        end -= len(words) - len(words.rstrip())
        if end <= start:
            return
        names = [one.name for one in self.stack]
        block, level = _block(names)
        span = Span(start, end)
        if block is Block.CELL and self.grids and self.grids[-1].cell is not None:
            grid, cell = self.grids[-1], self.grids[-1].cell
            assert cell is not None
            wide, deep = _count(cell, "colspan"), _count(cell, "rowspan")
            grid.cells.append(Cell(span, grid.row, grid.column, cell.name == "th", wide, deep))
            if deep > 1:
                grid.held.update((column, deep) for column in range(grid.column, grid.column + wide))
        elif "caption" in names[-3:] and self.grids:
            self.grids[-1].caption = span
        elif block is not Block.HEADING and _is_navigation(words, self._linked):
            return
        if block is Block.CELL and len(words.split()) > _SENTENCE and any(stop in words for stop in (". ", "? ", "! ")):
            block = Block.PROSE  # a table that lays out a page
        first = words.find("\n")
        self.writer.paragraphs.append(Paragraph(start, end, block, level, start + first if first >= 0 else end))

    def _begin_row(self) -> None:
        grid = self.grids[-1]
        grid.row += 1
        grid.column = 0
        grid.held = {column: rows - 1 for column, rows in grid.held.items() if rows > 1}

    def end_table(self) -> None:
        """Close a table; one of a single column or row only lays out a page."""
        grid = self.grids.pop()
        rows, columns = {cell.row for cell in grid.cells}, {cell.column for cell in grid.cells}
        if len(rows) > 1 and len(columns) > 1:
            self.writer.tables.append(Table(grid.cells, grid.caption))


def _block(names: list[str]) -> tuple[Block, int]:
    for name in reversed(names):
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            return Block.HEADING, int(name[1])
        if name in ("td", "th"):
            return Block.CELL, 0
        if name == "li":
            return Block.ITEM, 0
        if name == "blockquote":
            return Block.QUOTE, 0
        if name == "table":
            return Block.PROSE, 0
    return Block.PROSE, 0


def _main_rank(tag: Tag) -> int:
    """Return how surely an element holds the page's own text: 2 for main, 1 for an article, 0 else."""
    if tag.name == "main" or tag.get("role") == "main":
        return 2
    return 1 if tag.name == "article" or tag.get("role") == "article" else 0


def _is_hidden(tag: Tag) -> bool:
    if not tag.attributes.strip():
        return False
    if tag.get("hidden") is not None or tag.get("aria-hidden") == "true":
        return True
    if (tag.get("role") or "") in _HIDDEN_ROLES:
        return True
    style = (tag.get("style") or "").lower().replace(" ", "")
    if "display:none" in style or "visibility:hidden" in style:
        return True
    names = f"{tag.get('class') or ''} {tag.get('id') or ''}".lower()
    return tag.name in ("div", "ul", "ol", "section", "header") and bool(_NAVIGATION & set(re.split(r"[\s_-]+", names)))


def _is_note(tag: Tag) -> bool:
    """Say whether an element is a footnote's number: <sup class="footnote-ref">, <a role="doc-noteref">."""
    if tag.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    return tag.name == "sup" and any(word in (tag.get("class") or "").lower() for word in ("note", "reference", "cite"))


def _is_navigation(words: str, linked: int) -> bool:
    """Say whether a paragraph is all link and no sentence, as in lists of other pages."""
    letters = len(words.replace(" ", "").replace("\n", ""))
    return (
        linked > 0
        and linked * 10 >= letters * 9
        and len(words.split()) < _SENTENCE
        and words.rstrip()[-1:] not in ".?!"
    )


def _count(tag: Tag, name: str) -> int:
    words = tag.get(name) or ""
    return min(max(int(words), 1), 1000) if words.isascii() and words.isdigit() and len(words) < 6 else 1


def _meta_date(tag: Tag) -> Dateline | None:
    name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", tag.get("content") or "") if name in _DATES else None
    if match is None:
        return None
    try:
        return Dateline(date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None


def _keep_only(extract: Extract, mains: list[tuple[int, int, int]]) -> None:
    """Leave out what stands beside the page's main element, or beside its one article."""
    best = max(rank for rank, _, _ in mains)
    spans = [Span(start, end) for rank, start, end in mains if rank == best]
    if best == 1 and len(spans) > 1:
        return  # a page of many articles is a list of them

    def is_inside(start: int) -> bool:
        return any(span.start <= start < span.end for span in spans)

    extract.paragraphs = [one for one in extract.paragraphs if is_inside(one.start)]
    extract.tables = [one for one in extract.tables if is_inside(one.cells[0].span.start)]


@cache
def _piece_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<space>[ \t\r\n\f]+)|(?P<nothing>[\u200b\ufeff\u00ad]+)|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31};|#\d{1,7};?|#[xX][0-9A-Fa-f]{1,6};?))"
        r"|(?P<words>&|[^ \t\r\n\f\u200b\ufeff\u00ad&]+)"
    )


@cache
def _raised_end_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*</sup\s*>\s*([/\u2044])\s*(?:<sub\s*>)?\s*(\d)", re.IGNORECASE)
