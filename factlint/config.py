"""What a run is told beside its paths, on the command line and in a file, and the exit status that it ends with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.errors import DataError, UsageError

if TYPE_CHECKING:
    from factlint.knowledge.card import Card
    from factlint.knowledge.strict import Table
    from factlint.model.finding import Report, Severity

OWN_FILE, SHARED_FILE = "factlint.toml", "pyproject.toml"

OK, FINDINGS, TROUBLE, INTERRUPTED = 0, 1, 2, 130


class FailOn(StrEnum):
    """From which severity on findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


@dataclass(slots=True, frozen=True)
class Config:
    """What a project says once for all its runs, in factlint.toml or under [tool.factlint] in pyproject.toml."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: "Mapping[str, Severity]" = field(default_factory=dict)  # by code
    packs: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()


def find_config(folder: Path) -> Path | None:
    """Return the nearest configuration in a folder or above it: factlint.toml, else a pyproject.toml that speaks of us."""
    for place in (folder, *folder.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and "tool.factlint" in shared.read_text(encoding="utf-8", errors="replace"):
            return shared
    return None


def load_config(path: Path, cards: "Mapping[str, Card]") -> Config:
    """Read a configuration file; every mistake in it is told at once, with file and line."""
    from factlint.knowledge.strict import Collector, read_table

    if not path.is_file():
        raise UsageError(f"{path}: there is no such configuration file")
    mistakes = Collector()
    table = read_table(path, mistakes)
    if path.name == SHARED_FILE and not mistakes.errors:
        if "factlint" not in table.table("tool", {}).data:
            raise DataError(path, 0, "there is no table [tool.factlint] in this file")
        table = table.table("tool").table("factlint")
    config = _read(table, path.parent, cards)
    mistakes.finish()
    return config


def _read(table: "Table", folder: Path, cards: "Mapping[str, Card]") -> Config:
    from factlint.checks.select import complaint_about, find_card
    from factlint.model.finding import Severity

    words = {key: table.texts(key, ()) for key in ("select", "ignore", "extend-select")}
    for key, listed in words.items():
        for word in listed:
            if complaint := complaint_about(word, cards):
                table.wrong(key, complaint)
    severity: dict[str, Severity] = {}
    levels = table.table("severity", {})
    for word in levels.keys():  # noqa: SIM118 -- a Table is no dictionary
        level = levels.choice(word, Severity)
        try:
            severity[find_card(cards, word).code] = level
        except UsageError as error:
            levels.wrong(word, str(error))
    packs, facts = (_files(table, key, folder) for key in ("packs", "facts"))
    table.close()
    return Config(words["select"], words["ignore"], words["extend-select"], severity, packs, facts)


def _files(table: "Table", key: str, folder: Path) -> tuple[Path, ...]:
    """Return files that are named from the configuration's folder; one that is not there is a mistake."""
    files = tuple(folder / name for name in table.texts(key, ()))
    for file in files:
        if not file.is_file():
            table.wrong(key, f"{file}: there is no such file")
    return files


def split_words(values: Iterable[str]) -> tuple[str, ...]:
    """Return the words of options that may be given again or joined by commas: --select FL1,FL203."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def exit_status(report: "Report", fail_on: FailOn, *, exit_zero: bool = False) -> int:
    """Return the exit status of a run: 2 where an input could not be read, 1 on findings, else 0.

    ``exit_zero`` hides findings only.
    """
    if report.errors:
        return TROUBLE
    if exit_zero or fail_on is FailOn.NEVER:
        return OK
    fails = any(_reaches(finding.severity, fail_on) for finding in report.findings)
    return FINDINGS if fails else OK


def _reaches(severity: "Severity", fail_on: FailOn) -> bool:
    return severity.rank >= type(severity)(fail_on.value).rank
