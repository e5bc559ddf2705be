"""The hooks under the real pre-commit, in a scratch repository that installs them from a copy of the checkout."""

import re
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.support import CHECKOUT, CLEAN, WRONG, run

pytestmark = pytest.mark.slow
WHO = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
CONFIG = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: {hook}
"""


def git(folder: Path, *command: str, **variables: str) -> "CompletedProcess[str]":
    """Run git in a folder, with nobody's settings."""
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    return run("git", *WHO, *command, cwd=folder, **quiet, **variables)


def commit_all(folder: Path, **variables: str) -> "CompletedProcess[str]":
    """Commit all files of a folder, as a person would."""
    git(folder, "add", "--all")
    return git(folder, "commit", "--quiet", "--message", "All", **variables)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the checkout's hooks and program, for pre-commit to install from."""
    for tool in ("git", "pre_commit"):
        there = shutil.which(tool) if tool == "git" else run(sys.executable, "-c", f"import {tool}", cwd=CHECKOUT)
        if there is None or (not isinstance(there, str) and there.returncode):
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path_factory.mktemp("hooks") / "factlint"
    for name in ("factlint", "rules"):
        shutil.copytree(CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(CHECKOUT / name, folder / name)
    git(folder, "init", "--quiet")
    assert commit_all(folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps what it installed, for all tests of this module."""
    return str(tmp_path_factory.mktemp("cache"))


def scratch(folder: Path, hooks: Path, hook: str, cache: str, more: str = "") -> Path:
    """Return a repository in which a hook is installed, as its users install it."""
    press = folder / "press"
    press.mkdir()
    rev = git(hooks, "rev-parse", "HEAD").stdout.strip()
    config = CONFIG.format(hooks=hooks, rev=rev, hook=hook) + more
    (press / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(press, "init", "--quiet")
    done = run(sys.executable, "-m", "pre_commit", "install", "--install-hooks", cwd=press, PRE_COMMIT_HOME=cache)
    if re.search("onnection|No matching distribution|Could not find a version", done.stdout + done.stderr):
        pytest.skip("no network for pre-commit to install from")
    assert done.returncode == 0, done.stdout + done.stderr
    return press


def test_the_hook_manifest_is_valid(hooks: Path) -> None:
    """pre-commit itself accepts the list of hooks."""
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=hooks)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_with_a_conflict_fails(hooks: Path, cache: str, tmp_path: Path) -> None:
    """The conflict is told and nothing is committed; mended, the commit passes; other files are not the hook's."""
    press = scratch(tmp_path, hooks, "factlint", cache)
    (press / "release.TXT").write_text(WRONG, encoding="utf-8")
    (press / "code.py").write_text(f"# {WRONG}", encoding="utf-8")
    done = commit_all(press, PRE_COMMIT_HOME=cache)
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert "release.TXT:1:17" in told
    assert "restated-value-differs" in told
    assert "code.py" not in told
    (press / "release.TXT").write_text(CLEAN, encoding="utf-8")
    done = commit_all(press, PRE_COMMIT_HOME=cache)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("by", ["pre-commit", "factlint"])
def test_a_file_that_is_excluded_is_passed_by(hooks: Path, cache: str, tmp_path: Path, by: str) -> None:
    """By pre-commit's exclude, and by the configuration's, though the hook names every file."""
    press = scratch(tmp_path, hooks, "factlint", cache, "        exclude: ^drafts/\n" if by == "pre-commit" else "")
    if by == "factlint":
        (press / "factlint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    (press / "drafts").mkdir()
    (press / "drafts" / "release.txt").write_text(WRONG, encoding="utf-8")
    done = commit_all(press, PRE_COMMIT_HOME=cache)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "name", ["a.txt", "b.md", "c.html", "d.docx", "e.srt", "f.vtt", "G.HTM", "h.markdown", "deep/i.text"]
)
def test_texts_are_selected_by_their_names(name: str) -> None:
    """pre-commit's own types know no subtitles and take DOCX for no text."""
    manifest = (CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    patterns = re.findall(r"files: (.+)", manifest)
    assert len(patterns) == 2
    assert all(re.search(pattern, name) for pattern in patterns)
    assert not any(re.search(pattern, "a.py") or re.search(pattern, "html") for pattern in patterns)


def test_the_hook_across_files(hooks: Path, cache: str, tmp_path: Path) -> None:
    """A text that changed is compared with one that did not."""
    press = scratch(tmp_path, hooks, "factlint-cross", cache)
    (press / "speech.txt").write_text(
        "Speech of 12 May 2023\n\nIn 2022 Harbour Line carried 2.64 million passengers.\n", encoding="utf-8"
    )
    done = commit_all(press, PRE_COMMIT_HOME=cache)
    assert done.returncode == 0, done.stdout + done.stderr
    (press / "release.txt").write_text(
        "Release of 14 May 2023\n\nHarbour Line carried 2.46 million passengers in 2022.\n", encoding="utf-8"
    )
    done = commit_all(press, PRE_COMMIT_HOME=cache)
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert "speech.txt" in told
    assert "release.txt" in told
