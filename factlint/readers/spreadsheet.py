"""XLSX to tables: each sheet's cells as they are shown, with their addresses; hidden sheets and rows are left out."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from xml.etree.ElementTree import Element

from factlint.model.document import Block
from factlint.model.span import Span
from factlint.readers.extract import MOST_CELLS, Extract, GridCell, Writer
from factlint.readers.packed import Packed, whole

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy-mm-dd", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip


def read_xlsx(data: bytes, path: str) -> Extract:
    """Return the tables of a workbook, a line a row; lone lines of words before a table are its caption."""
    packed = Packed(data, path, "Excel (XLSX)")
    workbook = packed.parse("xl/workbook.xml", required=True)
    assert workbook is not None
    book = _Book(packed, workbook)
    for sheet in workbook.iterfind(f"{_S}sheets/{_S}sheet"):
        if sheet.get("state") in (None, "visible"):
            book.read(sheet.get("name") or "", sheet.get(_R + "id") or "")
    extract = book.writer.extract()
    if book.left <= 0:
        extract.notes.append(f"a large workbook: the first {MOST_CELLS:,} cells are read")
    return extract


class _Book:
    """What the sheets of a workbook share: strings, formats, and the text that they are written to."""

    def __init__(self, packed: Packed, workbook: Element) -> None:
        self.writer = Writer()
        self.left = MOST_CELLS
        self._packed = packed
        strings = packed.parse("xl/sharedStrings.xml")
        self._strings = [] if strings is None else [_words(one) for one in strings.iterfind(_S + "si")]
        self._formats = _formats(packed.parse("xl/styles.xml"))
        properties = workbook.find(_S + "workbookPr")
        self._since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        relations = packed.parse("xl/_rels/workbook.xml.rels")
        self._targets = {
            one.get("Id") or "": one.get("Target") or ""
            for one in ([] if relations is None else relations.iterfind(_PACKAGE + "Relationship"))
        }

    def read(self, name: str, key: str) -> None:
        """Read one sheet."""
        target = self._targets.get(key, "")
        root = self._packed.parse(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if root is None:
            return
        merged = _merged(root)
        block: list[list[GridCell]] = []
        last = 0
        for row in root.iterfind(f"{_S}sheetData/{_S}row"):
            if row.get("hidden") in ("1", "true"):
                continue
            number = whole(row.get("r"), last + 1)
            cells = self._cells(row, name, number, merged)
            if block and (number > last + 1 or not cells):
                self._add(block)
                block = []
            if cells:
                block.append(cells)
            last = number
            if self.left <= 0:
                break
        self._add(block)

    def _cells(self, row: Element, sheet: str, number: int, merged: dict[str, tuple[int, int]]) -> list[GridCell]:
        cells: list[GridCell] = []
        column = -1
        for one in row.iterfind(_S + "c"):
            address = one.get("r") or ""
            column = _column(address) if address else column + 1
            words = self._shown(one)
            if not words.strip():
                continue
            self.left -= 1
            place = address or f"{_letters(column)}{number}"
            wide, deep = merged.get(place, (1, 1))
            cells.append(GridCell(words, column, False, wide, deep, {"cell": f"{sheet}!{place}"}))
        return cells

    def _add(self, block: list[list[GridCell]]) -> None:
        """Write rows that stand together: lines of one cell as words, the rest as a table."""
        while block and len(block[0]) == 1:
            cell = block.pop(0)[0]
            self.writer.paragraph(" ".join(cell.words.split()), where=cell.where)
            self._caption = self.writer.paragraphs[-1] if self.writer.paragraphs else None
        tail: list[list[GridCell]] = []
        while block and len(block[-1]) == 1:
            tail.insert(0, block.pop())
        if block:
            last = self.writer.paragraphs[-1] if self.writer.paragraphs else None
            is_near = last is not None and last.block is not Block.CELL
            caption = Span(last.start, last.end) if last is not None and is_near else None
            least = min(cell.column for row in block for cell in row)
            for row in block:
                for cell in row:
                    cell.column -= least
            self.writer.grid(block, caption)
        for row in tail:
            self.writer.paragraph(" ".join(row[0].words.split()), where=row[0].where)

    def _shown(self, cell: Element) -> str:
        """Return what a cell shows, formatted as its style says."""
        kind = cell.get("t")
        value = cell.find(_S + "v")
        if kind == "inlineStr":
            inline = cell.find(_S + "is")
            return "" if inline is None else _words(inline)
        text = "" if value is None else (value.text or "")
        if kind == "s":
            at = whole(text, -1)
            return self._strings[at] if 0 <= at < len(self._strings) else ""
        if kind in ("str", "e", "b"):
            return text if kind == "str" else ""
        number = whole(cell.get("s"))
        return _formatted(text, self._formats[number] if number < len(self._formats) else "", self._since_1904)


def _words(element: Element) -> str:
    """Return the words of a string, phonetic help left out."""
    parts = [one.text or "" for one in element if one.tag == _S + "t"]
    parts += [one.text or "" for run in element.iterfind(_S + "r") for one in run.iterfind(_S + "t")]
    return "".join(parts)


def _formats(root: Element | None) -> list[str]:
    """Return the number format of each style."""
    if root is None:
        return []
    own = {whole(one.get("numFmtId")): one.get("formatCode") or "" for one in root.iterfind(f"{_S}numFmts/{_S}numFmt")}
    keys = [whole(one.get("numFmtId")) for one in root.iterfind(f"{_S}cellXfs/{_S}xf")]
    return [own.get(key, _BUILT_IN.get(key, "")) for key in keys]


def _formatted(text: str, code: str, since_1904: bool) -> str:
    """Return a number as its format shows it: 0.077 under 0.0% is 7.7%."""
    if not text:
        return ""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value.adjusted()) > 40:
        return ""
    form = _literal_pattern().sub("", code.split(";", maxsplit=1)[0])
    literals = "".join(
        match.group(1) or match.group(2) or "" for match in _quoted_pattern().finditer(code.split(";", maxsplit=1)[0])
    )
    if _clock_pattern().search(code):
        return _time(value, code)
    if _date_pattern().search(form):
        return _day(value, form, since_1904)
    percent = "%" in form
    if percent:
        value *= 100
    thousands = len(form) - len(form.rstrip("%_-) ").rstrip(","))
    digits = re.search(r"[0#?][0#?,]*(?:\.([0#?]+))?", form)
    if "E" in form or digits is None:
        return _plain(value)
    scale = re.search(r"[0#?.](,+)(?![0#?])", form)
    if scale and thousands:
        value /= Decimal(1000) ** len(scale.group(1))
    places = len(digits.group(1) or "")
    shown = f"{value:,.{places}f}" if "," in digits.group() else f"{value:.{places}f}"
    money = re.search(r"[$\u20ac\u00a3\u00a5]", code.split(";", maxsplit=1)[0])
    sign = "-" if shown.startswith("-") else ""
    words = f"{sign}{money.group() if money else ''}{shown.removeprefix('-')}{'%' if percent else ''}"
    return f"{words}{' ' + literals.strip() if literals.strip() and not money else ''}"


def _plain(value: Decimal) -> str:
    """Return a number without a format: what Excel shows of 12.30000000004 is 12.3."""
    rounded = value.quantize(Decimal(1).scaleb(max(value.adjusted() - 10, -10))) if value else value
    text = f"{rounded.normalize():f}"
    return "0" if text == "-0" else text


def _time(value: Decimal, code: str) -> str:
    """Return a part of a day as the time that a clock shows, or the hours that went by: 0.5 is 12:00."""
    if not 0 <= value < 3_000_000:
        return ""
    seconds = round(value * 86_400)
    hours = seconds // 3600 if "[" in code else seconds // 3600 % 24
    words = f"{hours}:{seconds // 60 % 60:02}"
    return f"{words}:{seconds % 60:02}" if "s" in code.lower() else words


def _day(value: Decimal, form: str, since_1904: bool) -> str:
    """Return a serial number as the day or month that it stands for."""
    if not 0 < value < 3_000_000:
        return ""
    base = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    try:
        day = base + timedelta(days=int(value))
    except OverflowError:
        return ""
    letters = set(form.lower()) & set("dmy")
    if letters == {"y"}:
        return f"{day.year}"
    if "d" not in letters:
        return f"{day:%B} {day.year}"
    return day.isoformat() if "y" in letters else f"{day:%B} {day.day}"


def _merged(root: Element) -> dict[str, tuple[int, int]]:
    """Return how many columns and rows the first cell of each merged range fills."""
    found: dict[str, tuple[int, int]] = {}
    for one in root.iterfind(f"{_S}mergeCells/{_S}mergeCell"):
        match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", one.get("ref") or "")
        if match is not None:
            wide = _column(match[3]) - _column(match[1]) + 1
            found[match[1] + match[2]] = (max(wide, 1), max(int(match[4]) - int(match[2]) + 1, 1))
    return found


def _column(address: str) -> int:
    """Return the column of an address, from 0: B3 is 1."""
    number = 0
    for letter in address:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def _literal_pattern() -> re.Pattern[str]:
    return re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r"\"([^\"]*)\"|\\([A-Za-z])")


@cache
def _clock_pattern() -> re.Pattern[str]:
    """Return what finds a format of hours without a day or a year."""
    return re.compile(r"\A(?=[^dy\"]*h)[^dy\"]*\Z", re.IGNORECASE)


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(r"[ymd]", re.IGNORECASE)
