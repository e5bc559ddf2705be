"""Chinese sentences: they end at 。！？； and at line ends."""

import re

from factlint.model.span import Span

_WHOLE = re.compile(r"[^。！？\r\n]*[。！？]?[”」』）)]*")
_SENTENCE = re.compile(r"[^。！？；\r\n]*[。！？；]?[”」』）)]*")


def sentences_of(text: str, *, whole: bool = False) -> list[Span]:
    """Return the sentences of a text that hold more than white space, in text order; ``whole`` ones go on behind a ；."""
    found = []
    for match in (_WHOLE if whole else _SENTENCE).finditer(text):
        words = match[0]
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            found.append(Span(start, match.start() + len(words.rstrip())))
    return found
