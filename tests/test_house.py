"""How the house is built: the order of its rooms, their size, and that tests, cards and checks stand where they belong."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factlint
from factlint.checks import load_checks
from factlint.knowledge import cards
from tests.support import CHECKOUT, environment

CEILING = 400
MODULES = sorted((CHECKOUT / "factlint").rglob("*.py"))
OWN_ROOMS = {
    "documents",
    "fuzz",
    "cards",
    "corpus",
    "property",
    "seeds",
}  # folders of tests that mirror no folder of the program
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp|opt)/\w")


def name_of(path: Path) -> str:
    """Return a path as it stands in the checkout."""
    return path.relative_to(CHECKOUT).as_posix()


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to compare."""
    return tuple(map(int, re.findall("[0-9]+", version)))


def committed_files() -> list[Path]:
    """Return the text files that are or may be committed: all but what .gitignore names."""
    ignored = {".venv", "dist", "build", ".git", "__pycache__", "node_modules"}
    return [
        path
        for path in CHECKOUT.rglob("*")
        if path.is_file()
        and path.suffix in {".py", ".toml", ".md", ".yaml", ".yml", ".txt", ".cfg", ""}
        and not any(part in ignored or part.endswith("_cache") or part == ".hypothesis" for part in path.parts)
    ]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_room_is_a_hall(path: Path) -> None:
    """A module has at most 400 lines, and opens with a docstring."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= CEILING
    assert text.startswith('"""')


def test_rooms_import_only_rooms_above() -> None:
    """The layers that pyproject.toml lists hold for every import."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        cwd=CHECKOUT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 kept, 0 broken" in done.stdout, done.stdout + done.stderr


def test_tests_mirror_the_program() -> None:
    """A folder of tests is called as the folder of the program that it tests."""
    folders = {path.name for path in (CHECKOUT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    rooms = {path.name for path in (CHECKOUT / "factlint").iterdir() if path.is_dir()}
    assert folders - OWN_ROOMS <= rooms


def test_every_test_says_in_a_line_what_it_shows() -> None:
    """Each test function has a docstring of one line."""
    pattern = re.compile(
        r'^(?:async )?def (test_\w+)\([^:]*?\)[^:]*:\n    (?!"""[^\n]*"""\n)', re.MULTILINE | re.DOTALL
    )
    silent = {
        name_of(path): names
        for path in (CHECKOUT / "tests").rglob("test_*.py")
        if (names := pattern.findall(path.read_text(encoding="utf-8")))
    }
    assert silent == {}


def test_cards_and_checks_are_one_to_one() -> None:
    """Every card has its check in a module that begins with its code, and every check its card."""
    modules = [path.stem.partition("_")[0].upper() for path in (CHECKOUT / "factlint" / "checks").glob("fl[0-9]*.py")]
    assert sorted(modules) == list(cards()) == list(load_checks(cards()))


def test_the_version_is_told_by_the_changelog() -> None:
    """The version of the package has a heading in the changelog, and no card is newer."""
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{factlint.__version__}]" in changelog
    versions = [card.since for card in cards().values()]
    assert max(map(numbers, versions), default=()) <= numbers(factlint.__version__)


def test_no_file_names_a_folder_of_one_machine() -> None:
    """What is committed holds no path that exists on one machine only."""
    found = {
        name_of(path): hits
        for path in committed_files()
        if path.parent.name != "seeds"
        and path != Path(__file__).resolve()
        and (hits := MACHINE_PATHS.findall(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == {}


def test_the_readme_opens_with_the_two_commands() -> None:
    """A newcomer finds `make check` and `make test` at the top."""
    opening = (CHECKOUT / "README.md").read_text(encoding="utf-8")[:1500]
    assert "make check" in opening
    assert "make test" in opening


def test_ignored_lint_rules_have_reasons() -> None:
    """Each lint rule that is turned off says why beside it."""
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.pydocstyle]")]
    lines = [line for line in block.splitlines() if re.match(r'\s+"[A-Z]', line)]
    assert lines
    assert [line for line in lines if "#" not in line] == []


def test_pyproject_is_read_by_any_toml_reader() -> None:
    """The dependencies are few and named."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=]", dependency)[0] for dependency in project["dependencies"]}
    assert names == {"charset-normalizer", "click", "markdown-it-py", "pathspec", "pint", "regex", "rich"}
