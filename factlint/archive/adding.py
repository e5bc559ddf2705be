"""Texts added to an archive: what it holds already is passed by, the rest is read in batches and committed one by one."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factlint.archive.columns import CLAIMS, DOCUMENTS
from factlint.archive.database import connection, parquet
from factlint.archive.engines import Engine
from factlint.archive.store import Archive, Part, writing
from factlint.archive.writing import Batch, content_ids, copy_sorted, write_batch
from factlint.engine import STDIN, Settings
from factlint.errors import UsageError
from factlint.model.finding import Problem
from factlint.readers import discover

BATCH_BYTES, BATCH_FILES = 1_000_000, 100
"""What is read between two commits, at most: this is lost where a run is killed, and read again by the next one."""
_LOOK = 2000  # files whose contents are looked at by one task
_FEW = 8  # parts of one size: so many become one
_LARGEST = 1_000_000  # claims: a part of so many is left as it is
_SMALLEST = 4096


@dataclass(slots=True)
class Added:
    """What a run added."""

    documents: int = 0
    claims: int = 0
    known: int = 0  # texts that the archive held already
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


Progress = Callable[[int, int], None]


def add(
    folder: Path, paths: Sequence[str], settings: Settings, engine: Engine, progress: Progress | None = None
) -> Added:
    """Add the texts at some paths to an archive, each once whatever it is called; it is made where there is none."""
    if STDIN in paths:
        raise UsageError("an archive takes files, for its findings lead back to them; standard input is none")
    found, problems, notes = discover(paths)
    added = Added(problems=problems, notes=notes)
    with writing(folder) as archive:
        archive.runs += 1
        listed = [os.path.abspath(path) for path in found]
        fresh = _fresh(archive, listed, engine, added)
        named = {os.path.abspath(path) for path in paths}
        batches = [
            Batch(archive.folder.absolute(), group, settings, archive.runs, tuple(set(group) - named))
            for group in _batches(fresh)
        ]
        done, total = 0, len(fresh)
        for number, written in engine.each(write_batch, batches):
            added.problems += written.problems
            added.notes += written.notes
            if written.part is not None:
                archive.commit([written.part])
                added.documents += written.part.documents
                added.claims += written.part.claims
                tidy_up(archive)
            done += len(batches[number].paths)
            if progress is not None:
                progress(done, total)
        if not batches:
            archive.save()
        added.problems.sort(key=lambda problem: problem.path)
        added.notes.sort()
    return added


def _fresh(archive: Archive, paths: Sequence[str], engine: Engine, added: Added) -> list[str]:
    """Return the paths of texts that the archive does not hold, each text once.

    Texts of different length are no copies of one another: only what shares its length with another text, of the archive
    or of this run, is looked into here; all else is read once, when its claims are.
    """
    known, lengths = _known(archive)
    sizes = [_size(path) for path in paths]
    often = Counter(sizes)
    alike = [path for path, size in zip(paths, sizes, strict=True) if often[size] > 1 or size in lengths]
    groups = [tuple(alike[at : at + _LOOK]) for at in range(0, len(alike), _LOOK)]
    ids: dict[str, str | None] = {}
    for number, found in engine.each(content_ids, groups):
        ids.update(zip(groups[number], found, strict=True))
    fresh = []
    for path in paths:
        name = ids.get(path)
        if name is not None and name in known:
            added.known += 1
            continue
        if name is not None:
            known.add(name)
        fresh.append(path)
    return fresh


def _known(archive: Archive) -> tuple[set[str], set[int]]:
    """Return what the texts of an archive are called, and how many bytes they have."""
    if not archive.parts:
        return set(), set()
    with connection() as database:
        rows = database.execute(f"SELECT document, bytes FROM {parquet(archive.documents)}").fetchall()  # noqa: S608 -- our own
    return {row[0] for row in rows}, {row[1] for row in rows}


def _batches(paths: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the paths in groups of about one size."""
    batches: list[tuple[str, ...]] = []
    group: list[str] = []
    size = 0
    for path in paths:
        own = _size(path)
        if group and (size + own > BATCH_BYTES or len(group) == BATCH_FILES):
            batches.append(tuple(group))
            group, size = [], 0
        group.append(path)
        size += own
    return [*batches, tuple(group)] if group else batches


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def tidy_up(archive: Archive) -> None:
    """Join small parts: where there are many of about one size, they become one."""
    while group := _many_of_a_size(archive.parts):
        from hashlib import blake2b

        name = blake2b("".join(sorted(part.name for part in group)).encode(), digest_size=10).hexdigest()
        joined = Part(name, sum(part.documents for part in group), sum(part.claims for part in group))
        inside = Archive(archive.folder, group)
        with connection(archive.spill) as database:
            for kind, files, columns in (
                ("claims", inside.claims, CLAIMS),
                ("documents", inside.documents, DOCUMENTS),
            ):
                copy_sorted(database, parquet(files), columns, archive.new / f"{name}.{kind}.parquet")
        archive.commit([joined], instead_of=group)


def _many_of_a_size(parts: Iterable[Part]) -> list[Part]:
    sizes: dict[int, list[Part]] = {}
    for part in parts:
        if part.claims < _LARGEST:
            step, size = 0, _SMALLEST
            while part.claims >= size:
                step, size = step + 1, size * _FEW
            sizes.setdefault(step, []).append(part)
            if len(sizes[step]) == _FEW:
                return sizes[step]
    return []
