"""A measure over time, as the texts of an archive tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.archive.database import connection
from factlint.archive.recall import prepare
from factlint.archive.store import open_archive
from factlint.archive.writing import shown_path
from factlint.errors import UsageError

if TYPE_CHECKING:
    from factlint.knowledge.grammar import Grammar

GRAINS = ("day", "month", "quarter", "half", "year")
KINDS = ("level", "rate", "share", "change")

_WHOSE = "CASE WHEN name <> '' AND list_has_all(principal, string_split(name, ' ')) THEN array_to_string(principal, ' ') ELSE name END"
"""A part of the name that a text is about stands for the whole of it: the Line, of Harbour Line."""


@dataclass(slots=True, frozen=True)
class Wanted:
    """Which series is asked for: a measure, of whom, in what unit, by what periods, from when to when."""

    measure: str
    subject: str = ""
    unit: str | None = None
    kind: str | None = None
    grain: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(slots=True, frozen=True)
class Point:
    """A value of a series, as a text tells it; ``texts`` of the archive tell the same, this one first."""

    start: date
    end: date
    grain: str
    value: str
    low: str
    high: str
    bound: str
    unit: str
    kind: str
    number: float  # for plots
    modality: str
    name: str
    text: str
    path: str
    line: int
    date: date | None
    texts: int

    @property
    def period(self) -> str:
        """The period in the short form of facts files: 2023, 2023-Q1, 2023-03, 2023-03-31; else its days."""
        from factlint.knowledge.facts import written_period

        return written_period(self.start, self.end) or f"{self.start.isoformat()}/{self.end.isoformat()}"


def query(folder: Path, wanted: Wanted, grammar: "Grammar") -> list[Point]:
    """Return the values of a measure over time, by period and then by the day of the text.

    The words of the measure, its verb among them, must be the claim's in full; a value that several texts tell of one period is one
    point. Raises UsageError where the words name no measure.
    """
    stems = _stems(wanted.measure, grammar)
    if not stems:
        raise UsageError(f"{wanted.measure!r} names no measure; give the words that the texts use: passengers, revenue")
    archive = open_archive(folder)
    if not archive.parts:
        return []
    conditions = [
        "period_start IS NOT NULL AND period_end IS NOT NULL",
        "modality IN ('asserted', 'planned', 'forecast')",
        "list_has_all(list_append(measure_words, verb), $stems::VARCHAR[])",
        "list_has_all($stems::VARCHAR[], measure_words)",
        "number_value IS NOT NULL",
    ]
    values: dict[str, object] = {"stems": sorted(stems)}
    subject = _stems(wanted.subject, grammar)
    if subject:
        conditions.append("list_has_all(string_split(whose, ' '), $subject::VARCHAR[])")
        values["subject"] = sorted(subject)
    if wanted.kind is None:
        conditions.append("kind IN ('level', 'rate', 'share')")
    for condition, key, value in (
        ("kind = $kind", "kind", wanted.kind),
        ("unit = $unit", "unit", wanted.unit),
        ("grain = $grain", "grain", wanted.grain),
        ("period_end >= $since", "since", wanted.since),
        ("period_start <= $until", "until", wanted.until),
    ):
        if value is not None:
            conditions.append(condition)
            values[key] = value
    where = " AND ".join(f"({condition})" for condition in conditions)
    with connection() as database:
        prepare(database, archive)
        rows = database.execute(
            f"""
            WITH named AS (
                SELECT claims.* EXCLUDE (name), path, date, principal, {_WHOSE} AS whose
                FROM claims JOIN documents USING (document)),
            found AS (SELECT * EXCLUDE (whose), whose AS name FROM named WHERE {where})
            SELECT period_start, period_end, grain, coalesce(value, ''), coalesce(low, ''), coalesce(high, ''), bound, unit,
                   kind, number_value, modality, name, text, path, line, date,
                   count(*) OVER (PARTITION BY period_start, period_end, name, unit, value, low, high, bound, kind, modality)
            FROM (SELECT DISTINCT ON (document, period_start, period_end, name, unit, value, low, high, bound, kind, modality)
                         found.* FROM found ORDER BY document, number)
            QUALIFY row_number() OVER (PARTITION BY period_start, period_end, name, unit, value, low, high, bound, kind, modality
                                       ORDER BY date, document, number) = 1
            ORDER BY name, unit, period_start, period_end, date, document, number
            """,  # noqa: S608 -- conditions of our own
            values,
        ).fetchall()
    table = [dict(zip(Point.__match_args__, row, strict=True)) for row in rows]
    return [Point(**{**row, "path": shown_path(row["path"], archive.folder)}) for row in table]


def _stems(words: str, grammar: "Grammar") -> frozenset[str]:
    return frozenset(stem for word in words.lower().split() for stem in grammar.content(word))


def lines_of(points: Sequence[Point]) -> dict[tuple[str, str, str], list[Point]]:
    """Return points as lines: those of one name, unit and length of period together."""
    lines: dict[tuple[str, str, str], list[Point]] = {}
    for point in points:
        lines.setdefault((point.name, point.unit, point.grain), []).append(point)
    return lines
