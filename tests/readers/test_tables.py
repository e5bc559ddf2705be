"""CSV, XLSX and mail; which cells of a table are figures."""

from pathlib import Path

import openpyxl
import pytest

from factlint.errors import ReadError
from factlint.readers import read_bytes, read_path, read_text
from factlint.readers.grids import is_caption

FILES = Path(__file__).parent / "files"


def figures(source: str, kind: str = "csv") -> list[tuple[str, list[str], list[str]]]:
    """Return each figure of a text's tables with the labels of its row and the heads of its column."""
    document = read_text(source, kind=kind)
    text = document.text
    return [
        (f.cell.span.of(text), [one.of(text) for one in f.rows], [one.of(text) for one in f.columns])
        for table in document.tables
        for f in table.figures
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_values_are_read_at_their_offsets(sign: str, end: str) -> None:
    """The delimiter is told by the lines, quoted values hold it, and offsets are those of the file."""
    rows = [["Region", "2022", "2023"], [f'"North{sign} upper"', "12.3", '"1 340.5"'], ["South", "5.0", "6.1"]]
    source = end.join(sign.join(row) for row in rows)
    assert figures(source) == [
        ("12.3", [f"North{sign} upper"], ["2022"]),
        ("1 340.5", [f"North{sign} upper"], ["2023"]),
        ("5.0", ["South"], ["2022"]),
        ("6.1", ["South"], ["2023"]),
    ]


def test_years_may_run_down() -> None:
    """A column of years labels the rows."""
    assert figures("Year,Exports,Imports\n2021,12,13\n2022,14,15\n")[0] == ("12", ["2021"], ["Exports"])


def test_sections_label_the_rows_below() -> None:
    """A row of one label stands over those that follow."""
    table = "| Kind | 2023 |\n|---|---|\n| Fruit | |\n| Apples | 120 |\n| Roots | |\n| Carrots | 340 |\n"
    assert figures(table, "markdown") == [
        ("120", ["Fruit", "Apples"], ["2023"]),
        ("340", ["Roots", "Carrots"], ["2023"]),
    ]


@pytest.mark.parametrize("table", ["| 1 | 2 |\n|---|---|\n| 3 | 4 |\n", "| a | b |\n|---|---|\n| c | d |\n"])
def test_nothing_is_said_of_cells_without_labels(table: str) -> None:
    """A table without heads or labels, or without figures, gives no figures."""
    assert figures(table, "markdown") == []


def test_a_workbook_as_openpyxl_reads_it() -> None:
    """The values are those that an independent library finds, shown as their formats say; hidden sheets are left out."""
    sheet = openpyxl.load_workbook(FILES / "orchard.xlsx")["Mills"]
    document = read_path(FILES / "orchard.xlsx")
    assert "Secret" not in document.text
    [table] = document.tables
    for figure in table.figures:
        where = str(document.where(figure.cell.span)["cell"]).partition("!")[2]
        value, words = sheet[where].value, figure.cell.span.of(document.text)
        wanted = f"{value * 100:.1f}%" if words.endswith("%") else f"{value:,}"
        assert words == wanted


MAIL = (
    b"From: a@example.org\r\nSubject: =?utf-8?q?Mill_opens_=E2=80=93_2nd?=\r\nDate: Tue, 05 Mar 2024 09:00:00 +0000\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; "
    b"charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIn the year under review the mill sold 2.64=20\r\nmillion litres.\r\n\r\n"
    b"> Earlier: 99 litres.\r\n-- \r\nCall 555\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>77</p>\r\n--x--\r\n"
)


def test_a_message_is_its_subject_and_text() -> None:
    """Of a message the subject and the text part are read; quotes of others and the signature are left out."""
    document = read_bytes(MAIL, "a.eml")
    assert [s.span.of(document.text).split() for s in document.sentences] == [
        ["Mill", "opens", "–", "2nd"],
        "In the year under review the mill sold 2.64 million litres.".split(),
    ]
    assert document.dateline.date is not None
    assert document.dateline.date.isoformat() == "2024-03-05"


def test_a_message_in_html_is_its_main_text() -> None:
    """Without a plain part, the page is read."""
    data = b"Subject: X\r\nContent-Type: text/html\r\n\r\n<nav>5</nav><p>The mill sold 7 presses.</p>"
    assert read_bytes(data, "a.eml").text.split() == ["X", "The", "mill", "sold", "7", "presses."]


def test_captions() -> None:
    """A line beside a table names it, or goes on with the text."""
    assert is_caption("Table 2: Exports by region")
    assert is_caption("Exports (million tonnes)")
    assert not is_caption("The figures rose again in the year under review.")
    assert not is_caption("Something else follows here", must_name=True)


def test_a_file_of_outlook_is_no_message() -> None:
    """Outlook's own format, named like a message, is refused and not read as words of noise."""
    with pytest.raises(ReadError, match="Outlook"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 7 of 9", "a.eml")
