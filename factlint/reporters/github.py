"""Workflow commands: lines of a log that GitHub turns into annotations of the changed files."""

from collections import Counter

from factlint.model.finding import Finding, Report, Severity
from factlint.reporters.positions import columns, utf16_width
from factlint.reporters.segments import clean, harmless
from factlint.reporters.wording import explained, others, relative, shown

SHOWN_A_STEP = 10
"""How many annotations of one kind GitHub shows for a step; the rest stands in the log only."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, least: Severity) -> str:
    """Return an annotation for each finding, errors first, and a line on what GitHub will not show."""
    findings = sorted(shown(report, least), key=lambda finding: -finding.severity.rank)
    lines = [_annotation(finding) for finding in findings]
    lines += [
        _command("error", {"file": relative(problem.path), "title": "not read"}, problem.message)
        for problem in report.errors
    ]
    counts = Counter(_KINDS[finding.severity] for finding in findings)
    if hidden := sum(max(count - SHOWN_A_STEP, 0) for count in counts.values()):
        lines.append(f"factlint: {hidden} more annotations in this log than GitHub shows beside the files")
    return "\n".join(lines)


def escape(text: str) -> str:
    """Return a message as the log carries it."""
    return "".join(_DATA.get(letter, letter) for letter in text)


def escape_property(text: str) -> str:
    """Return the value of a property as the log carries it."""
    return "".join(_PROPERTY.get(letter, letter) for letter in text)


def _annotation(finding: Finding) -> str:
    first = finding.locations[0]
    at: dict[str, object] = {"file": relative(first.path), "line": first.line, "endLine": first.end_line}
    if first.line == first.end_line:
        start, end = columns(first, utf16_width)
        at |= {"col": start, "endColumn": end}
    at["title"] = f"{finding.name} ({finding.rule})"
    also = others(finding.locations)
    return _command(_KINDS[finding.severity], at, explained(finding) + (f"\nCompare {also}." if also else ""))


def _command(kind: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{name}={escape_property(clean(str(value)))}" for name, value in properties.items())
    return f"::{kind} {told}::{escape(harmless(message))}"
