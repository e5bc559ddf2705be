"""A progress bar on standard error for a person who waits; it is gone when the report is written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds in which nothing is drawn: what is done sooner needs no bar."""


class _Bar:
    """A bar that is drawn once a person has waited."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._start = clock()
        self._drawn: tuple[Progress, TaskID] | None = None

    def advance(self, done: int, total: int) -> None:
        """Tell how many of how many files are done."""
        if self._drawn is None:
            if self._clock() - self._start < PATIENCE or done >= total:
                return
            self._drawn = self._draw()
        bar, task = self._drawn
        bar.update(task, completed=done, total=total)

    def _draw(self) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TextColumn("files"))
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task("", total=None)

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn is not None:
            self._drawn[0].stop()


@contextmanager
def progress_bar(clock: Callable[[], float] = monotonic) -> Iterator[Callable[[int, int], None]]:
    """Draw a bar while the block runs, from the second on; the function that is given moves it."""
    bar = _Bar(clock)
    try:
        yield bar.advance
    finally:
        bar.close()
