"""The program on a terminal: what a person sees at eighty columns, under a pseudo-terminal."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from factlint.reporters import progress
from factlint.reporters.terminal import _LOOKS
from tests.support import SEED, WRONG, Program, environment

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
pyte = pytest.importorskip("pyte", reason="pyte is not installed")
COLUMNS, LINES = 80, 400


def on_terminal(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> bytes:
    """Run the program on a terminal of eighty columns and return all that it wrote there."""
    import fcntl
    import struct
    import termios

    first, second = pty.openpty()
    fcntl.ioctl(second, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    variables = environment({"TERM": "xterm-256color", **(env or {})})
    child = subprocess.Popen(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=folder, env=variables, stdin=second, stdout=second, stderr=second, start_new_session=True,
    )  # fmt: skip
    os.close(second)
    written = b""
    try:
        while block := os.read(first, 65536):
            written += block
    except OSError:  # the terminal is closed when the program ends
        pass
    os.close(first)
    child.wait()
    return written


def screen(written: bytes) -> list[str]:
    """Return the lines that a person sees."""
    drawn = pyte.Screen(COLUMNS, LINES)
    pyte.ByteStream(drawn).feed(written)
    return [line.rstrip() for line in drawn.display]


def test_a_report_is_readable_at_eighty_columns(tmp_path: Path) -> None:
    """No line of the report on a real transcript is broken by the terminal, and every part of a finding is seen."""
    (tmp_path / "briefing.txt").write_bytes(SEED.read_bytes())
    written = on_terminal(tmp_path, "check", "briefing.txt")
    seen = screen(written)
    lines = [re.sub(rb"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", b"", line) for line in written.split(b"\r\n")]
    assert [line for line in lines if len(line.decode()) > COLUMNS] == []
    assert any("restated-value-differs" in line for line in seen)
    assert any("^^^^" in line for line in seen)
    assert any("claims read" in line for line in seen)


def test_help_is_readable_at_eighty_columns(tmp_path: Path) -> None:
    """No line of any help is broken by the terminal."""
    for command in ([], ["check", "--help"], ["rule", "--help"], ["why", "--help"]):
        lines = on_terminal(tmp_path, *command).decode().split("\r\n")
        assert max(map(len, lines)) <= COLUMNS
        assert lines[0].startswith("Usage: factlint")


@pytest.mark.parametrize(
    ("variables", "arguments", "colour"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"NO_COLOR": "1"}, ["--color=always"], True),
        ({}, ["--color=never"], False),
        ({"CLICOLOR": "0"}, [], False),
        ({"CLICOLOR": "0", "FORCE_COLOR": "1"}, [], True),
        ({"TERM": "dumb"}, [], False),
    ],
)
def test_colour_on_a_terminal(tmp_path: Path, variables: dict[str, str], arguments: list[str], *, colour: bool) -> None:
    """The flag, then NO_COLOR, FORCE_COLOR, CLICOLOR, and the terminal that draws nothing."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    written = on_terminal(tmp_path, "check", "a.txt", *arguments, env=variables)
    assert (b"\x1b[" in written) is colour


def test_places_are_links_to_their_files(tmp_path: Path) -> None:
    """A terminal that can opens the file; the words seen are the same, and a pipe gets none."""
    (tmp_path / "a b.txt").write_text(WRONG, encoding="utf-8")
    written = on_terminal(tmp_path, "check", "a b.txt")
    assert f";{(tmp_path / 'a b.txt').as_uri()}\x1b\\".encode() in written
    assert screen(written)[0].startswith("a b.txt:1:17  ")
    assert b"\x1b]8" not in on_terminal(tmp_path, "check", "a b.txt", env={"FORCE_HYPERLINK": "0"})
    assert "\x1b]8" not in Program(tmp_path)("check", "a b.txt", "--color", "always").out


def test_light_and_dark_terminals_are_readable() -> None:
    """Colours are the theme's own, none of them white, black or a background."""
    assert not re.search(r"white|black|bright| on |#", " ".join(_LOOKS.values()))


def test_progress_waits_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within a second draws no bar; after it one is drawn, and taken away in the end."""
    drawn: list[str] = []

    class Bar:
        """Notes what is asked of it."""

        def update(self, _task: int, *, completed: int, total: int) -> None:
            drawn.append(f"{completed}/{total}")

        def stop(self) -> None:
            drawn.append("gone")

    monkeypatch.setattr(progress._Bar, "_draw", lambda _self: (Bar(), 0))
    times = iter([0.0, 0.2, 1.3, 1.4])
    with progress.progress_bar(lambda: next(times)) as advance:
        advance(0, 3)
        assert drawn == []
        advance(1, 3)
        advance(2, 3)
    assert drawn == ["1/3", "2/3", "gone"]


def test_a_bar_is_seen_by_who_waits(tmp_path: Path) -> None:
    """Over many texts a bar is drawn on the terminal, and nothing of it is left beside the report."""
    text = SEED.read_text(encoding="utf-8")
    for number in range(24):
        (tmp_path / f"{number}.txt").write_text(f"{text}\n\n{number} rivers.\n", encoding="utf-8")
    written = on_terminal(tmp_path, "check", ".", "--jobs", "1", "--select", "FL5")
    assert b"Checking" in written
    assert not any("Checking" in line for line in screen(written))
    assert any("24 files" in line for line in screen(written))


@pytest.mark.parametrize(("command", "who", "needs"), [("lsp", "an editor", "pygls"), ("mcp", "an assistant", "mcp")])
def test_a_server_says_what_it_waits_for(command: str, who: str, needs: str, tmp_path: Path) -> None:
    """A person who starts one by hand is told who should, on standard error alone; Ctrl-C ends it without a trace."""
    pytest.importorskip(needs)
    first, second = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", command],
        cwd=tmp_path, env=environment(), stdin=second, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child, ExitStack() as ends:  # fmt: skip
        ends.callback(os.close, first)
        ends.callback(os.close, second)
        ends.callback(child.kill)
        assert child.stderr is not None
        assert child.stdout is not None
        assert child.stderr.readline().decode() == (
            f"factlint: {who} starts this and speaks to it on standard input; Ctrl-C ends it\n"
        )
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        time.sleep(0.5)
        os.write(first, b"\n\x04")  # and the line that it was waiting for
        child.wait(30)
        assert b"Traceback" not in child.stderr.read()
        assert child.stdout.read() == b""


def test_watching_checks_again_when_a_text_changes(tmp_path: Path) -> None:
    """A change is told within seconds; a mistake in the configuration ends no watch; Ctrl-C does, with 130."""
    text = tmp_path / "a.txt"
    text.write_text("The choir sang.\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "a.txt", "--watch"],
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as child, ExitStack() as ends:  # fmt: skip
        assert child.stdout is not None
        output = child.stdout

        def until(words: str) -> str:
            heard = ""
            while words not in heard:
                line = output.readline().decode()
                assert line, f"{words!r} was not said in: {heard}"
                heard += line
            return heard

        ends.callback(child.kill)
        until("watching a.txt")
        text.write_text(WRONG, encoding="utf-8")
        assert "restated-value-differs" in until("watching a.txt")
        (tmp_path / "factlint.toml").write_text("slect = []\n", encoding="utf-8")
        assert "did you mean 'select'?" in until("watching a.txt")
        (tmp_path / "factlint.toml").write_text("ignore = ['FL1']\n", encoding="utf-8")
        assert "nothing to report" in until("watching a.txt")
        time.sleep(0.2)
        child.send_signal(signal.SIGINT)
        assert child.wait(20) == 130
