"""Where results go: standard output or a file, in an encoding that can hold them, with or without colour."""

import os
import sys
from collections.abc import Mapping

from factlint.acceptance.whole import write_whole
from factlint.errors import UsageError
from factlint.model.record import dataclass

DEFAULT_WIDTH = 100
MAX_WIDTH = 120


@dataclass(slots=True, frozen=True)
class Output:
    """A place to write a whole result to, and what can be drawn there."""

    path: str | None = None  # None or "-" is standard output
    color: str = "auto"

    @property
    def is_stdout(self) -> bool:
        """Whether the result goes to standard output."""
        return self.path in (None, "-")

    @property
    def encoding(self) -> str:
        """The encoding that text is written in: a file is always UTF-8."""
        return (sys.stdout.encoding or "ascii") if self.is_stdout else "utf-8"

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads the result as it is written."""
        return self.is_stdout and sys.stdout.isatty()

    @property
    def wants_color(self) -> bool:
        """Whether the result is drawn in colour."""
        return wants_color(self.color, os.environ, is_terminal=self.is_terminal)

    @property
    def wants_links(self) -> bool:
        """Whether places are written as links to their files."""
        from factlint.reporters.links import wants_links

        return wants_links(os.environ, is_terminal=self.is_terminal)

    @property
    def width(self) -> int:
        """The columns to draw in."""
        if not self.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
            return DEFAULT_WIDTH
        from shutil import get_terminal_size

        return max(40, min(get_terminal_size().columns, MAX_WIDTH))

    def write(self, text: str, *, machine: bool = False) -> None:
        """Write a whole result; machine formats are UTF-8 under any locale, text keeps to what the output can show."""
        if not text.endswith("\n") and text:
            text += "\n"
        encoding = "utf-8" if machine else self.encoding
        self.write_bytes(text.encode(encoding, errors="backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Write a whole result that is encoded already, or no text: a picture."""
        if self.path is None or self.path == "-":
            _print(data)
            return
        try:
            write_whole(self.path, data)
        except OSError as error:
            _print(data)  # what took its time to find is not lost
            raise UsageError(
                f"cannot write {self.path}: {error.strerror or error}; the report stands on standard output instead"
            ) from error


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader has seen enough; what was found still decides the exit status
        forget_output()


def wants_color(flag: str, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Say whether to draw in colour: the flag first, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM.

    As on no-color.org, force-color.org and bixense.com/clicolors: a variable that is set but empty counts as not set.
    """
    if flag != "auto":
        return flag == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb":
        return False
    return is_terminal


def forget_output() -> None:
    """Let nothing more be written: Python flushes at its end, and would complain there of a closed pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def complain(message: str) -> None:
    """Tell a problem on standard error."""
    import click

    from factlint.reporters.segments import harmless

    click.echo(harmless(f"factlint: {message}"), err=True)
