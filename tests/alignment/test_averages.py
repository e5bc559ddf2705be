"""An average month beside the total of several."""

from factlint.alignment.averages import averages_over_time
from tests.alignment.reading import evidence


def test_an_average_month_and_nine_months() -> None:
    """The period of the total says how many months it has."""
    text = (
        "Sales were 13.41 million euros from April to December 2022, with average monthly sales of 1.49 million euros."
    )
    assert [one.factor for one in averages_over_time(evidence(text))] == [9]


def test_an_average_of_something_else() -> None:
    """Costs are no sales."""
    text = (
        "Sales were 13.41 million euros from April to December 2022, with average monthly costs of 1.49 million euros."
    )
    assert list(averages_over_time(evidence(text))) == []
