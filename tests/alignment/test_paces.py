"""Amounts over a time, and so much per time."""

import pytest

from factlint.alignment.paces import averages_over_time, paces
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 25 years the dune moved 75 metres, or 3 metres a year.", ["3 metres a year", "25 years", "75 metres"]),
        (
            "The wall grew 80 metres in two decades, or 4 metres a year.",
            ["4 metres a year", "two decades", "80 metres"],
        ),
        ("It rises three months every two years, or 1.25 years every decade.", ["1.25 years", "", "three months"]),
    ],
)
def test_rates_over_time(text: str, figures: list[str]) -> None:
    """The rate, the time and the amount."""
    assert [texts(one.rate, one.number, one.amount) for one in paces(evidence(text))] == [figures]


@pytest.mark.parametrize(
    "text",
    [
        "In 25 days the crew laid 75 metres, or 21 metres a week.",
        "In 25 years the dune moved 75 metres, and 3 metres a year is much.",
        "The dune moved 75 metres, or 3 metres a year.",
    ],
)
def test_what_is_no_rate_over_time(text: str) -> None:
    """Working days, no apposition, no time."""
    assert list(paces(evidence(text))) == []


def test_an_average_month_and_nine_months() -> None:
    """The period of the total says how many months it has."""
    text = (
        "Sales were 13.41 million euros from April to December 2022, with average monthly sales of 1.49 million euros."
    )
    assert [one.factor for one in averages_over_time(evidence(text))] == [9]
