"""PDF: words, their places, and what a broken file does."""

from pathlib import Path

import pdfplumber
import pytest

from factlint.engine import run
from factlint.errors import ReadError
from factlint.readers import pdf, read_bytes, read_path
from factlint.readers.hyphens import undivided
from factlint.readers.limits import Limits
from factlint.readers.running import is_page_number, running_lines

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("name", ["harbour.pdf", "harbour-browser.pdf"])
def test_an_independent_library_finds_the_same_words(name: str) -> None:
    """Pdfplumber finds the same words; only raised numbers of notes and repeated heads of tables are left out."""
    with pdfplumber.open(FILES / name) as known:
        wanted = [word["text"] for page in known.pages for word in page.extract_words()]
    own = read_path(FILES / name).text.replace("\u21a9\ufe0e", " ").split()  # the way back from a note
    assert set(own) - {"1.22", "million."} <= {word.rstrip("\u21a9\ufe0e") for word in wanted} | {"million."}
    missing = [word for word in wanted if word not in own]
    assert len(missing) <= 3


def test_rectangles_are_those_of_the_words() -> None:
    """The rectangle of a quote lies where pdfplumber sees its words."""
    [place, _] = run([str(FILES / "harbour.pdf")]).findings[0].locations
    with pdfplumber.open(FILES / "harbour.pdf") as known:
        [word] = [word for word in known.pages[0].extract_words() if word["text"] == place.text]
    assert place.where["rect"] == pytest.approx([word["x0"], word["top"], word["x1"], word["bottom"]], abs=4)


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.4\n%%EOF", b"no PDF at all"])
def test_a_broken_file_is_an_error(data: bytes) -> None:
    """What cannot be opened says so, and nothing else is lost."""
    with pytest.raises(ReadError, match="PDF"):
        read_bytes(data, "a.pdf")


def test_a_crash_loses_that_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the native library dies, the file is an error and the other files keep their results."""
    worker = tmp_path / "worker.py"
    worker.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    monkeypatch.setattr(pdf, "_WORKER", worker)
    (tmp_path / "a.pdf").write_bytes((FILES / "harbour.pdf").read_bytes())
    (tmp_path / "b.txt").write_text("The club has 640 members. The club has 460 members.\n")
    report = run([str(tmp_path / "a.pdf"), str(tmp_path / "b.txt")])
    assert [problem.path for problem in report.errors] == [str(tmp_path / "a.pdf")]
    assert "failed on this file" in report.errors[0].message
    assert [file.path for file in report.files] == [str(tmp_path / "b.txt")]


def test_a_hanging_library_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time that a file may take, the program that reads it is ended."""
    worker = tmp_path / "worker.py"
    worker.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(pdf, "_WORKER", worker)
    with pytest.raises(ReadError, match="longer than 1 seconds"):
        read_bytes(b"%PDF-1.7", "a.pdf", limits=Limits(seconds=1))


KNOWN = frozenset("general purpose information develop development govern".split())


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("informa-", "tion,", "informa"),
        ("general-", "purpose", "general-"),
        ("develop-", "ment", "develop"),
        ("18-", "month", "18-"),
        ("green-energy-", "powered", "green-energy-"),
        ("year-", "end", "year-"),
        ("govern-", "ments.", "govern"),
        ("Smith-", "Jones", "Smith-"),
        ("end", "of", None),
    ],
)
def test_divided_words(before: str, after: str, joined: str | None) -> None:
    """A word that a line's end divides loses its hyphen, one that has its own keeps it."""
    assert undivided(before, after, KNOWN) == joined


def test_running_heads_and_page_numbers() -> None:
    """What most pages have at their edges, figures aside, and numbers of pages are left out; the text stays."""
    pages = [
        [("Annual Review 2023", 0.03), (f"Text {at}", 0.3), (f"More {at}", 0.6), (f"- {at} -", 0.97)] for at in range(4)
    ]
    assert running_lines(pages) == [{0, 3}] * 4
    assert [is_page_number(words) for words in ("3", "Page 3 of 12", "iv", "3 ships", "2023 was good")] == [
        True, True, True, False, False,
    ]  # fmt: skip
