"""FL204 and FL205 on levels whose ratio is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.found import findings, silent

levels = st.integers(101, 899).filter(lambda level: level % 10 != 0)


@given(levels, st.sampled_from([("doubled", 2), ("tripled", 3)]))
def test_a_multiple_that_follows_is_never_told(level: int, multiple: tuple[str, int]) -> None:
    """Twice and three times the level before."""
    word, factor = multiple
    assert silent(f"The herd {word} to {level * factor} cows from {level}.")


@given(levels, st.sampled_from([("doubled", 3), ("tripled", 2), ("more than doubled", 1), ("nearly tripled", 1)]))
def test_a_multiple_that_does_not_follow_is_told(level: int, multiple: tuple[str, int]) -> None:
    """Another factor is told by FL204."""
    word, factor = multiple
    found = findings(f"The herd {word} to {level * factor + 7} cows from {level}.")
    assert "FL204" in {each.rule for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell threefold, from 900 tonnes to 300 tonnes.",
        "Costs were more than halved to 40 million euros from 90 million euros.",
        "We planted 100,000 trees. This year we doubled that to 205,000 trees.",
        "Output was 48 tonnes, three times more than the 12 tonnes of 2020.",
    ],
)
def test_readings_that_fit(text: str) -> None:
    """Falls by a multiple, more than halved, doubled that, and N times more as N + 1."""
    assert silent(text)
