"""What has changed since a revision of a git repository: a pull request answers for its own lines only."""

import os
import re
import subprocess
from pathlib import Path

from factlint.errors import UsageError
from factlint.model.finding import Finding, Report
from factlint.model.record import dataclass

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(slots=True, frozen=True)
class Changes:
    """The lines that changed, by the real path of each file; None stands for all lines of a new file."""

    lines: dict[str, list[range] | None]

    def has_file(self, path: str) -> bool:
        """Say whether anything of a file changed."""
        return os.path.realpath(path) in self.lines

    def touch(self, finding: Finding) -> bool:
        """Say whether one of a finding's places stands on a line that changed."""
        for location in finding.locations:
            lines = self.lines.get(os.path.realpath(location.path), [])
            if lines is None or any(span.start <= location.end_line and location.line < span.stop for span in lines):
                return True
        return False

    def keep(self, report: Report) -> None:
        """Leave in a report what the changes answer for."""
        report.findings = [finding for finding in report.findings if self.touch(finding)]


def changes_since(revision: str, folder: Path) -> Changes:
    """Return what changed in the repository of a folder since it left a revision, what is not committed included."""
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", unknown=revision)
    base = _git(folder, "merge-base", revision, "HEAD", may_fail=True).strip().decode() or revision
    lines: dict[str, list[range] | None] = {}
    changed = _git(top, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--no-ext-diff", base, "--")
    for name in filter(None, changed.split(b"\0")):
        spans = _git(top, "diff", "--unified=0", "--no-color", "--no-renames", "--no-ext-diff", "--text", base, "--",
                     os.fsdecode(name))  # fmt: skip
        lines[os.path.realpath(top / os.fsdecode(name))] = [_span(found) for found in _HUNK.finditer(spans)]
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    lines.update((os.path.realpath(top / os.fsdecode(name)), None) for name in filter(None, new.split(b"\0")))
    return Changes(lines)


def _span(hunk: re.Match[bytes]) -> range:
    """Return the lines of the new text that a hunk holds; where lines were taken out, those on both sides."""
    first, count = int(hunk[1]), int(hunk[2] or 1)
    return range(first, first + count) if count else range(first, first + 2)


def _git(folder: Path, *arguments: str, may_fail: bool = False, unknown: str = "") -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("--only-changed-since needs git, and there is none") from None
    if done.returncode and not may_fail:
        if unknown:
            raise UsageError(f"{unknown!r} is no revision of this repository")
        raise UsageError(f"git: {done.stderr.decode('utf-8', 'replace').strip() or 'failed'}")
    return b"" if done.returncode else done.stdout
