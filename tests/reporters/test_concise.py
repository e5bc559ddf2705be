"""One line a finding, and the count by rule."""

from factlint.model.finding import Severity
from factlint.reporters.concise import render_concise, render_statistics
from tests.reporters.sample import report


def test_a_finding_is_one_line() -> None:
    """Place, severity, message, the other places, name and code."""
    assert render_concise(report(), Severity.WARNING) == (
        "press/a.txt:2:90: error: 5G base stations are given two values that cannot both hold. [also 3:15] "
        "restated-value-differs (FL101)"
    )


def test_verified_adds_lines() -> None:
    """What agrees is told in the same form."""
    lines = render_concise(report(), Severity.ERROR, verified=True).splitlines()
    assert lines[1] == "press/a.txt:1:16: verified: 1 = 1 [also 3:48] (FL101)"


def test_statistics_count_by_rule() -> None:
    """Each rule with its number of findings, the most frequent first."""
    assert render_statistics(report(), Severity.INFO) == (
        "1  restated-value-differs (FL101)\n"
        "1  ordinal-suffix (FL702)"
    )  # fmt: skip
    assert render_statistics(report(), Severity.ERROR) == "1  restated-value-differs (FL101)"
