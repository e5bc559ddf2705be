"""FL401: rates that two brackets imply, and how far apart they must lie."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, roles

COSTS = "The bridge cost 1.213 billion yuan (${}). The tunnel cost 2.426 billion yuan (${}).\n"


@pytest.mark.parametrize(("second", "severity"), [("300.1 million", "warning"), ("34.02 million", "error")])
def test_severity_follows_the_distance(second: str, severity: str) -> None:
    """Rates a factor of two apart are an error."""
    assert finding(COSTS.format("170.1 million", second), "FL401").severity == Severity(severity)


def test_both_rates_are_written_out() -> None:
    """Each amount over its bracket, and the rates that come out."""
    found = finding(COSTS.format("170.1 million", "34.02 million"), "FL401")
    assert (found.arithmetic or "").count("CNY per dollar") == 2
    assert roles(found) == ["amount", "its conversion", "amount", "its conversion"]


@pytest.mark.parametrize(
    ("second", "fires"), [("340.2 million", False), ("337 million", False), ("330.2 million", True)]
)
def test_two_percent_may_be_the_day(second: str, fires: bool) -> None:
    """Rates within two percent may be those of two days."""
    assert bool(findings(COSTS.format("170.1 million", second), "FL401")) is fires


def test_one_bracket_judges_nothing() -> None:
    """Without a second bracket there is nothing to compare with."""
    assert findings("The bridge cost 1.213 billion yuan ($17.01 million).") == []
