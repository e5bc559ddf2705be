"""What a run is told beside its paths, on the command line and in a file, and the exit status that it ends with."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factlint.config.read import find_config, load_config
    from factlint.config.values import Config
    from factlint.model.finding import Report, Severity

__all__ = [
    "FINDINGS",
    "INTERRUPTED",
    "OK",
    "TROUBLE",
    "Config",
    "FailOn",
    "exit_status",
    "find_config",
    "load_config",
    "split_words",
]

OK, FINDINGS, TROUBLE, INTERRUPTED = 0, 1, 2, 130

_HOMES = {
    "Config": "values",
    "find_config": "read",
    "load_config": "read",
}


class FailOn(StrEnum):
    """From which severity on findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


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


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- reading is imported where a file is read: start-up is felt
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(f"factlint.config.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
