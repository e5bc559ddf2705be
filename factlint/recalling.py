"""What was found in a text is kept, and the same text under the same settings is not read again.

The key of a result is everything that it depends on: the bytes of the file, its name, what stands beside it, the settings
with the files that they name, and the very code and rules. A hit is therefore the result, not a guess at it.
"""

import os
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.acceptance.perfile import side_file
from factlint.cache.installed import digest, installed
from factlint.cache.sealed import seal, unseal
from factlint.model.finding import Report
from factlint.model.record import dataclass, field, fields

if TYPE_CHECKING:
    from factlint.alignment.archived import Asking
    from factlint.alignment.cross import Kept
    from factlint.cache.store import Store
    from factlint.engine import Settings

_FIELDS = ("files", "findings", "verified", "notes", "allowances", "used", "suppressed", "rules", "kept")
_BATCH = 2_000_000
"""Bytes of results that are written at once: a run that is killed loses no more."""


@dataclass(slots=True)
class Part(Report):
    """What one file adds to a report, and what is kept of it for comparison with others and with an archive."""

    kept: "list[Kept]" = field(default_factory=list)
    asked: "list[Asking]" = field(default_factory=list)  # never recalled: an archive asks each text anew
    content: str = ""  # a hash of the bytes that were read, where anybody asks for it


class Recall:
    """The results of earlier runs, under the settings of this one."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self._settings: dict[int, tuple[Settings, str]] = {}
        self._new: list[tuple[str, bytes]] = []
        self._size = 0

    def find(self, label: str, settings: "Settings", named: tuple[str, ...], content: str) -> Part | None:
        """Return what an earlier run found in a text, None where none did."""
        if settings.keep_texts or settings.archive is not None:
            return None
        key = self._key(label, settings, named, content)
        data = self.store.get(key)
        kept = None if data is None else unseal(data, tuple)
        if kept is None or len(kept) != len(_FIELDS) + 1 or kept[0] != key:
            return None
        return Part(**dict(zip(_FIELDS, kept[1:], strict=True)))

    def keep(self, label: str, settings: "Settings", named: tuple[str, ...], part: Part) -> None:
        """Keep what was found in a text; what went wrong there may go right another time."""
        if settings.keep_texts or settings.archive is not None or part.errors or not part.content:
            return
        key = self._key(label, settings, named, part.content)
        data = seal((key, *(getattr(part, name) for name in _FIELDS)))
        self._new.append((key, data))
        self._size += len(data)
        if self._size > _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is new."""
        if self._new:
            self.store.put(self._new)
        self._new, self._size = [], 0

    def close(self) -> str:
        """Write what is new, let go of the file, and say for people what went wrong, if anything did."""
        self.flush()
        self.store.close()
        return self.store.trouble

    def _key(self, label: str, settings: "Settings", named: tuple[str, ...], content: str) -> str:
        held = self._settings.get(id(settings))
        if held is None:
            held = self._settings[id(settings)] = settings, _digest_of(settings)
        walked = "\0".join(named) if settings.per_file_ignores else ""
        beside = side_file(label)
        return digest(
            *(
                word.encode("utf-8", "surrogateescape")
                for word in (content, label, os.path.abspath(label), held[1], walked)
            ),
            b"" if beside is None else _content(beside),
        )


def _digest_of(settings: "Settings") -> str:
    """Return a hash of settings and of the files that they name."""
    files = (*settings.packs, *settings.facts, *([] if settings.config is None else [settings.config]))
    words = f"{installed()}\n{written(settings)}"
    return digest(words.encode("utf-8", "surrogateescape"), *map(_content, files))


def _content(path: Path) -> bytes:
    try:
        return b"1" + path.read_bytes()
    except OSError:
        return b"0"


def written(value: object) -> str:
    """Return a value as words that are the same in every process: sets and tables in order."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, str | bytes | int | float | None):
        return repr(value)
    if isinstance(value, Path):
        return f"{type(value).__name__} {os.path.abspath(value)!r}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{written(key)}: {written(item)}" for key, item in value.items())) + "}"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(map(written, value))) + "}"
    if isinstance(value, Iterable):
        return "[" + ", ".join(map(written, value)) + "]"
    if hasattr(value, "__dataclass_fields__"):
        parts = (f"{each.name}={written(getattr(value, each.name))}" for each in fields(value))  # type: ignore[arg-type]
        return f"{type(value).__name__}({', '.join(parts)})"
    return f"{type(value).__name__} {value}"  # a number of another kind
