"""Rules that a configuration leaves out in some files."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from factlint.acceptance.patterns import Patterns, lies_under, literal_part
from factlint.acceptance.written import UNUSED, place_at, told_of
from factlint.checks.select import codes_meant
from factlint.knowledge.card import Card
from factlint.model.allowance import Allowance
from factlint.model.finding import Finding, Location, Report
from factlint.model.record import dataclass

SIDE_FILE = ".factlint.toml"


def side_file(path: str) -> Path | None:
    """Return the file of suppressions that stands beside a text, None where there is none."""
    beside = path + SIDE_FILE
    return Path(beside) if os.path.isfile(beside) else None


@dataclass(slots=True, frozen=True)
class PerFile:
    """Rules that are left out in the files of a pattern, and the line that says so."""

    pattern: str  # as in .gitignore; ! before it means all other files
    rules: tuple[str, ...]  # names, codes and prefixes
    line: int

    def means(self, path: str, folder: Path) -> bool:
        """Say whether a file is meant; patterns count from a folder."""
        if self.pattern.startswith("!"):
            return not Patterns(folder, (self.pattern[1:],)).match(path)
        return Patterns(folder, (self.pattern,)).match(path)


def ignores_of(
    path: str, ignores: Iterable[PerFile], config: Path, cards: Mapping[str, Card], judged: frozenset[str],
    walked: Sequence[str],
) -> list[Allowance]:  # fmt: skip
    """Return what a configuration leaves out in a file.

    Only a run that walks all folders that a pattern may reach can tell that it is of no use.
    """
    return [
        Allowance(
            path,
            tuple((word, codes_meant(word, cards) & judged) for word in ignore.rules),
            _place(config, ignore),
            is_judged=lies_under(config.parent / literal_part(ignore.pattern.lstrip("!")), walked),
        )
        for ignore in ignores
        if ignore.means(path, config.parent)
    ]


def idle_patterns(
    report: Report, ignores: Iterable[PerFile], config: Path, rules: Mapping[str, Card], walked: Sequence[str]
) -> list[Finding]:
    """Return a finding for each pattern that no file of a run matches, though all folders were walked that it may reach."""
    if UNUSED not in rules:
        return []
    met = {allowance.where for allowance in report.allowances}
    card, found = rules[UNUSED], []
    for ignore in ignores:
        where = _place(config, ignore)
        if where not in met and lies_under(config.parent / literal_part(ignore.pattern.lstrip("!")), walked):
            message = f"No file that was checked matches the pattern {ignore.pattern}"
            found.append(told_of(UNUSED, card.name, card.severity, message, where, card.advice))
    return found


def _place(config: Path, ignore: PerFile) -> Location:
    """Return where the pattern stands in the configuration."""
    source = config.read_text(encoding="utf-8")
    line_start = 0
    for _ in range(max(ignore.line, 1) - 1):
        line_start = source.find("\n", line_start) + 1
    start = source.find(ignore.pattern, line_start)
    start = line_start if start < 0 else start
    return place_at(str(config), source, start, start + len(ignore.pattern), "per-file ignore")
