"""The report for people: each finding so that an editor understands it in ten seconds, then one line that sums up."""

from collections.abc import Iterable
from textwrap import wrap

from factlint.model.finding import Agreement, Finding, Report, Severity
from factlint.reporters.excerpt import inline, quote
from factlint.reporters.marks import Marks
from factlint.reporters.segments import Line, Segment, Style, clean, width

_SEVERITY = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}


def lay_out(report: Report, least: Severity, marks: Marks, columns: int, *, verified: bool = False) -> list[Line]:
    """Return the lines of the whole report; findings milder than ``least`` are counted only."""
    shown = [finding for finding in report.findings if finding.severity.rank >= least.rank]
    lines: list[Line] = []
    for finding in shown:
        lines += [*_finding(finding, marks, columns), []]
    if verified:
        lines += _agreements(report.verified, marks, columns)
    lines += _broken(summary(report, shown, marks), columns)
    if hidden := len(report.findings) - len(shown):
        more = f"{_count(hidden, 'finding')} below {least.value} not shown; --min-severity info shows all"
        lines.append([Segment(more, Style.DIM)])
    return lines


def summary(report: Report, shown: Iterable[Finding], marks: Marks) -> Line:
    """Return the closing line: files, claims read, claims cross-checked, agreeing, in conflict; what was not read."""
    files = report.files
    claims = sum(file.claims for file in files)
    found = _severities(shown)
    conflicting = sum(file.conflicting for file in files)
    agreeing = sum(file.agreeing for file in files)
    parts: Line = [
        Segment(_count(len(files), "file")),
        Segment(f"{_count(claims, 'claim')} read"),
        Segment(f"{sum(file.checked for file in files):,} cross-checked"),
        Segment(f"{agreeing:,} agreeing", Style.GOOD if agreeing else Style.PLAIN),
        Segment(f"{conflicting:,} in conflict", Style.WARNING if conflicting else Style.PLAIN),
    ]
    if found:
        parts.append(Segment(found, Style.MESSAGE))
    if report.suppressed:
        parts.append(Segment(f"{report.suppressed:,} suppressed", Style.DIM))
    if report.errors:
        parts.append(Segment(f"{len(report.errors):,} not read", Style.ERROR))
    if not found and not report.errors:
        parts.append(Segment("nothing to report", Style.GOOD))
    line: Line = []
    for number, part in enumerate(parts):
        line += [Segment(f" {marks.dot} ", Style.DIM), part] if number else [part]
    return line


def _broken(line: Line, columns: int) -> list[Line]:
    """Return a line of parts with signs between them as lines of at most so many columns, broken at the signs."""
    lines: list[Line] = [[]]
    for sign, part in zip([None, *line[1::2]], line[::2], strict=True):
        taken = sum(width(segment.text) for segment in lines[-1])
        if sign is not None and taken + width(sign.text) + width(part.text) > columns:
            lines.append([Segment("  ")])
        elif sign is not None:
            lines[-1].append(sign)
        lines[-1].append(part)
    return lines


def _finding(finding: Finding, marks: Marks, columns: int) -> list[Line]:
    first = finding.locations[0]
    head: Line = [
        Segment(f"{clean(first.path)}:{first.line}:{first.column}", Style.PATH),
        Segment("  "),
        Segment(finding.severity.value, _SEVERITY[finding.severity]),
        Segment("  "),
        Segment(finding.name, Style.NAME),
        Segment(f" ({finding.rule})", Style.DIM),
        Segment(f"  confidence {finding.confidence:.2f}", Style.DIM),
    ]
    lines = [head, *_paragraph(finding.message, columns, Style.MESSAGE), []]
    lines += quote(finding.locations, marks, columns)
    if finding.arithmetic:
        lines.append([])
        told = finding.arithmetic.split("\n")
        for line in told:
            lines += _paragraph(line, columns, Style.PLAIN, hang="  " if len(told) > 1 else "")
    if finding.advice:
        lines += _paragraph(finding.advice, columns, Style.ADVICE, lead=f"{marks.next} ")
    return lines


def _agreements(agreements: Iterable[Agreement], marks: Marks, columns: int) -> list[Line]:
    """Return what agrees, by file and in text order, a line number before each quote."""
    by_path: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        by_path.setdefault(agreement.locations[0].path, []).append(agreement)
    lines: list[Line] = []
    for path, group in by_path.items():
        group.sort(key=lambda agreement: (agreement.locations[0].start, agreement.rule))
        heading = f" {marks.dash} {_count(len(group), 'agreement')}"
        lines += [[Segment(clean(path), Style.PATH), Segment(heading, Style.GOOD)], []]
        digits = max(len(str(location.line)) for agreement in group for location in agreement.locations)
        for agreement in group:
            lines += _agreement(agreement, marks, digits, columns)
        lines.append([])
    return lines


def _agreement(agreement: Agreement, marks: Marks, digits: int, columns: int) -> list[Line]:
    lines: list[Line] = []
    for location in agreement.locations:
        gutter = Segment(f"  {location.line:>{digits}} {marks.gutter} ", Style.DIM)
        lines.append([gutter, *inline(location, marks, columns - digits - 5)])
    indent = " " * (digits + 5)
    told = wrap(f"{agreement.arithmetic} ({agreement.rule})", columns - len(indent))
    return [*lines, *([Segment(indent), Segment(text, Style.GOOD)] for text in told)]


def _paragraph(text: str, columns: int, style: Style, lead: str = "", hang: str = "") -> list[Line]:
    """Return a paragraph, its first line behind ``lead`` and the others indented by as much and ``hang``."""
    rest = " " * len(lead) + hang
    wrapped = wrap(
        text, columns - 2, initial_indent=lead, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [[Segment("  "), Segment(line, style)] for line in wrapped]


def _severities(findings: Iterable[Finding]) -> str:
    ranks = [finding.severity for finding in findings]
    counts = [(ranks.count(severity), severity.value) for severity in Severity]
    return ", ".join(_count(count, word) if word != "info" else f"{count:,} info" for count, word in counts if count)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
