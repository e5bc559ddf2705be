"""All texts of an archive held against one another, in pieces that know nothing of one another.

Two claims can speak of one fact only where their names are one or part of one, and their times are equal. So the names are
put into families, and each family at each time is judged by itself: here, in several processes, or on a cluster.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.alignment.cross import CrossEvidence, Index
from factlint.alignment.resolve import resolve
from factlint.archive.database import connection, one_of
from factlint.archive.engines import Engine
from factlint.archive.holding import find_recalled, shortened
from factlint.archive.over_time import judge_series
from factlint.archive.recall import LISTED, PLACE, Recalled, gather, leave_out, prepare
from factlint.archive.store import Archive, open_archive
from factlint.archive.writing import knowledge_of, shown_path
from factlint.checks import load_checks
from factlint.crossing import ACROSS, OVER_TIME, key_of
from factlint.engine import Settings
from factlint.model.finding import Agreement, FileReport, Location, Report, RuleCount
from factlint.model.verdict import Conflict, Tie, Verdict
from factlint.placing import placed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from factlint.knowledge import Knowledge
    from factlint.knowledge.card import Card

_PIECE = 20_000  # claims that one task judges, about
_MOST_NAMES = 6


@dataclass(slots=True, frozen=True)
class Piece:
    """Families of names that one task judges."""

    folder: Path
    families: tuple[tuple[str, ...], ...]
    settings: Settings
    verified: bool = False  # whether agreements are kept: there may be many


@dataclass(slots=True)
class Judged:
    """What a task found: conflicts with their places, which claims of which text were compared, and by which rule."""

    conflicts: list[tuple[Conflict, list[Location]]] = field(default_factory=list)
    ties: list[tuple[Tie, list[Location]]] = field(default_factory=list)
    compared: dict[str, dict[str, set[int]]] = field(default_factory=dict)  # rule, path: starts of the claims
    conflicting: dict[str, dict[str, set[int]]] = field(default_factory=dict)


def check_archive(folder: Path, settings: Settings, engine: Engine, *, verified: bool = False) -> Report:
    """Hold all texts of an archive against one another; the report is the same whatever the engine.

    What agrees is told with ``verified`` only.
    """
    archive = open_archive(folder)
    report = Report()
    if not archive.parts:
        return report
    with connection() as database:
        prepare(database, archive)
        report.files = _files(database, archive)
        pieces = [replace(one, verified=verified) for one in _pieces(_families(database), archive, settings)]
    judged = dict(engine.each(judge_piece, pieces))
    conflicts = [
        (conflict, [replace(at, path=shown_path(at.path, folder)) for at in places])
        for one in judged.values()
        for conflict, places in one.conflicts
    ]
    conflicts.sort(key=_by_place)
    ties = [
        Agreement(tie.rule, tie.arithmetic, [replace(at, path=shown_path(at.path, folder)) for at in places])
        for one in judged.values()
        for tie, places in one.ties
    ]
    ties.sort(key=lambda tie: ([(at.path, at.start, at.end) for at in tie.locations], tie.rule, tie.arithmetic))
    report.verified = ties
    knowledge = knowledge_of(settings)
    rules = settings.rules(knowledge)
    report.findings = [finding for finding in placed(conflicts, rules) if finding.confidence >= settings.min_confidence]
    _count(report, judged.values(), rules, folder)
    return report


def _files(database: "DuckDBPyConnection", archive: Archive) -> list[FileReport]:
    rows = database.execute("SELECT path, words, claims FROM documents ORDER BY path").fetchall()
    return [FileReport(shown_path(path, archive.folder), words, claims, 0) for path, words, claims in rows]


def _families(database: "DuckDBPyConnection") -> list[tuple[int, tuple[str, ...]]]:
    """Return the names that may be one, as families with their number of claims."""
    sizes: dict[str, int] = dict(
        database.execute(
            "SELECT name, count(*) FROM claims WHERE reference IS NOT NULL GROUP BY name ORDER BY name"
        ).fetchall()
    )
    parent = {name: name for name in sizes}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for (principal,) in database.execute("SELECT DISTINCT principal FROM documents").fetchall():
        whole = " ".join(sorted(principal))
        if whole not in parent or len(principal) > _MOST_NAMES:
            continue
        for size in range(1, len(principal)):
            for part in combinations(sorted(principal), size):
                if (name := " ".join(part)) in parent:
                    first, second = sorted((root(name), root(whole)))
                    parent[second] = first
    families: dict[str, list[str]] = defaultdict(list)
    for name in sizes:
        families[root(name)].append(name)
    return [(sum(sizes[name] for name in family), tuple(family)) for _, family in sorted(families.items())]


def _pieces(families: Iterable[tuple[int, tuple[str, ...]]], archive: Archive, settings: Settings) -> list[Piece]:
    """Return tasks of about one size; a family is never divided."""
    pieces: list[Piece] = []
    group: list[tuple[str, ...]] = []
    size = 0
    folder = archive.folder.absolute()
    for own, family in families:
        if own < 2:
            continue
        if group and size + own > _PIECE:
            pieces.append(Piece(folder, tuple(group), settings))
            group, size = [], 0
        group.append(family)
        size += own
    return [*pieces, Piece(folder, tuple(group), settings)] if group else pieces


def judge_piece(piece: Piece) -> Judged:
    """Judge the families of a piece, each at each time by itself."""
    knowledge = knowledge_of(piece.settings)
    rules = piece.settings.rules(knowledge)
    archive = open_archive(piece.folder)
    judged = Judged()
    with connection() as database:
        prepare(database, archive)
        leave_out(database, "", "")
        names = [name for family in piece.families for name in family]
        for verdicts, evidence, recalled in judge_series(database, names, knowledge, rules):
            _keep(verdicts, evidence, recalled, judged, rules, verified=piece.verified)
        for family in piece.families:
            for rows in _by_time(database, family):
                _judge(rows, knowledge, rules, judged, verified=piece.verified)
    return judged


def _by_time(database: "DuckDBPyConnection", family: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the claims of a family time by time, where several texts tell of it."""
    found = database.execute(
        f"SELECT {LISTED} FROM claims JOIN others USING (document) "  # noqa: S608 -- columns of our own
        f"WHERE {one_of('name', family)} AND reference IS NOT NULL ORDER BY time, document, number",
    )
    at = PLACE.index("time")
    text = PLACE.index("document")
    group: list[tuple[Any, ...]] = []
    while rows := found.fetchmany(2000):
        for row in rows:
            if group and row[at] != group[0][at]:
                if group[0][text] != group[-1][text]:
                    yield group
                group = []
            group.append(row)
    if group and group[0][text] != group[-1][text]:
        yield group


def _judge(
    rows: Sequence[tuple[Any, ...]],
    knowledge: "Knowledge",
    rules: "Mapping[str, Card]",
    judged: Judged,
    *,
    verified: bool,
) -> None:
    index = Index(knowledge.grammar, knowledge.weights)
    recalled = gather(rows, None)  # a worker may be at home in another folder
    for kept in recalled.kept:
        index.add(kept)
    evidence = CrossEvidence(index, knowledge.forms, knowledge.arithmetic)
    checks = load_checks(knowledge.cards)
    verdicts: list[Verdict] = [v for code in ACROSS if code in rules for v in checks[code](evidence, rules[code])]
    _keep(verdicts, evidence, recalled, judged, rules, verified=verified)


def _keep(
    verdicts: list[Verdict], evidence: CrossEvidence, recalled: Recalled, judged: Judged, rules: "Mapping[str, Card]",
    *, verified: bool,
) -> None:  # fmt: skip
    """Keep what the rules said, with the places where it stands."""
    conflicts = [verdict for verdict in verdicts if isinstance(verdict, Conflict)]
    for table, listed in ((judged.compared, verdicts), (judged.conflicting, conflicts)):
        for verdict in listed:
            for place in verdict.places:
                path = evidence.index.sources[place.document].path
                table.setdefault(verdict.rule, {}).setdefault(path, set()).add(place.span.start)
    for tie in (verdict for verdict in verdicts if verified and isinstance(verdict, Tie)):
        found = find_recalled(tie.places, evidence, recalled)
        judged.ties.append((tie, [found[key_of(place)] for place in tie.places]))
    for conflict in shortened(resolve(conflicts, rules), new=None):
        found = find_recalled(conflict.places, evidence, recalled)
        judged.conflicts.append((conflict, [found[key_of(place)] for place in conflict.places]))


def _by_place(found: tuple[Conflict, list[Location]]) -> tuple[object, ...]:
    conflict, places = found
    return [(at.path, at.start, at.end) for at in places], conflict.rule, conflict.arithmetic


def _count(report: Report, judged: Iterable[Judged], rules: "Mapping[str, Card]", folder: Path) -> None:
    compared: dict[str, set[int]] = defaultdict(set)
    conflicting: dict[str, set[int]] = defaultdict(set)
    for code in (*ACROSS, *OVER_TIME):
        if code not in rules:
            continue
        count = report.rules.setdefault(code, RuleCount(code, rules[code].name))
        for one in judged:
            of_rule = one.compared.get(code, {})
            against = one.conflicting.get(code, {})
            count.compared += sum(map(len, of_rule.values()))
            count.conflicting += sum(map(len, against.values()))
            for path, starts in of_rule.items():
                compared[shown_path(path, folder)] |= starts
            for path, starts in against.items():
                conflicting[shown_path(path, folder)] |= starts
        count.agreeing = count.compared - count.conflicting
    for file in report.files:
        file.checked = len(compared[file.path])
        file.conflicting = len(conflicting[file.path])
        file.agreeing = file.checked - file.conflicting
