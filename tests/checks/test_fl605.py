"""FL605: lists that respectively joins, on lists whose lengths are known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent

THINGS = ("steel", "cement", "glass", "paper", "timber")
FIGURES = ("6.1%", "7.5%", "8.4%", "2.3%", "9.7%")


def joined(words: tuple[str, ...]) -> str:
    """Return words as a list: A, B and C."""
    return ", ".join(words[:-1]) + " and " + words[-1]


@given(st.integers(2, 5), st.integers(2, 5))
def test_both_lists_must_be_of_one_length(things: int, figures: int) -> None:
    """Lists of one length are never told; others are, with every thing and figure named."""
    text = f"The output of {joined(THINGS[:things])} rose by {joined(FIGURES[:figures])}, respectively."
    if things == figures:
        assert silent(text)
        return
    found = finding(text, "FL605")
    assert found.severity is Severity.WARNING
    assert quotes(found) == [*FIGURES[:figures], *THINGS[:things]]


def test_both_lengths_are_written_out() -> None:
    """How many figures, how many things, and which."""
    found = finding("The output of steel, cement and glass rose by 6.1% and 7.5%, respectively.", "FL605")
    assert found.arithmetic == "figures: 2 (6.1%, 7.5%); things: 3 (steel, cement, glass)"
    assert roles(found) == ["figure", "figure", "thing", "thing", "thing"]
