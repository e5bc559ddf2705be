"""The program as a whole: its start, Ctrl-C, a closed pipe, and how its time grows."""

import os
import signal
import subprocess
import sys
import time

import pytest

import factlint
from factlint import cli
from tests.support import SEED, Program, environment

HEAVY = {
    "asyncio",
    "concurrent.futures",
    "factlint.engine",
    "markdown_it",
    "pathspec",
    "pint",
    "regex",
    "rich",
    "tomllib",
}


def imported(*arguments: str) -> set[str]:
    """Return the modules that a run of the program has imported at its end."""
    code = "import sys\nfrom factlint.cli import main\nmain(sys.argv[1:])\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, env=environment(), check=True)
    return set(done.stderr.decode().split())


@pytest.mark.bare
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_question_about_the_program_imports_nothing_heavy(option: str) -> None:
    """The version and the help come before any library of the work is loaded."""
    assert not imported(option) & HEAVY


def test_plain_text_is_written_without_rich() -> None:
    """Neither rich nor asyncio is imported where no colour is drawn, nor pint for units the data knows."""
    assert not imported("check", str(SEED)) & {"rich", "asyncio", "pint", "markdown_it", "pathspec"}


def test_version() -> None:
    """The version is a literal of the package."""
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "--version"], capture_output=True, env=environment(), check=True, text=True
    )
    assert done.stdout == f"factlint {factlint.__version__}\n"


@pytest.mark.parametrize("command", ["check", "claims", "rule"])
def test_every_command_explains_itself(program: Program, command: str) -> None:
    """Help is there for each command."""
    done = program(command, "--help")
    assert done.status == 0
    assert done.out.startswith(f"Usage: factlint {command}")


@pytest.mark.parametrize("arguments", [["check", str(SEED), "--verified"], ["claims", str(SEED)], ["--help"]])
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    """`factlint ... | head -1` ends quietly: no traceback, no status 2, whatever was found."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "factlint", *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


@pytest.mark.bare
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_with_130() -> None:
    """An interrupted run ends with 130 and without a traceback."""
    running = subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    time.sleep(1.0)  # it now waits for its standard input
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert b"Traceback" not in errors


def test_a_mistake_of_ours_is_told_as_such(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An internal error ends with 2, and says what to report."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(cli.program, "main", broken)
    assert cli.main(["rule"]) == 2
    assert "internal error, please report it" in capsys.readouterr().err


def distinct(paragraphs: int) -> str:
    """Return a text of so many paragraphs, each about a thing of its own."""
    return "".join(
        f"Output of product{'abcdefghij'[n % 10]}{n} rose {n % 97 + 1}.{n % 10}% to {n + 2}.{n % 9 + 1} million tons "
        f"in the first quarter, while {n * 7 + 3} plants of region{n} took part.\n\n"
        for n in range(paragraphs)
    )


@pytest.mark.bare
@pytest.mark.slow
def test_time_grows_with_the_length_of_a_text() -> None:
    """Four times the text takes about four times the time, never the square of it."""
    factlint.check(distinct(20))
    seconds = []
    for size in (60, 240, 960):
        text = distinct(size)
        began = time.process_time()
        factlint.check(text)
        seconds.append(time.process_time() - began)
    assert seconds[2] < 16 * 3 * max(seconds[0], 0.02)
    assert seconds[2] < 4 * 2.5 * max(seconds[1], 0.08)


@pytest.mark.slow
def test_one_line_of_megabytes_is_read(program: Program) -> None:
    """A line of five megabytes is read as it is."""
    program.write("a.txt", ("word and word again " * 250_000) + "5 percent")
    done = program("check", "a.txt", "--format", "json")
    assert done.status == 0
    assert done.json["files"][0]["claims"] == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_one_line() -> None:
    """A report that cannot be written ends with status 2 and one line, not with a traceback."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", "check", str(SEED)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "factlint: error: the report could not be written: No space left on device"
    ]
