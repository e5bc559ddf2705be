"""FL212: the factor that must be passed, and the period that the inflow is stretched to."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, roles

LOANS = (
    "New loans reached {flow} in {period}. "
    "At the end of {month}, outstanding loans stood at {stock}, up {growth} year on year."
)


def text(
    flow: str = "100 million euros",
    period: str = "the first quarter of 2022",
    month: str = "March",
    stock: str = "40 billion euros",
    growth: str = "25%",
) -> str:
    """Return a loan book with what came into it."""
    return LOANS.format(flow=flow, period=period, month=month, stock=stock, growth=growth)


def test_the_arithmetic_can_be_redone() -> None:
    """Growth of the stock, times of the inflow, and how often the inflow was taken."""
    found = finding(text(), "FL212")
    assert found.severity is Severity.ERROR
    assert roles(found) == ["stock", "growth of the stock", "inflow"]
    assert found.arithmetic == (
        "EUR 40 billion after a rise of 24.5% to 25.5% means a growth of about EUR 7.7112 to 8.2952 billion, "
        "20 times what came in at EUR 400,000,000 (4 times the stated inflow), what left not counted"
    )


@pytest.mark.parametrize(("flow", "fires"), [("380 million euros", True), ("420 million euros", False)])
def test_five_times_is_the_limit(flow: str, fires: bool) -> None:
    """Four quarters of 380 million are a fifth of the 7.7 billion; of 420 million they are more."""
    assert bool(findings(text(flow=flow), "FL212")) is fires


@pytest.mark.parametrize(
    ("period", "times"),
    [
        ("the first quarter of 2022", "(4 times the stated inflow)"),
        ("the first half of 2022", "(2 times the stated inflow)"),
        ("March 2022", "(12 times the stated inflow)"),
        ("2021", "(the stated inflow)"),
    ],
)
def test_the_inflow_is_stretched_to_a_year(period: str, times: str) -> None:
    """A year-on-year growth asks for a year of inflow."""
    assert times in (finding(text(flow="10 million euros", period=period), "FL212").arithmetic or "")


def test_a_fall_asks_for_no_inflow() -> None:
    """Only growth needs something to come in."""
    assert findings(text().replace("up 25%", "down 25%"), "FL212") == []


def test_an_inflow_without_a_period_judges_nothing() -> None:
    """Not knowing how long the inflow ran, nothing is said."""
    assert findings(text().replace(" in the first quarter of 2022", ""), "FL212") == []
