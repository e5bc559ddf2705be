"""Paths that were named, or found in folders, to a list of files: each real file once, bad input as a Problem."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factlint.model.finding import Problem
from factlint.model.record import dataclass, field
from factlint.readers.decode import format_of
from factlint.readers.kinds import BINARY, TABLES, kind_of
from factlint.readers.kinds import SUFFIXES as ALL_SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]  # folders with their .gitignore, outermost first

SUFFIXES = frozenset(suffix for suffix in ALL_SUFFIXES if kind_of(f"a{suffix}") not in TABLES)
"""What is looked for in folders; tables are read where they are named."""
_SNIFF = 8192


def discover(paths: Sequence[str]) -> tuple[list[Path | Literal["-"]], list[Problem], list[str]]:
    """Return the inputs to read, in order, the problems met, and notes on what was left out; never raises for bad input.

    A named file is taken whatever its suffix; of a folder, files of known suffixes, in sorted order, without hidden
    ones and those that .gitignore excludes. "-" is standard input.
    """
    search = _Search()
    for path in paths:
        try:
            search.take(path)
        except (OSError, ValueError) as error:  # a name with a NUL or too long, links in a ring
            search.problem(path.replace("\x00", "\\0"), f"cannot be read: {_reason(error)}")
    return search.found, search.problems, search.notes()


def _reason(error: OSError | ValueError) -> str:
    return str(getattr(error, "strerror", None) or error)


@dataclass(slots=True)
class _Tally:
    """What one named folder holds: texts (those named before included) and what was left out."""

    root: str  # its real path
    texts: int = 0
    ignored: int = 0
    binaries: int = 0


@dataclass(slots=True)
class _Search:
    """What one run of ``discover`` has found so far."""

    found: list[Path | Literal["-"]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: set[tuple[int, int]] = field(default_factory=set)
    binaries: int = 0
    broken: int = 0
    outside: int = 0
    unread: int = 0  # PDF without the library

    def problem(self, path: str, message: str) -> None:
        """Note an input that could not be read."""
        self.problems.append(Problem(path, message))

    def notes(self) -> list[str]:
        """Return a line for each sort of file that was left out in folders."""
        notes = []
        if self.binaries:
            notes.append(f"{_files(self.binaries)} found in folders skipped: binary data, not text")
        if self.broken:
            notes.append(f"{_files(self.broken)} found in folders skipped: a link to nothing")
        if self.outside:
            notes.append(f"{_files(self.outside)} or folders skipped: links that lead out of the folder that was named")
        if self.unread:
            notes.append(f"{_files(self.unread)} found in folders skipped: to read PDF, install factlint[pdf]")
        return notes

    def take(self, path: str) -> None:
        """Take a path as it was named."""
        if path == "-":
            if "-" not in self.found:
                self.found.append("-")
            return
        if not path:
            self.problem("", "an empty path; name a file, a folder, or - for standard input")
            return
        try:
            status = os.stat(path)
        except FileNotFoundError:
            self.problem(
                path, "a link to a file that does not exist" if os.path.islink(path) else "no such file or folder"
            )
            return
        except NotADirectoryError:
            self.problem(path, "no such file: a part of this path is a file, not a folder")
            return
        except PermissionError:
            self.problem(path, "permission to read it is denied")
            return
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            self.take_folder(path)
        elif (
            stat.S_ISSOCK(mode) or stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and path not in (os.devnull, "/dev/stdin"))
        ):
            self.problem(path, "this is a device or socket, not a file")
        elif self.is_new(status):
            self.found.append(Path(path))

    def is_new(self, status: os.stat_result) -> bool:
        """Say whether this real file is met for the first time, by whatever name."""
        key = (status.st_dev, status.st_ino)
        if status.st_ino == 0:  # a file system without such numbers
            return True
        if key in self.files:
            return False
        self.files.add(key)
        return True

    def take_folder(self, folder: str) -> None:
        """Take all texts below a named folder, in the order of their names."""
        problems, tally = len(self.problems), _Tally(os.path.realpath(folder))
        folders: set[tuple[int, int]] = set()
        stack: list[tuple[str, _Rules]] = [(folder, _rules_above(folder))]
        while stack:
            path, rules = stack.pop()
            status = os.stat(path)
            if (key := (status.st_dev, status.st_ino)) in folders and status.st_ino:
                continue  # a link that leads back, or a second way to the same folder
            folders.add(key)
            if os.path.isdir(path):
                stack.extend(self.list_folder(path, rules, tally))
            elif self.is_new(status):
                self.found.append(Path(path))
        if tally.texts == 0 and len(self.problems) == problems:
            known = ", ".join(sorted(SUFFIXES))
            words = f"no text in this folder (looked for {known})"
            if tally.ignored:
                words = "no text in this folder but what .gitignore excludes; name such a file itself to check it"
            elif tally.binaries:
                words = "no text in this folder: what has a text's suffix is binary data"
            self.problem(folder, words)

    def list_folder(self, folder: str, rules: _Rules, tally: _Tally) -> list[tuple[str, _Rules]]:
        """Return what to go on with in a folder, last first, texts as well as folders."""
        try:
            names = sorted(os.listdir(folder), reverse=True)
        except OSError as error:
            self.problem(folder, f"this folder cannot be read: {_reason(error)}")
            return []
        if ".gitignore" in names:
            rules = (*rules, *_rules_of(folder))
        further: list[tuple[str, _Rules]] = []
        for name in names:
            if name.startswith("."):
                continue
            path = os.path.join(folder, name)
            is_text = os.path.splitext(name)[1].lower() in SUFFIXES
            try:
                mode = os.stat(path).st_mode
            except OSError:
                self.broken += is_text
                continue
            is_folder = stat.S_ISDIR(mode)
            if (is_folder or is_text) and os.path.islink(path) and not _is_inside(path, tally.root):
                self.outside += 1
                continue
            if not is_folder and not (is_text and stat.S_ISREG(mode)):
                continue
            if rules and _ignored(path, rules, is_folder=is_folder):
                tally.ignored += is_text or is_folder
            elif is_folder:
                further.append((path, rules))
            elif name.lower().endswith(".pdf") and not _can_read_pdf():
                self.unread += 1
                tally.binaries += 1
            elif kind_of(name) not in BINARY and _is_binary(path):
                tally.binaries += 1
                self.binaries += 1
            else:
                tally.texts += 1
                further.append((path, rules))
        return further


def _is_inside(path: str, root: str) -> bool:
    """Say whether what a link leads to lies in a folder."""
    real = os.path.realpath(path)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _can_read_pdf() -> bool:
    from importlib.util import find_spec

    return find_spec("pypdfium2") is not None


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _is_binary(path: str) -> bool:
    """Say whether a file is no text by its first bytes; one that cannot be opened is left for the reader to report."""
    try:
        with open(path, "rb") as stream:
            return format_of(stream.read(_SNIFF)) is not None
    except OSError:
        return False


def _rules_above(folder: str) -> _Rules:
    """Return the rules of the repository's folders above this one, none where it is in no repository."""
    above: list[str] = []
    here = os.path.realpath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        parent = os.path.dirname(here)
        if parent == here:
            return ()
        above.append(parent)
        here = parent
    return tuple(rule for parent in reversed(above) for rule in _rules_of(parent))


def _rules_of(folder: str) -> _Rules:
    path = os.path.join(folder, ".gitignore")
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            lines = stream.read().splitlines()
    except OSError:
        return ()
    # Only here: most runs name files, or walk folders that exclude nothing.
    from pathspec import GitIgnoreSpec

    try:
        return ((os.path.realpath(folder), GitIgnoreSpec.from_lines(lines)),)
    except ValueError:  # a pattern that git would not understand either
        return ()


def _ignored(path: str, rules: _Rules, *, is_folder: bool) -> bool:
    """Say whether the nearest .gitignore that has a pattern for this path excludes it."""
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    for folder, spec in reversed(rules):
        inside = os.path.relpath(real, folder)
        if inside.startswith(".."):
            continue
        verdict = spec.check_file(inside.replace(os.sep, "/") + ("/" if is_folder else "")).include
        if verdict is not None:
            return verdict
    return False
