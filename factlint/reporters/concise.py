"""One line a finding, for lists and for editors that jump to a place; and the count by rule."""

from collections import Counter

from factlint.model.finding import Location, Report, Severity
from factlint.reporters.segments import clean


def render_concise(report: Report, least: Severity, *, verified: bool = False) -> str:
    """Return a line for each finding: path:line:column: severity: message with the other places. NAME (CODE)."""
    lines = []
    for finding in report.findings:
        if finding.severity.rank < least.rank:
            continue
        others = _others(finding.locations)
        message = " ".join(finding.message.split())
        lines.append(
            f"{_place(finding.locations[0])}: {finding.severity}: {message}{others} {finding.name} ({finding.rule})"
        )
    if verified:
        lines += [
            f"{_place(agreement.locations[0])}: verified: {' '.join(agreement.arithmetic.split())}"
            f"{_others(agreement.locations)} ({agreement.rule})"
            for agreement in report.verified
        ]
    return "\n".join(lines)


def render_statistics(report: Report, least: Severity) -> str:
    """Return how many findings each rule has, the most frequent first."""
    counts = Counter((finding.name, finding.rule) for finding in report.findings if finding.severity.rank >= least.rank)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][1]))
    digits = max((len(str(count)) for _, count in rows), default=1)
    return "\n".join(f"{count:>{digits}}  {name} ({code})" for (name, code), count in rows)


def _place(location: Location) -> str:
    return f"{clean(location.path)}:{location.line}:{location.column}"


def _others(locations: list[Location]) -> str:
    first = locations[0]
    if len(locations) == 1:
        return ""
    places = [
        f"{location.line}:{location.column}" if location.path == first.path else _place(location)
        for location in locations[1:]
    ]
    return f" [also {', '.join(places)}]"
