"""What an archive holds that a new text could contradict: found by name, time and words, in few groups of rows."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.alignment.archived import Asking, is_of_a_series
from factlint.alignment.cross import Kept, Source, keys_of
from factlint.alignment.packing import Told, repack
from factlint.alignment.principals import About
from factlint.archive.database import Rows, one_of, parquet, quoted
from factlint.archive.rows import name_of
from factlint.archive.store import Archive
from factlint.archive.writing import shown_path
from factlint.model.finding import Location

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_NAMES = 6  # words of a name whose parts are looked for
_MOST_WHOLES = 20  # full names of which a short one is a part: beyond this it is not known which is meant
_EACH = 3  # texts from which one value of a measure at a time is taken, the latest ones
_MOST = 20_000  # claims that one text is held against
_FAR = 6  # times: a value so far from all others of its series is looked at, and nothing nearer

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
        f"CREATE TEMP TABLE documents AS SELECT document, path, date, principal, words, claims, run FROM {parquet(archive.documents)} "  # noqa: S608 -- our own files
        "QUALIFY row_number() OVER (PARTITION BY path ORDER BY run DESC, document) = 1"
    )
    database.execute(f"CREATE TEMP VIEW claims AS SELECT * FROM {parquet(archive.claims)}")  # noqa: S608 -- as above


def leave_out(database: "DuckDBPyConnection", document: str, path: str) -> None:
    """Let a connection know all other texts than one, as ``others``."""
    database.execute(
        "CREATE OR REPLACE TEMP VIEW others AS SELECT document, path, date, principal FROM documents "  # noqa: S608 -- quoted
        f"WHERE document <> {quoted(document)} AND path <> {quoted(path)}"
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
    picked = [*_of_facts(database, asking, told), *_of_series(database, asking, told)]
    return gather(_whole(database, picked), archive.folder)


def _of_facts(database: "DuckDBPyConnection", asking: Asking, told: Sequence[Told]) -> Rows:
    """Return which claims share name, time, dimension and a word with one of the new text.

    Of a value that many texts tell, the latest few are taken: they speak for all.
    """
    related = _related(database, {one.whose for one in told if one.whose}, asking.kept.source.about.principal)
    wanted: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one, (time, dimension, words) in zip(told, asking.wanted, strict=True):
        for name in related.get(one.whose, ()):
            wanted[name, time, dimension].update(words)
    names, times, dimensions = map(list, zip(*sorted(wanted), strict=True))
    found = database.execute(
        f"""
        WITH wanted AS (SELECT unnest($names::VARCHAR[]) AS name, unnest($times::VARCHAR[]) AS time,
                               unnest($dimensions::VARCHAR[]) AS dimension, unnest($words::VARCHAR[][]) AS asked)
        SELECT name, time, max({{'date': date, 'document': document, 'number': number}}, {_EACH}) AS latest
        FROM (FROM claims WHERE {one_of("name", names)} AND {one_of("time", times)})
        JOIN wanted USING (name, time, dimension) JOIN others USING (document)
        WHERE list_has_any(words, asked)
        GROUP BY name, time, hash(dimension, measure_words, verb, kind, modality, value, low, high, bound)
        ORDER BY name, time, latest LIMIT {_MOST}
        """,  # noqa: S608 -- numbers of our own
        {
            "names": names, "times": times, "dimensions": dimensions,
            "words": [sorted(wanted[key]) for key in sorted(wanted)],
        },
    ).fetchall()  # fmt: skip
    return [(one["document"], one["number"], name, time) for name, time, latest in found for one in latest]


def _related(
    database: "DuckDBPyConnection", names: set[frozenset[str]], principal: frozenset[str]
) -> dict[frozenset[str], set[str]]:
    """Return, for each name, those under which the archive may tell of it: equal, or a part of whom a text is about."""
    found = {name: {name_of(name)} for name in names}
    if principal in found and len(principal) <= _MOST_NAMES:
        found[principal] |= {
            name_of(frozenset(part)) for size in range(1, len(principal)) for part in combinations(principal, size)
        }
    rows = database.execute(
        "SELECT DISTINCT principal FROM others WHERE len(principal) > 1 AND list_has_any(principal, ?::VARCHAR[])",
        [sorted({word for name in names for word in name})],
    ).fetchall()
    wholes = [frozenset(words) for (words,) in rows]
    for name, own in found.items():
        longer = [name_of(whole) for whole in wholes if name < whole]
        if len(longer) <= _MOST_WHOLES:  # "Bank" alone is nobody's name where a hundred texts are of banks
            own.update(longer)
    return found


def _of_series(database: "DuckDBPyConnection", asking: Asking, told: Sequence[Told]) -> Rows:
    """Return which claims tell other values of a series that a new text continues by a leap or calls a record.

    Only what may be told is fetched: the values are looked over as they stand, and judged elsewhere.
    """
    series: dict[tuple[str, str, str], list[tuple[Told, bool]]] = {}
    for number, one in enumerate(told):
        if is_of_a_series(one):
            assert one.claim.quantity is not None
            key = name_of(one.whose), " ".join(sorted(words_of(one))), one.claim.quantity.unit.full_name
            series.setdefault(key, []).append((one, number in asking.said))
    if not series:
        return []
    rows = database.execute(
        f"""
        SELECT name, array_to_string(measure_words, ' ') AS words, unit, period_start, period_end,
               min(number_value), max(number_value)
        FROM claims JOIN others USING (document)
        WHERE {one_of("name", (name for name, _, _ in series))} AND kind IN ('level', 'rate') AND modality = 'asserted'
          AND reference IS NOT NULL AND period_end IS NOT NULL AND number_value IS NOT NULL
        GROUP BY ALL ORDER BY ALL
        """,  # noqa: S608 -- quoted
    ).fetchall()
    values: dict[tuple[str, str, str], list[Span]] = {}
    for name, words, unit, *span in rows:
        values.setdefault((name, words, unit), []).append(Span(*span))
    wanted = {
        "|".join(key)
        for key, own in series.items()
        if any(_is_worth_a_look(one, values.get(key, ()), is_record=is_record) for one, is_record in own)
    }
    if not wanted:
        return []
    return database.execute(
        f"""
        SELECT document, number, name, time FROM claims JOIN others USING (document)
        WHERE {one_of("name", (one.partition("|")[0] for one in wanted))} AND kind IN ('level', 'rate')
          AND modality = 'asserted' AND reference IS NOT NULL
          AND name || '|' || array_to_string(measure_words, ' ') || '|' || unit IN (SELECT unnest(?::VARCHAR[]))
        QUALIFY row_number() OVER (PARTITION BY name, measure_words, verb, unit, time, value, low, bound
                                   ORDER BY date DESC, document, number) = 1
        ORDER BY name, measure_words, time DESC, document, number LIMIT {_MOST}
        """,  # noqa: S608 -- numbers of our own
        [sorted(wanted)],
    ).fetchall()


class Span(NamedTuple):
    """The least and the greatest value that texts tell of a period, as far as floats can say."""

    start: date
    end: date
    low: float
    high: float


def _is_worth_a_look(one: Told, others: Sequence[Span], *, is_record: bool) -> bool:
    """Say whether a value leaps out of those of the years around it, or a record has others to be held against."""
    period, quantity = one.claim.period, one.claim.quantity
    assert period is not None and period.start is not None and period.end is not None and quantity is not None
    around = [other for other in others if other.end < period.start or other.start > period.end]
    if is_record and around:
        return True
    length = (period.end - period.start).days + 1
    reach = 11 * max(length, 366 if length == 1 else length)
    near = [other for other in around if abs((other.end - period.end).days) <= reach]
    value = float(quantity.middle)
    return bool(near) and (
        value >= _FAR * max(other.high for other in near) or value * _FAR <= min(other.low for other in near)
    )


def _whole(database: "DuckDBPyConnection", picked: Rows) -> Rows:
    """Return the whole rows of claims that were picked by the narrow ones."""
    if not picked:
        return []
    documents, numbers, names, times = zip(*picked, strict=True)
    return database.execute(
        f"""
        WITH picked AS (SELECT DISTINCT unnest(?::VARCHAR[]) AS document, unnest(?::INTEGER[]) AS number)
        SELECT {LISTED} FROM claims JOIN picked USING (document, number) JOIN others USING (document)
        WHERE {one_of("name", names)} AND {one_of("time", times)}
        """,  # noqa: S608 -- columns of our own
        [list(documents), list(numbers)],
    ).fetchall()


def words_of(told: Told) -> frozenset[str]:
    """Return the words of a claim's measure without the name of whom it is."""
    words = told.claim.measure.words
    return words - told.whose or words


def gather(rows: Iterable[tuple[Any, ...]], folder: Path | None) -> Recalled:
    """Return rows as texts with claims, in the order of day, text and claim, each claim once.

    Paths are told as seen from here, or, without the folder of the archive, as they are stored.
    """
    table = [dict(zip(PLACE, row, strict=True)) for row in rows]
    claims = {(row["document"], row["number"]): row for row in table}
    day = {key: row["date"].isoformat() if row["date"] is not None else "" for key, row in claims.items()}
    recalled = Recalled()
    document = None
    for key in sorted(claims, key=lambda key: (day[key], *key)):
        row = claims[key]
        if row["document"] != document:
            document = row["document"]
            path = row["path"] if folder is None else shown_path(row["path"], folder)
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
