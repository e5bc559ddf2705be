"""Reads the words of a PDF with their places, as a program of its own: what the native library does to it stays there.

Standard input is the file; standard output a JSON object a line: {"pages": n}, then for each page its size and words
[text, left, top, right, bottom, size, flags], in points from the top left corner. It imports nothing of factlint.
"""

import ctypes
import json
import math
import sys
from typing import Any

RAISED, HYPHEN = 1, 2
_MOST_WORDS = 2_000_000
_MEMORY = 3 << 30
_SMALLER = 0.87
_LARGEST = 14_400  # points: no page of the format is longer
_WHITE = frozenset("\t\n\r\x0b\x0c \u00a0\u2028\u2029\u3000\x00")


def main() -> int:
    """Read a PDF from standard input and write its words."""
    _bound()
    import pypdfium2 as pdfium

    data = sys.stdin.buffer.read()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        words = "under a password; save it without one" if "assword" in str(error) else f"damaged ({error})"
        _say({"error": f"this PDF is {words}"})
        return 0
    _say({"pages": len(document)})
    left = _MOST_WORDS
    for number in range(len(document)):
        try:
            page = _page(document[number], left)
        except pdfium.PdfiumError as error:
            _say({"page": number + 1, "error": str(error)})
            continue
        left -= len(page["words"])
        _say({"page": number + 1, **page})
        if left <= 0:
            _say({"cut": True})
            break
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True) + "\n")


def _page(page: Any, most: int) -> dict[str, Any]:  # noqa: ANN401 -- the library has no types
    from pypdfium2 import raw

    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()  # what is shown: of media and crop box alike, those of a parent as well
    right, top = min(right, left + _LARGEST), min(top, bottom + _LARGEST)
    words: list[_Word] = []
    word = _Word()
    box = [ctypes.c_double() for _ in range(4)]
    refs = [ctypes.byref(one) for one in box]
    handle = text.raw
    before = 0.0
    base = 0.0
    for at in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, at)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00"
        is_hyphen = raw.FPDFText_IsHyphen(handle, at) == 1
        if character in _WHITE or (raw.FPDFText_IsGenerated(handle, at) == 1 and not is_hyphen):
            word = _close(word, words)
            continue
        raw.FPDFText_GetCharBox(handle, at, refs[0], refs[1], refs[2], refs[3])
        x0, x1, y0, y1 = (one.value for one in box)
        size = raw.FPDFText_GetFontSize(handle, at) or 1.0
        scale = _height_scale(raw, handle, at)
        size *= scale
        if word.text and (abs(x0 - word.right) > size * 4 or abs(y0 - word.bottom) > size * 1.5):
            word = _close(word, words)
        is_raised = bool(before) and size < before * _SMALLER and y0 > base + before * 0.12
        if word.text and is_raised != bool(word.flags & RAISED):
            word = _close(word, words)
        if not is_raised:
            before, base = size, y0 if character not in ",;gjpqy()[]/" else max(y0, base)
        word.add("-" if is_hyphen and character in "\x02\u00ad" else character, x0, y0, x1, y1, size)
        word.angle = raw.FPDFText_GetCharAngle(handle, at)
        word.flags |= (RAISED if is_raised else 0) | (HYPHEN if is_hyphen else 0)
        if len(words) >= most:
            break
    _close(word, words)
    turn = _usual_turn(words)
    wide, high = right - left, top - bottom
    if turn % 2:
        wide, high = high, wide
    rows = [row for one in words if _turn(one.angle) == turn and (row := one.row(turn, left, bottom, right, top))]
    return {"width": round(wide, 1), "height": round(high, 1), "words": rows}


def _height_scale(raw: Any, handle: Any, at: int) -> float:  # noqa: ANN401 -- as above
    """Return by how much the page enlarges the font: some programs write size 1 and a matrix."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix)):
        return 1.0
    scale = math.hypot(matrix.c, matrix.d)
    return float(scale) if 0.001 < scale < 1000 else 1.0


class _Word:
    """Characters that stand together."""

    def __init__(self) -> None:
        self.text = ""
        self.left = self.bottom = math.inf
        self.right = self.top = -math.inf
        self.size = 0.0
        self.angle = 0.0
        self.flags = 0

    def add(self, character: str, x0: float, y0: float, x1: float, y1: float, size: float) -> None:
        """Add a character."""
        self.text += character
        self.left, self.bottom = min(self.left, x0), min(self.bottom, y0)
        self.right, self.top = max(self.right, x1), max(self.top, y1)
        self.size = max(self.size, size)

    def row(self, turn: int, left: float, bottom: float, right: float, top: float) -> list[Any] | None:
        """Return the word with its place from the top left corner of the page as it is read; none beside the page."""
        if not (left <= (self.left + self.right) / 2 <= right and bottom <= (self.bottom + self.top) / 2 <= top):
            return None
        x0, y0, x1, y1 = self.left - left, self.bottom - bottom, self.right - left, self.top - bottom
        wide, high = right - left, top - bottom
        if turn == 0:
            place = (x0, high - y1, x1, high - y0)
        elif turn == 1:  # read from the left edge upwards
            place = (y0, x0, y1, x1)
        elif turn == 2:
            place = (wide - x1, y0, wide - x0, y1)
        else:
            place = (high - y1, wide - x1, high - y0, wide - x0)
        return [self.text, *(round(one, 1) for one in place), round(self.size, 1), self.flags]


def _close(word: _Word, words: list[_Word]) -> _Word:
    if word.text and math.isfinite(word.left):
        words.append(word)
        return _Word()
    return word if not word.text else _Word()


def _turn(angle: float) -> int:
    return round(angle / (math.pi / 2)) % 4 if abs(math.sin(2 * angle)) < 0.1 else -1


def _usual_turn(words: list[_Word]) -> int:
    counts = [0, 0, 0, 0]
    for word in words:
        turn = _turn(word.angle)
        if turn >= 0:
            counts[turn] += len(word.text)
    return counts.index(max(counts))


if __name__ == "__main__":
    sys.exit(main())
