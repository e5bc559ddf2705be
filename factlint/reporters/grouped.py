"""The findings by file: a heading a file, a line a finding."""

from factlint.model.finding import Finding, Report, Severity
from factlint.reporters.segments import clean
from factlint.reporters.wording import by_path, one_line, others, shown


def render(report: Report, least: Severity) -> str:
    """Return the findings under the paths of their files, in columns."""
    blocks = []
    for path, findings in by_path(shown(report, least)).items():
        places = [f"{finding.locations[0].line}:{finding.locations[0].column}" for finding in findings]
        across, wide = max(map(len, places)), max(len(finding.severity.value) for finding in findings)
        lines = [f"{clean(path)}:"]
        for at, finding in zip(places, findings, strict=True):
            lines.append(f"  {at:>{across}}  {finding.severity.value:<{wide}}  {_told(finding)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _told(finding: Finding) -> str:
    also = others(finding.locations)
    told = f"{one_line(finding.message)}{f' [also {also}]' if also else ''} {finding.name} ({finding.rule})"
    return clean(told)
