"""Of what time a figure speaks."""

import pytest

from factlint.model.claim import How
from tests.claims.reading import claim


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("Deposits rose 7.7% in March.", "7.7%", "March"),
        ("In the first quarter of 2023, deposits rose 7.7%.", "7.7%", "the first quarter of 2023"),
        ("Deposits reached 48 million euros in May and 52 million euros in June.", "48 million euros", "May"),
        ("Deposits reached 48 million euros in May and 52 million euros in June.", "52 million euros", "June"),
        ("At the end of March, the waiting list stood at 48,000.", "48,000", "the end of March"),
    ],
)
def test_the_nearest_period_is_stated(text: str, figure: str, period: str) -> None:
    """To the right within its clause, else to the left."""
    found = claim(text, figure)
    assert found.period is not None
    assert (found.period.text, found.period_how) == (period, How.STATED)


@pytest.mark.parametrize(
    ("text", "figure", "comparison"),
    [
        ("Deposits rose 7.7% year on year.", "7.7%", "yoy"),
        ("Deposits rose 7.7% on the year.", "7.7%", "yoy"),
        ("Deposits rose 7.7% quarter on quarter.", "7.7%", "qoq"),
        ("Deposits rose 7.7% month on month.", "7.7%", "mom"),
        ("Deposits rose 7.7%.", "7.7%", ""),
    ],
)
def test_what_a_change_is_measured_against(text: str, figure: str, comparison: str) -> None:
    """A phrase of comparison beside the change."""
    assert claim(text, figure).comparison == comparison


def test_a_period_after_from_is_no_time_of_the_figure() -> None:
    """A change from the fourth quarter is measured against it."""
    found = claim(
        "The jobless rate rose 0.3 percentage points from the fourth quarter of 2022.", "0.3 percentage points"
    )
    assert found.against is not None
    assert found.against.text == "the fourth quarter of 2022"
    assert found.period is None or found.period.text != "the fourth quarter of 2022"


def test_an_opening_period_is_inherited_by_the_paragraph() -> None:
    """What opens a sentence rules the next ones, until the paragraph ends."""
    text = "In March 2023, deposits rose 7.7%. Loans rose 4.2%.\n\nFees rose 1.3%. Costs fell 2.1%."
    loans, fees = claim(text, "4.2%"), claim(text, "1.3%")
    assert loans.period is not None
    assert (loans.period.text, loans.period_how) == ("March 2023", How.INHERITED)
    assert fees.period is None


def test_a_rate_of_time_is_no_period() -> None:
    """A year, as in 48 liters a year, is no place on the calendar."""
    assert claim("Each cow gives 8,412 liters a year.", "8,412 liters a year").period is None
