"""DOCX and ODT: what a reader sees once all changes are accepted."""

from pathlib import Path

import docx
import pytest

from factlint.engine import run
from factlint.errors import ReadError
from factlint.readers import read_bytes, read_path

FILES = Path(__file__).parent / "files"


def words(name: str) -> list[str]:
    """Return the sentences of a file."""
    document = read_path(FILES / name)
    return [sentence.span.of(document.text) for sentence in document.sentences]


def test_changes_are_accepted_and_comments_left_out() -> None:
    """Insertions count, deletions, comments, headers and hidden text do not."""
    found = words("orchard.docx")
    assert "The mill processed 43,200 tonnes of apples in 2023." in found
    assert not any(figure in " ".join(found) for figure in ("41,000", "45,000", "99", "Draft"))


def test_lists_headings_and_tables_are_told_apart() -> None:
    """Styles say what a paragraph is."""
    document = read_path(FILES / "orchard.docx")
    kinds = [sentence.block.value for sentence in document.sentences[:5]]
    assert kinds == ["heading", "prose", "item", "item", "prose"]
    [table] = document.tables
    assert table.caption is not None
    assert table.caption.of(document.text) == "Table 2: Apples pressed (tonnes)"


@pytest.mark.parametrize("name", ["harbour.docx", "orchard.docx"])
def test_an_independent_library_reads_the_same(name: str) -> None:
    """python-docx finds the same words in paragraphs and cells, and counts the same paragraphs."""
    known = docx.Document(str(FILES / name))
    document = read_path(FILES / name)
    cells = [cell.text for table in known.tables for row in table.rows for cell in row.cells]
    paragraphs = [one.text for one in known.paragraphs if one.text.strip()]
    text = document.text.replace("\t", "\n")
    own = [line for line in text.split("\n") if line.strip()]
    for line in (*cells, *paragraphs):
        bare = line.replace(" Hidden: 99 tonnes.", "")  # the library shows hidden text, and no insertions
        assert bare in own or "The mill processed" in bare


def test_a_slip_between_text_and_table() -> None:
    """The text says 29,300 where the table says 23,900."""
    [finding] = run([str(FILES / "orchard.docx")]).findings
    assert finding.rule == "FL101"
    assert [place.text for place in finding.locations] == ["29,300 tonnes", "23,900"]
    assert [place.where for place in finding.locations] == [{"paragraph": 18}, {"paragraph": 14}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"plain text", "no Word"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    ],
)
def test_what_is_no_word_file_says_so(data: bytes, words: str) -> None:
    """A file of another kind under the name of one is an error for people."""
    with pytest.raises(ReadError, match=words):
        read_bytes(data, "a.docx")
