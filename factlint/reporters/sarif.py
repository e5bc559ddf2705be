"""SARIF 2.1.0, as code scanning reads it: the second place is a related location, linked from the message."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from factlint import __version__
from factlint.knowledge import cards
from factlint.knowledge.card import Card
from factlint.model.finding import Finding, Location, Report, Severity
from factlint.reporters.machine import dump
from factlint.reporters.positions import columns, utf16_width
from factlint.reporters.wording import HOME, one_line, relative, sentence, shown

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a run with more results."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISIONS = ((0.95, "very-high"), (0.85, "high"), (0.75, "medium"), (0.0, "low"))
_LONGEST = 1_000  # GitHub shows 1,024 characters of a description

Fields = dict[str, object]


def render(report: Report, least: Severity) -> str:
    """Return the report as a log of one run."""
    findings = shown(report, least)
    findings = sorted(findings, key=lambda finding: -finding.severity.rank)[:MOST_RESULTS] \
        if len(findings) > MOST_RESULTS else findings  # fmt: skip
    applied = _applied(report, findings)
    index = {code: number for number, code in enumerate(applied)}
    seen: dict[tuple[str, str], int] = {}
    results = []
    for finding in findings:
        key = (finding.locations[0].path, finding.fingerprint)
        seen[key] = seen.get(key, 0) + 1
        results.append(_result(finding, index, seen[key]))
    driver = {
        "name": "factlint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(code, name, findings) for code, name in applied.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(report)],
        "artifacts": [{"location": {"uri": uri(file.path)}, "roles": ["analysisTarget"]} for file in report.files],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def uri(path: str) -> str:
    """Return a path as a relative reference, or as a file address where it lies outside of the working folder."""
    path = relative(path)
    if PurePath(path).is_absolute():
        return PurePath(path).as_uri()
    return quote(path, safe="/", errors="surrogatepass")


def _applied(report: Report, findings: Iterable[Finding]) -> Mapping[str, str]:
    """Return the names of the rules that were applied, by code."""
    named = {count.code: count.name for count in report.rules.values()}
    return dict(sorted((named | {finding.rule: finding.name for finding in findings}).items()))


def _rule(code: str, name: str, findings: Iterable[Finding]) -> Fields:
    card = cards().get(code)
    sure = min((finding.confidence for finding in findings if finding.rule == code), default=None)
    precision = "high" if sure is None else next(word for least, word in _PRECISIONS if sure >= least)
    told: Fields = {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "helpUri": f"{HOME}/rules/{code}",
        "shortDescription": {"text": sentence(card.summary if card else name)},
    }
    if card is not None:
        told |= _explained(card)
    severity = card.severity if card else Severity.WARNING
    return told | {
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": ["factlint", name],
            "precision": precision,
            "problem.severity": _PROBLEMS[severity],
        },
    }


def _explained(card: Card) -> Fields:
    why = sentence(one_line(card.why))[:_LONGEST]
    return {"fullDescription": {"text": why}, "help": {"text": f"{why} {sentence(one_line(card.advice))}"}}


def _result(finding: Finding, index: Mapping[str, int], ordinal: int) -> Fields:
    first, *rest = finding.locations
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": _message(finding, rest)},
        "locations": [{"physicalLocation": _physical(first), "message": {"text": first.role or "here"}}],
        "relatedLocations": [
            {"id": number, "physicalLocation": _physical(location), "message": {"text": location.role or "here"}}
            for number, location in enumerate(rest, 1)
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:{ordinal}",
            "factlint/v1": finding.fingerprint,
        },
        "properties": {"name": finding.name, "confidence": round(finding.confidence, 2)},
    }


def _message(finding: Finding, rest: Sequence[Location]) -> str:
    """Return message and arithmetic with a link to each other place; brackets of the text itself are escaped."""
    lines = [finding.message, *(finding.arithmetic or "").split("\n")]
    told = " ".join(sentence(_plain(one_line(line))) for line in lines if line)
    links = ", ".join(
        f"[{_plain(one_line(location.text))}]({number}) in line {location.line}"
        for number, location in enumerate(rest, 1)
    )
    return f"{told} Compare {links}." if links else told


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _physical(location: Location) -> Fields:
    start, end = columns(location, utf16_width)
    region = {
        "startLine": location.line,
        "startColumn": start,
        "endLine": location.end_line,
        "endColumn": end,
        "snippet": {"text": location.text},
    }
    around = {"startLine": location.line, "endLine": location.end_line, "snippet": {"text": location.context}}
    told: Fields = {"artifactLocation": {"uri": uri(location.path)}, "region": region}
    if location.line == location.end_line and location.context:
        told["contextRegion"] = around
    return told


def _invocation(report: Report) -> Fields:
    told: Fields = {"executionSuccessful": not report.errors}
    if report.errors:
        told["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": sentence(problem.message)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(problem.path)}}}],
            }
            for problem in report.errors
        ]
    return told
