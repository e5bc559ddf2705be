"""Raised and lowered figures: a square, a power of ten, a fraction, the number of a footnote; no part of the figure before."""

import re
from functools import cache

from factlint.readers.blocks import blank

_POWERS = ("6", "9", "12")  # 10 raised so is a power; raised otherwise it may carry the number of a note
_UP, _END = "\ufdd0", "\ufdd1"  # around what is raised, until the words around it are known; no text holds them


def raised(words: str, before: str, after: str = "") -> str | None:
    """Return what raised figures say behind other words; nothing for the number of a note, None for what is no figure.

    ``after`` is what follows: in 7 1/2, written with a raised 1, the figure is the upper part of a fraction.
    """
    bare = words.strip("[]() ,*\u2020\u2021\u00a0")
    if not words.strip() or (bare and not _figures_pattern().fullmatch(bare)):
        return None
    if bare.isdigit():
        if _fraction_pattern().match(after):
            return f" {bare}" if before[-1:].isdigit() else bare
        if bare in ("2", "3") and _unit_pattern().search(before):
            return "\u00b2" if bare == "2" else "\u00b3"
    ten = _ten_pattern().search(before)
    if bare == words.strip() and ten and (ten[1] or bare in _POWERS or bare[0] in "-\u2212\u2013"):
        return "^" + bare.replace("\u2212", "-").replace("\u2013", "-")
    return ""


def marked(words: str) -> str:
    """Return raised words as they wait for ``settled``."""
    return f"{_UP}{words}{_END}" if words else ""


def settled(words: str) -> str:
    """Return a paragraph in which raised words stand as what they say."""
    if _UP not in words:
        return words
    return _marked_pattern().sub(_said, words.replace(_END + _UP, ""))


def _said(match: re.Match[str]) -> str:
    before, after = match.string[max(match.start() - 12, 0) : match.start()], match.string[match.end() :][:4]
    said = raised(match[1], before, after.replace(_UP, "").replace(_END, ""))
    return match[1] if said is None else said


def in_place(text: str, pattern: re.Pattern[str], start: int, widths: dict[int, int]) -> str:
    """Return a text in which raised and lowered words are drawn to those before them, the room of their markup after them.

    The text keeps its length. The pattern has the groups ``up``, ``down``, or ``over`` and ``under`` of a fraction; ``widths``
    learns how far the last character of what is drawn together reaches, for the offsets of a text that begins at ``start``.
    """

    def drawn(match: re.Match[str]) -> str:
        before = text[max(match.start() - 12, 0) : match.start()]
        if match["over"]:
            said = f"{' ' if before[-1:].isdigit() else ''}{match['over']}/{match['under']}"
        elif match["up"]:
            shown = raised(match["up"], before)
            said = match["up"] if shown is None else shown
        else:
            said = "" if text[match.end() : match.end() + 1].isalpha() else match["down"]  # no second half in H2O
        room = len(match[0])
        if not said or "\n" in match[0] or "\r" in match[0]:
            return blank(match[0])
        widths[start + match.start() + len(said) - 1] = room - len(said) + 1
        return said + " " * (room - len(said))

    return pattern.sub(drawn, text)


@cache
def _figures_pattern() -> re.Pattern[str]:
    return re.compile(r"[-\u2212\u2013]?\d{1,4}(?:[ ,;\u2013-]{1,2}\d{1,4})*")


@cache
def _fraction_pattern() -> re.Pattern[str]:
    return re.compile(r"[/\u2044]\d")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|[^A-Za-z])(?:k?m|cm|mm|ft|mi|yd|in)$")


@cache
def _ten_pattern() -> re.Pattern[str]:
    return re.compile(r"([x*\u00d7\u00b7\u2219\u22c5] ?)?(?<![\d.,])10$")


@cache
def _marked_pattern() -> re.Pattern[str]:
    return re.compile(f"{_UP}([^{_UP}{_END}]*){_END}")
