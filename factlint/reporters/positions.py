"""Columns in the unit of each reader: code points inside, UTF-16 units and UTF-8 bytes at the edges."""

import re
from collections.abc import Callable
from typing import NamedTuple

from factlint.model.finding import Location

_LINE_END = re.compile(r"\r\n|\r|\n")

Width = Callable[[str], int]


class Columns(NamedTuple):
    """The columns, from 1, at which a place begins and before which it ends."""

    start: int
    end: int


def utf16_width(text: str) -> int:
    """Return how many UTF-16 code units a text takes: an emoji takes two."""
    return len(text) if text.isascii() else sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


def utf8_width(text: str) -> int:
    """Return how many bytes of UTF-8 a text takes: é takes two, 中 three, an emoji four."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def columns(location: Location, width: Width) -> Columns:
    """Return the columns of a place, counted by ``width``; an end on a later line is counted from that line's start."""
    start = width(location.context[: location.column - 1]) + 1
    if location.end_line == location.line:
        return Columns(start, start + width(location.text))
    return Columns(start, width(_LINE_END.split(location.text)[-1]) + 1)
