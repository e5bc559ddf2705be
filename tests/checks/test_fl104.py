"""FL104: a slip of scale is an error that names the factor, and wins over the plain restatement."""

from factlint.model.finding import Severity
from tests.checks.found import finding, findings

TEXT = "The port handled 11.45 {} of grain last year.\n\nA record: the port handled 11.45 {} of grain last year.\n"


def test_the_factor_is_named() -> None:
    """Both values and how often one goes into the other."""
    found = finding(TEXT.format("million tonnes", "billion tonnes"), "FL104")
    assert found.severity is Severity.ERROR
    assert found.confidence >= 0.9
    assert "11,450,000 metric tons and 11.45 billion metric tons: a factor of 1,000" in (found.arithmetic or "")


def test_one_finding_is_enough() -> None:
    """The pair is not told a second time as a restatement."""
    assert len(findings(TEXT.format("million tonnes", "billion tonnes"))) == 1


def test_equal_values_at_two_scales_are_no_slip() -> None:
    """11.45 million and 11,450 thousand are one value."""
    assert findings(TEXT.format("million tonnes", "million metric tons")) == []
