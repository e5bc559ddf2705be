"""The program as it is installed: a wheel in an empty environment, and the hook under the real pre-commit."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import CHECKOUT, CLEAN, SEED, WRONG

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a program in a folder, with the checkout out of its reach."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "GIT_"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **variables}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    for name in ("factlint", "rules"):
        shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(CHECKOUT / name, copy / name)
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_rules_and_nothing_else(wheel: Path) -> None:
    """Every data file is inside, under factlint/rules, and neither tests nor seeds are."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    data = {f"factlint/{path.relative_to(CHECKOUT)}" for path in (CHECKOUT / "rules").rglob("*") if path.is_file()}
    assert data <= names
    assert "factlint/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {"factlint"}


def test_the_wheel_works_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Installed into an empty environment, the program checks a text in a folder of its own."""
    made = run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    if made.returncode:
        pytest.skip(f"no virtual environment can be made: {made.stderr or made.stdout}")
    binaries = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(binaries / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    if installed.returncode and ("onnection" in installed.stderr or "No matching distribution" in installed.stderr):
        pytest.skip("no network to install the dependencies from")
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    done = run(binaries / "factlint", "check", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "restated-value-differs (FL101)" in done.stdout
    where = run(binaries / "python", "-c", "import factlint; print(factlint.__file__)", cwd=tmp_path)
    assert str(CHECKOUT) not in where.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with the checkout's hook and program, for pre-commit to install from."""
    for tool in ("git", "pre_commit"):
        there = shutil.which(tool) if tool == "git" else run(sys.executable, "-c", f"import {tool}", cwd=tmp_path)
        if there is None or (not isinstance(there, str) and there.returncode):
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path / "factlint"
    for name in ("factlint", "rules"):
        shutil.copytree(CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(CHECKOUT / name, folder / name)
    commit_all(folder)
    return folder


def commit_all(folder: Path) -> None:
    """Make a repository of a folder, all its files committed."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.hooksPath=no-hooks")
    for command in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message", "All")):
        done = run("git", *command, cwd=folder)
        assert done.returncode == 0, done.stderr


def test_the_hook_manifest_is_valid(repository: Path) -> None:
    """pre-commit itself accepts the list of hooks."""
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=repository)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_runs_under_pre_commit(repository: Path, tmp_path: Path) -> None:
    """In a scratch repository the hook fails on a text with a conflict, and passes without; other files are not its."""
    press = tmp_path / "press"
    press.mkdir()
    (press / "release.txt").write_text(WRONG, encoding="utf-8")
    (press / "code.py").write_text(f"# {WRONG}", encoding="utf-8")
    commit_all(press)
    command = (sys.executable, "-m", "pre_commit", "try-repo", repository, "factlint", "--all-files", "--verbose")
    done = run(*command, cwd=press, PRE_COMMIT_HOME=str(tmp_path / "cache"))
    if "onnection" in done.stdout + done.stderr or "No matching distribution" in done.stdout:
        pytest.skip("no network for pre-commit to install from")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "release.txt:1:17" in done.stdout
    assert "code.py" not in done.stdout
    (press / "release.txt").write_text(CLEAN, encoding="utf-8")
    done = run(*command, cwd=press, PRE_COMMIT_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_seed_is_as_it_came() -> None:
    """The transcript to grow from is never edited: its size and line count are fixed."""
    data = SEED.read_bytes()
    assert (len(data), data.count(b"\n")) == (55555, 262)
