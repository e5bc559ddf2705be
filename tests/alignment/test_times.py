"""How the times of two figures stand to each other."""

import pytest

from factlint.alignment.times import periods_of
from tests.alignment.reading import pair


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("the first quarter of 2023", "the first quarter of 2023", "same"),
        ("the first quarter of 2023", "January to March 2023", "same"),
        ("2022", "2023", "other"),
        ("March 2023", "the first quarter of 2023", "other"),
        ("the first half of 2022", "the second half of 2022", "other"),
        ("March", "May", "other"),
        ("March", "March", "same"),
        ("last year", "last year", "same"),
        ("the first quarter", "the second quarter", "other"),
    ],
)
def test_periods(first: str, second: str, answer: str) -> None:
    """Days decide where both are known, else the words."""
    _, one, two = pair(f"Deposits rose 7.7% in {first}.", f"Deposits rose 7.7% in {second}.")
    assert periods_of(one, two) == answer
    assert periods_of(two, one) == answer


def test_one_that_is_not_told_is_unknown() -> None:
    """Unknown is not different."""
    _, one, two = pair("Deposits rose 7.7% in March 2023. Fees rose 2%.", "Deposits rose 7.7%.")
    assert periods_of(one, two) == "unknown"
