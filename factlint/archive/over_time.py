"""Series of an archive by themselves: a value that leaps out of those around it, a record that another text had beaten."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from factlint.alignment.archived import ArchiveEvidence, Said, SmallIndex
from factlint.archive.database import one_of
from factlint.archive.recall import LISTED, PLACE, Recalled, gather
from factlint.checks import load_checks
from factlint.crossing import OVER_TIME
from factlint.model.verdict import Verdict

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from factlint.knowledge import Knowledge
    from factlint.knowledge.card import Card

_JUMP, _LEAST = 8, 4
_MOST = 2000  # values of one series that are looked at
_OF_A_SERIES = (
    "kind IN ('level', 'rate') AND modality = 'asserted' AND reference IS NOT NULL "
    "AND period_end IS NOT NULL AND number_value > 0"
)
Row = dict[str, Any]
Judgement = tuple[list[Verdict], ArchiveEvidence, Recalled]


def judge_series(
    database: "DuckDBPyConnection", names: Sequence[str], knowledge: "Knowledge", rules: "Mapping[str, Card]"
) -> Iterator[Judgement]:
    """Yield what the rules of series say of each text whose value leaps or is called a record, held against all others."""
    codes = [code for code in OVER_TIME if code in rules]
    if not codes or not names:
        return
    checks = load_checks(knowledge.cards)
    for rows in _series(database, names):
        for document, said in _worth_a_look(rows).items():
            evidence, recalled = _evidence(rows, document, said, knowledge)
            verdicts = [verdict for code in codes for verdict in checks[code](evidence, rules[code])]
            if verdicts:
                yield verdicts, evidence, recalled


def _series(database: "DuckDBPyConnection", names: Sequence[str]) -> Iterator[list[Row]]:
    """Yield the values of each series that holds a leap or a record."""
    where = f"{one_of('name', names)} AND {_OF_A_SERIES}"
    found = database.execute(
        "SELECT name, measure_words, unit FROM claims JOIN others USING (document) "  # noqa: S608 -- quoted, and our own
        f"WHERE {where} GROUP BY ALL HAVING bool_or(record IS NOT NULL) OR (max(number_value) >= {_JUMP} * min(number_value) "
        f"AND count(DISTINCT (period_start, period_end)) >= {_LEAST}) ORDER BY ALL"
    ).fetchall()
    for name, words, unit in found:
        rows = database.execute(
            f"SELECT {LISTED}, number_value, record FROM claims JOIN others USING (document) "  # noqa: S608 -- as above
            f"WHERE {one_of('name', (name,))} AND measure_words = ? AND unit = ? AND {_OF_A_SERIES} "
            f"ORDER BY date, document, number LIMIT {_MOST}",
            [words, unit],
        ).fetchall()
        yield [dict(zip((*PLACE, "value", "record"), row, strict=True)) for row in rows]


def _worth_a_look(rows: Sequence[Row]) -> dict[str, dict[tuple[str, int], Said]]:
    """Return the texts whose value lies far from the middle one, or is called a record, with what they say of it."""
    middle = median(row["value"] for row in rows)
    found: dict[str, dict[tuple[str, int], Said]] = defaultdict(dict)
    for row in rows:
        is_far = row["value"] >= middle * _JUMP or row["value"] * _JUMP <= middle
        if row["record"]:
            found[row["document"]][row["document"], row["number"]] = said_of(row["record"])
        elif is_far:
            found[row["document"]].update({})
    return found


def _evidence(
    rows: Sequence[Row], document: str, said: Mapping[tuple[str, int], Said], knowledge: "Knowledge"
) -> tuple[ArchiveEvidence, Recalled]:
    """Return one text of a series as the new one, held against the others."""
    recalled, numbers = Recalled(), {}
    for part in (
        [row for row in rows if row["document"] == document],
        [row for row in rows if row["document"] != document],
    ):
        own = gather((tuple(row[name] for name in PLACE) for row in part), None)
        if part and part[0]["document"] == document:
            order = sorted({(row["document"], row["number"]) for row in part})
            numbers = {at: said[key] for at, key in enumerate(order) if key in said}
        recalled.kept += own.kept
        recalled.places += own.places
    index = SmallIndex(knowledge.grammar, knowledge.weights)
    for kept in recalled.kept:
        index.add(kept)
    return ArchiveEvidence(index, knowledge.forms, knowledge.arithmetic, numbers), recalled


def said_of(words: str) -> Said:
    """Return what the column ``record`` holds."""
    side, _, since = words.partition(" since ")
    return Said(side == "highest", int(since) if since else None)
