"""A file that is hard to point into: a BOM, CRLF, letters of one to four bytes, a tab; and what stands at a place of it."""

FIRST, SECOND = "2.64 million", "2.46 million"
LINES = [
    "Réseau 中国 😀",
    "",
    f"\té 中 😀\tThe network has {FIRST} 5G base stations.",
    "",
    f"😀😀 é: The {SECOND} 5G base stations reach 中 all towns, é.",
    "",
]
DATA = b"\xef\xbb\xbf" + "\r\n".join(LINES).encode()


def by_code_points(line: int, start: int, end: int) -> str:
    """Return what stands between two columns of a line, counted from 1 in code points."""
    return LINES[line - 1][start - 1 : end - 1]


def by_utf16(line: int, start: int, end: int) -> str:
    """Return what stands between two columns of a line, counted from 1 in UTF-16 units."""
    return LINES[line - 1].encode("utf-16-le")[2 * (start - 1) : 2 * (end - 1)].decode("utf-16-le")


def by_utf8(line: int, start: int, end: int) -> str:
    """Return what stands between two columns of a line, counted from 1 in bytes of UTF-8."""
    return LINES[line - 1].encode()[start - 1 : end - 1].decode()
