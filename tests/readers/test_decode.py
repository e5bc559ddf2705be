"""Bytes to text."""

import pytest

from factlint.errors import ReadError
from factlint.readers.decode import decode, format_of

TEXT = "Exports rose 5% to \u00a32.6m, \u201cfaster than expected\u201d.\r\nZürich\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_told_by_its_mark(encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and UTF-32 with one, give the same text and no note."""
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    """UTF-16 without a mark is read, and said to be a guess."""
    text, note = decode(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert note is not None
    assert encoding.upper() in note


def test_western_bytes_are_read_with_a_note() -> None:
    """English with Windows quotation marks is Windows-1252."""
    text, note = decode(TEXT.encode("cp1252"), "a.txt")
    assert text == TEXT
    assert note == "not UTF-8; read as Windows-1252"


def test_chinese_bytes_are_guessed() -> None:
    """A Chinese text in its national encoding is read, with a note that it is a guess."""
    chinese = (
        "\u4e00\u5b63\u5ea6\u51fa\u53e3\u540c\u6bd4\u589e\u957f\u767e\u5206\u4e4b\u4e94\uff0c\u8fdb\u53e3\u4e0b\u964d\u3002"
        * 20
    )
    text, note = decode(chinese.encode("gb18030"), "a.txt")
    assert text == chinese
    assert note is not None
    assert "guess" in note


def test_one_damaged_spot_does_not_lose_the_text() -> None:
    """UTF-8 cut in the middle of a character is read with a note of the line."""
    text, note = decode(TEXT.encode() + b"\xe2\x82", "a.txt")
    assert text == TEXT + "\ufffd"
    assert note == "not valid UTF-8 on line 3; unreadable bytes are shown as \ufffd"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Exports rose\x00 5%.", "NUL"),
        (b"plain " * 2000 + b"\x00", "NUL"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"{\\rtf1\\ansi Exports}", "RTF"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xfea\x00b", "UTF-16"),
        (b"\xff\xfe\x00\x00abc", "UTF-32"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, words: str) -> None:
    """Binary data, and files of other programs, are refused by name, with something to do."""
    with pytest.raises(ReadError, match=words) as caught:
        decode(data, "a.txt")
    assert "; " in caught.value.message or "picture" in caught.value.message


def test_bytes_in_no_encoding_are_refused() -> None:
    """Bytes that no encoding explains are refused, with the offset of the first bad one."""
    noise = bytes((i * 73 + 19) % 255 + 1 for i in range(3000))
    with pytest.raises(ReadError, match="encoding is not known"):
        decode(noise, "a.txt")


def test_text_has_no_other_format() -> None:
    """Text, marked or not, is no other program's file."""
    assert format_of(b"Exports rose.") is None
    assert format_of("Exports".encode("utf-16")) is None
    assert format_of(b"") is None
