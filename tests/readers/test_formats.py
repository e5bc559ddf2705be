"""One document in every format: the same claims and findings, each at its place; differences are explained."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factlint.engine import read_claims, run
from factlint.knowledge import load_knowledge
from factlint.model.claim import Claim
from factlint.readers import read_path
from tests.support import SEED

FILES = Path(__file__).parent / "files"
HARBOUR = [
    "harbour.md",
    "harbour.html",
    "harbour.docx",
    "harbour.odt",
    "harbour.rst",
    "harbour.pdf",
    "harbour-browser.pdf",
]
Row = tuple[str, str, str, str]


def told(claim: Claim) -> Row:
    """Return what a claim says, wherever it stands."""
    quantity = claim.quantity
    value = "" if quantity is None else f"{quantity.value} {quantity.low} {quantity.high}"
    return claim.kind.value, value, quantity.unit.name if quantity else "", claim.measure.text


def claims(path: Path) -> list[Row]:
    """Return what all claims of a file say."""
    return [told(claim) for claim in read_claims(read_path(path), load_knowledge())]


def findings(path: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return rule, severity and quotes of the findings of a file."""
    report = run([str(path)])
    assert not report.errors
    return [
        (found.rule, found.severity.value, tuple(" ".join(place.text.split()) for place in found.locations))
        for found in report.findings
    ]


@pytest.mark.parametrize("name", HARBOUR)
def test_all_formats_say_the_same(name: str) -> None:
    """Claims and findings of one document are those of its Word file, whatever it was saved as.

    In Markdown and reStructuredText the date stands in a field of the file, where pandoc writes it into the text of the
    other formats: it is one claim of a date more or less.
    """
    dates = [row for row in claims(FILES / name) if row[0] == "date"]
    wanted = [row for row in claims(FILES / "harbour.docx") if row[0] == "date"]
    assert abs(len(dates) - len(wanted)) <= 1
    assert [r for r in claims(FILES / name) if r[0] != "date"] == [
        r for r in claims(FILES / "harbour.docx") if r[0] != "date"
    ]
    assert findings(FILES / name) == findings(FILES / "harbour.docx")


@pytest.mark.parametrize("name", HARBOUR)
def test_the_planted_slips_are_found(name: str) -> None:
    """The staff told twice, and the table against the text, in each format."""
    found = findings(FILES / name)
    assert ("FL101", "warning", ("1,870", "1,780")) in found
    quotes = {quote for _, _, places in found for quote in places}
    assert {"2.64 million", "2.46 million", "1.12 million", "1,102", "2,650"} <= quotes


@pytest.mark.parametrize("name", [*HARBOUR, "orchard.docx", "orchard.xlsx", "two-columns.pdf"])
def test_quotes_are_slices(name: str) -> None:
    """Every place is a slice of the source, on the line and column that it says."""
    document = read_path(FILES / name)
    report = run([str(FILES / name)])
    places = [place for finding in report.findings for place in finding.locations]
    places += [place for tie in report.verified for place in tie.locations]
    for place in places:
        assert document.source[place.start : place.end] == place.text
        assert document.line_column(place.start) == (place.line, place.column)


def test_places_of_files_that_are_no_text() -> None:
    """A place in a Word file knows its paragraph, in a PDF its page and rectangle, in a workbook its cell."""
    word = run([str(FILES / "harbour.docx")]).findings[0].locations[0]
    assert word.where == {"paragraph": 5}
    page = run([str(FILES / "harbour-browser.pdf")]).findings[0].locations
    assert [place.where["page"] for place in page] == [1, 2]
    assert page[0].where["rect"] == pytest.approx([201, 395, 233, 406], abs=2)
    knowledge = load_knowledge()
    document = read_path(FILES / "orchard.xlsx")
    cells = {
        claim.text: document.where(document.source_map.span(claim.span)) for claim in read_claims(document, knowledge)
    }
    assert cells["23,900 tonnes"] == {"cell": "Mills!C5"}


def test_two_columns_are_read_one_after_the_other() -> None:
    """A page of two justified columns under a running head gives the claims of the text that it was set from."""
    assert claims(FILES / "two-columns.pdf") == claims(FILES / "two-columns.txt")
    assert findings(FILES / "two-columns.pdf") == findings(FILES / "two-columns.txt")
    text = read_path(FILES / "two-columns.pdf").text
    assert "Annual Review" not in text
    assert "Page" not in text


PANDOC = ["pandoc", "-f", "markdown-smart-tex_math_dollars"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed: files are made with it")
@pytest.mark.parametrize("suffix", ["docx", "odt", "html", "rst", "md"])
def test_the_transcript_made_anew(suffix: str, tmp_path: Path) -> None:
    """The transcript of the seeds says the same as a Word file, OpenDocument, web page, reStructuredText and Markdown."""
    path = tmp_path / f"briefing.{suffix}"
    further = ["-s", "--metadata", "title=Briefing"] if suffix == "html" else []
    form = ["-t", "gfm"] if suffix == "md" else []  # without its own escapes of apostrophes
    subprocess.run([*PANDOC, *further, *form, str(SEED), "-o", str(path)], check=True, capture_output=True)
    assert claims(path) == claims(SEED)
    assert findings(path) == findings(SEED)


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("pandoc") is None or shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
def test_the_transcript_as_pdf(tmp_path: Path) -> None:
    """Printed by LibreOffice the transcript says the same."""
    subprocess.run([*PANDOC, str(SEED), "-o", str(tmp_path / "a.odt")], check=True)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.odt")]
    subprocess.run(command, check=True, capture_output=True)
    assert claims(tmp_path / "a.pdf") == claims(SEED)
    assert findings(tmp_path / "a.pdf") == findings(SEED)


BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None or shutil.which("pandoc") is None, reason="Chromium is not installed")
def test_the_transcript_as_printed_page(tmp_path: Path) -> None:
    """Printed by a browser the transcript says the same."""
    subprocess.run([*PANDOC, "-s", "--metadata", "title=x", str(SEED), "-o", str(tmp_path / "a.html")], check=True)
    assert BROWSER is not None
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
               f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert claims(tmp_path / "a.pdf") == claims(SEED)
    assert findings(tmp_path / "a.pdf") == findings(SEED)
