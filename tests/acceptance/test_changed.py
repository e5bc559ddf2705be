"""``--only-changed-since``: a pull request answers for its own lines."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from tests.support import WRONG, Program, environment

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")
OTHER = WRONG.replace("2.64", "3.17").replace("2.46", "3.71")


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, with nobody's settings."""
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment({**names, **quiet})
    )


@pytest.fixture
def repository(program: Program) -> Program:
    """A repository with an old conflict in each of two texts."""
    program.write("press/a.txt", f"{WRONG}\n\nThe choir sang.\n")
    program.write("b é.txt", OTHER)
    git(program.folder, "init", "-q", "-b", "main")
    git(program.folder, "add", ".")
    git(program.folder, "commit", "-qm", "x")
    return program


def test_old_conflicts_are_not_told(repository: Program) -> None:
    """Nothing changed, nothing is told, and no text is even read."""
    done = repository("check", ".", "--only-changed-since", "main", "--format", "json")
    assert (done.status, done.json["findings"], done.json["files"]) == (0, [], [])


def test_a_conflict_with_a_changed_line_is_told(repository: Program) -> None:
    """One of its places is enough, committed or not, in a folder below too."""
    repository.write("b é.txt", OTHER.replace(". We", ".\nWe"))
    done = repository("check", ".", "--only-changed-since", "HEAD", "--format", "json")
    assert [file["path"] for file in done.json["files"]] == ["b é.txt"]
    assert done.status == 1
    git(repository.folder, "checkout", "-qb", "topic")
    git(repository.folder, "commit", "-qam", "y")
    assert repository("check", ".", "--only-changed-since", "main").status == 1
    assert Program(repository.folder / "press")("check", "../b é.txt", "--only-changed-since", "main").status == 1


def test_a_change_elsewhere_in_the_text_is_not_enough(repository: Program) -> None:
    """The old conflict stands on lines that did not change."""
    repository.write("press/a.txt", f"{WRONG}\n\nThe choir sang twice.\n")
    assert repository("check", ".", "--only-changed-since", "main").status == 0


def test_a_new_file_is_all_change(repository: Program) -> None:
    """Whether it was added to the index or not."""
    repository.write("c.txt", WRONG)
    assert repository("check", ".", "--only-changed-since", "main").status == 1
    git(repository.folder, "add", "c.txt")
    assert repository("check", ".", "--only-changed-since", "main").status == 1


def test_what_the_other_branch_did_is_not_ours(repository: Program) -> None:
    """Changes count from where the two branches parted."""
    git(repository.folder, "checkout", "-qb", "topic")
    git(repository.folder, "checkout", "-q", "main")
    repository.write("b é.txt", OTHER.replace(". We", ".\nWe"))
    git(repository.folder, "commit", "-qam", "y")
    git(repository.folder, "checkout", "-q", "topic")
    assert repository("check", ".", "--only-changed-since", "main").status == 0


@pytest.mark.parametrize("revision", ["no-such", "--output=x"])
def test_a_revision_that_is_none_ends_with_2(repository: Program, revision: str) -> None:
    """It is named, and nothing is run with it."""
    done = repository("check", ".", f"--only-changed-since={revision}")
    assert (done.status, done.out) == (2, "")
    assert "is no revision" in done.err


def test_outside_of_a_repository(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git says is passed on."""
    program.write("a.txt", WRONG)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(program.folder.parent))
    done = program("check", "a.txt", "--only-changed-since", "main")
    assert done.status == 2
    assert "git: " in done.err
