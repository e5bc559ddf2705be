"""Markdown to paragraphs: marks, code, comments and link targets are blanked out, character for character.

The text that is analysed has the length of the source, so an offset in one is the same offset in the other.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from factlint.model.document import Block, Cell, Dateline, SourceMap, Table
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph, blank
from factlint.readers.extract import Extract
from factlint.readers.raised import in_place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def read_markdown(source: str) -> Extract:
    """Return the source with all that is no prose blanked out, and its paragraphs, headings, items, tables and quotes."""
    starts = _line_starts(source)
    front = _front_matter(source)
    blanked = blank(source[: front.end]) if front else ""
    body = blanked + source[len(blanked) :]
    shown: list[str] = []
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    segments: list[tuple[int, int]] = [(0, 0)]
    widths: dict[int, int] = {}
    at = row = 0
    for first, last, block, level in _regions(body):
        start, end = starts[first], starts[last] if last < len(starts) else len(source)
        if start < at:
            continue
        shown.append(blank(source[at:start]))
        words = _unmarked(_unmarked_lines(source[start:end], block), start, segments, widths)
        shown.append(words)
        at = end
        if block is Block.CELL:
            row = 0 if level else row + 1
            if not row:
                tables.append(Table([]))
            tables[-1].cells += _cells(words, start, row)
        _add(words, start, block, 0 if block is Block.CELL else level, paragraphs)
    shown.append(blank(source[at:]))
    tables = [table for table in tables if table.cells]
    places = SourceMap(segments, widths) if widths else SourceMap()
    return Extract("".join(shown), paragraphs, source, places, tables, dateline=front_matter_date(source))


def _cells(words: str, start: int, row: int) -> Iterator[Cell]:
    """Yield the cells of a row, which pipes part."""
    at = 0
    for column, cell in enumerate(words.split("|")):
        if bare := cell.strip():
            first = start + at + cell.index(bare)
            yield Cell(Span(first, first + len(bare)), row, column, row == 0)
        at += len(cell) + 1


def front_matter_date(source: str) -> Dateline | None:
    """Return the date that the front matter gives ("date: 2023-04-20"), or None."""
    front = _front_matter(source)
    match = _front_date_pattern().search(source, front.start, front.end) if front else None
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return Dateline(day, None, Span(match.start(1), match.end(3)))


def _regions(body: str) -> list[tuple[int, int, Block, int]]:
    """Return the blocks that hold prose: first line, line after the last, kind, level of a heading."""
    regions: list[tuple[int, int, Block, int]] = []
    around: list[str] = []
    level = 0
    for token in _parser().parse(body):
        if token.nesting == 1:
            around.append(token.type)
            if token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "tr_open" and token.map:
                # The row of heads is marked by its level.
                regions.append((token.map[0], token.map[1], Block.CELL, int("thead_open" in around)))
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline" and token.map and "tr_open" not in around:
            regions.append((token.map[0], token.map[1], _kind(around), level))
        elif token.type == "html_block" and token.map and not _hidden_pattern().match(token.content):
            regions.append((token.map[0], token.map[1], Block.PROSE, 0))
    return regions


def _kind(around: list[str]) -> Block:
    if "heading_open" in around:
        return Block.HEADING
    for opened in reversed(around):
        if opened == "list_item_open":
            return Block.ITEM
        if opened == "blockquote_open":
            return Block.QUOTE
    return Block.PROSE


def _add(words: str, start: int, block: Block, level: int, paragraphs: list[Paragraph]) -> None:
    """Add the paragraph that a region holds; a blank line inside it, as HTML leaves it, divides."""
    for match in _run_pattern().finditer(words):
        run = match.group()
        first = match.start() + len(run) - len(run.lstrip())
        last = match.start() + len(run.rstrip())
        if first >= last:
            continue
        line = _line_end_pattern().search(words, first, last)
        paragraphs.append(
            Paragraph(start + first, start + last, block, level, start + (line.start() if line else last))
        )


def _unmarked_lines(words: str, block: Block) -> str:
    """Blank out what stands at the beginning of lines: quote and list marks, hashes, underlines, pipes of tables."""
    if block is Block.ITEM or block is Block.QUOTE:
        words = _list_mark_pattern().sub(_blanked, words, count=1)
    words = _quote_mark_pattern().sub(_blanked, words)
    if block is Block.HEADING:
        words = _heading_mark_pattern().sub(_blanked, words)
    elif block is Block.CELL:
        words = _escaped_pipe_pattern().sub(_blanked, words)
        words = _edge_pattern().sub(_blanked, words)
    return words


def _unmarked(words: str, start: int, segments: list[tuple[int, int]], widths: dict[int, int]) -> str:
    """Blank out what stands inside lines: code, comments, tags, link targets, emphasis; entities become characters."""
    if not _special_pattern().search(words):
        return words
    words = in_place(words, _raised_pattern(), start, widths)
    words = _verbatim_pattern().sub(_blanked, words)
    words = _image_pattern().sub(_blanked, words)
    words = _link_pattern().sub(_link, words)
    words = _entity_pattern().sub(lambda match: _entity(match, start, segments, widths), words)
    return _emphasis_pattern().sub(_blanked, words)


def _blanked(match: re.Match[str]) -> str:
    return blank(match.group())


def _link(match: re.Match[str]) -> str:
    """Keep the words of a link and blank out the rest: [the report](https://example.org)."""
    return " " + match[1] + blank(match[2])


def _entity(match: re.Match[str], start: int, segments: list[tuple[int, int]], widths: dict[int, int]) -> str:
    """Put the character at the end of its room, so that a pound stands at its figure; a fraction at the beginning."""
    words, room = unescape(match.group()), len(match.group())
    if len(words) != 1:
        return match.group()
    if words.isnumeric():
        widths[start + match.start()] = room
        return words.ljust(room)
    last = start + match.end() - 1
    segments += [(last, start + match.start()), (last + 1, last + 1)]
    widths[last] = room
    return words.replace("\u00a0", " ").rjust(room)


def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in _line_end_pattern().finditer(source))]


def _front_matter(source: str) -> Span | None:
    match = _front_pattern().match(source)
    return Span(0, match.end()) if match else None


@cache
def _parser() -> "MarkdownIt":
    # Only here, for a Markdown file: importing the parser takes longer than reading a plain text.
    from markdown_it import MarkdownIt

    # Blocks are all that is wanted of it; the marks inside lines carry no offsets there.
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    parser.disable("inline")
    return parser


@cache
def _front_pattern() -> re.Pattern[str]:
    return re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?s:.{0,20000}?)(?<=[\r\n])(?:\1|\.\.\.)[ \t]*(?=[\r\n]|\Z)")


@cache
def _front_date_pattern() -> re.Pattern[str]:
    return re.compile(r"^date\s*[:=]\s*[\"']?(\d{4})-(\d\d)-(\d\d)", re.MULTILINE | re.IGNORECASE)


@cache
def _line_end_pattern() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")


@cache
def _hidden_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*<(?:script|style|pre|textarea)\b", re.IGNORECASE)


@cache
def _run_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)(?=[^\r\n]*[^\s])[^\r\n]*)*")


@cache
def _list_mark_pattern() -> re.Pattern[str]:
    return re.compile(r"\A[ \t]*(?:(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+(?:\[[ xX]\](?=\s))?")


@cache
def _quote_mark_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[\r\n]))[ \t]*(?:>[ \t]*)+")


@cache
def _heading_mark_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[\r\n]))[ \t]*(?:#{1,6}(?=\s)|[=-]+[ \t]*(?=[\r\n]|\Z))|[ \t]#+[ \t]*(?=[\r\n]|\Z)")


@cache
def _escaped_pipe_pattern() -> re.Pattern[str]:
    return re.compile(r"\\\|")


@cache
def _edge_pattern() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*\||\|[ \t]*(?=[\r\n]|\Z)")


@cache
def _special_pattern() -> re.Pattern[str]:
    return re.compile(r"[*_`<&\[~\\]")


@cache
def _verbatim_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<!`)(?P<ticks>`{1,9})(?!`)(?s:.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
        r"|<!--(?s:.*?)(?:-->|\Z)"
        r"|</?[A-Za-z][^<>]{0,2000}>"
        r"|~~(?=\S)[^~]{1,1000}~~"
        r"|\[\^[^\]\s]{1,40}\]:?"
        r"|\\(?=[^\w\s])"
    )


@cache
def _raised_pattern() -> re.Pattern[str]:
    return re.compile(
        r"<sup>\s*(?P<over>\d{1,3})\s*</sup>[/\u2044]<sub>\s*(?P<under>\d{1,3})\s*</sub>"
        r"|<sup>\s*(?P<up>[^<>]{1,12}?)\s*</sup>|<sub>\s*(?P<down>[^<>]{1,12}?)\s*</sub>",
        re.IGNORECASE,
    )


@cache
def _image_pattern() -> re.Pattern[str]:
    return re.compile(r"!\[[^\[\]]{0,1000}\](?:\([^()\r\n]{0,2000}\)|\[[^\[\]]{0,200}\])?")


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"\[([^\[\]]{1,1000})(\](?:\((?:[^()\r\n]|\([^()\r\n]{0,500}\)){0,2000}\)|\[[^\[\]]{0,200}\]))")


@cache
def _entity_pattern() -> re.Pattern[str]:
    return re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")


@cache
def _emphasis_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\s)\*+|\*+(?!\s|\Z)|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
