"""Pages of a plain text: the heads and numbers that run through it, left out so that a sentence goes on over them."""

import re
from collections import defaultdict
from functools import cache

from factlint.readers.blocks import Line, blank, lines_of

_LEAST_PAGES = 3
_LEAST_LINES, _LEAST_LINES_BARE = 2, 6  # from one running line to the next; more where it is a number alone
_LONGEST = 160
_BESIDE = 2  # lines between a running head and the number of its page
_OPEN = ".!?\u2026:;\u3002\uff01\uff1f\uff1a"
_CLOSERS = "\"'\u201d\u2019)]*_"


def without_pages(text: str) -> str:
    """Return a text with its running heads and page numbers as spaces: no character changes its place.

    Where the line before is unfinished, the empty lines around a running line go as well, and the words go on.
    """
    lines = lines_of(text)
    running = _running(text, lines)
    if not running:
        return text
    parts: list[str] = []
    at = done = 0
    while at < len(lines):
        if at not in running:
            at += 1
            continue
        first = at
        while at < len(lines) and at in running:
            at += 1
        start, end = lines[first].start, lines[at - 1].end
        is_open = first > 0 and at < len(lines) and _is_unfinished(text, lines[first - 1])
        if is_open:
            start, end = lines[first - 1].end, _line_end_before(text, lines[at])
        parts += [text[done:start], " " * (end - start) if is_open else blank(text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _running(text: str, lines: list[Line]) -> set[int]:
    """Return the places of the lines that run through the pages; the first that holds words stays: it may be the title."""
    numbered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    equal: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.end - line.start > _LONGEST:
            continue
        words = text[line.start : line.end]
        if words[0].isdigit() or words[-1].isdigit() or words[-1] in "-\u2013\u2014|]":
            told = _number_pattern().fullmatch(words)
            if told is not None and (line.gap or at + 1 == len(lines) or lines[at + 1].gap):
                name = next(name for name in ("first", "word", "last", "dash") if told[name])
                head = " ".join((told["behind"] or told["head"] or "").split())
                numbered[f"{name} {head}"].append((at, int(told[name])))
        equal[words].append(at)
    running: set[int] = set()
    titles: set[int] = set()
    for shape, pages in numbered.items():
        found = _in_turn(pages, _LEAST_LINES if shape.startswith(("word", "first")) else _LEAST_LINES_BARE)
        running.update(found)
        if found and shape.partition(" ")[2]:
            titles.add(found[0])
    if running:
        for places in equal.values():
            near = [at for at in places if any(at + by in running for by in range(-_BESIDE, _BESIDE + 1))]
            if len(near) >= _LEAST_PAGES and len(near) == len(places):
                running.update(near)
                titles.add(places[0])
    return running - titles


def _in_turn(pages: list[tuple[int, int]], apart: int) -> list[int]:
    """Return the lines whose numbers go up by one from page to page, where they are enough and have text between them."""
    best: list[int] = []
    run: list[tuple[int, int]] = []
    for one in pages:
        if run and (one[1] != run[-1][1] + 1 or one[0] - run[-1][0] < apart):
            run = []
        run.append(one)
        if len(run) >= _LEAST_PAGES:
            best += [at for at, _ in run] if len(run) == _LEAST_PAGES else [one[0]]
    return best


def _is_unfinished(text: str, line: Line) -> bool:
    ending = text[max(line.start, line.end - 12) : line.end].rstrip(_CLOSERS)
    return bool(ending) and ending[-1] not in _OPEN and line.end - line.start >= 24


def _line_end_before(text: str, line: Line) -> int:
    """Return the offset of the last end of a line before a line: it stays, so that the two lines stay two."""
    at = max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start))
    return at - 1 if at > 0 and text[at - 1 : at + 1] == "\r\n" else at


@cache
def _number_pattern() -> re.Pattern[str]:
    """Match a line that ends or begins with the number of its page, told by the word, by dashes or by a wide gap."""
    page = r"(?:page|pg\.?|p\.)\s*"
    of = r"(?:\s*(?:of|/)\s*\d{1,4})?"
    return re.compile(
        rf"(?:(?P<head>\S.*?)(?:\s{{3,}}|\t|\s*[|\u2013\u2014-]\s*|\s+))?{page}(?P<word>\d{{1,4}}){of}"
        rf"|{page}(?P<first>\d{{1,4}}){of}(?:\s{{3,}}|\t|\s*[|\u2013\u2014-]\s*)(?P<behind>\S.*)"
        rf"|[-\u2013\u2014|\[]\s*(?P<dash>\d{{1,4}})\s*[-\u2013\u2014|\]]"
        rf"|(?P<last>\d{{1,4}}){of}",
        re.IGNORECASE,
    )
