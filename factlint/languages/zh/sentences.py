"""Chinese sentences: they end at 。！？； and at line ends."""

import re

from factlint.model.span import Span

_SENTENCE = re.compile(r"[^。！？；\r\n]*[。！？；]?[”」』）)]*")


def sentences_of(text: str) -> list[Span]:
    """Return the sentences of a text that hold more than white space, in text order."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match[0]
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            found.append(Span(start, match.start() + len(words.rstrip())))
    return found
