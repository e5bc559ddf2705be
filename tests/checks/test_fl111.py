"""FL111: word and figure side by side."""

import pytest

from tests.checks.found import finding, silent, ties


@pytest.mark.parametrize(
    ("words", "figure"), [("nine", "8"), ("forty-five", "54"), ("one hundred and twenty", "102"), ("fifteen", "50")]
)
def test_word_and_figure(words: str, figure: str) -> None:
    """Each of the two is told."""
    found = finding(f"The ward hired {words} ({figure}) nurses.", "FL111")
    assert f"the figure is {figure}" in (found.arithmetic or "")


def test_they_agree() -> None:
    """Equal numbers are an agreement that a tie-out may show."""
    assert len(ties("The ward hired nine (9) nurses.", "FL111")) == 1


@pytest.mark.parametrize("bracket", ["9 last year", "9%", "9 of them new", "2019: 8", "about 8"])
def test_brackets_that_say_something_else(bracket: str) -> None:
    """Only a bracket that a bare figure fills repeats the word."""
    assert silent(f"The ward hired ten ({bracket}) nurses.")
