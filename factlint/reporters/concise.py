"""One line a finding, for lists and for editors that jump to a place; and the count by rule."""

from collections import Counter

from factlint.model.finding import Location, Report, Severity
from factlint.reporters.segments import clean

_LONGEST = 40  # letters of a place that are quoted
_COLUMNS = ("findings", "claims compared", "agreeing", "conflicting")


def render_concise(report: Report, least: Severity, *, verified: bool = False) -> str:
    """Return a line for each finding: path:line:column: severity: message [words, also other words (line:column)] NAME (CODE)."""
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
    """Return a table of the rules that compared or found something, and how many claims had nothing to compare with.

    Findings are counted by the rule that they are told under, claims by every rule that compared them.
    """
    found = Counter(finding.rule for finding in report.findings if finding.severity.rank >= least.rank)
    busy = [count for count in report.rules.values() if count.compared or found[count.code]]
    busy.sort(key=lambda count: (-found[count.code], -count.conflicting, -count.compared, count.code))
    rows = [
        (f"{found[count.code]:,}", f"{count.compared:,}", f"{count.agreeing:,}", f"{count.conflicting:,}")
        for count in busy
    ]
    lines = []
    if rows:
        names = [f"{count.name} ({count.code})" for count in busy]
        for name, row in zip(["", *names], [_COLUMNS, *rows], strict=True):
            cells = (f"{cell:>{len(title)}}" for cell, title in zip(row, _COLUMNS, strict=True))
            lines.append(f"{'  '.join(cells)}  {name}".rstrip())
        lines.append("")
    claims, checked = sum(file.claims for file in report.files), sum(file.checked for file in report.files)
    idle = len(report.rules) - len(busy)
    lines.append(
        f"{claims:,} {'claim' if claims == 1 else 'claims'} read: {checked:,} compared under a rule, "
        f"{claims - checked:,} with nothing to compare with; "
        f"{idle:,} of {len(report.rules):,} rules had nothing to compare"
    )
    return "\n".join(lines)


def _place(location: Location) -> str:
    return f"{clean(location.path)}:{location.line}:{location.column}"


def _others(locations: list[Location]) -> str:
    """Return the words of the first place beside those of the others: a line shows both figures of a conflict."""
    first = locations[0]
    if len(locations) == 1:
        return ""
    told = (
        f"{_quoted(location)} ({location.line}:{location.column})"
        if location.path == first.path
        else f"{_quoted(location)} ({_place(location)})"
        for location in locations[1:]
    )
    return f" [{_quoted(first)}, also {', '.join(told)}]"


def _quoted(location: Location) -> str:
    words = clean(" ".join(location.text.split()))
    return f'"{words[: _LONGEST - 3]}..."' if len(words) > _LONGEST else f'"{words}"'
