"""Texts that an editor holds: checked as their files would be, quickly, and against one another."""

import time
from pathlib import Path

import pytest

from factlint import engine
from factlint.servers import answers, desk
from factlint.servers.positions import Positions
from tests.support import SEED, WRONG

TOLD = (
    "Harbour Line carried 2.64 million passengers in 2023.\n",
    "In 2023 the 2.46 million passengers of Harbour Line came by sea.\n",
)
LONGEST = 1.0
"""Seconds of processor time that an edit of 55 KB may cost: five times what it does."""


@pytest.mark.bare
def test_an_edit_costs_little() -> None:
    """Once all is loaded, a transcript of 55 KB is checked anew in a fraction of a second."""
    made = desk.Desk()
    source = SEED.read_text(encoding="utf-8")
    made.check("file:///a.txt", "a.txt", "plaintext", source, 0)
    begun = time.process_time()
    held = made.check("file:///a.txt", "a.txt", "plaintext", f"A word.\n{source}", 1)
    assert time.process_time() - begun < LONGEST
    assert held is not None
    assert len(held.report.findings) == 3


def test_a_text_that_is_none_is_left_alone() -> None:
    """Bytes that an editor shows as text are not checked."""
    assert desk.Desk().check("file:///a.txt", "a.txt", "plaintext", "PK\x03\x04\x00\x00", 0) is None


def test_a_new_text_is_read_as_its_language() -> None:
    """A text without a file name is Markdown where the editor says so."""
    held = desk.Desk().check("untitled:Untitled-1", "Untitled-1", "markdown", f"# A\n\n{WRONG}", 0)
    assert held is not None
    assert held.document.path == "Untitled-1.md"
    assert [finding.rule for finding in held.findings] == ["FL101"]


def test_findings_between_files_are_told_in_both(tmp_path: Path) -> None:
    """What the workspace's own comparison finds stands in each open text, and leads to the other file."""
    made = desk.Desk()
    places = []
    for name, text in zip(("a.txt", "b.txt"), TOLD, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made.compare([str(tmp_path)])
    for name, text in zip(("a.txt", "b.txt"), TOLD, strict=True):
        path = tmp_path / name
        held = made.check(path.as_uri(), str(path), "plaintext", text, 0)
        assert held is not None
        [diagnostic] = answers.diagnostics(held)
        [related] = diagnostic.related_information or []
        assert [place.uri for place in answers.mentions(held, diagnostic.range.start)] == [related.location.uri]
        places.append(related.location.uri)
    assert places == [(tmp_path / name).as_uri() for name in ("b.txt", "a.txt")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_positions_go_there_and_back(encoding: str) -> None:
    """Each offset of a text with letters of every width is found again from its position."""
    document = engine.text_document("é中😀\t5\r\n\n😀 7%\rlast")
    positions = Positions(document, encoding)
    for offset, letter in enumerate(document.source):
        if letter != "\n" or document.source[offset - 1] != "\r":
            assert positions.offset(positions.position(offset)) == offset


def test_a_mark_that_the_editor_holds_moves_the_first_line() -> None:
    """Where the editor's text begins with a BOM, columns of its first line count it."""
    document = engine.text_document("5% and\n7%")
    positions = Positions(document, "utf-16", has_bom=True)
    assert [positions.position(0).character, positions.position(7).character] == [1, 0]
    assert positions.offset(positions.position(4)) == 4
