"""The report on a real terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import WRONG, environment

pty = pytest.importorskip("pty", reason="needs a terminal of POSIX")


def on_terminal(*arguments: str, cwd: Path, **variables: str) -> str:
    """Return what a run of the program writes to a terminal."""
    master, slave = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=cwd,
        stdout=slave,
        stderr=slave,
        env=environment({"TERM": "xterm", **variables}),
    )
    os.close(slave)
    written = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # how Linux tells that the other side is closed
            break
        if not part:
            break
        written += part
    os.close(master)
    running.wait(timeout=30)
    return written.decode("utf-8", "replace")


def test_a_terminal_gets_colour(tmp_path: Path) -> None:
    """Without a word about colour, a terminal gets it."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    assert "\x1b[1m" in on_terminal("check", "a.txt", cwd=tmp_path)


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"CLICOLOR": "0"}, {"TERM": "dumb"}])
def test_a_terminal_can_do_without(tmp_path: Path, variables: dict[str, str]) -> None:
    """What turns colour off turns all of it off."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    assert "\x1b[" not in on_terminal("check", "a.txt", cwd=tmp_path, **variables)


def test_a_folder_gets_a_progress_bar_that_goes_away(tmp_path: Path) -> None:
    """The bar is drawn while files are read, and taken away before the report."""
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(WRONG, encoding="utf-8")
    written = on_terminal("check", ".", cwd=tmp_path)
    assert "Checking" in written
    assert written.rfind("\x1b[2K") < written.index("restated-value-differs")
