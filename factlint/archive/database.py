"""DuckDB, where it is installed: one connection with bounded memory, imported on first use."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.errors import FactlintError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "400MB"
"""What a connection may hold; what needs more is spilled to disk."""
_THREADS = 2

Rows = list[tuple[Any, ...]]


@contextlib.contextmanager
def connection(spill: Path | None = None) -> "Iterator[DuckDBPyConnection]":
    """Yield a connection to a database in memory; raises UsageError where DuckDB is not installed.

    ``spill`` is the folder for what does not fit into memory.
    """
    try:
        import duckdb
    except ImportError:
        raise UsageError("an archive is read and written by DuckDB; install factlint[archive]") from None
    threads = min(_THREADS, os.cpu_count() or 1)
    with duckdb.connect(config={"memory_limit": MEMORY, "threads": threads}) as found:
        found.execute("SET enable_progress_bar = false")
        found.execute("SET parquet_metadata_cache = true")
        if spill is not None:
            found.execute(f"SET temp_directory = {quoted(str(spill))}")
        try:
            yield found
        except duckdb.Error as error:
            raise FactlintError(f"the archive cannot be read or written: {error}") from error


def quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def listed(texts: Sequence[str | Path]) -> str:
    """Return texts as a list of SQL."""
    return "[" + ", ".join(quoted(str(text)) for text in texts) + "]"


def one_of(column: str, texts: Iterable[str]) -> str:
    """Return the condition that a column is one of some texts, written out: so groups of rows without them are passed by."""
    found = ", ".join(quoted(text) for text in sorted(set(texts)))
    return f"{column} IN ({found})" if found else "false"


def parquet(files: Sequence[Path]) -> str:
    """Return an expression that reads files as one table."""
    return f"read_parquet({listed(files)})"
