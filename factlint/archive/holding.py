"""New texts held against an archive: what the rules across files say of each, with the older texts as they were read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.alignment.archived import NEW, ArchiveEvidence, Asking, SmallIndex
from factlint.alignment.cross import CrossEvidence
from factlint.archive.database import connection
from factlint.archive.recall import Recalled, prepare, recall
from factlint.archive.store import Archive, open_archive
from factlint.archive.writing import stored_path
from factlint.crossing import ACROSS, OVER_TIME, Found, Reopen, judge_across, key_of, locate_all
from factlint.model.finding import Report, Severity
from factlint.model.verdict import Conflict, Place, Tie, Verdict

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from factlint.knowledge import Knowledge
    from factlint.knowledge.card import Card

Content = Callable[[str], str]
"""Tells what a text is called in archives, by its path."""
_SHOWN = 4  # places that a finding names, the new one included
_CONFIRMED = "the archive confirms the figure elsewhere, and so is at odds with itself"


def hold_against(
    report: Report, folder: Path, texts: Iterable[Asking], knowledge: "Knowledge", rules: "Mapping[str, Card]",
    reopen: Reopen, content: Content,
) -> None:  # fmt: skip
    """Add to a report what an archive says against new texts, each by itself.

    Raises UsageError where there is no archive in the folder.
    """
    archive = open_archive(folder)
    asked = [asking for asking in texts if asking.kept.claims]
    if not asked or not archive.parts:
        return
    with connection() as database:
        prepare(database, archive)
        for asking in asked:
            _hold(report, database, archive, asking, knowledge, rules, reopen, content)


def _hold(
    report: Report, database: "DuckDBPyConnection", archive: Archive, asking: Asking, knowledge: "Knowledge",
    rules: "Mapping[str, Card]", reopen: Reopen, content: Content,
) -> None:  # fmt: skip
    index = SmallIndex(knowledge.grammar, knowledge.weights)
    index.add(asking.kept)
    own = len(index)
    told = [index.told(number) for number in range(own)]
    but = content(asking.path), stored_path(asking.path, archive.folder)
    recalled = recall(database, archive, asking, told, but)
    if not recalled.kept:
        return
    for kept in recalled.kept:
        index.add(kept)
    evidence = ArchiveEvidence(index, knowledge.forms, knowledge.arithmetic, asking.said)

    def find(places: Iterable[Place]) -> Found:
        return find_recalled(places, evidence, recalled, own, reopen)

    judge_across(report, evidence, (*ACROSS, *OVER_TIME), knowledge, rules, find, tempered, shortened)


def find_recalled(
    places: Iterable[Place], evidence: CrossEvidence, recalled: Recalled, own: int = 0, reopen: Reopen | None = None
) -> Found:
    """Return where places stand: those of the new text in its file, the others where they stood when they were added.

    ``own`` is the number of claims of the new text.
    """
    listed = list(places)
    mine = [place for place in listed if place.claim is not None and place.claim < own]
    found = locate_all(mine, evidence, reopen) if reopen is not None else {}
    for place in listed:
        if place.claim is not None and place.claim >= own:
            found[key_of(place)] = replace(recalled.places[place.claim - own], role=place.role)
    return found


def tempered(verdicts: list[Verdict]) -> list[Verdict]:
    """Tell a conflict as info only where another text of the archive has the new figure, too."""
    confirmed = {verdict.places[0].claim for verdict in verdicts if isinstance(verdict, Tie)}
    for verdict in verdicts:
        if isinstance(verdict, Conflict) and verdict.rule in ACROSS and verdict.places[0].claim in confirmed:
            verdict.severity = Severity.INFO
            verdict.notes.append(_CONFIRMED)
    return verdicts


def shortened(conflicts: list[Conflict], new: int | None = NEW) -> list[Conflict]:
    """Let a finding name few of the older texts that tell one thing, the latest ones; how many more do is told."""
    for conflict in conflicts:
        if conflict.rule not in ACROSS:
            continue
        first = [place for place in conflict.places if place.document == new] or conflict.places[:1]
        rest = sorted((place for place in conflict.places if place not in first), key=_latest)
        more = len(rest) - max(_SHOWN - len(first), 1)
        conflict.places = [*first, *rest[: len(rest) - max(more, 0)]]
        if more > 0:
            conflict.notes = [*conflict.notes[:_SHOWN], f"and {more} more places of the archive"]
    return conflicts


def _latest(place: Place) -> tuple[int, int]:
    return -place.document, place.span.start
