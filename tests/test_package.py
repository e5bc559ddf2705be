"""The program as it is installed: a wheel in an empty environment."""

import os
import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support import CHECKOUT, SEED, WRONG, run

pytestmark = pytest.mark.slow


def build(folder: Path) -> Path:
    """Build a wheel from a copy of the checkout."""
    copy = folder / "copy"
    for name in ("factlint", "rules"):
        shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(CHECKOUT / name, copy / name)
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the checkout."""
    return build(tmp_path_factory.mktemp("wheel"))


def test_the_same_wheel_is_built_twice(wheel: Path, tmp_path: Path) -> None:
    """Built again, from files of another age and in another folder, the wheel is the same byte for byte."""
    assert build(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_wheel_carries_the_rules_and_nothing_else(wheel: Path) -> None:
    """Every data file is inside, under factlint/rules, and neither tests nor seeds are."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    data = {f"factlint/{path.relative_to(CHECKOUT)}" for path in (CHECKOUT / "rules").rglob("*") if path.is_file()}
    assert data <= names
    assert "factlint/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {"factlint"}
    assert "factlint/config/factlint.schema.json" in names
    assert {"factlint/reporters/page/page.css", "factlint/reporters/page/page.js"} <= names


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


def test_the_seed_is_as_it_came() -> None:
    """The transcript to grow from is never edited: its size and line count are fixed."""
    data = SEED.read_bytes()
    assert (len(data), data.count(b"\n")) == (55555, 262)


LOCK = CHECKOUT / ".ci" / "dev.lock"


def locked() -> dict[str, list[str]]:
    """Return the versions that the lock names: several where versions of Python need their own."""
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(
        r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE
    ):
        versions.setdefault(name, []).append(version)
    return versions


def test_the_lock_holds_what_the_project_names() -> None:
    """Every dependency of a run and of the tests is locked, in a version that pyproject.toml allows."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(one) for one in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    versions = locked()
    for one in wanted:
        name = canonicalize_name(one.name)
        if name != "factlint":
            assert name in versions, f"{name} is not in .ci/dev.lock; run: make lock"
            assert all(one.specifier.contains(version, prereleases=True) for version in versions[name]), name


def test_every_locked_file_is_known_by_its_hash() -> None:
    """Each entry of the lock has hashes, and the lock names no index and no folder of one machine."""
    text = LOCK.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9][a-z0-9._-]*==)", text)[1:]
    assert len(entries) == sum(map(len, locked().values())) > 50
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted", text)
