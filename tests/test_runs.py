"""Runs over many files: the same report whatever the number of processes, and how many are used."""

from pathlib import Path

import pytest

from factlint import runs
from factlint.engine import Settings
from tests.support import CLEAN, WRONG, Program


def test_the_report_is_the_same_by_any_number_of_processes(program: Program) -> None:
    """Byte for byte, broken files and suppressions included, in the order of the files."""
    for number in range(7):
        program.write(f"{number}.txt", (WRONG if number % 2 else CLEAN) + f"\n{number + 2} ships.\n")
    program.write("1.txt.factlint.toml", '[[allow]]\nrules = ["FL101", "FL3"]\nreason = "x"\n')
    program.write("8.txt", b"\x81\x8d\x00")
    program.write("factlint.toml", '[per-file-ignores]\n"3.txt" = ["FL101"]\n"5.txt" = ["FL9"]\n')
    one, two = (program("check", ".", "no.txt", "--jobs", jobs, "--format", "json") for jobs in ("1", "3"))
    assert one.status == two.status == 2
    assert one.raw == two.raw
    assert one.err == two.err
    assert [finding["rule"] for finding in one.json["findings"]].count("FL901") == 2


def test_standard_input_is_read_among_files(program: Program) -> None:
    """It is checked by the first process, in its place."""
    program.write("a.txt", CLEAN)
    program.write("b.txt", CLEAN)
    done = program("check", "a.txt", "-", "b.txt", "--jobs", "2", "--format", "json", stdin=WRONG.encode())
    assert [file["path"] for file in done.json["files"]] == ["a.txt", "-", "b.txt"]
    assert done.status == 1


def test_few_texts_are_checked_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Further processes are started where there is enough to do, and never more than files."""
    (tmp_path / "a.txt").write_text("x" * 1000, encoding="utf-8")
    tasks = [runs.Task(tmp_path / "a.txt", Settings(), ()) for _ in range(3)]
    assert runs._jobs(tasks, 0) == 1
    assert runs._jobs(tasks, 2) == 2
    assert runs._jobs(tasks, 8) == 3
    assert runs._jobs([], 4) == 1
    monkeypatch.setattr(runs, "ENOUGH", 100)
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: {0, 1}, raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert runs._jobs(tasks, 0) == 2
