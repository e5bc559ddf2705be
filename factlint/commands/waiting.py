"""What a person sees who waits: a progress bar on the terminal, after a second, gone when the report is there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factlint.commands.output import Output, wants_color

if TYPE_CHECKING:
    from factlint.engine import Progress


@contextmanager
def waiting(paths: tuple[str, ...], to: Output, form: str) -> "Iterator[Progress | None]":
    """Draw a progress bar where a person waits for several files: standard error is a terminal, and may be drawn on."""
    several = len(paths) > 1 or any(os.path.isdir(path) for path in paths)
    waits = several and sys.stderr.isatty() and (form == "text" or not to.is_terminal)
    if not waits or not wants_color(to.color, os.environ, is_terminal=True):
        yield None
        return
    from factlint.reporters.progress import progress_bar

    with progress_bar() as advance:
        yield advance
