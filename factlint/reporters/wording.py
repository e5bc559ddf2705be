"""What several formats say of a finding in the same words, and how their paths are written."""

import os
from collections.abc import Iterable, Mapping, Sequence

from factlint.model.finding import Finding, Location, Report, Severity

HOME = "https://example.org/factlint"


def shown(report: Report, least: Severity) -> list[Finding]:
    """Return the findings that are to be told: those at or above a severity."""
    return [finding for finding in report.findings if finding.severity.rank >= least.rank]


def one_line(text: str) -> str:
    """Return a text without line ends and double spaces."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """Return a text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def explained(finding: Finding) -> str:
    """Return the message with the arithmetic behind it, a sentence a line: what a reader of one place needs."""
    lines = [finding.message, *(finding.arithmetic or "").split("\n")]
    return "\n".join(sentence(one_line(line)) for line in lines if line)


def place(location: Location, near: Location | None = None) -> str:
    """Return where a place is, for people: path:line:column, without the path where it is that of ``near``."""
    at = f"{location.line}:{location.column}"
    return at if near is not None and location.path == near.path else f"{location.path}:{at}"


def spot(line: int, where: Mapping[str, object]) -> str:
    """Return where a place is within its file: line 47, page 3, paragraph 12, cell B4, or the time of a subtitle."""
    for name in ("cell", "page", "paragraph"):
        if name in where:
            return f"{name} {where[name]}"
    return str(where["time"]) if "time" in where else f"line {line}"


def others(locations: Sequence[Location]) -> str:
    """Return the places beside the primary one with their words: "27.7%" (91:1389, restated)."""
    first = locations[0]
    told = (
        f'"{one_line(location.text)}" ({place(location, first)}{f", {location.role}" if location.role else ""})'
        for location in locations[1:]
    )
    return ", ".join(told)


def relative(path: str) -> str:
    """Return a path as a repository names it: from the working folder where it lies below, with forward slashes."""
    if os.path.isabs(path):
        here = os.path.realpath(os.curdir)
        real = os.path.realpath(path)
        path = os.path.relpath(real, here) if _is_below(real, here) else path
    path = path.replace(os.sep, "/")
    while path.startswith("./"):
        path = path.removeprefix("./").lstrip("/")
    return path


def by_path(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the path of their primary places, in the order given."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.locations[0].path, []).append(finding)
    return found


def _is_below(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath((path, folder)) == folder
    except ValueError:  # another drive
        return False
