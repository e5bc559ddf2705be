"""The baseline: accepted by fingerprint, stale entries told, nothing lost when it is written anew."""

import json
from pathlib import Path

import pytest

from tests.support import WRONG, Program

OTHER = WRONG.replace("2.64", "3.17").replace("2.46", "3.71")


def test_what_is_accepted_is_passed_by_wherever_it_moves(program: Program) -> None:
    """Lines may move and paragraphs be reflowed; a new slip is told."""
    program.write("press/a.txt", WRONG)
    done = program("check", "press", "--baseline", "base.json", "--write-baseline")
    assert (done.status, done.out) == (0, "")
    assert "1 finding accepted in base.json" in done.err
    assert program("check", "press", "--baseline", "base.json").status == 0
    program.write(
        "press/a.txt",
        "A new line.\n\n" + WRONG.replace("million 5G base stations. We", "million 5G\nbase stations.\nWe"),
    )
    done = program("check", "press", "--baseline", "base.json")
    assert (done.status, "1 suppressed" in done.out) == (0, True)
    program.write("press/b.txt", OTHER)
    done = program("check", "press", "--baseline", "base.json", "--format", "concise")
    assert done.status == 1
    assert "press/a.txt" not in done.out


def test_stale_entries_are_told(program: Program) -> None:
    """Mended, or gone with its file; only where the text was checked in this run."""
    program.write("a.txt", WRONG)
    program.write("b.txt", OTHER)
    program("check", ".", "--baseline", "base.json", "--write-baseline")
    source = (program.folder / "base.json").read_text(encoding="utf-8")
    program.write("b.txt", "Mended.\n")
    assert program("check", "a.txt", "--baseline", "base.json").status == 0
    done = program("check", ".", "--baseline", "base.json", "--format", "json")
    [finding] = done.json["findings"]
    place = finding["locations"][0]
    assert (done.status, finding["rule"], place["path"], place["line"]) == (1, "FL901", "base.json", 3)
    assert source[place["start"] : place["end"]] == place["text"]
    (program.folder / "b.txt").unlink()
    assert "no such file now" in program("check", "a.txt", "--baseline", "base.json").out
    assert program("check", "a.txt", "--baseline", "base.json", "--select", "FL3").status == 0


def test_entries_of_other_texts_and_reasons_stay(program: Program) -> None:
    """Writing anew replaces the entries of the texts that were checked, and keeps the reasons written into it."""
    program.write("a.txt", WRONG)
    program.write("b.txt", OTHER)
    program("check", ".", "--baseline", "base.json", "--write-baseline")
    path = program.folder / "base.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert [entry["paths"] for entry in data["findings"]] == [["a.txt"], ["b.txt"]]
    data["findings"][0]["reason"] = "two sources"
    path.write_text(json.dumps(data), encoding="utf-8")
    program.write("b.txt", "Mended.\n")
    program("check", "b.txt", "--baseline", "base.json", "--write-baseline")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert [(entry["paths"], entry.get("reason")) for entry in data["findings"]] == [(["a.txt"], "two sources")]
    program("check", ".", "--baseline", "base.json", "--write-baseline")
    again = path.read_bytes()
    program("check", ".", "--baseline", "base.json", "--write-baseline")
    assert path.read_bytes() == again


def test_the_configuration_names_it_and_paths_count_from_its_folder(program: Program) -> None:
    """A run from another folder meets the same entries."""
    program.write("press/a.txt", WRONG)
    program.write("factlint.toml", 'baseline = "base.json"\n')
    assert program("check", "press").status == 2
    program("check", "press", "--write-baseline")
    assert program("check", "press").status == 0
    inner = Program(program.folder / "press")
    assert inner("check", "a.txt").status == 0
    assert inner("check", "a.txt", "--isolated").status == 1


def test_without_a_name_it_says_how_to_use_it(program: Program) -> None:
    """It is written beside, and the next step is told."""
    program.write("a.txt", WRONG)
    done = program("check", "a.txt", "--write-baseline")
    assert (done.status, Path(program.folder / "factlint-baseline.json").is_file()) == (0, True)
    assert "--baseline factlint-baseline.json" in done.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "there is no such baseline"),
        ("{", "base.json:1: this is no baseline"),
        ("[]", "this is no baseline of this program"),
        ('{"version": 1, "findings": [{"rule": "FL101"}]}', "finding 1 of this baseline lacks"),
    ],
)
def test_what_is_no_baseline_ends_with_2(program: Program, text: str | None, told: str) -> None:
    """And says what to do."""
    program.write("a.txt", WRONG)
    if text is not None:
        program.write("base.json", text)
    done = program("check", "a.txt", "--baseline", "base.json")
    assert (done.status, done.out) == (2, "")
    assert told in done.err
