"""What every reading command does with standard input, and with inputs that could not be read."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.commands.output import complain

if TYPE_CHECKING:
    from factlint.model.finding import Report
    from factlint.readers.limits import Limits


def read_stdin(paths: Iterable[str], filename: str | None, limits: "Limits | None" = None) -> tuple[bytes, str] | None:
    """Return the bytes of standard input and their file name where ``-`` is among the paths."""
    if "-" not in paths:
        return None
    # One byte more than is allowed: then the reader refuses it, and no endless stream fills the memory.
    most = limits.size + 1 if limits is not None and limits.size else -1
    return sys.stdin.buffer.read(most), filename or ""


def tell_problems(report: "Report") -> None:
    """Tell on standard error what could not be read, and what was left out of a folder."""
    for note in report.notes:
        complain(f"note: {note}")
    for problem in report.errors:
        complain(f"error: {problem.path}: {problem.message}")
