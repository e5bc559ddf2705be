"""The baseline: findings that were there when a desk began, accepted by fingerprint and never by line.

A JSON file with a finding a line, so that a change of it can be read in a review.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from factlint.acceptance.whole import write_whole
from factlint.acceptance.written import MALFORMED, UNUSED, place_at, told_of
from factlint.errors import DataError, UsageError
from factlint.knowledge.card import Card
from factlint.model.finding import Finding, Report
from factlint.model.record import dataclass

DEFAULT = "factlint-baseline.json"
VERSION = 1
_HOUSEKEEPING = (UNUSED, MALFORMED)


@dataclass(slots=True, frozen=True)
class Entry:
    """An accepted finding: rule, fingerprint, the texts that it is of, and what they say there."""

    rule: str
    name: str
    fingerprint: str
    paths: tuple[str, ...]
    quotes: tuple[str, ...]
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What tells an entry from others."""
        return self.rule, self.fingerprint, self.paths

    def line(self) -> str:
        """Return the entry as a line of JSON."""
        fields: dict[str, object] = {
            "rule": self.rule, "name": self.name, "fingerprint": self.fingerprint,
            "paths": list(self.paths), "quotes": list(self.quotes),
        }  # fmt: skip
        if self.reason:
            fields["reason"] = self.reason
        import json

        return json.dumps(fields, ensure_ascii=False)


def entry_of(finding: Finding, folder: Path) -> Entry:
    """Return the entry of a finding; paths count from the folder of the baseline."""
    paths = tuple(dict.fromkeys(relative(location.path, folder) for location in finding.locations))
    quotes = tuple(" ".join(location.text.split()) for location in finding.locations)
    return Entry(finding.rule, finding.name, finding.fingerprint, paths, quotes)


def relative(path: str, folder: Path) -> str:
    """Return a path as seen from a folder, with slashes."""
    try:
        return os.path.relpath(os.path.realpath(path), os.path.realpath(folder)).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.replace(os.sep, "/")


def read_baseline(path: Path) -> list[Entry]:
    """Read a baseline; raises DataError where it is none."""
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such baseline; --write-baseline writes it") from None
    except OSError as error:
        raise UsageError(f"{path}: the baseline cannot be read: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        raise DataError(
            path, error.lineno, f"this is no baseline: {error.msg}", "--write-baseline writes one"
        ) from None
    except UnicodeDecodeError:
        raise DataError(path, 0, "this is no baseline: it is not UTF-8", "--write-baseline writes one") from None
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), list):
        raise DataError(path, 0, "this is no baseline of this program", "--write-baseline writes one")
    return [_entry(fields, number, path) for number, fields in enumerate(data["findings"], 1)]


def _entry(fields: object, number: int, path: Path) -> Entry:
    try:
        assert isinstance(fields, dict)
        rule, name, fingerprint = (fields[key] for key in ("rule", "name", "fingerprint"))
        paths, quotes = tuple(fields["paths"]), tuple(fields.get("quotes", ()))
        assert all(isinstance(word, str) for word in (rule, name, fingerprint, *paths, *quotes)) and paths
        return Entry(rule, name, fingerprint, paths, quotes, str(fields.get("reason", "")))
    except (AssertionError, KeyError, TypeError):
        raise DataError(
            path, 0, f"finding {number} of this baseline lacks a rule, a fingerprint or paths",
            "--write-baseline writes it anew",
        ) from None  # fmt: skip


def accept(report: Report, path: Path, rules: Mapping[str, Card], *, cross: bool) -> None:
    """Take from a report the findings that a baseline accepts, and add one for each entry that is stale."""
    entries = {entry.key: entry for entry in read_baseline(path)}
    kept, met = [], set()
    for finding in report.findings:
        key = entry_of(finding, path.parent).key
        if key in entries:
            met.add(key)
        else:
            kept.append(finding)
    report.suppressed += len(report.findings) - len(kept)
    report.findings = kept
    if UNUSED in rules:
        report.findings += _stale(report, path, [e for e in entries.values() if e.key not in met], rules, cross=cross)


def _stale(
    report: Report, path: Path, entries: Sequence[Entry], rules: Mapping[str, Card], *, cross: bool
) -> list[Finding]:
    """Return a finding for each entry that this run could have met, and did not."""
    checked = {relative(file.path, path.parent) for file in report.files}
    source = path.read_text(encoding="utf-8")
    card = rules[UNUSED]
    found = []
    for entry in entries:
        if entry.rule not in rules or (len(entry.paths) > 1 and not cross):
            continue
        gone = [name for name in entry.paths if not (path.parent / name).exists()]
        if not gone and not checked.issuperset(entry.paths):
            continue
        start = max(source.find(f'"{entry.fingerprint}"'), 0)
        where = place_at(str(path), source, start, start + len(entry.fingerprint) + 2, "baseline entry")
        words = f"the baseline accepts {entry.name} in {', '.join(entry.paths)}"
        message = f"Stale: {words}, and nothing is found there now"
        if gone:
            message = f"Stale: {words}, and there is no such file now"
        advice = "Write the baseline anew with --write-baseline, or remove the line."
        found.append(told_of(UNUSED, card.name, card.severity, message, where, advice))
    return found


def write(report: Report, path: Path) -> int:
    """Write a baseline of all findings of a report and return their number.

    Entries of texts that this run did not check stay, and so do the reasons that were written into it.
    """
    old = read_baseline(path) if path.exists() else []
    reasons = {entry.key: entry.reason for entry in old}
    checked = {relative(file.path, path.parent) for file in report.files}
    kept = [e for e in old if not checked.intersection(e.paths) and all((path.parent / p).exists() for p in e.paths)]
    new = [entry_of(finding, path.parent) for finding in report.findings if finding.rule not in _HOUSEKEEPING]
    entries = {entry.key: entry for entry in (*kept, *new)}
    lines = [
        Entry(e.rule, e.name, e.fingerprint, e.paths, e.quotes, reasons.get(e.key, e.reason)).line()
        for e in sorted(entries.values(), key=lambda e: (e.paths, e.rule, e.quotes, e.fingerprint))
    ]
    body = ",\n  ".join(lines)
    text = (
        f'{{"version": {VERSION}, "findings": [\n  {body}\n]}}\n'
        if lines
        else f'{{"version": {VERSION}, "findings": []}}\n'
    )
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise UsageError(f"{path}: the baseline cannot be written: {error.strerror or error}") from None
    return len(lines)
