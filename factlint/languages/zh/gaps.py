"""Spaces that Chinese text sets around digits and Latin letters, or within them, and that say nothing: 63.6 万亿元, 1 000亿, 2024 年.

Figures and periods are read without them; their places are those of the text as it is.
"""

import re

from factlint.model.span import Span

_SPACE = "[ \t\u00a0\u2009\u202f\u3000]"
_WIDE = "[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uffef]"
_GAP = re.compile(f"(?<={_WIDE}){_SPACE}+|{_SPACE}+(?={_WIDE})")
_GROUP = re.compile(f"(?<![0-9.,])[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])")


class Squeezed:
    """A stretch of text without such spaces, and where each of its characters stands."""

    __slots__ = ("_places", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        groups = {at for match in _GROUP.finditer(text, start, end) for at in range(*match.span())}
        left_out = {at for match in _GAP.finditer(text, start, end) for at in range(*match.span())}
        left_out |= {at for at in groups if text[at].isspace()}
        self._places = [at for at in range(start, end) if at not in left_out]
        self.text = "".join(text[at] for at in self._places)

    def span(self, span: Span) -> Span:
        """Return a span of the squeezed text as one of the text."""
        return Span(self._places[span.start], self._places[span.end - 1] + 1)


def squeezed(text: str, start: int, end: int) -> Squeezed | None:
    """Return the stretch without spaces around digits, None where it has none."""
    if _GAP.search(text, start, end) is None and _GROUP.search(text, start, end) is None:
        return None
    return Squeezed(text, start, end)
