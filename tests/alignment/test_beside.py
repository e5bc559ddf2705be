"""A file of tables beside a text: the prose is checked against the table, across files."""

from pathlib import Path

import openpyxl
import pytest

from factlint.engine import Settings
from factlint.model.finding import Finding, Report
from factlint.runs import Plan, check_paths

TABLE = "Mill,Olives pressed in 2023 (tonnes),Staff\nAldo,23900,14\nBrava,12450,9\n"
EXPORTS = "Exports (million tonnes),2022,2023\nNorth,12.3,14.1\nSouth,5.0,6.2\nTotal,17.3,20.3\n"


def checked(folder: Path, way: str = "all") -> Report:
    """Check all files of a folder, named one by one, against one another."""
    files = sorted(str(path) for path in folder.rglob("*.*"))
    return check_paths(files, Plan(Settings(cross=way != "none"), cross=way))


def written(folder: Path, **texts: str) -> Path:
    """Write texts, each named as file_suffix."""
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def told(finding: Finding) -> tuple[str, list[tuple[str, str]]]:
    """Return the rule of a finding, and the file and words of each place."""
    return finding.rule, [(Path(place.path).name, place.text) for place in finding.locations]


def test_a_slip_of_the_prose_is_found_in_a_csv(tmp_path: Path) -> None:
    """Both places are named, in the text and in the cell; what agrees is verified; both files count it."""
    prose = "The mill of Aldo pressed 23,900 tonnes of olives in 2023. The mill of Brava pressed 12,540 tonnes of olives in 2023.\n"
    report = checked(written(tmp_path, mills_csv=TABLE, note_txt=prose))
    assert [told(one) for one in report.findings] == [
        ("FL102", [("note.txt", "12,540 tonnes"), ("mills.csv", "12450")])
    ]
    assert [place.text for tie in report.verified for place in tie.locations] == ["23,900 tonnes", "23900"]
    assert {Path(file.path).name: (file.checked, file.agreeing, file.conflicting) for file in report.files} == {
        "mills.csv": (2, 1, 1),
        "note.txt": (2, 1, 1),
    }
    for one in report.findings:
        for place in one.locations:
            assert Path(place.path).read_text(encoding="utf-8")[place.start : place.end] == place.text


def test_a_slip_is_found_in_a_workbook(tmp_path: Path) -> None:
    """The same with a workbook: the place names its cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Mills"
    for row in (("Mill", "Olives pressed in 2023 (tonnes)"), ("Aldo", 23900), ("Brava", 12450), ("Corto", 8120)):
        sheet.append(row)
    book.save(tmp_path / "mills.xlsx")
    written(tmp_path, note_txt="The mill of Brava pressed 12,540 tonnes of olives in 2023.\n")
    [found] = checked(tmp_path).findings
    assert [place.where for place in found.locations] == [{}, {"cell": "Mills!B3"}]


def test_the_unit_may_stand_in_the_corner(tmp_path: Path) -> None:
    """A corner that names what all figures are of gives cells their unit; a total of the prose meets the table's."""
    prose = (
        "In 2023, exports of the South came to 2.6 million tonnes.\n\nTotal exports were 20.3 million tonnes in 2023.\n"
    )
    report = checked(written(tmp_path, exports_csv=EXPORTS, note_txt=prose))
    assert [told(one) for one in report.findings] == [
        ("FL102", [("note.txt", "2.6 million tonnes"), ("exports.csv", "6.2")])
    ]
    assert "20.3 million tonnes" in {place.text for tie in report.verified for place in tie.locations}


def test_the_table_itself_is_added_up(tmp_path: Path) -> None:
    """A total of a file of tables that its rows do not make is found without any text."""
    report = checked(written(tmp_path, exports_csv=EXPORTS.replace("20.3", "21.3")), "none")
    assert [told(one) for one in report.findings] == [
        ("FL301", [("exports.csv", "21.3"), ("exports.csv", "14.1"), ("exports.csv", "6.2")])
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "The mill of Brava pressed 12,540 tonnes of olives in 2021.\n",
        "The mill of Brava pressed 12,540 tonnes of olives.\n",
        "The mill of Brava pressed 12,540 tonnes of walnuts in 2023.\n",
        "The mill of Corto pressed 12,540 tonnes of olives in 2023.\n",
        "The mill of Brava may press 12,540 tonnes of olives in 2023.\n",
        "The mill of Brava pressed about 12,500 tonnes of olives in 2023.\n",
    ],
)
def test_what_the_table_does_not_say_is_left_alone(tmp_path: Path, prose: str) -> None:
    """Another time, none, another measure, another row, what is planned, and what is rounded are no conflict."""
    assert checked(written(tmp_path, mills_csv=TABLE, note_txt=prose)).findings == []


def test_files_meet_only_where_it_is_asked_for(tmp_path: Path) -> None:
    """Without --cross no file is compared with another; by folder, only those of one folder are."""
    prose = "The mill of Brava pressed 12,540 tonnes of olives in 2023.\n"
    written(tmp_path, mills_csv=TABLE)
    (tmp_path / "inner").mkdir()
    written(tmp_path / "inner", note_txt=prose)
    assert [len(checked(tmp_path, way).findings) for way in ("none", "folder", "all")] == [0, 0, 1]


def test_many_texts_and_no_table_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are read again only where a file of tables lies beside them."""
    from factlint import crossing

    monkeypatch.setattr(crossing, "_evidence", lambda *_: pytest.fail("read again"))
    checked(written(tmp_path, a_txt="The zoo has 640 birds.\n", b_txt="The zoo has 640 birds.\n"))
