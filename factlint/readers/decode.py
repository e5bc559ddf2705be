"""Bytes to text: the encoding is told by a byte order mark, by the bytes themselves, or guessed and said so."""

import codecs
from itertools import pairwise

from factlint.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files begin that people do hand to a checker of texts, and what they can do instead.
_FORMATS = (
    (b"%PDF-", "a PDF, not plain text; give it a name that ends in .pdf"),
    (b"{\\rtf", "a rich text (RTF) file; save it as DOCX or plain text first"),
    (b"PK\x03\x04", "a zip archive that holds no DOCX, ODT or XLSX, not plain text; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (DOC, XLS), not plain text; save it as DOCX or XLSX first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\x89PNG", "a picture, not text"),
    (b"\xff\xd8\xff", "a picture, not text"),
    (b"GIF8", "a picture, not text"),
)

_SNIFF = 8192


def format_of(data: bytes) -> str | None:
    """Return what a file is that is no plain text ("a PDF, ..."), judged by its first bytes, or None for text."""
    for magic, words in _FORMATS:
        if data.startswith(magic):
            return words
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide(data) is not None:
        return None
    if b"\x00" in data[:_SNIFF]:
        return "binary data, not text (it holds NUL bytes); name a text file, or export this one as text"
    return None


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str | None]:
    """Return the text of a file without its byte order mark, line endings kept, and a note where the encoding is a guess.

    An encoding that the user names is taken at its word. Raises ReadError for what is no text at all, or text in no
    encoding that is known.
    """
    if encoding is not None:
        return _named(data, encoding, path), None
    if (words := format_of(data)) is not None:
        raise ReadError(path, f"this is {words}")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, path), None
    if (wide := _wide(data)) is not None:
        return _marked(data, wide, path), f"read as {wide.upper()}, which has no byte order mark here"
    if (nul := data.find(b"\x00")) >= 0:
        raise ReadError(
            path, f"this is binary data, not text (a NUL byte at offset {nul}); name a text file, or remove the byte"
        )
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _guessed(data, path, error)


def _named(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            path, f"this is not valid {encoding} at byte {error.start}; leave out --encoding, or name another"
        ) from None
    if "\x00" in text:
        raise ReadError(path, f"read as {encoding} it holds NUL characters; leave out --encoding, or name another")
    return text.removeprefix("\ufeff")


def _marked(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            path,
            f"it begins like {encoding.upper()} but is not valid {encoding.upper()} at byte {error.start}; "
            "save it again as UTF-8",
        ) from None
    if "\x00" in text:
        raise ReadError(path, "this is binary data, not text (it holds NUL characters); name a text file")
    return text


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 form of text without a mark: every other byte of its ASCII characters is NUL."""
    sample = data[:_SNIFF]
    pairs = len(sample) // 2
    if pairs < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd * 10 >= pairs * 6 and even == 0:
        return "utf-16-le"
    if even * 10 >= pairs * 6 and odd == 0:
        return "utf-16-be"
    return None


def _guessed(data: bytes, path: str, error: UnicodeDecodeError) -> tuple[str, str | None]:
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(1 for character in repaired if character > "\x7f") - broken
    if whole > 2 * broken:  # UTF-8 with a damaged spot, as a cut download leaves it
        line = data.count(b"\n", 0, error.start) + 1
        return repaired, f"not valid UTF-8 on line {line}; unreadable bytes are shown as \ufffd"
    if _is_western(data):
        return data.decode("cp1252"), "not UTF-8; read as Windows-1252"
    # Only here, for a file in another encoding: importing the library and guessing take longer than reading.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = "" if best is None else str(best).removeprefix("\ufeff")
    odd = sum(1 for character in text[:_SNIFF] if character < " " and character not in "\t\n\r\f\v")
    if best is None or odd * 100 > len(text[:_SNIFF]):
        raise ReadError(
            path,
            f"its encoding is not known (not valid UTF-8 at byte {error.start}); save it as UTF-8, or name a text file",
        )
    return text, f"not UTF-8; read as {best.encoding}, a guess; save it as UTF-8 to be sure"


def _is_western(data: bytes) -> bool:
    """Say whether the bytes above ASCII are few and stand alone, as quotation marks and pounds do in English."""
    high = data.translate(None, bytes(range(0x80)))
    if len(high) * 10 > len(data) or any(byte in high for byte in b"\x81\x8d\x8f\x90\x9d"):
        return False
    control = data[:_SNIFF].translate(None, bytes(range(0x20, 0x100)) + b"\t\n\r\f\v")
    if control:
        return False
    pairs = sum(1 for a, b in pairwise(data) if a >= 0x80 and b >= 0x80)
    return pairs * 4 <= len(high)
