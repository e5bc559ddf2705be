"""What a run is told beside its paths, and the exit status that it ends with."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.model.finding import Report, Severity

OK, FINDINGS, TROUBLE, INTERRUPTED = 0, 1, 2, 130


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
