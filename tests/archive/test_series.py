"""A measure over time: which values, in which order, in which form."""

from datetime import date
from pathlib import Path

import pytest

from factlint.archive.adding import add
from factlint.archive.engines import Here
from factlint.archive.plotting import draw
from factlint.archive.series import Point, Wanted, query
from factlint.engine import Settings
from factlint.errors import UsageError
from factlint.knowledge import load_knowledge
from factlint.reporters.series_page import render as render_page
from factlint.reporters.series_rows import COLUMNS, render
from tests.support import Program

REPORT = "{0}, report\n\n3 March {1}\n\n{0} carried {2} passengers in {3}. Revenue was {4} million euros in {3}.\n"
TOLD = (
    ("Harbour Line", 2023, "2.64 million", 2022, 412),
    ("Harbour Line", 2022, "2,581,300", 2021, 391),
    ("Harbour Line", 2024, "over 2.7 million", 2023, 420),
    ("Lake Line", 2023, "1.12 million", 2022, 88),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of four reports, one of them told twice."""
    folder = tmp_path_factory.mktemp("series")
    for number, told in enumerate((*TOLD, TOLD[0])):
        (folder / f"{number}.txt").write_text(REPORT.format(*told) + "\n" * number)
    add(folder / "a", [str(path) for path in sorted(folder.glob("*.txt"))], Settings(), Here(1))
    return folder / "a"


def series(archive: Path, measure: str, subject: str = "", **more: object) -> list[Point]:
    """Return a series."""
    return query(archive, Wanted(measure, subject, **more), load_knowledge().grammar)  # type: ignore[arg-type]


def test_values_in_the_order_of_time(archive: Path) -> None:
    """Each with its period, bound and the number of texts that tell it."""
    found = series(archive, "passengers carried", "Harbour Line")
    assert [(one.period, one.value, one.bound, one.texts) for one in found] == [
        ("2021", "2581300", "exact", 1),
        ("2022", "2640000", "exact", 2),
        ("2023", "2700000", "more_than", 1),
    ]
    assert found[1].path.endswith("0.txt")
    assert (found[1].line, found[1].date) == (5, date(2023, 3, 3))


def test_what_is_asked_for(archive: Path) -> None:
    """By name, unit and time; the words of the measure must be its words in full."""
    assert {one.name for one in series(archive, "passengers carried")} == {"harbour line", "lake line"}
    assert [one.unit for one in series(archive, "revenue", "Lake Line")] == ["EUR"]
    assert series(archive, "revenue", unit="percent") == []
    assert [one.period for one in series(archive, "revenue", "Harbour Line", since=date(2022, 6, 1))] == [
        "2022",
        "2023",
    ]
    assert series(archive, "foot passengers carried") == []
    with pytest.raises(UsageError, match="names no measure"):
        series(archive, "of the")


def test_the_forms(archive: Path) -> None:
    """A table for people, CSV and JSON with the same fields."""
    found = series(archive, "passengers carried", "Harbour Line")
    assert "over 2,700,000" in render(found, "table")
    assert render(found, "csv").splitlines()[0] == ",".join(COLUMNS)
    assert '"value": "2581300"' in render(found, "json")
    assert "No figure" in render([], "table")


@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_picture(form: str, start: bytes, archive: Path) -> None:
    """The same bytes each time; values of two units are not drawn on one axis."""
    found = series(archive, "passengers carried")
    drawn = draw(found, "passengers", form)
    assert drawn.startswith(start)
    assert draw(found, "passengers", form) == drawn
    with pytest.raises(UsageError, match="choose by --unit"):
        draw([*found, *series(archive, "revenue")], "both", form)


def test_the_command(archive: Path, program: Program) -> None:
    """A picture needs a file; what is not there is told."""
    done = program("archive", "query", archive, "passengers carried", "--subject", "Lake Line", "--format", "json")
    assert [one["value"] for one in done.json["series"]] == ["1120000"]
    assert program("archive", "query", archive, "revenue", "--format", "svg").status == 2
    done = program("archive", "query", archive, "revenue", "--format", "svg", "--output", "r.svg")
    assert (done.status, (program.folder / "r.svg").read_bytes()[:5]) == (0, b"<?xml")
    assert program("archive", "query", archive, "revenue", "--since", "soon").status == 2


def test_the_page_of_a_series(archive: Path, program: Program) -> None:
    """One file that loads nothing: the picture, and every value with the place that tells it; words cannot act."""
    done = program(
        "archive", "query", str(archive), "passengers carried", "--format", "html", "--output", "series.html"
    )
    assert done.status == 0
    page = (program.folder / "series.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "default-src 'none'" in page
    assert "data:image/svg+xml;base64," in page
    assert "<script" not in page
    assert page.count("<tr>") == 1 + len(series(archive, "passengers carried"))
    assert "over 2,700,000" in page
    points = series(archive, "passengers carried")
    drawn = render_page(points, "<b>passengers</b>", draw(points, "passengers", "svg"))
    assert "<b>" not in drawn
    assert drawn == render_page(points, "<b>passengers</b>", draw(points, "passengers", "svg"))
