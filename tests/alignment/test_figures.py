"""What figures themselves say of two mentions."""

import pytest

from factlint.alignment.figures import numbers_for_conflict, numbers_for_tie
from factlint.alignment.slips import Slip
from factlint.knowledge import load_knowledge
from tests.alignment.reading import pair

WEIGHTS = load_knowledge().weights


def conflict(first: str, second: str) -> tuple[Slip, float]:
    """Return the slip between two figures of one measure, and what they weigh."""
    _, one, two = pair(f"The dairy has {first} tankers.", f"The dairy has {second} tankers.")
    return numbers_for_conflict(one, two, WEIGHTS)


def tie(words: str) -> float:
    """Return what two equal figures weigh."""
    _, one, two = pair(f"The dairy has {words} tankers.", f"The dairy has {words} tankers.")
    return numbers_for_tie(one, two, WEIGHTS)


def test_a_slip_of_a_long_figure_weighs_more() -> None:
    """Of short figures many lie one digit apart by accident."""
    assert conflict("51,362", "41,362")[1] > conflict("513", "413")[1] > conflict("51", "41")[1]


def test_a_slip_weighs_more_than_unrelated_digits() -> None:
    """A known slip speaks for one fact, misprinted."""
    assert conflict("51,362", "51,326") == (Slip.TRANSPOSITION, conflict("51,362", "51,326")[1])
    assert conflict("51,362", "51,326")[1] > conflict("51,362", "48,917")[1] > conflict("51,362", "312,917")[1]


@pytest.mark.parametrize(("more", "less"), [("51,362", "513"), ("513", "51"), ("51", "5"), ("over 51", "51")])
def test_equal_figures_weigh_by_their_length(more: str, less: str) -> None:
    """A long figure is not shared by accident, nor is a bound."""
    assert tie(more) > tie(less)
