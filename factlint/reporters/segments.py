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
_STEERING = ("Cc", "Cf", "Zl", "Zp")
"""The categories of characters that steer a terminal or turn the direction in which letters are drawn."""


def plain(lines: list[Line]) -> str:
    """Return the lines as text without colour."""
    return harmless("\n".join("".join(segment.text for segment in line).rstrip() for line in lines))


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
    return "".join(" " if unicodedata.category(letter) in (*_STEERING, "Cs") else letter for letter in text)


def steering(text: str) -> list[str]:
    """Return the control and direction characters of a text, each once, but for the ends of lines and tabs."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return []
    return [letter for letter in sorted(set(text) - {"\n", "\t"}) if unicodedata.category(letter) in _STEERING]


def harmless(text: str) -> str:
    """Return lines with every control and direction character as a space; none of them changes its place."""
    for letter in steering(text):
        text = text.replace(letter, " ")
    return text
