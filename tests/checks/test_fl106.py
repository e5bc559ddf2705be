"""FL106: four or eight powers of ten, as between wan and yi."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding

TEXT = "The province planted {} fruit trees last year.\n\nIn all, the province planted {} fruit trees last year.\n"


@pytest.mark.parametrize(
    ("first", "second", "factor"),
    [("26.4 million", "2,640", "10,000"), ("2,640", "26.4 million", "10,000"), ("26.4 billion", "264", "100,000,000")],
)
def test_the_factor_is_named(first: str, second: str, factor: str) -> None:
    """The factor is written out and the misread word named as a possible cause."""
    found = finding(TEXT.format(first, second), "FL106")
    assert found.severity is Severity.ERROR
    assert f"a factor of {factor}" in (found.arithmetic or "")
    assert "wan (ten thousand) or yi (a hundred million) misread?" in (found.arithmetic or "")


def test_three_powers_of_ten_are_another_slip() -> None:
    """Million for thousand is a slip of the scale word."""
    assert finding(TEXT.format("26.4 million", "26,400"), "FL104").rule == "FL104"
