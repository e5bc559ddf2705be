"""Texts to a part of an archive: the work of one process, wherever it runs.

What is returned is small: how the part is called, and what could not be read. A part's name follows from the texts in it,
so that work which is done twice, because a machine was lost, gives one part.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import engine
from factlint.archive.columns import CLAIMS, DOCUMENTS, ORDER, sql_columns
from factlint.archive.database import connection, quoted
from factlint.archive.rows import Row, claim_rows, document_row
from factlint.archive.store import NEW, SPILL, Part
from factlint.engine import STDIN, Settings
from factlint.errors import ReadError
from factlint.model.finding import Problem, Report
from factlint.readers.kinds import kind_of_file
from factlint.readers.limits import load_bytes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from factlint.knowledge import Knowledge
    from factlint.model.document import Document

GROUP = 8192
"""Rows that Parquet keeps together: what is read at once where one claim is looked up."""
_HASH = 32
_OBJECT = 1_000_000  # bytes of a line that DuckDB makes room for


@dataclass(slots=True, frozen=True)
class Batch:
    """Texts that are read together into one part of an archive."""

    folder: Path
    paths: tuple[str, ...]
    settings: Settings
    run: int
    walked: tuple[str, ...] = ()  # those of the paths that were found in folders


@dataclass(slots=True)
class Written:
    """What became of a batch: its part, none where no text could be read, and the problems."""

    part: Part | None
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def content_id(data: bytes, name: str) -> str:
    """Return what a text is called in an archive: a hash of its format and its bytes."""
    return sha256(kind_of_file(name, data).encode() + b"\0" + data).hexdigest()[:_HASH]


def content_ids(paths: Sequence[str]) -> list[str | None]:
    """Return what texts are called, None for one that cannot be read now: the reading of it will tell why."""
    found: list[str | None] = []
    for path in paths:
        try:
            found.append(content_id(Path(path).read_bytes(), path))
        except OSError:
            found.append(None)
    return found


def write_batch(batch: Batch) -> Written:
    """Read the texts of a batch and write them as one part beside the archive; it counts when its name is committed."""
    knowledge = knowledge_of(batch.settings)
    claims: list[Row] = []
    documents: dict[str, Row] = {}
    written = Written(None)
    for path in batch.paths:
        _read(path, batch, knowledge, claims, documents, written)
    if documents:
        name = blake2b("".join(sorted(documents)).encode(), digest_size=10).hexdigest()
        with connection(batch.folder / SPILL) as database:
            _write(database, claims, CLAIMS, batch.folder / NEW / f"{name}.claims.parquet")
            _write(database, list(documents.values()), DOCUMENTS, batch.folder / NEW / f"{name}.documents.parquet")
        written.part = Part(name, len(documents), len(claims))
    return written


def _read(
    path: str, batch: Batch, knowledge: "Knowledge", claims: list[Row], documents: dict[str, Row], written: Written
) -> None:
    report = Report()
    named = () if path in batch.walked else (STDIN,)
    try:
        data = load_bytes(Path(path), batch.settings.limits)
    except ReadError as error:
        written.problems.append(Problem(error.path, error.message))
        return

    def use(document: "Document", _data: bytes) -> None:
        evidence = engine.evidence_of(document, knowledge)
        name = content_id(data, path)
        if name in documents:
            return
        found = claim_rows(evidence, name)
        row = document_row(evidence, name, stored_path(path, batch.folder), len(data), batch.run, len(found))
        claims.extend(found)
        documents[name] = row

    engine.take_document(STDIN, named, report, use, stdin=(data, path), limits=batch.settings.limits)
    written.problems += report.errors
    written.notes += report.notes


def stored_path(path: str, folder: Path) -> str:
    """Return a path as it is seen from the archive's folder, so that both can move together."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(path).absolute().as_posix()


def shown_path(stored: str, folder: Path) -> str:
    """Return a path of an archive as it is seen from the current folder where it lies below, else in full."""
    whole = os.path.normpath(os.path.join(os.path.abspath(folder), stored))
    here = os.getcwd()
    return os.path.relpath(whole, here) if whole.startswith(here + os.sep) else whole


def _write(database: "DuckDBPyConnection", rows: Iterable[Row], columns: dict[str, str], path: Path) -> None:
    """Write rows as a Parquet file, sorted, by way of JSON lines; the file stands at its name only when it is whole."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    lines = draft.with_name(f"{draft.name}.jsonl")
    longest = _OBJECT
    with lines.open("w", encoding="utf-8", errors="replace") as file:
        for row in rows:
            line = json.dumps(row, ensure_ascii=False)
            longest = max(longest, 5 * len(line))
            file.write(line + "\n")
    try:
        source = (
            f"read_json({quoted(str(lines))}, format = 'newline_delimited', "
            f"maximum_object_size = {longest}, columns = {sql_columns(columns)})"
        )
        copy_sorted(database, source, columns, draft)
        os.replace(draft, path)
    finally:
        lines.unlink(missing_ok=True)


def copy_sorted(database: "DuckDBPyConnection", source: str, columns: dict[str, str], path: Path) -> None:
    """Write what an expression reads as a Parquet file in the order of the archive, and let it reach the disk."""
    order = [name for name in ORDER if name in columns]
    listed = ", ".join(f'"{name}"' for name in columns)
    sorting = ", ".join(f'"{name}"' for name in order)
    database.execute(
        f"COPY (SELECT {listed} FROM {source} ORDER BY {sorting}) TO {quoted(str(path))} "  # noqa: S608 -- names of our own
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUP})"
    )
    with path.open("rb") as file:
        os.fsync(file.fileno())


_KNOWN: "list[tuple[Settings, Knowledge]]" = []


def knowledge_of(settings: Settings) -> "Knowledge":
    """Return the knowledge of settings, made once in a process."""
    for held, knowledge in _KNOWN:
        if held == settings:
            return knowledge
    _KNOWN.append((settings, settings.knowledge()))
    return _KNOWN[-1][1]
