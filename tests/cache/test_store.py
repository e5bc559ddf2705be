"""A store never fails a run: what is broken counts as empty, what is foreign is left alone."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from factlint.cache.store import NAME, Store


def put(folder: Path, key: str = "k", value: bytes = b"v") -> None:
    """Keep one value."""
    store = Store(str(folder))
    store.put([(key, value)])
    store.close()
    assert store.trouble == ""


def got(folder: Path, key: str = "k") -> bytes | None:
    """Return what is kept, from a store opened anew."""
    store = Store(str(folder))
    try:
        return store.get(key)
    finally:
        store.close()


def test_values_come_back(tmp_path: Path) -> None:
    """By their key, the last one that was put; nothing under other keys."""
    put(tmp_path / "kept", value=b"old")
    put(tmp_path / "kept", value=b"new")
    assert got(tmp_path / "kept") == b"new"
    assert got(tmp_path / "kept", "other") is None


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_files_are_private(tmp_path: Path) -> None:
    """Texts that are not published yet are quoted in them."""
    put(tmp_path / "kept")
    store = Store(str(tmp_path / "kept"))
    store.get("k")
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "kept").glob(NAME + "*"))
    store.close()


@pytest.mark.parametrize(
    "broken", [b"", b"no database at all, though long enough for its head" * 40, b"SQLite format 3\0"]
)
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    """It is empty, then keeps values again."""
    put(tmp_path)
    (tmp_path / NAME).write_bytes(broken)
    assert got(tmp_path) is None
    put(tmp_path)
    assert got(tmp_path) == b"v"


def test_a_page_that_is_overwritten_gives_nothing(tmp_path: Path) -> None:
    """Garbage in the middle of the file is no error."""
    put(tmp_path, value=b"v" * 20_000)
    path = tmp_path / NAME
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    assert got(tmp_path) in (None, b"v" * 20_000)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """Its tables stay, nothing is kept, and that is told."""
    tmp_path.chmod(0o700)
    link = sqlite3.connect(tmp_path / NAME)
    link.execute("CREATE TABLE songs (name TEXT)")
    link.close()
    before = (tmp_path / NAME).read_bytes()
    store = Store(str(tmp_path))
    store.put([("k", b"v")])
    assert store.get("k") is None
    assert "another program" in store.trouble
    assert (tmp_path / NAME).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_folder_that_others_may_write_to_is_not_trusted(tmp_path: Path) -> None:
    """What they may have put there is not read."""
    put(tmp_path / "kept")
    (tmp_path / "kept").chmod(0o777)
    store = Store(str(tmp_path / "kept"))
    assert store.get("k") is None
    assert "others may write" in store.trouble


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Where a file stands in its way."""
    (tmp_path / "file").write_text("x")
    store = Store(str(tmp_path / "file" / "kept"))
    store.put([("k", b"v")])
    assert store.trouble.startswith("nothing is kept in ")
    assert store.get("k") is None
    store.close()


def test_two_runs_write_beside_one_another(tmp_path: Path) -> None:
    """Neither waits for the other to end."""
    one, other = Store(str(tmp_path / "kept")), Store(str(tmp_path / "kept"))
    one.put([("a", b"1")])
    other.put([("b", b"2")])
    assert one.get("b") == b"2"
    assert other.get("a") == b"1"
    one.close()
    other.close()
