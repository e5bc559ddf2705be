"""Reviewdog's diagnostic format: columns are bytes of UTF-8."""

from factlint.model.finding import Finding, Location, Report, Severity
from factlint.reporters.machine import dump
from factlint.reporters.positions import columns, utf8_width
from factlint.reporters.wording import HOME, explained, one_line, others, relative, shown


def render(report: Report, least: Severity) -> str:
    """Return the findings as one DiagnosticResult."""
    whole = {
        "source": {"name": "factlint", "url": HOME},
        "diagnostics": [_diagnostic(finding) for finding in shown(report, least)],
    }
    return dump(whole, indent=2)


def _diagnostic(finding: Finding) -> dict[str, object]:
    first, *rest = finding.locations
    also = others(finding.locations)
    return {
        "message": explained(finding) + (f"\nCompare {also}." if also else ""),
        "location": _place(first),
        "severity": finding.severity.value.upper(),
        "code": {"value": finding.name, "url": f"{HOME}/rules/{finding.rule}"},
        "related_locations": [
            {"message": location.role or one_line(location.text), "location": _place(location)} for location in rest
        ],
    }


def _place(location: Location) -> dict[str, object]:
    start, end = columns(location, utf8_width)
    return {
        "path": relative(location.path),
        "range": {
            "start": {"line": location.line, "column": start},
            "end": {"line": location.end_line, "column": end},
        },
    }
