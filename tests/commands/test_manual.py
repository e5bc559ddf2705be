"""The manual page and the completion of shells, both made from the commands themselves."""

import re
import subprocess
import sys
from shutil import which

import click
import pytest

from factlint.cli import program as commands
from factlint.commands.completion import SHELLS
from factlint.commands.manual import manual
from tests.support import Program, environment


def test_the_manual_names_every_command_and_option(program: Program) -> None:
    """Nothing that can be asked for is left out."""
    page = program("man").out.replace("\\-", "-")
    context = click.Context(commands)
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        assert command is not None
        assert f".SS factlint {name}" in page
        for parameter in command.params:
            assert all(option in page for option in parameter.opts if option.startswith("--"))


def test_no_line_of_text_is_an_order() -> None:
    """A line that begins with a dot is one of the page's own."""
    orders = {re.split(r"\s", line)[0] for line in manual(commands).split("\n") if line[:1] in {".", "'"}}
    assert orders <= {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"}


@pytest.mark.skipif(which("groff") is None, reason="groff is not installed")
def test_groff_reads_the_manual() -> None:
    """Without a warning."""
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"], input=manual(commands), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_its_script(program: Program, shell: str) -> None:
    """It calls the program back for what can follow."""
    done = program("completion", shell)
    assert done.status == 0
    assert f"_FACTLINT_COMPLETE={shell}_complete" in done.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factlint ch", "check"),
        ("factlint check --only", "--only-changed-since"),
        ("factlint check --cross=fol", "folder"),
        ("factlint check --select restated-v", "restated-value-differs"),
        ("factlint check --ignore FL301,FL10", "FL301,FL101"),
        ("factlint rule unused-s", "unused-suppression"),
    ],
)
def test_what_can_follow(words: str, expected: str) -> None:
    """Commands, options, choices, and rules by name and code."""
    asked = {"_FACTLINT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from factlint.cli import main; main([])"],
        env=environment(asked), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert f"plain,{expected}" in done.stdout.split("\n"), done.stdout + done.stderr


@pytest.mark.skipif(which("bash") is None, reason="bash is not installed")
def test_bash_takes_its_script(program: Program) -> None:
    """The script is one that bash can read."""
    program.write("script", program("completion", "bash").out)
    done = subprocess.run(["bash", "-n", str(program.folder / "script")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
