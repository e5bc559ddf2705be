"""The knowledge of rules/ as the last run left it: checked, read strictly and made into records once, not at every start."""

import os
from contextlib import suppress
from typing import TypeVar

from factlint.cache.folder import Shelf, is_own, make_folder
from factlint.cache.installed import installed
from factlint.cache.sealed import seal, unseal

T = TypeVar("T")

_NEWEST = 8
"""So many files are left of other versions and checkouts."""


def recall(name: str, kind: type[T]) -> T | None:
    """Return what was kept under a name by the very program that asks; None where nothing usable is there."""
    path = _path(name)
    if path is None or not is_own(path):
        return None
    try:
        with open(path, "rb") as file:
            return unseal(file.read(), kind)
    except OSError:
        return None


def keep(name: str, value: object) -> None:
    """Keep a value; where it cannot be written, the next run reads rules/ again, and that is all."""
    path = _path(name)
    if path is None or Shelf.folder is None:
        return
    new = f"{path}.{os.getpid()}"
    try:
        make_folder(Shelf.folder)
        if not is_own(Shelf.folder):
            return
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(seal(value))
        os.replace(new, path)  # whole or not at all, whenever the run is killed
        _sweep(Shelf.folder)
    except OSError:
        with suppress(OSError):
            os.unlink(new)


def _path(name: str) -> str | None:
    return None if Shelf.folder is None else os.path.join(Shelf.folder, f"{name}-{installed()[:20]}.bin")


def _sweep(folder: str) -> None:
    """Remove what older versions left, and what a killed run did not finish."""
    kept = [entry for entry in os.scandir(folder) if ".bin" in entry.name]
    for entry in sorted(kept, key=lambda entry: -entry.stat().st_mtime)[_NEWEST:]:
        os.unlink(entry.path)
