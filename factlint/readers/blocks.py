"""Lines and paragraphs: what the readers of every format agree to hand on to turns and sentences."""

import re
from functools import cache

from factlint.model.document import Block
from factlint.model.record import dataclass
from factlint.model.span import Span

_BULLETS = "\u2022\u00b7\u25cf\u25aa\u25e6\u25cb\u2023\u25a0\u25ba\u2192\uf0b7"
_MARK_BEGINS = frozenset(f"*+-\u2013\u2014({_BULLETS}0123456789abcdefghijklmnopqrstuvwxyz")


@dataclass(slots=True)
class Paragraph:
    """A run of text that no sentence crosses: offsets without indent and list mark, and the kind of place it is."""

    start: int
    end: int
    block: Block = Block.PROSE
    level: int = 0  # of a heading, from 1
    first_line: int = 0  # where its first line ends
    voice: Span | None = None  # the name of the speaker, where the file marks it as one


@dataclass(slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    indent: int
    gap: bool  # a blank line, or the beginning of the text, stands before it


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines that are not blank; a line ends at LF, CRLF or CR and nowhere else."""
    end = len(text) if end is None else end
    if "\r" in text:
        raw = [(match.start(), match.group(), match.end()) for match in _line_pattern().finditer(text, start, end)]
    else:
        raw = []
        at = start
        for words in text[start:end].split("\n"):  # several times as fast as the pattern
            if words:
                raw.append((at, words, at + len(words)))
            at += len(words) + 1
    lines: list[Line] = []
    previous = -1
    for a, words, b in raw:
        stripped = words.strip()
        if not stripped:
            continue
        indent = 0 if stripped[0] == words[0] else len(words) - len(words.lstrip())
        gap = previous < 0 or a - previous > 2 or (a - previous == 2 and text[previous:a] != "\r\n")
        lines.append(Line(a + indent, a + indent + len(stripped), indent, gap))
        previous = b
    return lines


def mark_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the list mark at the beginning of a line, if there is one."""
    return _mark_pattern().match(text, start, end) if text[start] in _MARK_BEGINS else None


def blank(words: str) -> str:
    """Return as many spaces as there are characters; ends of lines stay."""
    return _any_pattern().sub(" ", words)


@cache
def _any_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]")


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+")


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<bullet>[*+{_BULLETS}]|-(?!-))[ \t\u00a0]+"
        r"|(?P<dash>(?:--|[\u2013\u2014])[ \t]*(?=[A-Za-z\"\u201c]))"
        r"|(?P<number>\(?\d{1,3}[.)]|\(?[a-z]\)|\(?(?:x{0,2}(?:ix|iv|v?i{1,3}|v))[.)])[ \t\u00a0]+(?=\S))"
    )
