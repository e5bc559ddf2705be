"""Plain text to paragraphs: blank-line style, a paragraph or sentence a line, and hard-wrapped lines."""

import re
from functools import cache
from itertools import pairwise

from factlint.model.document import Block
from factlint.readers.blocks import Line, Paragraph, lines_of, mark_of
from factlint.readers.fields import is_field

_WIDEST = 132  # no program wraps prose wider than an old line printer
_NARROWEST = 40
_STOPS = ".!?\u2026:;\u3002\uff01\uff1f\uff1a"
_CLOSERS = "\"'\u201d\u2019)]*_"
_OPEN_ENDED = frozenset(
    "a an the of to in on at by for from with and or nor but as than that which who whose is are was were be been has have "
    "had will would its their our his her about over under nearly more less between into per up down "
    "january february march april may june july august september october november december".split()
)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of a plain text in order; hard-wrapped lines are joined, list marks left out."""
    lines = lines_of(text)
    width = _width(lines)
    paragraphs: list[Paragraph] = []
    at = 0
    while at < len(lines):
        run_end = at + 1
        while run_end < len(lines) and not lines[run_end].gap:
            run_end += 1
        run = lines[at:run_end]
        own = _width(run) if 6 <= len(run) < len(lines) else None
        _group(text, run, own or width, paragraphs)
        at = run_end
    _settle(text, paragraphs)
    _number(text, paragraphs)
    return paragraphs


def name_paragraphs(text: str, paragraphs: list[Paragraph]) -> None:
    """Say of paragraphs that another format gives as plain ones whether they are names of fields, headings or rows.

    Headings are told by their looks only where the file marks none itself.
    """
    marked = any(paragraph.block is Block.HEADING for paragraph in paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.block is not Block.PROSE or paragraph.first_line < paragraph.end:
            continue
        _name(text, paragraph, alone=True, opens=at == 0)
        if marked and paragraph.level:
            paragraph.block, paragraph.level = Block.PROSE, 0
    if not marked:
        _settle(text, paragraphs)
    _number(text, paragraphs)


def _group(text: str, lines: list[Line], width: int | None, paragraphs: list[Paragraph]) -> None:
    """Divide a run of lines without a blank one into paragraphs."""
    at, end = 0, len(lines)
    while at < end:
        first = lines[at]
        start = first.start
        mark = mark_of(text, start, first.end)
        last = at
        while last + 1 < end and _joins(text, lines[last], lines[last + 1], width, in_item=mark is not None):
            last += 1
        if mark:
            start = mark.end()
        paragraph = Paragraph(start, lines[last].end, Block.ITEM if mark else Block.PROSE, 0, first.end)
        if last == at and not mark:
            _name(text, paragraph, alone=end == 1, opens=not paragraphs)
        paragraphs.append(paragraph)
        at = last + 1


def _joins(text: str, a: Line, b: Line, width: int | None, *, in_item: bool) -> bool:
    """Say whether line b goes on with the sentence or paragraph of line a."""
    begins, ends = text[b.start], text[a.end - 1]
    if begins in ",;)" or (begins == "%" and ends.isdigit()):
        return True
    if width is None and not in_item and ends in ".!?":
        return False
    ending = text[max(a.start, a.end - 12) : a.end].rstrip(_CLOSERS)
    open_ended = not ending or ending[-1] not in _STOPS
    wrapped = width is not None and a.end - a.start + 2 + _first_word(text, b) > width
    if text[a.start] in "#|" or begins in "#|":
        return False
    last_word = ending.rpartition(" ")[2].lower()
    open_word = open_ended and last_word in _OPEN_ENDED
    if (mark := mark_of(text, b.start, b.end)) is not None:
        # A dash or a number at the edge of a wrapped line is no list mark.
        unlikely = wrapped or (open_word and not in_item and mark.group().strip() not in ("1.", "1)", "(1)"))
        return open_ended and unlikely and mark.lastgroup != "bullet"
    if ending[-1:] in (":", "\uff1a") and a.end - a.start < 60 and not (wrapped and in_item):
        return False
    if not open_word and begins.isupper() and _label_pattern().match(text, b.start, b.end):
        return False
    if wrapped or (in_item and b.indent >= 2 and b.indent > a.indent):
        return True
    if not open_ended or a.end - a.start < 24:
        return False
    if begins.islower():
        return True
    return open_word or (ending[-1:] == "," and a.end - a.start >= 40)


def _first_word(text: str, line: Line) -> int:
    end = text.find(" ", line.start, line.end)
    return (line.end if end < 0 else end) - line.start


def _width(lines: list[Line]) -> int | None:
    """Return the width to which most lines that another follows are filled, or None where no such width shows."""
    lengths = sorted(a.end - a.start for a, b in pairwise(lines) if not b.gap)
    if len(lengths) < 3:
        return None
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(1 for length in lengths if width - 18 <= length)
    return width if 2 * full >= len(lengths) else None


def _name(text: str, paragraph: Paragraph, *, alone: bool, opens: bool) -> None:
    """Say of a paragraph of one line whether it is a heading, a field's name or a row of cells."""
    start, end = paragraph.start, paragraph.end
    if text[start] == "#" and (match := _hash_pattern().match(text, start, end)):
        paragraph.start = match.end()
        paragraph.block, paragraph.level = Block.HEADING, match.group().count("#")
    elif text.count("|", start, end) >= 2 or text.count("\t", start, end) >= 2:
        paragraph.block = Block.CELL
    elif text[end - 1] in ".!?" or end - start > 220:
        return
    elif text[end - 1] in ":\uff1a":
        if is_field(text[start : end - 1]) and not _count_pattern().match(text, start, end):
            paragraph.block = Block.LABEL
    elif opens or alone:
        words = text[start:end]
        if is_heading(words, title=opens):
            paragraph.block, paragraph.level = Block.HEADING, 1 if opens else 2
        elif alone and _row_pattern().search(words):
            paragraph.block = Block.CELL


def _settle(text: str, paragraphs: list[Paragraph]) -> None:
    """Take back headings that nothing follows, or that stand in a long row of their like, as the lines of a list do."""
    loose = [line.block is Block.HEADING and not _has_hash(text, line) for line in paragraphs]
    if loose and loose[-1]:
        paragraphs[-1].block, paragraphs[-1].level = Block.PROSE, 0
    first = 1  # the title stays
    for at in range(1, len(paragraphs) + 1):
        if at < len(paragraphs) and loose[at]:
            continue
        if at - first >= 5:
            for line in paragraphs[first : at - 1]:
                line.block, line.level = Block.ITEM, 0
        first = at + 1


def _number(text: str, paragraphs: list[Paragraph]) -> None:
    """Leave out the numbers of paragraphs ("11.90 The government's ..."), which three of them show to be no figures."""
    found = [
        (paragraph, match.end())
        for paragraph in paragraphs
        if text[paragraph.start].isdigit() and (match := _number_pattern().match(text, paragraph.start, paragraph.end))
    ]
    if len(found) >= 3:
        for paragraph, start in found:
            paragraph.start = start


def _has_hash(text: str, heading: Paragraph) -> bool:
    return "#" in text[max(0, heading.start - 8) : heading.start]


def is_heading(words: str, *, title: bool = False) -> bool:
    """Say whether a line that stands alone is a heading: short, no final stop, no date or clock; a title may be longer."""
    most = 32 if title else 14
    if len(words) > (220 if title else 100) or words.count(" ") >= most:
        return False
    if words.rstrip(_CLOSERS + " ")[-1:] in (*_STOPS, *",-\u2013\u2014", "") or words[0] in _CLOSERS + "/(<":
        return False
    first = next((character for character in words if character.isalnum()), "")
    if not (first.isupper() or first.isdigit() or first > "\u2e80") or not any(map(str.isalpha, words)):
        return False
    return not _no_heading_pattern().match(words) and not _row_pattern().search(words)


@cache
def _hash_pattern() -> re.Pattern[str]:
    return re.compile(r"#{1,6}[ \t]+(?=\S)")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[QA]|[A-Z][A-Z.'\u2019\- ]{1,40}):\s|[A-Z.]{2,20} [A-Z.'\u2019\- ]{0,30}[A-Z]{3}\.\s|Q(?:\.?\s{2,}|\t)"
    )


@cache
def _no_heading_pattern() -> re.Pattern[str]:
    months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    days = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    return re.compile(
        rf"(?:{days},? *)?(?:(?:{months})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{months})[a-z]*)"
        r"(?:,? \d{4})?\W*$"
        r"|\d{4}-\d\d-\d\d\W*$"
        r"|\d{1,2}[:.]\d\d\b"
        r"|[^|]{2,40}\|[^|]*\d{4}\s*$"  # Beijing | 3 p.m. April 20, 2023
        r"|[-\u2013\u2014]"
        r"|(?:\w+ )?(?:Source|Sources|Download|Notes?|Contact|Link|Copyright|Photo|Image|Author|Tel|Email|Date)\b[\w ]{0,16}:"
        r"|\d{2,3} +[A-Z][a-z ]|Q +[A-Z]"  # a footnote, a question
    )


@cache
def _count_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|several)\b)", re.IGNORECASE)


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,2}\.\d{1,3}(?:\.\d{1,3}|\.)?[ \t\u00a0]+(?=[A-Z][a-z]*\b)"
        r"(?!(?:Million|Billion|Trillion|Percent|Per|Points?|Times|Dollars?|Euros?|Yuan|Mbps|Gbps|Kbps|Tbps)\b)"
    )


@cache
def _row_pattern() -> re.Pattern[str]:
    # A line of a table laid flat: it ends in a figure that is no year, or holds sums of money in a row.
    return re.compile(
        r"(?:\s[$\u00a3\u20ac]?\d[\d,.]*[,.]\d+|\s\d{5,}|[$\u00a3\u20ac]\d\S*\s+[$\u00a3\u20ac]\d\S*.*|\s\S*%\)?)\s*$"
    )
