"""FL103: which place is the bound, how far outside makes an error, and figures that only touch."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles

FUND = "In 2022, the relief fund paid out {} to farmers.\n\nThe relief fund paid farmers {} in 2022.\n"


def test_the_bound_is_named_as_such() -> None:
    """The half-line is the bound and the point the figure, in whichever order they stand."""
    found = finding(FUND.format("more than 500 million euros", "413.6 million euros"), "FL103")
    assert roles(found) == ["bound", "figure"]
    found = finding(FUND.format("413.6 million euros", "more than 500 million euros"), "FL103")
    assert (quotes(found)[0], roles(found)) == ("413.6 million euros", ["figure", "bound"])


@pytest.mark.parametrize(("figure", "severity"), [("413.6 million euros", "warning"), ("213.6 million euros", "error")])
def test_severity_follows_the_distance(figure: str, severity: str) -> None:
    """Less than half of a lower bound is an error, anything nearer a warning."""
    assert finding(FUND.format("more than 500 million euros", figure), "FL103").severity == Severity(severity)


def test_the_arithmetic_names_the_half_line() -> None:
    """The bound is written as the values that it allows."""
    found = finding(FUND.format("more than 500 million euros", "413.6 million euros"), "FL103")
    assert (found.arithmetic or "").startswith(
        "more than EUR 500,000,000, and EUR 413,550,000 to 413,650,000: they share no value"
    )


def test_figures_that_touch_are_at_most_info() -> None:
    """Over 20, and 20: the two have a common end."""
    text = FUND.format("more than 512.5 million euros", "512.5 million euros")
    assert all(found.severity is Severity.INFO for found in findings(text))
