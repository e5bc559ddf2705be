"""Pages to paragraphs, headings and tables: running heads and page numbers left out, divided words made whole."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from factlint.model.document import Block
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.readers.blocks import Paragraph, mark_of
from factlint.readers.extract import Extract, GridCell, Writer
from factlint.readers.grids import is_caption
from factlint.readers.hyphens import undivided, words_of
from factlint.readers.pdf_order import rows_in_order
from factlint.readers.pdf_page import RAISED, Page, Segment, Word
from factlint.readers.pdf_tables import table_at
from factlint.readers.raised import raised
from factlint.readers.running import running_lines

_SMALL = 0.9  # of the size of most letters: a footnote
_NOTE = 0.95
_AROUND = 4  # lines
_LARGE = 1.12
_STOPS = '.!?:;\u2026\u201d"'


@dataclass(slots=True)
class _Block:
    """Lines that make a paragraph or a heading, or the rows of a table."""

    page: int
    lines: list[Segment] = field(default_factory=list)
    rows: list[list[GridCell]] | None = None
    words: list[list[list[Word]]] = field(default_factory=list)  # of the cells of a table
    right: float = 0.0  # the edge of the column that it stands in

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self.lines[0].size if self.lines else 0.0


def lay_out(pages: list[Page]) -> Extract:
    """Return the text of pages in reading order."""
    usual = _usual_size(pages)
    rows = [rows_in_order(page.segments()) for page in pages]
    rows = _without_running(rows, pages)
    blocks: list[_Block] = []
    for page, lines in zip(pages, rows, strict=True):
        _join(blocks, list(_blocks(lines, page.number, usual)), usual)
    sizes = sorted({round(block.size, 1) for block in blocks if block.size > usual * _LARGE}, reverse=True)
    known = words_of(word.text for page in pages for word in page.words)
    writer = Writer()
    for block in blocks:
        if block.rows is not None:
            _write_table(writer, block)
        else:
            _write(writer, block, usual, sizes, known)
    return writer.extract()


def _usual_size(pages: list[Page]) -> float:
    counts: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            counts[round(word.size, 1)] += len(word.text)
    return counts.most_common(1)[0][0] if counts else 10.0


def _without_running(pages: list[list[list[Segment]]], sheets: list[Page]) -> list[list[list[Segment]]]:
    """Leave out what stands at the head or foot of many pages, and page numbers."""
    heads = [
        [(" ".join(one.text for one in row), row[0].middle / max(sheet.height, 1)) for row in rows]
        for rows, sheet in zip(pages, sheets, strict=True)
    ]
    left_out = running_lines(heads)
    return [
        [row for at, row in enumerate(rows) if at not in dropped] for rows, dropped in zip(pages, left_out, strict=True)
    ]


def _blocks(rows: list[list[Segment]], page: int, usual: float) -> Iterator[_Block]:
    """Yield the paragraphs, headings and tables of a page."""
    leading = _leading(rows)
    edges = _edges(rows)
    current: _Block | None = None
    at = 0
    while at < len(rows):
        found = table_at(rows, at)
        if found is not None:
            if current is not None:
                yield current
                current = None
            for cell in (cell for row in found.rows for cell in row):
                cell.where = {"page": page}
            yield _Block(page, rows=found.rows, words=found.words)
            at = found.end
            continue
        line = Segment.of([word for one in rows[at] for word in one.words])
        room = leading + (0.9 if line.size > usual * _LARGE else 0.45) * line.size
        if current is not None and _goes_on(current, line, room, edges[at]):
            current.lines.append(line)
        else:
            if current is not None:
                yield current
            current = _Block(page, [line], right=edges[at][1])
        at += 1
    if current is not None:
        yield current


def _leading(rows: list[list[Segment]]) -> float:
    """Return the room between most lines."""
    gaps = [
        round(b[0].top - a[0].bottom, 1)
        for a, b in pairwise(rows)
        if 0 <= b[0].top - a[0].bottom < 2 * a[0].size and abs(a[0].size - b[0].size) < 0.6
    ]
    gaps.sort()
    return gaps[len(gaps) // 3] if gaps else 3.0


def _edges(rows: list[list[Segment]]) -> list[tuple[float, float]]:
    """Return for each row the left and right edge of the lines around it, which are those of its column."""
    edges: list[tuple[float, float]] = []
    for at, row in enumerate(rows):
        first, last = at, at
        while first > max(at - _AROUND, 0) and rows[first - 1][0].top < rows[first][0].top + 1:
            first -= 1
        while last < min(at + _AROUND, len(rows) - 1) and rows[last + 1][0].top > rows[last][0].top - 1:
            last += 1
        near = [one for one in rows[first : last + 1] if abs(one[0].size - row[0].size) <= 0.08 * row[0].size]
        edges.append((min(one[0].left for one in near), max(one[-1].right for one in near)))
    return edges


def _goes_on(block: _Block, line: Segment, room: float, edge: tuple[float, float]) -> bool:
    """Say whether a line goes on with the paragraph before it."""
    last = block.lines[-1]
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size) or line.top < last.top:
        return False
    if line.top - last.bottom > room:
        return False
    text = line.text
    if mark_of(text, 0, len(text)) is not None and text[0] not in "(abcdefghijklmnopqrstuvwxyz":
        return False
    room_left = edge[1] - last.right  # in which the next word would have stood, had the paragraph gone on
    is_short = room_left > line.words[0].right - line.words[0].left + 0.6 * line.size
    ended = last.text.rstrip("\"'\u201d\u2019)")[-1:] in _STOPS
    if is_short and (ended or not text[:1].islower()):
        return False
    is_indented = line.left > edge[0] + 0.9 * line.size
    was_indented = last.left > edge[0] + 0.9 * last.size
    return not (is_indented and not was_indented and (ended or text[:1].isupper()))


def _join(blocks: list[_Block], found: list[_Block], usual: float) -> None:
    """Add the blocks of a page; a paragraph that its first one goes on with is made whole before the notes between."""
    if blocks and found and blocks[-1].rows and found[0].rows and _is_wide_as(blocks[-1].rows, found[0].rows):
        table, more = blocks[-1], found.pop(0)
        assert table.rows is not None and more.rows is not None
        again = _words_of(more.rows[0]) == _words_of(table.rows[0])  # the heads, printed once more
        table.rows += more.rows[again:]
        table.words += more.words[again:]
    if blocks and found and found[0].lines:
        at = len(blocks) - 1
        while at >= 0 and blocks[at].page == blocks[-1].page and blocks[at].lines and blocks[at].size < usual * _SMALL:
            at -= 1  # footnotes
        last, first = blocks[at] if at >= 0 else blocks[-1], found[0]
        ended = bool(last.lines) and last.lines[-1].text.rstrip("\"'\u201d\u2019)")[-1:] in _STOPS
        if last.lines and not ended and abs(last.size - first.size) < 0.08 * usual and last.page == found[0].page - 1:
            begins = first.lines[0].text[:1]
            is_full = last.lines[-1].right >= last.right - 0.14 * max(last.right - last.lines[-1].left, 1)
            if begins.islower() or begins.isdigit() or is_full:
                last.lines += first.lines
                found = found[1:]
    blocks.extend(_within(found))


def _is_wide_as(first: list[list[GridCell]], second: list[list[GridCell]]) -> bool:
    """Say whether two tables have as many columns."""
    a, b = (max(cell.column for row in rows for cell in row) for rows in (first, second))
    return a == b


def _words_of(row: list[GridCell]) -> list[str]:
    return [cell.words for cell in row]


def _within(found: list[_Block]) -> Iterator[_Block]:
    """Yield blocks, those that a break of column parts in the midst of a sentence made whole."""
    last: _Block | None = None
    for block in found:
        if (
            last is not None and last.lines and block.lines
            and block.lines[0].top < last.lines[-1].top
            and abs(block.size - last.size) < 0.5
            and last.lines[-1].text.rstrip("\"'\u201d\u2019)")[-1:] not in _STOPS
            and not block.lines[0].text[:1].isupper()
        ):  # fmt: skip
            last.lines += block.lines
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _write(writer: Writer, block: _Block, usual: float, sizes: list[float], known: frozenset[str]) -> None:
    """Write a paragraph or a heading."""
    words = _whole(block, known)
    if not words:
        return
    writer.gap()
    start = writer.length
    page = -1
    for at, (text, word, joint, number) in enumerate(words):
        if at and joint:
            writer.words(joint)
        if number != page:
            page = number
            writer.marks.add(writer.length if at else start, {"page": page})
        writer.marks.boxes.append((writer.length, writer.length + len(text), word.box))
        writer.words(text)
    end = writer.length
    text = writer.tail(start)
    kind, level = Block.PROSE, 0
    if block.size > usual * _LARGE and len(text) <= 220 and text[-1:] not in ".;,":
        kind, level = Block.HEADING, sizes.index(round(block.size, 1)) + 1
    elif block.size < usual * _NOTE and (note := re.match(r"\d{1,2}\s+(?=[A-Z\"\u201c])", text)):
        start += note.end()
    elif (mark := mark_of(text, 0, len(text))) is not None and (
        mark.lastgroup == "bullet" or (mark.lastgroup == "number" and mark.group().strip()[0] in "0123456789(")
    ):
        kind, start = Block.ITEM, start + mark.end()
    writer.paragraphs.append(Paragraph(start, end, kind, level, end))


def _whole(block: _Block, known: frozenset[str]) -> list[tuple[str, Word, str, int]]:
    """Return the words of a block with what joins each to the one before, and its page; divided words are made whole."""
    found: list[tuple[str, Word, str, int]] = []
    page = block.page
    last_top = block.lines[0].top
    for number, line in enumerate(block.lines):
        if number and line.top < last_top - 50 and line.left <= block.lines[number - 1].right + 1:
            page += 1
        last_top = line.top
        for at, word in enumerate(line.words):
            text = word.text.replace("\x00", "")
            if word.flags & RAISED and (said := raised(text, found[-1][0] if found else "")) is not None:
                if said and found:
                    before = found[-1]
                    found.append((said, word, "", before[3]))
                continue
            if not text:
                continue
            joint = " "
            if at == 0 and found and (divided := undivided(found[-1][0], text, known)) is not None:
                before = found.pop()
                found.append((divided, before[1], before[2], before[3]))
                joint = ""
            elif at and word.left - line.words[at - 1].right < 0.08 * word.size:
                joint = ""
            found.append((text, word, joint, page))
    return found


def _write_table(writer: Writer, block: _Block) -> None:
    assert block.rows is not None
    last = writer.paragraphs[-1] if writer.paragraphs else None
    caption = None
    if (
        last is not None
        and last.block is not Block.CELL
        and is_caption(writer.tail(last.start)[: last.end - last.start])
    ):
        caption = Span(last.start, last.end)
    writer.grid(block.rows, caption)
    made = writer.tables[-1].cells if writer.tables else []
    words = [cell for row in block.words for cell in row]
    for cell, inside in zip(made, words, strict=False) if len(made) == len(words) else ():
        left, top = min(w.left for w in inside), min(w.top for w in inside)
        right, bottom = max(w.right for w in inside), max(w.bottom for w in inside)
        writer.marks.boxes.append((cell.span.start, cell.span.end, (left, top, right, bottom)))
