"""Lines of a report as segments: words and what they are, so that a painter may colour them."""

import unicodedata
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """What a piece of a report is."""

    PLAIN = "plain"
    DIM = "dim"
    PATH = "path"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NAME = "name"
    MESSAGE = "message"
    WORDS = "words"  # the quoted words that a finding is about
    ROLE = "role"
    ADVICE = "advice"
    GOOD = "good"


class Segment(NamedTuple):
    """Words and their style."""

    text: str
    style: Style = Style.PLAIN


Line = list[Segment]


def plain(lines: list[Line]) -> str:
    """Return the lines as text without colour."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal: wide letters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def clean(text: str) -> str:
    """Return a quote with every control and direction character as a space: a text must not steer the terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs") else letter for letter in text)
