"""FL107: labels that differ over the same digits."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, silent

TEXT = "Total fishing revenue reached {} in 2022.\n\nTotal fishing revenue in 2022 was {}.\n"


def test_both_labels_are_named() -> None:
    """The message says under which two units the figure stands."""
    found = finding(TEXT.format("425.2 million euros", "425.2 million yen"), "FL107")
    assert found.severity is Severity.ERROR
    assert "in EUR and in JPY" in found.message
    assert found.arithmetic == "425.2 million euros is not 425.2 million yen"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("425.2 million euros", "€425.2 million"),
        ("425.2 million US dollars", "$425.2 million"),
        ("425.2 tonnes", "425.2 t"),
    ],
)
def test_two_names_of_one_unit_agree(first: str, second: str) -> None:
    """A sign and a word may mean one unit."""
    assert silent(TEXT.format(first, second))


def test_round_figures_under_two_units_prove_nothing() -> None:
    """100 euros and 100 people share their digits by accident."""
    assert findings("The course costs 100 euros.\n\nThe course takes 100 people.\n") == []
