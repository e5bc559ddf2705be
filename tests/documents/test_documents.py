"""Documents of the project's own, each with planted inconsistencies and traps: exactly what is planted is found.

What is expected stands in a TOML file beside each document: findings with their rule, severity and all their places;
places that are not to be set against one another; figures that confirm each other. A place is its words, and which
occurrence of them where they stand more than once. A planted finding that is ``missed`` says why; the list is strict:
what is found all the same fails, so that a gain is written down.
"""

import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from factlint import engine
from factlint.model.finding import Agreement, Finding, Report, Severity
from factlint.model.span import Span

HERE = Path(__file__).parent
DOCUMENTS = sorted(path for path in HERE.iterdir() if path.suffix in {".txt", ".md"})
KEYS = {"finding", "silent", "agreement"}
RESTATEMENTS = "FL1"
"""Rules that set two mentions of one thing beside one another."""

Told = tuple[str, str, list[Span]]


@cache
def report_on(path: Path) -> Report:
    """Return what the program says of one document."""
    return engine.run([str(path)])


@cache
def expected_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what a reader expects of one document."""
    data = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    return {key: data.get(key, []) for key in KEYS | set(data)}


def places_of(entry: dict[str, Any], text: str) -> list[Span]:
    """Return the places of an entry, in the order of the text."""
    return sorted(_place(text, place["text"], place.get("at")) for place in entry["places"])


def _place(text: str, words: str, at: int | None) -> Span:
    starts = [start for start in range(len(text)) if text.startswith(words, start)]
    assert starts, f"{words!r} does not stand in the document"
    assert (at is None) == (len(starts) == 1), f"{words!r} stands {len(starts)} times: say which by `at`"
    start = starts[(at or 1) - 1]
    return Span(start, start + len(words))


def spans_of(found: Finding | Agreement) -> list[Span]:
    """Return the places that the program names, in the order of the text."""
    return sorted(Span(place.start, place.end) for place in found.locations)


def planted(path: Path, *, missed: bool) -> list[Told]:
    """Return the planted findings that are to be found, or those known to be missed."""
    text = path.read_text("utf-8")
    entries = [entry for entry in expected_of(path)["finding"] if ("missed" in entry) is missed]
    return sorted((entry["rule"], entry["severity"], places_of(entry, text)) for entry in entries)


def loud(path: Path) -> list[Told]:
    """Return the findings that a plain run shows."""
    shown = [finding for finding in report_on(path).findings if finding.severity is not Severity.INFO]
    return sorted((finding.rule, str(finding.severity), spans_of(finding)) for finding in shown)


document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)


@document
def test_what_is_planted_is_found_and_nothing_else(path: Path) -> None:
    """Rule, severity and places are those of the planted findings: no finding more, none less, no other place."""
    text = path.read_text("utf-8")
    assert _told(loud(path), text) == _told(planted(path, missed=False), text)


@document
def test_what_is_missed_is_missed_still(path: Path) -> None:
    """A planted finding that is marked as missed shares no two places with any that is shown."""
    shown = [set(spans) for _, _, spans in loud(path)]
    found = [told for told in planted(path, missed=True) if any(len(set(told[2]) & spans) > 1 for spans in shown)]
    assert _told(found, path.read_text("utf-8")) == [], "found now: take `missed` away"


@document
def test_what_only_looks_like_a_conflict_is_none(path: Path) -> None:
    """No finding, not even a mild one, names two places of a trap, and no restatement is seen in it."""
    text, report = path.read_text("utf-8"), report_on(path)
    ties = [tie for tie in report.verified if tie.rule.startswith(RESTATEMENTS)]
    met = [set(spans_of(finding)) for finding in report.findings] + [set(spans_of(tie)) for tie in ties]
    for entry in expected_of(path)["silent"]:
        for pair in combinations(places_of(entry, text), 2):
            quoted = [span.of(text) for span in pair]
            assert not any(set(pair) <= spans for spans in met), f"{entry['because']}: {quoted}"


@document
def test_what_agrees_is_seen_to_agree(path: Path) -> None:
    """Figures that confirm each other are compared; those that are marked as missed are not, still."""
    text = path.read_text("utf-8")
    ties = [set(spans_of(tie)) for tie in report_on(path).verified]
    for entry in expected_of(path)["agreement"]:
        seen = any(set(places_of(entry, text)) <= spans for spans in ties)
        assert seen is ("missed" not in entry), f"{entry['about']}: {'found now' if seen else 'not compared'}"


@document
def test_the_form_of_a_document(path: Path) -> None:
    """A document is short, names each kind of expectation by its key, and gives a reason where it says missed."""
    expected = expected_of(path)
    assert set(expected) == KEYS
    assert 120 <= len(path.read_text("utf-8").split()) <= 400
    assert all(entry["about"] for entry in (*expected["finding"], *expected["agreement"]))
    assert all(entry["because"] for entry in expected["silent"])
    missed = [entry for entry in (*expected["finding"], *expected["agreement"]) if "missed" in entry]
    assert all(len(entry["missed"]) > len("no reason") for entry in missed)


def test_there_are_documents_enough() -> None:
    """Forty documents and more hold a hundred inconsistencies or so, over all families, and more traps than those."""
    expected = [expected_of(path) for path in DOCUMENTS]
    rules = {entry["rule"] for one in expected for entry in one["finding"]}
    assert len(DOCUMENTS) >= 44
    assert len(rules) >= 50
    assert {rule[:3] for rule in rules} >= {f"FL{family}" for family in range(1, 8)}
    assert sum(len(one["silent"]) for one in expected) > sum(len(one["finding"]) for one in expected)


def _told(found: list[Told], text: str) -> list[str]:
    return [f"{rule} {severity} {' | '.join(span.of(text) for span in spans)}" for rule, severity, spans in found]
