"""What an archive holds that a new text could contradict: found by name, time and words, in few groups of rows."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.alignment.archived import Asking, is_of_a_series
from factlint.alignment.cross import Kept, Source, keys_of
from factlint.alignment.packing import Told, repack
from factlint.alignment.principals import About
from factlint.archive.database import Rows, parquet
from factlint.archive.rows import name_of
from factlint.archive.store import Archive
from factlint.archive.writing import shown_path
from factlint.model.finding import Location

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_NAMES = 6  # words of a name whose parts are looked for
_CROWD = 400  # claims of one name, time and dimension: beyond this a value is taken from few texts only
_EACH = 3
_MOST = 4000  # values of series that one text asks for

PLACE = (
    "document", "number", "path", "date", "principal", "text", "line", "column", "end_line", "end_column", "start", "end",
    "context", "context_start", "place", "time", "dimension", "words", "reference",
)  # fmt: skip
"""The columns of a claim that is held against others."""
LISTED = ", ".join(f'"{name}"' for name in PLACE)


@dataclass(slots=True)
class Recalled:
    """Texts of an archive with those of their claims that were asked for, and where each of these stands."""

    kept: list[Kept] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)  # of each claim, in the order of texts and claims


def prepare(database: "DuckDBPyConnection", archive: Archive) -> None:
    """Let a connection know the archive's tables; of a file that was added in several states the last one counts."""
    database.execute(
        f"CREATE TEMP TABLE documents AS SELECT * FROM {parquet(archive.documents)} "  # noqa: S608 -- our own files
        "QUALIFY row_number() OVER (PARTITION BY path ORDER BY run DESC, document) = 1"
    )
    database.execute(f"CREATE TEMP VIEW claims AS SELECT * FROM {parquet(archive.claims)}")  # noqa: S608 -- as above


def leave_out(database: "DuckDBPyConnection", document: str, path: str) -> None:
    """Let a connection know all other texts than one, as ``others``."""
    database.execute(
        "CREATE OR REPLACE TEMP TABLE others AS SELECT document, path, date, principal FROM documents "
        "WHERE document <> ? AND path <> ?",
        [document, path],
    )


def recall(
    database: "DuckDBPyConnection", archive: Archive, asking: Asking, told: Sequence[Told], but: tuple[str, str]
) -> Recalled:
    """Return what an archive holds of the facts and series that a new text tells, with its claims unpacked in ``told``.

    ``but`` is the text itself, by its content and by its path: it is no other text.
    """
    if not any(one.whose for one in told):
        return Recalled()
    leave_out(database, *but)
    rows = [*_of_facts(database, asking, told), *_of_series(database, told)]
    return gather(rows, archive.folder)


def _of_facts(database: "DuckDBPyConnection", asking: Asking, told: Sequence[Told]) -> Rows:
    """Return the claims that share name, time, dimension and a word with one of the new text."""
    names = _related(database, {one.whose for one in told if one.whose}, asking.kept.source.about.principal)
    times, dimensions, words = (sorted(column) for column in map(set, zip(*asking.wanted, strict=True)))
    return database.execute(
        f"""
        SELECT {LISTED} FROM claims JOIN others USING (document)
        WHERE name IN (SELECT unnest(?::VARCHAR[])) AND time IN (SELECT unnest(?::VARCHAR[]))
          AND dimension IN (SELECT unnest(?::VARCHAR[])) AND list_has_any(words, ?::VARCHAR[])
        QUALIFY count(*) OVER (PARTITION BY name, time, dimension) <= {_CROWD}
          OR row_number() OVER (PARTITION BY name, time, dimension, measure_words, value, low, high
                                ORDER BY date, document, number) <= {_EACH}
        """,  # noqa: S608 -- columns of our own
        [sorted(names), times, dimensions, sorted({word for group in words for word in group})],
    ).fetchall()


def _related(database: "DuckDBPyConnection", names: set[frozenset[str]], principal: frozenset[str]) -> set[str]:
    """Return the names under which the archive may tell of one of these: equal, or a part of whom a text is about."""
    found = {name_of(name) for name in names}
    if len(principal) <= _MOST_NAMES:
        found |= {
            name_of(frozenset(part)) for size in range(1, len(principal)) for part in combinations(principal, size)
        }
    for name in names:
        rows = database.execute(
            "SELECT DISTINCT principal FROM others WHERE list_has_all(principal, ?::VARCHAR[])", [sorted(name)]
        ).fetchall()
        found |= {name_of(frozenset(row[0])) for row in rows}
    return found


def _of_series(database: "DuckDBPyConnection", told: Sequence[Told]) -> Rows:
    """Return the values that the archive holds of the series which a new text continues, each value of a time once."""
    series = {(name_of(one.whose), " ".join(sorted(words_of(one)))) for one in told if is_of_a_series(one)}
    if not series:
        return []
    return database.execute(
        f"""
        SELECT {LISTED} FROM claims JOIN others USING (document)
        WHERE name IN (SELECT unnest(?::VARCHAR[])) AND kind IN ('level', 'rate') AND modality = 'asserted'
          AND reference IS NOT NULL AND name || '|' || array_to_string(measure_words, ' ') IN (SELECT unnest(?::VARCHAR[]))
        QUALIFY row_number() OVER (PARTITION BY name, measure_words, unit, time, value, low
                                   ORDER BY date, document, number) = 1
        ORDER BY name, measure_words, time DESC, date, document, number LIMIT {_MOST}
        """,  # noqa: S608 -- columns of our own
        [sorted({name for name, _ in series}), sorted("|".join(one) for one in series)],
    ).fetchall()


def words_of(told: Told) -> frozenset[str]:
    """Return the words of a claim's measure without the name of whom it is."""
    words = told.claim.measure.words
    return words - told.whose or words


def gather(rows: Iterable[tuple[Any, ...]], folder: Path) -> Recalled:
    """Return rows as texts with claims, in the order of day, text and claim, each claim once."""
    table = [dict(zip(PLACE, row, strict=True)) for row in rows]
    claims = {(row["document"], row["number"]): row for row in table}
    day = {key: row["date"].isoformat() if row["date"] is not None else "" for key, row in claims.items()}
    recalled = Recalled()
    document = None
    for key in sorted(claims, key=lambda key: (day[key], *key)):
        row = claims[key]
        if row["document"] != document:
            document = row["document"]
            path = shown_path(row["path"], folder)
            source = Source(path, row["date"], About(frozenset(row["principal"]), frozenset()))
            recalled.kept.append(Kept(source, []))
        keys = keys_of(row["time"], row["dimension"], row["words"])
        recalled.kept[-1].claims.append((repack(json.loads(row["reference"])), keys))
        recalled.places.append(_location(row, recalled.kept[-1].source.path))
    return recalled


def _location(row: dict[str, Any], path: str) -> Location:
    context = " " * row["context_start"] + row["context"]
    where = json.loads(row["place"]) if row["place"] else {}
    return Location(
        path, row["line"], row["column"], row["end_line"], row["end_column"], row["start"], row["end"], row["text"], "",
        context, where,
    )  # fmt: skip
