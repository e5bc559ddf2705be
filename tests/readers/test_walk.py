"""Named paths and folders to a list of files."""

import os
from pathlib import Path

import pytest

from factlint.readers.walk import discover


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, data: bytes = b"Exports rose.\n") -> None:
    """Write files, with their folders."""
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def shown(paths: list[str]) -> list[str]:
    """Return what is found, as text, where nothing is wrong."""
    found, problems, notes = discover(paths)
    assert problems == []
    assert notes == []
    return [path if isinstance(path, str) else path.as_posix() for path in found]


def said(paths: list[str]) -> list[tuple[str, str]]:
    """Return the problems met."""
    return [(problem.path, problem.message) for problem in discover(paths)[1]]


@pytest.mark.usefixtures("here")
def test_a_folder_is_walked_in_order() -> None:
    """Files of known suffixes are found in sorted order; hidden ones and others are left out."""
    make(
        "in/b.md",
        "in/a.txt",
        "in/c/a.TEXT",
        "in/c/z.markdown",
        "in/.hidden/a.txt",
        "in/.a.txt",
        "in/data.csv",
        "in/d.txt",
    )
    assert shown(["in"]) == ["in/a.txt", "in/b.md", "in/c/a.TEXT", "in/c/z.markdown", "in/d.txt"]


@pytest.mark.usefixtures("here")
def test_a_named_file_is_taken_whatever_its_suffix() -> None:
    """A file that is named is read even if a walk would leave it out, in the order of the names."""
    make("z.log", ".hidden", "a.txt")
    assert shown(["z.log", "-", ".hidden", "a.txt", "-"]) == ["z.log", "-", ".hidden", "a.txt"]


@pytest.mark.usefixtures("here")
def test_each_real_file_is_taken_once() -> None:
    """The same file by two names, by a link, and in a folder, is taken once."""
    make("in/a.txt", "in/b.txt")
    Path("in/c.txt").symlink_to("a.txt")
    Path("same").symlink_to("in")
    assert shown(["in/b.txt", "./in/b.txt", "in", "same", "same/a.txt"]) == ["in/b.txt", "in/a.txt"]


@pytest.mark.usefixtures("here")
def test_a_ring_of_links_ends() -> None:
    """Folders that lead back to themselves by links are walked once."""
    make("in/deep/a.txt")
    Path("in/deep/up").symlink_to("..")
    Path("in/self").symlink_to(".")
    assert shown(["in"]) == ["in/deep/a.txt"]


@pytest.mark.usefixtures("here")
def test_a_link_to_itself_is_a_problem() -> None:
    """A link that leads to itself is reported, not followed for ever."""
    Path("ring.txt").symlink_to("ring.txt")
    make("in/a.txt")
    Path("in/ring.txt").symlink_to("ring.txt")
    assert [path for path, _ in said(["ring.txt"])] == ["ring.txt"]
    found, problems, notes = discover(["in"])
    assert [str(path) for path in found] == [os.path.join("in", "a.txt")]
    assert problems == []
    assert notes == ["1 file found in folders skipped: a link to nothing"]


@pytest.mark.usefixtures("here")
def test_git_ignores_are_respected_in_folders_only() -> None:
    """What .gitignore excludes is left out of a walk, but read when named; the nearest file decides."""
    Path(".git").mkdir()
    make("in/a.txt", "in/draft-1.txt", "in/out/b.txt", "in/sub/draft-2.txt", "in/sub/c.txt")
    Path(".gitignore").write_text("draft-*.txt\nout/\n")
    Path("in/sub/.gitignore").write_text("!draft-2.txt\nc.txt\n")
    assert shown(["in"]) == ["in/a.txt", "in/sub/draft-2.txt"]
    assert shown(["in/draft-1.txt"]) == ["in/draft-1.txt"]


@pytest.mark.usefixtures("here")
def test_a_folder_of_ignored_texts_says_why_it_is_empty() -> None:
    """A folder whose texts are all excluded is a problem that names the reason."""
    make("in/a.txt")
    Path("in/.gitignore").write_text("*.txt\n")
    assert "gitignore" in said(["in"])[0][1]


@pytest.mark.usefixtures("here")
def test_a_bad_git_ignore_excludes_nothing() -> None:
    """A .gitignore that is no text does not stop the walk."""
    make("in/a.txt")
    Path("in/.gitignore").write_bytes(b"\xff\xfe!\x00[\n!\n")
    assert shown(["in"]) == ["in/a.txt"]


@pytest.mark.usefixtures("here")
def test_binaries_in_folders_are_counted() -> None:
    """Binary data under a text's name is left out of a walk, with a note."""
    make("in/a.txt")
    make("in/b.txt", "in/c.md", data=b"\x00\x01\x02")
    found, problems, notes = discover(["in"])
    assert [str(path) for path in found] == [os.path.join("in", "a.txt")]
    assert problems == []
    assert notes == ["2 files found in folders skipped: binary data, not text"]


@pytest.mark.usefixtures("here")
def test_missing_inputs_are_problems() -> None:
    """A missing file, a broken link, a path through a file, an empty and an impossible path: each a problem, none an error."""
    make("a.txt")
    Path("broken.txt").symlink_to("nowhere")
    assert said(["gone.txt"]) == [("gone.txt", "no such file or folder")]
    assert said(["broken.txt"]) == [("broken.txt", "a link to a file that does not exist")]
    assert said(["a.txt/b.txt"]) == [("a.txt/b.txt", "no such file: a part of this path is a file, not a folder")]
    assert said([""])[0][1].startswith("an empty path")
    assert len(said(["bad\x00name", "x" * 5000])) == 2


@pytest.mark.usefixtures("here")
def test_a_folder_without_texts_is_a_problem() -> None:
    """A folder that holds no text says what was looked for; one whose texts were named before is fine."""
    make("in/data.csv", "other/a.txt")
    assert ".txt" in said(["in"])[0][1]
    assert shown(["other/a.txt", "other"]) == ["other/a.txt"]


@pytest.mark.usefixtures("here")
def test_a_device_is_refused() -> None:
    """An endless device is no file to read."""
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    assert said(["/dev/zero"]) == [("/dev/zero", "this is a device or socket, not a file")]


@pytest.mark.usefixtures("here")
def test_a_locked_folder_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is reported, and the rest is still found."""
    make("in/a.txt", "in/locked/b.txt")
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    found, problems, _ = discover(["in"])
    assert len(found) == 1
    assert problems[0].message == "this folder cannot be read: Permission denied"
