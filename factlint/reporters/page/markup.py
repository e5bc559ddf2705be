"""Words of a text as HTML: nothing that a text holds can act, and what cannot be seen is drawn as a sign."""

from html import escape

_SIGNS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_SIGNS |= dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
"""A control character and the picture that stands for it: HTML cannot hold most of them, and some turn what follows."""


def safe(text: str) -> str:
    """Return words as they may stand in an element or in a quoted attribute."""
    return escape(text.translate(_SIGNS), quote=True)


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: 1 figure, 263 figures."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
