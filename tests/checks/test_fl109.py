"""FL109: signs in the arithmetic, and sizes that differ."""

from factlint.model.finding import Severity
from tests.checks.found import finding, roles, silent

TEXT = "In March, coffee imports of the island {} by {} year on year.\n\nCoffee imports of the island {} by {} year on year in March.\n"


def test_the_signs_are_written_out() -> None:
    """A flipped sign is an error; the two changes stand with their signs."""
    found = finding(TEXT.format("rose", "12.4%", "fell", "12.4%"), "FL109")
    assert found.severity is Severity.ERROR
    assert found.arithmetic == "+12.4% against −12.4%"
    assert roles(found) == ["up", "down"]


def test_signs_over_other_sizes_are_not_judged() -> None:
    """A rise by 12.4% and a fall by 8.7% are two facts more likely than one misprinted."""
    assert silent(TEXT.format("rose", "12.4%", "fell", "8.7%"))


def test_one_sign_agrees() -> None:
    """Two rises of one size are no conflict."""
    assert silent(TEXT.format("rose", "12.4%", "increased", "12.4%"))
