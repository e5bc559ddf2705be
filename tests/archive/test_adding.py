"""Texts added to an archive: each once, none lost, whatever ends the run."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

from factlint import engine
from factlint.archive import adding, writing
from factlint.archive.adding import Added, add
from factlint.archive.columns import CLAIMS, DOCUMENTS
from factlint.archive.engines import Here
from factlint.archive.store import open_archive
from factlint.engine import Settings
from factlint.errors import UsageError
from factlint.knowledge import load_knowledge
from factlint.model.finding import Report
from tests.archive.texts import NEW, OLD, write_releases
from tests.support import CHECKOUT, SEED, environment


def added(folder: Path, *paths: Path, jobs: int = 1) -> Added:
    """Add texts to an archive."""
    return add(folder, [str(path) for path in paths], Settings(), Here(jobs))


def claims(folder: Path) -> list[tuple[Any, ...]]:
    """Return all rows of claims in an order of their own."""
    listed = ", ".join(f'"{name}"' for name in CLAIMS)
    with duckdb.connect() as database:
        return database.execute(
            f"SELECT {listed} FROM '{folder}/claims/*.parquet' ORDER BY document, number"
        ).fetchall()


def documents(folder: Path) -> list[tuple[Any, ...]]:
    """Return all rows of documents, without the run that added them."""
    listed = ", ".join(name for name in DOCUMENTS if name != "run")
    with duckdb.connect() as database:
        return database.execute(f"SELECT {listed} FROM '{folder}/documents/*.parquet' ORDER BY document").fetchall()


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    """A text is known by its contents."""
    texts = write_releases(tmp_path / "texts", 12)
    first = added(tmp_path / "a", texts)
    before = claims(tmp_path / "a")
    again = added(tmp_path / "a", texts)
    assert (first.documents, again.documents, again.known) == (12, 0, 12)
    assert claims(tmp_path / "a") == before
    assert first.claims == len(before)


def test_one_text_under_two_names_is_one_text(tmp_path: Path) -> None:
    """The first name counts."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(OLD)
    found = added(tmp_path / "a", tmp_path / "one.txt", tmp_path / "two.txt")
    assert (found.documents, found.known) == (1, 1)
    [row] = documents(tmp_path / "a")
    assert row[1] == "../one.txt"


def test_every_claim_is_kept(tmp_path: Path) -> None:
    """As many, at the same places and of the same values, as `factlint claims` lists."""
    (tmp_path / "old.txt").write_text(OLD)
    added(tmp_path / "a", tmp_path / "old.txt", SEED)
    knowledge = load_knowledge()
    wanted: list[tuple[int, int, str]] = []

    def read(document: Any) -> None:
        for claim in engine.read_claims(document, knowledge):
            span = document.source_map.span(claim.span)
            wanted.append((span.start, span.end, span.of(document.source)))

    engine.each_document([str(tmp_path / "old.txt"), str(SEED)], Report(), read)
    with duckdb.connect() as database:
        kept = database.execute(f"SELECT start, \"end\", text FROM '{tmp_path}/a/claims/*.parquet'").fetchall()
    assert sorted(kept) == sorted(wanted)


def test_what_cannot_be_read_loses_no_other(tmp_path: Path) -> None:
    """It is told, and tried again by the next run."""
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    (tmp_path / "good.txt").write_text(OLD)
    found = added(tmp_path / "a", tmp_path / "bad.txt", tmp_path / "good.txt")
    assert found.documents == 1
    assert [problem.path for problem in found.problems] == [str(tmp_path / "bad.txt")]
    (tmp_path / "bad.txt").write_text(NEW)
    assert added(tmp_path / "a", tmp_path / "bad.txt", tmp_path / "good.txt").documents == 1


def test_standard_input_is_no_file(tmp_path: Path) -> None:
    """Findings lead back to files."""
    with pytest.raises(UsageError, match="standard input"):
        add(tmp_path / "a", ["-"], Settings(), Here())


def test_several_processes_give_the_same(tmp_path: Path) -> None:
    """Two processes, and one."""
    texts = write_releases(tmp_path / "texts", 220)
    one, two = added(tmp_path / "one", texts), added(tmp_path / "two", texts, jobs=2)
    assert (one.documents, one.claims) == (two.documents, two.claims) == (220, one.claims)
    assert claims(tmp_path / "one") == claims(tmp_path / "two")
    assert documents(tmp_path / "one") == documents(tmp_path / "two")


def test_small_parts_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight parts of one size become one, and nothing is lost."""
    monkeypatch.setattr(adding, "BATCH_FILES", 2)
    texts = write_releases(tmp_path / "texts", 20)
    added(tmp_path / "a", texts)
    assert [part.documents for part in open_archive(tmp_path / "a").parts] == [16, 2, 2]
    monkeypatch.undo()
    added(tmp_path / "b", texts)
    assert claims(tmp_path / "a") == claims(tmp_path / "b")


@pytest.mark.slow
@pytest.mark.parametrize("parts", [1, 2])
def test_a_killed_run_is_taken_up(parts: int, tmp_path: Path) -> None:
    """After SIGKILL the archive is whole, and a second run gives what one run would have given."""
    texts = write_releases(tmp_path / "texts", 330)
    command = [sys.executable, "-m", "factlint", "archive", "add", str(tmp_path / "a"), str(texts), "--jobs", "1"]
    first = subprocess.Popen(command, cwd=CHECKOUT, env=environment(), stdout=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while committed(tmp_path / "a") < parts:
        assert first.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < until
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    kept = sum(part.documents for part in open_archive(tmp_path / "a").parts)
    assert 0 < kept < 330
    assert (
        subprocess.run(command, cwd=CHECKOUT, env=environment(), stdout=subprocess.DEVNULL, check=False).returncode == 0
    )
    added(tmp_path / "b", texts)
    assert claims(tmp_path / "a") == claims(tmp_path / "b")
    assert documents(tmp_path / "a") == documents(tmp_path / "b")


def committed(folder: Path) -> int:
    """Return how many parts the list of an archive names."""
    try:
        return len(json.loads((folder / "archive.json").read_text())["parts"])
    except FileNotFoundError:
        return 0


def test_what_is_new_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the claims are read, only texts of one length are looked into: no other can be a copy."""
    for name, text in (("a", OLD), ("b", OLD + "\n"), ("c", NEW), ("d", OLD)):
        (tmp_path / f"{name}.txt").write_text(text)
    looked: list[str] = []
    ids = writing.content_ids

    def content_ids(paths: Sequence[str]) -> list[str | None]:
        looked.extend(Path(path).name for path in paths)
        return ids(paths)

    monkeypatch.setattr(adding, "content_ids", content_ids)
    done = added(tmp_path / "archive", *(tmp_path / f"{name}.txt" for name in "abcd"))
    assert (done.documents, done.known) == (3, 1)
    same = {name for name in "abcd" if (tmp_path / f"{name}.txt").stat().st_size == len(OLD.encode())}
    assert same >= {"a", "d"}
    assert {name[0] for name in looked} == same | ({"c", "b"} if len(OLD) + 1 == len(NEW) else set())
    looked.clear()
    assert added(tmp_path / "archive", tmp_path / "b.txt").known == 1
    assert looked == ["b.txt"]
