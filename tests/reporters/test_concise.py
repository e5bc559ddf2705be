"""One line a finding, and the count by rule."""

from dataclasses import replace

from factlint.model.finding import Report, Severity
from factlint.reporters.concise import render_concise, render_statistics
from tests.reporters.sample import report


def test_a_finding_is_one_line() -> None:
    """Place, severity, message, the other places, name and code."""
    assert render_concise(report(), Severity.WARNING) == (
        "press/a.txt:2:90: error: 5G base stations are given two values that cannot both hold. "
        '["over 2.64 million", also "2.46 million" (3:15)] '
        "restated-value-differs (FL101)"
    )


def test_verified_adds_lines() -> None:
    """What agrees is told in the same form."""
    lines = render_concise(report(), Severity.ERROR, verified=True).splitlines()
    assert lines[1] == 'press/a.txt:1:16: verified: 1 = 1 ["March", also "中国" (3:48)] (FL101)'


def test_long_words_are_cut() -> None:
    """A place of many words does not make a long line of its finding."""
    told = report()
    told.findings[0].locations[1] = replace(told.findings[0].locations[1], path="b.txt", text="x" * 41)
    assert f'also "{"x" * 37}..." (b.txt:3:15)]' in render_concise(told, Severity.WARNING)


def test_statistics_count_by_rule() -> None:
    """Each busy rule with its findings and claims, the most frequent first; milder findings are not counted."""
    made = report()
    assert render_statistics(made, Severity.INFO) == (
        "findings  claims compared  agreeing  conflicting\n"
        "       1                2         0            2  restated-value-differs (FL101)\n"
        "       1                0         0            0  ordinal-suffix (FL702)\n"
        "\n"
        "3 claims read: 2 compared under a rule, 1 with nothing to compare with; 1 of 3 rules had nothing to compare"
    )
    assert "FL702" not in render_statistics(made, Severity.ERROR)


def test_statistics_of_nothing() -> None:
    """Where no rule compared anything there is no table."""
    assert render_statistics(Report(), Severity.INFO) == (
        "0 claims read: 0 compared under a rule, 0 with nothing to compare with; 0 of 0 rules had nothing to compare"
    )
