"""Workbooks: a value is read as its format shows it."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from factlint.readers import read_bytes
from factlint.readers.packed import kind_inside
from factlint.readers.spreadsheet import _formatted

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("0.077", "0.0%", "7.7%"),
        ("12.30000000004", "General", "12.3"),
        ("1340.5", "#,##0.0", "1,340.5"),
        ("1340.5", "0", "1340"),
        ("-1340.5", '"$"#,##0.00', "-$1,340.50"),
        ("2640000", '0.00,, "million"', "2.64 million"),
        ("640", '0 "birds"', "640 birds"),
        ("640", "0.00E+00", "640"),
        ("-0.00000000000001", "General", "0"),
        ("44927", "yyyy-mm-dd", "2023-01-01"),
        ("44927", "mmm yyyy", "January 2023"),
        ("44927", "yyyy", "2023"),
        ("44927", "d mmmm", "January 1"),
        ("0.5", "h:mm", "12:00"),
        ("0.46609953703", "H:MM:SS;@", "11:11:11"),
        ("44927.25", "h:mm AM/PM", "6:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("44927.5", "d mmmm yyyy h:mm", "2023-01-01"),
        ("-0.5", "h:mm", ""),
        ("0", "yyyy-mm-dd", ""),
        ("2999999", "yyyy-mm-dd", ""),
        ("1e60", "0", ""),
        ("NaN", "0", ""),
        ("n/a", "0", "n/a"),
        ("", "0", ""),
    ],
)
def test_a_number_is_shown_by_its_format(value: str, form: str, shown: str) -> None:
    """Percent, thousands, words and dates are the format's; what is no number or far beyond any stays out."""
    assert _formatted(value, form, since_1904=False) == shown


def test_days_may_count_from_1904() -> None:
    """Workbooks of old Macintoshes count their days from another one."""
    assert _formatted("43465", "yyyy-mm-dd", since_1904=True) == "2023-01-01"


def packed(members: dict[str, bytes]) -> bytes:
    """Return a zip archive of so many members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"word/document.xml": b""}, "docx"),
        ({"xl/workbook.xml": b""}, "xlsx"),
        ({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.text"}, "odt"),
        ({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.graphics"}, None),
        ({"content.xml": b"", "mimetype": b"x" * 500}, None),
        ({"content.xml": b""}, None),
        ({"photo.jpg": b""}, None),
    ],
)
def test_an_archive_is_what_it_holds(members: dict[str, bytes], kind: str | None) -> None:
    """A file without its ending is told by its members; other archives are none of ours."""
    assert kind_inside(packed(members)) == kind


def test_a_torn_archive_is_none() -> None:
    """Half an archive lists no members."""
    assert kind_inside(packed({"word/document.xml": b"x" * 900})[:300]) is None


def test_a_workbook_of_many_kinds_of_cells() -> None:
    """Merged heads, words set inside a cell, truths, errors and dates: figures keep their labels."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows: list[list[object]] = [
        ["Mill", "Litres", None, "Open"],
        [None, 2022, 2023, None],
        ["North", 1340.5, 0.25, True],
        ["South", 12, "#N/A", False],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet["C3"].number_format = "0%"
    stream = io.BytesIO()
    book.save(stream)
    document = read_bytes(stream.getvalue(), "mills.xlsx")
    [table] = document.tables
    found = [
        (
            one.cell.span.of(document.text),
            [label.of(document.text) for label in one.rows],
            [label.of(document.text) for label in one.columns],
        )
        for one in table.figures
    ]
    assert ("1340.5", ["North"], ["Litres", "2022"]) in found
    assert ("25%", ["North"], ["Litres", "2023"]) in found
    assert "#N/A" not in [words for words, _, _ in found]
