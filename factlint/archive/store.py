"""An archive on disk: parts of Parquet, a list of those that count, and one writer at a time.

A part is written beside the others and counts from the moment in which the list that names it takes the place of the
older one. Whatever a killed run leaves behind is named by no list, and the next run removes it.
"""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from factlint.archive.columns import VERSION
from factlint.errors import DataError, UsageError

LIST = "archive.json"
CLAIMS, DOCUMENTS, NEW, SPILL = "claims", "documents", ".new", ".spill"
_LOCK = ".lock"


@dataclass(slots=True, frozen=True)
class Part:
    """Two files of one name, one of claims and one of the documents that they stand in."""

    name: str
    documents: int
    claims: int


@dataclass(slots=True)
class Archive:
    """An archive as its list told it when it was opened."""

    folder: Path
    parts: list[Part] = field(default_factory=list)
    runs: int = 0  # calls of `archive add` so far

    @property
    def claims(self) -> list[Path]:
        """The files of claims."""
        return [self.folder / CLAIMS / f"{part.name}.parquet" for part in self.parts]

    @property
    def documents(self) -> list[Path]:
        """The files of documents."""
        return [self.folder / DOCUMENTS / f"{part.name}.parquet" for part in self.parts]

    @property
    def new(self) -> Path:
        """The folder in which parts are written before they count."""
        return self.folder / NEW

    @property
    def spill(self) -> Path:
        """The folder for what does not fit into memory."""
        return self.folder / SPILL

    def commit(self, added: Iterable[Part], *, instead_of: Iterable[Part] = ()) -> None:
        """Let new parts count, in place of others where these are named."""
        gone = set(instead_of)
        for part in (fresh := list(added)):
            for kind in (CLAIMS, DOCUMENTS):
                source = self.new / f"{part.name}.{kind}.parquet"
                os.replace(source, self.folder / kind / f"{part.name}.parquet")
        names = {part.name for part in fresh}
        self.parts = [part for part in self.parts if part not in gone and part.name not in names] + fresh
        self.save()
        for part in gone - set(fresh):
            for kind in (CLAIMS, DOCUMENTS):
                (self.folder / kind / f"{part.name}.parquet").unlink(missing_ok=True)

    def save(self) -> None:
        """Write the list in one step: a reader finds the older one or this one, whole."""
        whole = {"version": VERSION, "runs": self.runs, "parts": [asdict(part) for part in self.parts]}
        path = self.new / LIST
        with path.open("w", encoding="utf-8") as file:
            json.dump(whole, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path, self.folder / LIST)
        _sync(self.folder)


def open_archive(folder: Path) -> Archive:
    """Open an archive for reading; raises UsageError where there is none, DataError where it is of another version."""
    path = folder / LIST
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        version, runs = held["version"], held["runs"]
        parts = [Part(str(part["name"]), int(part["documents"]), int(part["claims"])) for part in held["parts"]]
    except FileNotFoundError:
        raise UsageError(
            f"{folder}: there is no archive here; make one: factlint archive add {folder} PATH..."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(path, 0, f"cannot be read as the list of an archive: {error}") from None
    if version != VERSION:
        raise DataError(path, 0, f"is of layout {version}, and this program reads {VERSION}", "build the archive anew")
    return Archive(folder, parts, int(runs))


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[Archive]:
    """Open an archive for writing, alone; it is made where there is none, and what a killed run left is removed."""
    if folder.exists() and not (folder / LIST).exists() and not _is_ours(folder):
        raise UsageError(f"{folder}: the folder holds other files; an archive needs one of its own")
    try:
        for inner in (CLAIMS, DOCUMENTS, NEW, SPILL):
            (folder / inner).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None
    with (folder / _LOCK).open("a+b") as lock:
        if not _take(lock):
            raise UsageError(f"{folder}: another run is adding to this archive; wait for it to end")
        archive = open_archive(folder) if (folder / LIST).exists() else Archive(folder)
        _clean(archive)
        try:
            yield archive
        finally:
            shutil.rmtree(archive.spill, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and {path.name for path in folder.iterdir()} <= {CLAIMS, DOCUMENTS, NEW, SPILL, _LOCK}


def _clean(archive: Archive) -> None:
    """Remove what no list names: parts that were being written when a run was killed."""
    named = {*archive.claims, *archive.documents}
    for kind in (CLAIMS, DOCUMENTS):
        for path in (archive.folder / kind).iterdir():
            if path not in named:
                path.unlink(missing_ok=True)
    for path in archive.new.iterdir():
        path.unlink(missing_ok=True)


def _take(lock: IO[bytes]) -> bool:
    """Take the lock of a file, which the system gives back when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync(folder: Path) -> None:
    """Let the renames in a folder reach the disk, where the system can tell."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
