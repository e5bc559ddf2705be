"""Patterns of files, written as in .gitignore, counted from a folder."""

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.model.record import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Patterns:
    """Patterns that count from a folder."""

    folder: Path
    lines: tuple[str, ...]

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.lines)

    def match(self, path: str) -> bool:
        """Say whether a file lies in the folder and under one of the patterns, the last one deciding."""
        if not self.lines:
            return False
        inside = os.path.relpath(_real(path), os.path.realpath(self.folder)).replace(os.sep, "/")
        return not inside.startswith("../") and self._spec.match_file(inside)


def _real(path: str) -> str:
    """Return the real place of a file under its own name: a link is meant by the name that it has."""
    return os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))


def literal_part(pattern: str) -> str:
    """Return the folders of a pattern before the first sign that stands for others: "press/a" of "press/a/*.txt"."""
    parts: list[str] = []
    for part in pattern.lstrip("/").split("/")[:-1]:
        if any(sign in part for sign in "*?["):
            break
        parts.append(part)
    return "/".join(parts)


def lies_under(path: Path, folders: Iterable[str]) -> bool:
    """Say whether a place is one of some folders, or lies in one."""
    real = os.path.realpath(path)
    return any(
        os.path.isdir(folder) and os.path.commonpath((real, os.path.realpath(folder))) == os.path.realpath(folder)
        for folder in folders
    )
