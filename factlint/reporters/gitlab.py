"""GitLab's code quality report: one JSON list, drawn in merge requests."""

from collections import Counter
from hashlib import sha256

from factlint.model.finding import Finding, Location, Report, Severity
from factlint.reporters.machine import dump
from factlint.reporters.wording import explained, one_line, others, relative, shown

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, least: Severity) -> str:
    """Return the findings as a list of issues, each with a fingerprint of its own that line moves do not change."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in shown(report, least):
        key = f"{relative(finding.locations[0].path)}\n{finding.fingerprint}"
        issues.append(_issue(finding, sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()))
        seen[key] += 1
    return dump(issues, indent=2)


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    first, *rest = finding.locations
    also = others(finding.locations)
    return {
        "type": "issue",
        "check_name": finding.name,
        "description": one_line(explained(finding)) + (f" Compare {also}." if also else ""),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": _place(first),
        "other_locations": [_place(location) for location in rest],
    }


def _place(location: Location) -> dict[str, object]:
    return {"path": relative(location.path), "lines": {"begin": location.line, "end": location.end_line}}
