"""The claims of several texts put to the rules that hold across files: of all of them, or of those of one folder."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from factlint.alignment.cross import CrossEvidence, Index, Kept
from factlint.alignment.packing import Standing
from factlint.alignment.resolve import resolve
from factlint.checks import load_checks
from factlint.checks.tabular import prose_and_cells
from factlint.engine import BETWEEN_FILES, WITH_ARCHIVE, claims_of, evidence_of, judge
from factlint.errors import ReadError
from factlint.model.finding import Agreement, Location, Report, RuleCount
from factlint.model.verdict import Conflict, Place, Tie, Verdict
from factlint.placing import locate, placed
from factlint.readers.kinds import TABLES, kind_of

if TYPE_CHECKING:
    from factlint.alignment import Evidence
    from factlint.knowledge import Knowledge
    from factlint.knowledge.card import Card
    from factlint.model.document import Document

BOUNDED = "FL103"
"""The rule of figures outside of a stated bound."""
ACROSS = ("FL102", "FL103", "FL104", "FL106", "FL109")
"""The rules that hold across files, in the order of their codes."""
OVER_TIME = WITH_ARCHIVE
"""The rules that hold a text against the series and the peaks of an archive."""

Reopen = Callable[[str], "Document"]
"""Reads a text again by its path: of a finding only, for texts are not kept while others are read."""
Key = tuple[int, int, int, str]
Found = dict[Key, Location]
"""Where places stand in their sources; a place of a text that has changed or gone is missing."""
Find = Callable[[Iterable[Place]], Found]


def compare_files(
    report: Report, kept: Iterable[Kept], way: str, knowledge: "Knowledge", rules: "Mapping[str, Card]", reopen: Reopen
) -> None:
    """Add to a report what several texts say of one another; ``way`` is "all" or "folder"."""
    groups: dict[str, Index] = {}
    _beside_tables_of(report, kept := list(kept), way, knowledge, rules, reopen)
    for text in kept:
        group = os.path.dirname(os.path.abspath(text.source.path)) if way == "folder" else ""
        if group not in groups:
            groups[group] = Index(knowledge.grammar, knowledge.weights)
        groups[group].add(text)
    for index in groups.values():
        evidence = CrossEvidence(index, knowledge.forms, knowledge.arithmetic)

        def find(places: Iterable[Place], evidence: CrossEvidence = evidence) -> Found:
            return locate_all(places, evidence, reopen)

        judge_across(report, evidence, ACROSS, knowledge, rules, find)


def _beside_tables_of(
    report: Report, kept: Iterable[Kept], way: str, knowledge: "Knowledge", rules: "Mapping[str, Card]", reopen: Reopen
) -> None:
    """Add what texts and the files of tables beside them say of one another: each figure against the cell it restates.

    The texts of a group are read again where a file of tables is among them, for the words around a figure name its cell.
    """
    groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for one in kept:
        path = one.source.path
        groups[os.path.dirname(os.path.abspath(path)) if way == "folder" else ""][kind_of(path) in TABLES].append(path)
    codes = [(code, code == BOUNDED) for code in (BETWEEN_FILES, BOUNDED) if code in rules]
    for texts, tables in groups.values():
        if not texts or not tables or not codes:
            continue
        files = [evidence for path in tables if (evidence := _evidence(path, knowledge, reopen)) is not None]
        for path in texts:
            text = _evidence(path, knowledge, reopen)
            for beside in files if text is not None else ():
                assert text is not None
                verdicts = [v for code, bounded in codes for v in prose_and_cells(text, rules[code], bounded=bounded, tables=beside)]  # fmt: skip
                if verdicts:
                    _add_located(report, verdicts, (text.document, beside.document), rules)
                    for number, file in enumerate((text, beside)):
                        _count_beside(report, file, number, verdicts, knowledge, rules)


def _evidence(path: str, knowledge: "Knowledge", reopen: Reopen) -> "Evidence | None":
    try:
        return evidence_of(reopen(path), knowledge)
    except ReadError:
        return None


def _add_located(
    report: Report, verdicts: Iterable[Verdict], documents: "Sequence[Document]", rules: "Mapping[str, Card]"
) -> None:
    found = [
        (verdict, [locate(documents[place.document], place.span, place.role) for place in verdict.places])
        for verdict in verdicts
    ]
    report.findings += placed([(one, where) for one, where in found if isinstance(one, Conflict)], rules)
    report.verified += [Agreement(one.rule, one.arithmetic, where) for one, where in found if isinstance(one, Tie)]


def _count_beside(
    report: Report, evidence: "Evidence", number: int, verdicts: Sequence[Verdict], knowledge: "Knowledge",
    rules: "Mapping[str, Card]",
) -> None:  # fmt: skip
    """Count the claims of one file that were compared with the file beside it and not within their own."""
    file = next((file for file in report.files if file.path == evidence.document.path), None)
    if file is None:
        return
    own = judge(evidence, knowledge, rules)
    claims = {
        place.claim: isinstance(one, Conflict) for one in verdicts for place in one.places if place.document == number
    }
    against = claims_of(own.conflicts)
    file.checked += len(claims.keys() - own.checked)
    file.conflicting += sum(1 for claim, is_conflict in claims.items() if is_conflict and claim not in against)
    file.agreeing += sum(1 for claim, is_conflict in claims.items() if not is_conflict and claim not in own.checked)


def judge_across(
    report: Report, evidence: CrossEvidence, codes: Iterable[str], knowledge: "Knowledge", rules: "Mapping[str, Card]",
    find: Find, temper: Callable[[list[Verdict]], list[Verdict]] = list,
    shorten: Callable[[list[Conflict]], list[Conflict]] = list,
) -> None:  # fmt: skip
    """Add to a report what the rules of these codes say of several texts.

    ``find`` tells where places stand in their sources; ``temper`` changes what was said before one cause becomes one
    finding, ``shorten`` what is told of it then.
    """
    checks = load_checks(knowledge.cards)
    verdicts = temper([verdict for code in codes if code in rules for verdict in checks[code](evidence, rules[code])])
    conflicts = shorten(resolve([verdict for verdict in verdicts if isinstance(verdict, Conflict)], rules))
    ties = [verdict for verdict in verdicts if isinstance(verdict, Tie)]
    told: list[Verdict] = [*conflicts, *ties]
    found = find([place for verdict in told for place in verdict.places])

    def places(verdict: Conflict | Tie) -> list[Location] | None:
        listed = [found.get(key_of(place)) for place in verdict.places]
        return None if None in listed else [location for location in listed if location is not None]

    known = [(conflict, where) for conflict in conflicts if (where := places(conflict)) is not None]
    known.sort(key=lambda pair: (pair[0].places[0].document, pair[0].places[0].span, pair[0].rule))
    report.findings += placed(known, rules)
    report.verified += [
        Agreement(tie.rule, tie.arithmetic, where) for tie in ties if (where := places(tie)) is not None
    ]
    _count(report, evidence.index, evidence, verdicts, rules)


def _count(
    report: Report, index: Index, evidence: CrossEvidence, verdicts: Sequence[Verdict], rules: "Mapping[str, Card]"
) -> None:
    """Count, by file and by rule, the claims that were compared with other files and not within their own."""
    by_rule: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_rule[verdict.rule].append(verdict)
    for code, listed in by_rule.items():
        count = report.rules.setdefault(code, RuleCount(code, rules[code].name))
        conflicting = _claims(verdict for verdict in listed if isinstance(verdict, Conflict))
        count.compared += len(_claims(listed))
        count.conflicting += len(conflicting)
        count.agreeing += len(_claims(listed) - conflicting)
    files = {file.path: file for file in report.files}
    conflicting = _claims(verdict for verdict in verdicts if isinstance(verdict, Conflict))
    for number in sorted(_claims(verdicts)):
        told = evidence.told[number]
        file = files.get(index.sources[told.document].path)
        if file is None:
            continue
        is_conflict = number in conflicting
        file.checked += told.standing is Standing.ALONE
        file.agreeing += (told.standing is Standing.ALONE and not is_conflict) - (
            told.standing is Standing.AGREEING and is_conflict
        )
        file.conflicting += told.standing is not Standing.CONFLICTING and is_conflict


def _claims(verdicts: Iterable[Verdict]) -> frozenset[int]:
    return frozenset(place.claim for verdict in verdicts for place in verdict.places if place.claim is not None)


def key_of(place: Place) -> Key:
    """Return what tells places apart."""
    return place.document, place.span.start, place.span.end, place.role


def locate_all(places: Iterable[Place], evidence: CrossEvidence, reopen: Reopen) -> Found:
    """Return where all places stand in their sources; each text is read again once, and one that changed is left out."""
    by_text: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        by_text[place.document].append(place)
    found: Found = {}
    for number, listed in sorted(by_text.items()):
        try:
            document = reopen(evidence.index.sources[number].path)
        except ReadError:
            continue
        for place in listed:
            assert place.claim is not None
            if place.span.of(document.text) == evidence.told[place.claim].claim.text:
                found[key_of(place)] = locate(document, place.span, place.role)
    return found
