"""reStructuredText to paragraphs: marks, code, comments and targets are blanked out, character for character."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from factlint.model.document import Block, Cell, Dateline, SourceMap, Table
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers.blocks import Line, Paragraph, blank, lines_of, mark_of
from factlint.readers.extract import Extract
from factlint.readers.raised import in_place
from factlint.readers.rst_tables import csv_cells, grid_cells, is_grid, is_simple, list_cells, simple_cells

_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_KEPT = frozenset(
    """note warning attention caution danger error hint important tip admonition seealso topic sidebar epigraph
    highlights pull-quote compound container class versionadded versionchanged deprecated rubric centered figure""".split()
)
_TABLES = frozenset(("table", "list-table", "csv-table"))
_DEEPEST = 100
"""How many elements inside one another are told apart; what stands deeper is read line by line."""


def read_rst(source: str) -> Extract:
    """Return the source with all that is no prose blanked out, and its paragraphs, headings, items, quotes and tables."""
    reader = _Reader(source)
    reader.read(lines_of(source), 0)
    shown: list[str] = []
    widths: dict[int, int] = {}
    at = 0
    for start, end in sorted(reader.kept):
        if start < at:
            continue
        shown += (blank(source[at:start]), _unmarked(source[start:end], start, widths))
        at = end
    shown.append(blank(source[at:]))
    text = "".join(shown)
    paragraphs = [one for one in (_trimmed(text, paragraph) for paragraph in reader.paragraphs) if one is not None]
    for table in reader.tables:
        table.cells = [cell for cell in table.cells if text[cell.span.start : cell.span.end].strip()]
    tables = [table for table in reader.tables if table.cells]
    paragraphs.sort(key=lambda one: one.start)
    places = SourceMap([(0, 0)], widths) if widths else SourceMap()
    return Extract(text, paragraphs, source, places, tables, dateline=reader.dateline)


@dataclass(slots=True)
class _Run:
    """Lines of one indent without a gap between them."""

    first: int
    last: int


class _Reader:
    """Walks through the lines of a document."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.kept: list[tuple[int, int]] = []
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.dateline: Dateline | None = None
        self._depth = 0
        self._levels: list[str] = []  # the signs of headings in the order in which they appear

    def read(self, lines: list[Line], base: int, block: Block = Block.PROSE) -> None:
        """Read lines of which the outermost stand at an indent."""
        if self._depth == _DEEPEST:
            for line in lines:
                self._keep(line.start, line.end, block)
            return
        self._depth += 1
        at = 0
        while at < len(lines):
            at = self._take(lines, at, base, block)
        self._depth -= 1

    def _take(self, lines: list[Line], at: int, base: int, block: Block) -> int:
        """Read one element and return the line after it."""
        line = lines[at]
        words = self._words(line)
        if (end := self._heading(lines, at)) > at:
            return end
        if words == "..":
            return at + 1  # an empty comment
        if words.startswith(".. "):
            return self._explicit(lines, at, block)
        if words.startswith("__ "):
            return at + 1
        if (end := self._drawn_table(lines, at)) > at:
            return end
        if line.indent > base:
            end = _while(lines, at, lambda one: one.indent > base)
            inner = min(one.indent for one in lines[at:end])
            self.read(lines[at:end], inner, Block.QUOTE if block is Block.PROSE and lines[at].gap else block)
            return end
        if _is_rule(words):
            return at + 1
        if match := _field_pattern().match(self.source, line.start, line.end):
            return self._field(lines, at, match)
        end = at + 1
        while (
            end < len(lines)
            and not lines[end].gap
            and lines[end].indent >= line.indent
            and not self._begins(lines, at, end)
        ):
            if lines[end].indent > line.indent and mark_of(self.source, line.start, line.end) is None and end == at + 1:
                break  # a definition below its term
            end += 1
        return self._paragraph(lines, at, end, block)

    def _paragraph(self, lines: list[Line], at: int, end: int, block: Block) -> int:
        """Take lines as a paragraph or an item; one that ends in :: announces a literal block, which is passed by."""
        first, last = lines[at], lines[end - 1]
        start, stop = first.start, last.end
        mark = mark_of(self.source, start, first.end)
        if mark is not None and mark.lastgroup != "dash":
            start, block = mark.end(), Block.ITEM
        elif self.source.startswith("#. ", start):
            start, block = start + 3, Block.ITEM
        elif self.source.startswith("| ", start):
            block = block if block is not Block.PROSE else Block.QUOTE
        announces = self.source.endswith("::", start, stop) or self.source[start:stop].endswith("::")
        if announces:
            stop -= 2 if self.source[stop - 3 : stop - 2].isspace() or stop - 2 <= start else 1
        self._keep(start, stop, block)
        if announces:
            indent = first.indent
            return _while(lines, end, lambda one: one.indent > indent)
        return end

    def _keep(self, start: int, end: int, block: Block, level: int = 0) -> None:
        if end <= start or not self.source[start:end].strip():
            return
        self.kept.append((start, end))
        self.paragraphs.append(Paragraph(start, end, block, level, end))

    def _words(self, line: Line) -> str:
        return self.source[line.start : line.end]

    def _begins(self, lines: list[Line], first: int, at: int) -> bool:
        """Say whether a line begins another item of the list that a first line opened."""
        mark = mark_of(self.source, lines[at].start, lines[at].end)
        own = mark_of(self.source, lines[first].start, lines[first].end)
        return mark is not None and own is not None and lines[at].indent == lines[first].indent

    def _heading(self, lines: list[Line], at: int) -> int:
        """Take a heading with its underline, and overline where it has one; return the line after it."""
        words = self._words(lines[at])
        if _is_rule(words) and at + 2 < len(lines) and not lines[at + 1].gap and not lines[at + 2].gap:
            under = self._words(lines[at + 2])
            title = self._words(lines[at + 1])
            if _is_rule(under) and under[0] == words[0] and len(words) >= len(title) and not is_simple(words):
                self._title(lines[at + 1], "=" + words[0])
                return at + 3
        if at + 1 < len(lines) and not lines[at + 1].gap and lines[at + 1].indent == lines[at].indent == 0:
            under = self._words(lines[at + 1])
            if _is_rule(under) and not _is_rule(words) and len(under) >= min(len(words), 4) and len(words) < 300:
                self._title(lines[at], under[0])
                return at + 2
        return at

    def _title(self, line: Line, sign: str) -> None:
        if sign not in self._levels:
            self._levels.append(sign)
        self._keep(line.start, line.end, Block.HEADING, self._levels.index(sign) + 1)

    def _field(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        """Take a field of a list (:Date: 2023-04-20); options and data of the file itself are no prose."""
        line = lines[at]
        end = _while(lines, at + 1, lambda one: one.indent > line.indent)
        if match["name"].lower() == "date" and self.dateline is None:
            self.dateline = _day(self.source, match.end(), line.end)
        if match.end() < lines[end - 1].end and match["name"].lower() not in (
            "orphan",
            "tocdepth",
            "nocomments",
            "id",
            "revision",
        ):
            self._keep(match.end(), lines[end - 1].end, Block.PROSE)
        return end

    def _explicit(self, lines: list[Line], at: int, block: Block) -> int:
        """Take a directive, a footnote, a target or a comment."""
        line = lines[at]
        end = _while(lines, at + 1, lambda one: one.indent > line.indent)
        if note := _note_pattern().match(self.source, line.start, line.end):
            self._keep(note.end(), lines[end - 1].end, Block.PROSE)
            return end
        directive = _directive_pattern().match(self.source, line.start, line.end)
        name = directive["name"].lower() if directive else ""
        if directive is None or (name not in _KEPT and name not in _TABLES):
            return end
        body = lines[at + 1 : end]
        while body and (option := _field_pattern().match(self.source, body[0].start, body[0].end)):
            assert option is not None
            body = body[1:]
        argument = Span(directive.end(), line.end)
        if name in _TABLES:
            self._table_directive(name, argument, body)
            return end
        if name not in ("figure", "class", "container", "versionadded", "versionchanged", "deprecated"):
            self._keep(argument.start, argument.end, block)
        if body:
            self.read(body, min(one.indent for one in body), block)
        return end

    def _table_directive(self, name: str, title: Span, body: list[Line]) -> None:
        words = self.source[title.start : title.end].strip()
        caption = Span(title.start, title.start + len(words)) if words else None
        if caption is not None:
            self._keep(caption.start, caption.end, Block.PROSE)
        if name == "table" and body:
            count = len(self.tables)
            self.read(body, min(one.indent for one in body))
            if len(self.tables) > count:
                self.tables[count].caption = caption
            return
        self._add(list_cells(self.source, body) if name == "list-table" else csv_cells(self.source, body), caption)

    def _drawn_table(self, lines: list[Line], at: int) -> int:
        """Take a grid table or a simple table; return the line after it."""
        words = self._words(lines[at])
        if is_grid(words):
            end = at + 1
            while end < len(lines) and not lines[end].gap and self._words(lines[end])[0] in "+|":
                end += 1
            self._add(grid_cells(self.source, lines[at:end]), None)
            return end
        if is_simple(words) and at + 2 < len(lines):
            rules = [at]
            end = at + 1
            while end < len(lines) and len(rules) < 3:
                if is_simple(self._words(lines[end])):
                    rules.append(end)
                    if len(rules) >= 2 and (end + 1 >= len(lines) or lines[end + 1].gap):
                        end += 1
                        break
                end += 1
            if len(rules) < 2:
                return at
            self._add(simple_cells(self.source, lines[at : rules[-1] + 1]), None)
            return rules[-1] + 1
        return at

    def _add(self, cells: list[Cell], caption: Span | None) -> None:
        if not cells:
            return
        for cell in cells:
            self._keep(cell.span.start, cell.span.end, Block.CELL)
        self.tables.append(Table(cells, caption))


def _while(lines: list[Line], at: int, holds: "Callable[[Line], bool]") -> int:
    while at < len(lines) and holds(lines[at]):
        at += 1
    return at


def _is_rule(words: str) -> bool:
    return (
        len(words) >= 2
        and words[0] in _SIGNS
        and words == words[0] * len(words)
        and (len(words) > 3 or words[0] in "=-~^")
    )


def _trimmed(text: str, paragraph: Paragraph) -> Paragraph | None:
    start, end = paragraph.start, paragraph.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    match = _line_end_pattern().search(text, start, end)
    return Paragraph(start, end, paragraph.block, paragraph.level, match.start() if match else end)


def _day(source: str, start: int, end: int) -> Dateline | None:
    match = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)").match(source, start, end)
    if match is None:
        return None
    try:
        return Dateline(date(int(match[1]), int(match[2]), int(match[3])), None, Span(match.start(1), match.end(3)))
    except ValueError:
        return None


def _unmarked(words: str, start: int, widths: dict[int, int]) -> str:
    """Blank out what stands inside lines: literals, roles, targets, references to notes, emphasis."""
    words = in_place(words, _raised_pattern(), start, widths)
    words = _verbatim_pattern().sub(lambda match: blank(match.group()), words)
    words = _link_pattern().sub(lambda match: " " + match[1] + blank(match[2]), words)
    return _emphasis_pattern().sub(lambda match: blank(match.group()), words)


@cache
def _line_end_pattern() -> re.Pattern[str]:
    return re.compile(r"[\r\n]")


@cache
def _field_pattern() -> re.Pattern[str]:
    return re.compile(r":(?P<name>[A-Za-z][^:\r\n]{0,60}):(?:[ \t]+|$)")


@cache
def _note_pattern() -> re.Pattern[str]:
    return re.compile(r"\.\. \[(?:#?[\w.-]*|\*)\][ \t]*")


@cache
def _directive_pattern() -> re.Pattern[str]:
    return re.compile(r"\.\. (?:\|[^|]+\| )?(?P<name>[A-Za-z][\w:.+-]*)::[ \t]*")


@cache
def _verbatim_pattern() -> re.Pattern[str]:
    return re.compile(
        r"``(?s:.{1,2000}?)``"
        r"|:[A-Za-z][\w:.+-]*:(?=`)"
        r"|(?<=[\w.,;)\"]) ?\[(?:#?[\w.-]{0,20}|\*)\]_(?!\w)"
        r"|\|(?=\S)|(?<=\S)\|_{0,2}"
        r"|\\(?=[^\w\s])|\\ "
    )


@cache
def _raised_pattern() -> re.Pattern[str]:
    up, down = r":sup(?:erscript)?:", r":sub(?:script)?:"
    return re.compile(
        rf"(?:\\ )?{up}`(?P<over>\d{{1,3}})`(?:\\ )?[/\u2044](?:\\ )?{down}`(?P<under>\d{{1,3}})`(?:\\ )?"
        rf"|(?:\\ )?{up}`(?P<up>[^`]{{1,12}})`(?:\\ )?|(?:\\ )?{down}`(?P<down>[^`]{{1,12}})`(?:\\ )?"
    )


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"`([^`<>]{1,500})((?:<[^<>`]{1,1000}>)?`_{0,2})")


@cache
def _emphasis_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w*])\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?![\w*])|(?<=\w)_{1,2}(?=[\s.,;:!?)]|$)")
