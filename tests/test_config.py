"""Words of options, and the exit status of a run."""

import pytest

from factlint.config import FailOn, exit_status, split_words
from factlint.model.finding import Problem
from tests.reporters.sample import report


def test_words_come_by_commas_or_by_options_given_again() -> None:
    """--select FL1,FL203 --select restated-value-differs is three words."""
    assert split_words(["FL1, FL203", "restated-value-differs,"]) == ("FL1", "FL203", "restated-value-differs")


@pytest.mark.parametrize(
    ("fail_on", "severities", "status"),
    [
        (FailOn.WARNING, ["error", "info"], 1),
        (FailOn.WARNING, ["info"], 0),
        (FailOn.INFO, ["info"], 1),
        (FailOn.ERROR, ["error"], 1),
        (FailOn.ERROR, ["info"], 0),
        (FailOn.NEVER, ["error"], 0),
    ],
)
def test_exit_status(fail_on: FailOn, severities: list[str], status: int) -> None:
    """1 from the severity that was named on, else 0."""
    made = report()
    made.findings = [finding for finding in made.findings if finding.severity in severities]
    assert exit_status(made, fail_on) == status


def test_what_could_not_be_read_outranks_findings() -> None:
    """2 outranks 1, and --exit-zero hides the 1 only."""
    made = report()
    assert exit_status(made, FailOn.WARNING, exit_zero=True) == 0
    made.errors.append(Problem("b.txt", "no such file"))
    assert exit_status(made, FailOn.WARNING) == 2
    assert exit_status(made, FailOn.WARNING, exit_zero=True) == 2
    assert exit_status(made, FailOn.NEVER) == 2
