"""``factlint claims`` as its users run it."""

import csv
import io

import jsonschema
import pytest

from tests.schemas import CLAIM
from tests.support import SEED, Program

TEXT = "Telecom revenue rose 7.7% to over 2.64 billion yuan in the first quarter of 2023.\n"


def test_jsonl_keeps_its_promise(program: Program) -> None:
    """Every claim of a real transcript fits the schema, and its offsets quote the source."""
    source = SEED.read_text(encoding="utf-8")
    rows = program("claims", SEED, "--format", "jsonl").rows
    assert len(rows) > 100
    for row in rows:
        jsonschema.validate(row, CLAIM)
        assert source[row["start"] : row["end"]] == row["text"]


def test_all_forms_tell_the_same_claims(program: Program) -> None:
    """One object, lines and CSV agree on texts and values; the table holds them too."""
    program.write("a.txt", TEXT)
    lines = program("claims", "a.txt", "--format", "jsonl").rows
    assert program("claims", "a.txt", "--format", "json").json["claims"] == lines
    told = list(csv.DictReader(io.StringIO(program("claims", "a.txt", "--format", "csv").out)))
    assert [(row["text"], row["value"]) for row in told] == [(row["text"], row["value"] or "") for row in lines]
    table = program("claims", "a.txt").out
    assert all(row["text"][:8] in table for row in lines)
    assert table.rstrip().endswith(f"{len(lines)} claims")


def test_exit_status(program: Program) -> None:
    """0 where all was read, findings or not; 2 where a file was not, the others being told."""
    program.write("a.txt", TEXT)
    assert program("claims", "a.txt").status == 0
    done = program("claims", "a.txt", "missing.txt", "--format", "json")
    assert done.status == 2
    assert done.json["claims"]
    assert done.json["errors"][0]["path"] == "missing.txt"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_text_without_numbers_has_no_claims(program: Program, form: str) -> None:
    """No claims is an answer, in every form."""
    program.write("a.txt", "Nothing to count here.\n")
    assert program("claims", "a.txt", "--format", form).status == 0


def test_standard_input(program: Program) -> None:
    """A dash is standard input."""
    rows = program("claims", "-", "--format", "jsonl", stdin=TEXT.encode()).rows
    assert "7.7%" in [row["text"] for row in rows]
