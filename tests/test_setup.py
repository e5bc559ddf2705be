"""What `make` says on a machine where something is missing: one line that tells what to install."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import CHECKOUT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the set-up is a shell script")

# An interpreter that answers the questions of the set-up, and whose pip finds no network.
PYTHON = """\
#!/bin/sh
case "$*" in
*version_info*'(3, 11)'*) exit {old} ;;
*version_info*) echo {version} ;;
*ensurepip*) exit {bare} ;;
"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
"-m pip"*) echo "{pip}"; exit 1 ;;
esac
"""


def told(folder: Path, *, version: str = "3.12", old: int = 0, bare: int = 0, pip: str = "", python: str = "") -> str:
    """Return what the set-up says with such an interpreter."""
    shutil.copytree(CHECKOUT / ".ci", folder / ".ci", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(CHECKOUT / "pyproject.toml", folder / "pyproject.toml")
    interpreter = folder / "python"
    interpreter.write_text(PYTHON.format(version=version, old=old, bare=bare, pip=pip), encoding="utf-8")
    interpreter.chmod(0o755)
    variables = {**os.environ, "PYTHON": python or str(interpreter)}
    done = subprocess.run(
        ["sh", ".ci/setup", "run"], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_an_old_python_is_told(tmp_path: Path) -> None:
    """The version that was found, and the one that is needed."""
    message = told(tmp_path, version="3.9", old=1)
    assert "Python 3.9 is too old; install Python 3.11 or newer" in message


def test_a_missing_venv_module_is_told(tmp_path: Path) -> None:
    """The package that holds it, by its name for this version."""
    assert "apt install python3.12-venv" in told(tmp_path, bare=1)


def test_a_missing_python_is_told(tmp_path: Path) -> None:
    """What was asked for is not there."""
    assert "no-such-python is not there; install Python 3.11" in told(tmp_path, python="no-such-python")


@pytest.mark.parametrize(
    "pip",
    ["Failed to establish a new connection", "No matching distribution found for hatchling", "Network is unreachable"],
)
def test_no_network_is_told(tmp_path: Path, pip: str) -> None:
    """What could not be fetched, and what to do."""
    assert "no network: the packages of pyproject.toml could not be fetched" in told(tmp_path, pip=pip)


def test_another_failure_leads_to_its_reason(tmp_path: Path) -> None:
    """The log that pip left behind."""
    assert ".venv/setup.log" in told(tmp_path, pip="disk full")
