"""Which format a file is of: told by its first bytes where they tell, else by its suffix."""

from pathlib import PurePath

TEXT, MARKDOWN = "text", "markdown"

_BY_SUFFIX = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".rest": "rst",
    ".srt": "srt",
    ".vtt": "vtt",
    ".csv": "csv",
    ".tsv": "csv",
    ".docx": "docx",
    ".odt": "odt",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
    ".eml": "eml",
}
SUFFIXES = frozenset(_BY_SUFFIX)
MARKDOWN_SUFFIXES = frozenset(suffix for suffix, kind in _BY_SUFFIX.items() if kind == MARKDOWN)
KINDS = frozenset(_BY_SUFFIX.values())
PACKED = frozenset(("docx", "odt", "xlsx"))
BINARY = PACKED | {"pdf"}
"""Formats whose files are no text: offsets point into the extracted text."""
TABLES = frozenset(("csv", "xlsx"))
"""Formats that hold figures to compare texts with, and no text of their own."""


def kind_of(name: str) -> str:
    """Return the format that a file's name tells, "text" where it tells none."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower(), TEXT)


def kind_of_file(name: str, data: bytes) -> str:
    """Return the format of a file by its first bytes, else by its name."""
    kind = kind_of(name)
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and kind not in PACKED:
        from factlint.readers.packed import kind_inside

        return kind_inside(data) or kind
    if data.startswith((b"WEBVTT", b"\xef\xbb\xbfWEBVTT")):
        return "vtt"
    return kind
