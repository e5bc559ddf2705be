"""The report for programs: the JSON that other tools rely on, field for field."""

import json
from collections import Counter
from collections.abc import Iterable

from factlint import __version__
from factlint.model.finding import Agreement, FileReport, Finding, Location, Problem, Report, Severity
from factlint.reporters.segments import steering

SCHEMA = 1


def render(report: Report, least: Severity, *, form: str, verified: bool = False, statistics: bool = False) -> str:
    """Return the report as one JSON object, or as one finding a line."""
    findings = [finding for finding in report.findings if finding.severity.rank >= least.rank]
    if form == "jsonl":
        rows = [finding_fields(finding) for finding in findings]
        if verified:
            rows += [agreement_fields(agreement) for agreement in report.verified]
        return "\n".join(dump(row) for row in rows)
    return dump(report_fields(report, least, verified=verified, statistics=statistics), indent=2)


def report_fields(
    report: Report, least: Severity, *, verified: bool = False, statistics: bool = False
) -> dict[str, object]:
    """Return the fields of a report."""
    findings = [finding for finding in report.findings if finding.severity.rank >= least.rank]
    whole: dict[str, object] = {
        "schema": SCHEMA,
        "version": __version__,
        "files": [file_fields(file) for file in report.files],
        "findings": [finding_fields(finding) for finding in findings],
    }
    if verified:
        whole["verified"] = [agreement_fields(agreement) for agreement in report.verified]
    if statistics:
        whole["statistics"] = statistics_fields(report, findings)
    whole["errors"] = problem_fields(report.errors)
    return whole


def file_fields(file: FileReport) -> dict[str, object]:
    """Return the fields of a file."""
    return {"path": file.path, "words": file.words, "claims": file.claims, "checked": file.checked}


def finding_fields(finding: Finding) -> dict[str, object]:
    """Return the fields of a finding."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 2),
        "message": finding.message,
        "arithmetic": finding.arithmetic,
        "fingerprint": finding.fingerprint,
        "locations": [location_fields(location) for location in finding.locations],
    }


def statistics_fields(report: Report, findings: Iterable[Finding]) -> dict[str, object]:
    """Return what each rule that was applied compared, in claims, and how many claims had nothing to compare with."""
    found = Counter(finding.rule for finding in findings)
    claims, checked = sum(file.claims for file in report.files), sum(file.checked for file in report.files)
    rules = [
        {
            "rule": count.code,
            "name": count.name,
            "findings": found[count.code],
            "compared": count.compared,
            "agreeing": count.agreeing,
            "conflicting": count.conflicting,
        }
        for count in report.rules.values()
    ]
    return {"claims": claims, "compared": checked, "nothing_to_compare": claims - checked, "rules": rules}


def agreement_fields(agreement: Agreement) -> dict[str, object]:
    """Return the fields of an agreement."""
    return {
        "rule": agreement.rule,
        "arithmetic": agreement.arithmetic,
        "locations": [location_fields(location) for location in agreement.locations],
    }


def location_fields(location: Location) -> dict[str, object]:
    """Return the fields of a place."""
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "start": location.start,
        "end": location.end,
        "text": location.text,
        "role": location.role,
        **location.where,
    }


def problem_fields(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return the inputs that could not be read."""
    return [{"path": problem.path, "message": problem.message} for problem in problems]


def dump(value: object, indent: int | None = None) -> str:
    """Return JSON with letters as they are; what steers a terminal and lone surrogates, as in a file name, are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    for letter in steering(text):
        text = text.replace(letter, json.dumps(letter)[1:-1])
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text
