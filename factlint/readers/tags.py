"""HTML to tags and words with their offsets: linear in the length of the page, whatever stands in it."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from factlint.model.record import dataclass

RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"))
"""Elements whose content is no markup."""
_LONGEST_TAG = 100_000


@dataclass(slots=True)
class Tag:
    """A tag: its name in small letters, and the source of its attributes."""

    name: str
    start: int
    end: int
    closes: bool
    attributes: str

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, empty where it has none, None where it is not there."""
        if name not in self.attributes.lower():
            return None
        for match in _attribute_pattern().finditer(self.attributes):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or "")
        return None


@dataclass(slots=True)
class Words:
    """Characters outside of tags."""

    start: int
    end: int


def tokens_of(source: str) -> Iterator[Tag | Words]:
    """Yield tags and the stretches between them in order; comments, declarations and raw content are left out."""
    at, end = 0, len(source)
    while at < end:
        opens = source.find("<", at)
        if opens < 0:
            yield Words(at, end)
            return
        following = source[opens + 1 : opens + 2]
        if following in ("!", "?"):
            if opens > at:
                yield Words(at, opens)
            at = _after_declaration(source, opens)
            continue
        match = _tag_pattern().match(source, opens, min(end, opens + _LONGEST_TAG))
        if match is None:
            yield Words(at, opens + 1)  # a sign: 5 < 7
            at = opens + 1
            continue
        if opens > at:
            yield Words(at, opens)
        name = match[2].lower()
        at = match.end()
        closes = bool(match[1])
        yield Tag(name, opens, at, closes, match[3])
        if not closes and name in RAW and not match[3].endswith("/"):
            found = _raw_end(name).search(source, at)
            at = found.start() if found else end


def _after_declaration(source: str, opens: int) -> int:
    """Return where a comment, a document type or an instruction ends."""
    if source.startswith("<!--", opens):
        stop = source.find("-->", opens + 2)
        return stop + 3 if stop >= 0 else len(source)
    if source.startswith("<![CDATA[", opens):
        return opens + 9
    stop = source.find(">", opens)
    return stop + 1 if stop >= 0 else len(source)


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile(r"<(/?)([A-Za-z][^\s/<>]{0,60}+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.DOTALL)


@cache
def _attribute_pattern() -> re.Pattern[str]:
    return re.compile(r"([^\s=\"'/<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
