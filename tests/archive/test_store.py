"""The list of parts: what counts, what a killed run leaves, and one writer at a time."""

import json
from pathlib import Path

import pytest

from factlint.archive.store import LIST, Archive, Part, open_archive, writing
from factlint.errors import DataError, UsageError


def part(archive: Archive, name: str) -> Part:
    """Write a part that is none, as far as the list can tell."""
    for kind in ("claims", "documents"):
        (archive.new / f"{name}.{kind}.parquet").write_bytes(b"x")
    return Part(name, 1, 2)


def test_a_part_counts_when_it_is_named(tmp_path: Path) -> None:
    """Its files stand under its name, and the list names it."""
    with writing(tmp_path / "a") as archive:
        archive.commit([part(archive, "one")])
    found = open_archive(tmp_path / "a")
    assert found.parts == [Part("one", 1, 2)]
    assert [path.exists() for path in (*found.claims, *found.documents)] == [True, True]


def test_parts_take_the_place_of_others(tmp_path: Path) -> None:
    """The files of what was replaced are gone."""
    with writing(tmp_path / "a") as archive:
        first = part(archive, "one")
        archive.commit([first])
        archive.commit([part(archive, "two")], instead_of=[first])
    assert [path.name for path in (tmp_path / "a" / "claims").iterdir()] == ["two.parquet"]


def test_what_no_list_names_is_removed(tmp_path: Path) -> None:
    """Parts that a killed run was writing, and parts that it wrote and did not name."""
    with writing(tmp_path / "a") as archive:
        archive.commit([part(archive, "one")])
        part(archive, "lost")
        (tmp_path / "a" / "claims" / "nameless.parquet").write_bytes(b"x")
    with writing(tmp_path / "a") as archive:
        assert list(archive.new.iterdir()) == []
        assert [path.name for path in (tmp_path / "a" / "claims").iterdir()] == ["one.parquet"]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """A second one is told to wait."""
    with writing(tmp_path / "a"), pytest.raises(UsageError, match="another run is adding"), writing(tmp_path / "a"):
        pass


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """An archive wants a folder of its own."""
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(UsageError, match="holds other files"), writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(UsageError, match="factlint archive add"):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (json.dumps({"version": 99, "runs": 1, "parts": []}), "layout 99"),
        ("{", "cannot be read as the list"),
        ('{"version": 1, "runs": 1, "parts": [{}]}', "cannot be read as the list"),
    ],
)
def test_another_layout_is_refused(text: str, told: str, tmp_path: Path) -> None:
    """Whatever stands in the list, it is told by its path."""
    (tmp_path / LIST).write_text(text)
    with pytest.raises(DataError, match=told):
        open_archive(tmp_path)
