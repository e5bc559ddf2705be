"""A text as rows: line number, paragraph with its tick marks, and the cards that stand beside it."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from factlint.model.document import Block
from factlint.model.span import Span
from factlint.reporters.page.cards import card, pointer
from factlint.reporters.page.markup import count, safe
from factlint.reporters.tieout import Figure, Link, Sheet, State, Tieout
from factlint.reporters.wording import one_line, spot

_CLASSES = {State.CONFIRMED: "c", State.CONFLICTING: "x", State.ALONE: "a"}
_SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24)  # lines of a paragraph: so much room is kept until it is drawn
_LINE = 72
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_CUES = re.compile(r"^(?:\d+\r?\n)?[\d:.,]+ --> .*$|^\d+\r?$|^WEBVTT.*$|<[^<>]*>", re.MULTILINE)
_MARKUP = {".html": _TAGS, ".htm": _TAGS, ".srt": _CUES, ".vtt": _CUES}
"""What in a file of a type is no text, by its suffix."""


class Ids:
    """What figures are called on the page: f1, f2 in the order of the sheets."""

    def __init__(self, tieout: Tieout) -> None:
        self._numbers = {id(figure): number for number, figure in enumerate(tieout.figures, 1)}
        self.several = len(tieout.sheets) > 1

    def of(self, figure: Figure) -> int:
        """Return the number of a figure."""
        return self._numbers[id(figure)]

    def place(self, figure: Figure) -> str:
        """Return where a figure stands, for people."""
        return f"{figure.path}, {figure.spot}" if self.several else figure.spot


class Row(NamedTuple):
    """Consecutive lines that are one paragraph."""

    start: int
    end: int
    line: int
    is_heading: bool


def section(sheet: Sheet, ids: Ids, number: int, loose: Sequence[Link]) -> str:
    """Return a text with its heading and rows; ``loose`` are findings that point at no figure."""
    figures = sheet.figures
    states = [figure.state for figure in figures]
    told = ", ".join(
        f"{states.count(state):,} {words}"
        for state, words in ((State.CONFIRMED, "confirmed"), (State.CONFLICTING, "in conflict"), (State.ALONE, "alone"))
    )
    drawn = [
        (
            f'<section class="sheet" id="s{number}" aria-labelledby="s{number}h">\n<header class="name">'
            f'<h2 id="s{number}h">{safe(sheet.path)}</h2><p>{count(len(figures), "figure")}: {told}</p></header>\n'
        )
    ]
    drawn += [card(link, ids) for link in loose if link.finding and link.finding.locations[0].path == sheet.path]
    starts = [figure.start for figure in figures]
    for row in rows_of(sheet):
        inside = figures[bisect_right(starts, row.start - 1) : bisect_right(starts, row.end - 1)]
        drawn.append(_row(sheet, row, inside, ids, number))
    return "".join([*drawn, "</section>\n"])


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """Return the paragraphs of a text as runs of whole lines; blank lines between them are room, not rows."""
    document = sheet.text.document
    source, lines = document.source, document.line_starts()
    begins: dict[int, bool] = {0: False}
    paragraph = None
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            at = document.source_map.span(sentence.span).start
            begins.setdefault(lines[bisect_right(lines, at) - 1], sentence.block is Block.HEADING)
    for figure in sheet.figures:  # no figure is torn
        for line in lines[bisect_right(lines, figure.start) : bisect_right(lines, figure.end - 1)]:
            begins.pop(line, None)
    edges = [*sorted(begins), len(source)]
    for start, end in itertools.pairwise(edges):
        if source[start:end].strip():
            blank = len(source[start:end]) - len(source[start:end].lstrip("\r\n"))
            begin, stop = start + blank, end - (len(source[start:end]) - len(source[start:end].rstrip("\r\n")))
            yield Row(begin, stop, bisect_right(lines, begin), begins[start])


def _row(sheet: Sheet, row: Row, figures: Sequence[Figure], ids: Ids, number: int) -> str:
    cards = dict.fromkeys(
        card(link, ids) if link.figures[0] is figure else pointer(link, ids)
        for figure in figures
        for link in figure.conflicts
        if link.figures[0] is figure or not _holds(sheet, row, link.figures[0])
    )
    size = next((size for size in _SIZES if row.end - row.start <= size * _LINE), _SIZES[-1])
    heading = ' role="heading" aria-level="3" class="h"' if row.is_heading else ""
    aside = f"<aside>{''.join(cards)}</aside>" if cards else ""
    kind = f"r z{size}{' k' if cards else ''}"
    return (
        f'<div class="{kind}" id="s{number}l{row.line}" data-o="{row.start}">{aside}<span class="n" aria-hidden="true">{_number(sheet, row)}'
        f"</span><p{heading}>{_words(sheet, row, figures, ids)}</p></div>\n"
    )


def _number(sheet: Sheet, row: Row) -> str:
    """Return what stands in the margin: the line, or the page or paragraph of a file that has no lines."""
    return safe(spot(row.line, sheet.text.document.where(Span(row.start, row.end))).rpartition(" ")[2])


def _plain(words: str, path: str) -> str:
    """Return words between figures, markup of the file itself dimmed."""
    markup = _MARKUP.get(PurePath(path).suffix.lower())
    if markup is None:
        return safe(words)
    drawn, at = [], 0
    for match in markup.finditer(words):
        drawn += [safe(words[at : match.start()]), f'<span class="u">{safe(match[0])}</span>']
        at = match.end()
    return "".join([*drawn, safe(words[at:])])


def _holds(sheet: Sheet, row: Row, figure: Figure) -> bool:
    return figure.path == sheet.path and row.start <= figure.start < row.end


def _words(sheet: Sheet, row: Row, figures: Sequence[Figure], ids: Ids) -> str:
    """Return the words of a row, the figures and the speaker's label marked."""
    source = sheet.text.document.source
    pieces: list[tuple[int, int, Figure | None]] = [(figure.start, figure.end, figure) for figure in figures]
    for turn in sheet.text.document.turns[_turns_before(sheet, row.start) :]:
        label = sheet.text.document.source_map.span(turn.label)
        if label.start >= row.end:
            break
        if all(figure.end <= label.start or label.end <= figure.start for figure in figures) and label.end <= row.end:
            pieces.append((label.start, label.end, None))
    drawn, at = [], row.start
    for start, end, figure in sorted(pieces, key=lambda piece: piece[:2]):
        drawn.append(_plain(source[at:start], sheet.path))
        words = safe(source[start:end])
        drawn.append(f'<b class="who">{words}</b>' if figure is None else _mark(figure, words, ids))
        at = end
    return "".join([*drawn, _plain(source[at : row.end], sheet.path)])


def _turns_before(sheet: Sheet, offset: int) -> int:
    """Return how many turns begin before an offset of the source."""
    document = sheet.text.document
    low, high = 0, len(document.turns)
    while low < high:
        middle = (low + high) // 2
        if document.source_map.span(document.turns[middle].label).start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _mark(figure: Figure, words: str, ids: Ids) -> str:
    """Return a figure with its tick mark, as a link to what confirms or contradicts it."""
    own = f'class="{_CLASSES[figure.state]}" id="f{ids.of(figure)}"'
    if figure.state is State.ALONE:
        return f"<span {own}>{words}</span>"
    name = safe(one_line(figure.text))
    if figure.state is State.CONFLICTING:
        worst = max(figure.conflicts, key=_weight)
        assert worst.finding is not None
        numbers = ",".join(str(link.number) for link in figure.conflicts)
        told = f"{name}, in conflict, finding {numbers}, {worst.finding.severity.value}"
        kind = worst.finding.severity.value[0]
        return f'<a {own.replace(chr(34), f"{chr(34)}{kind} ", 1)} href="#k{worst.number}" data-n="{numbers}" aria-label="{told}">{words}</a>'
    other = next((other for link in figure.agreements for other in link.others(figure)), None)
    if other is None:
        return f'<a {own} href="#f{ids.of(figure)}" data-by="" aria-label="{name}, confirmed">{words}</a>'
    place = safe(ids.place(other))
    return f'<a {own} href="#f{ids.of(other)}" data-by="{place}" aria-label="{name}, confirmed by {place}">{words}</a>'


def _weight(link: Link) -> int:
    return link.finding.severity.rank if link.finding else -1
