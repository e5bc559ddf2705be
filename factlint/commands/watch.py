"""``check --watch``: check again whenever a text, its side file or the configuration changes."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from factlint.acceptance.perfile import SIDE_FILE
from factlint.commands.output import Output, complain
from factlint.config import INTERRUPTED, TROUBLE
from factlint.errors import FactlintError

PAUSE = 0.5
"""Seconds between two looks at the files: what no network drive and no container forgets to tell."""

Stamp = dict[str, tuple[int, int]]


def watch(paths: Iterable[str], once: Callable[[], int], to: Output, config: str | None) -> int:
    """Check, then wait for a change and check again, until Ctrl-C; a mistake in a configuration ends no watch."""
    named = list(paths)
    try:
        while True:
            seen = stamp(named, config)
            if to.is_terminal and to.wants_color:
                click.clear()
            try:
                status = once()
            except FactlintError as error:
                complain(f"error: {error}")
                status = TROUBLE
            told = {0: "nothing to report", 1: "findings", TROUBLE: "something could not be read"}
            complain(f"{told.get(status, '')}; watching {', '.join(named)}, Ctrl-C ends it")
            while stamp(named, config) == seen:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return INTERRUPTED


def stamp(paths: Iterable[str], config: str | None) -> Stamp:
    """Return size and time of change of each file that a run may read."""
    from factlint.config import find_config
    from factlint.readers import discover

    found, _, _ = discover(list(paths))
    files: list[str] = [str(path) for path in found]
    files += [path + SIDE_FILE for path in files]
    files += _configurations(files, config, find_config)
    return dict(_stamps(files))


def _configurations(files: list[str], config: str | None, find: Callable[[Path], Path | None]) -> list[str]:
    if config is not None:
        return [config]
    folders = {Path(file).absolute().parent for file in files} | {Path.cwd()}
    return [str(path) for folder in sorted(folders) if (path := find(folder)) is not None]


def _stamps(files: Iterable[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for file in files:
        try:
            status = os.stat(file)
        except OSError:
            continue
        yield file, (status.st_size, status.st_mtime_ns)
