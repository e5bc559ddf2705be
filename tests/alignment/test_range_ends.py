"""Ranges that run downwards."""

import pytest

from factlint.alignment.range_ends import downward_ranges
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    "text",
    [
        "The bank sees income in a range of $782 million to $708 million.",
        "The dairy expects to earn between 51 and 50 cents a share.",
        "It raised its outlook from a range of 40 to 30 tonnes to a range of 45 to 50 tonnes.",
        "It forecast a loss of 57 to 67 cents a share, below the outlook of 51 to 50 cents a share.",
        "The plant will use 5.9 million to 5.3 million litres.",
    ],
)
def test_ranges_that_run_downwards(text: str) -> None:
    """Words of a range, or of an expectation, and no word of a fall."""
    assert len(list(downward_ranges(evidence(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The bank sees income in a range of $708 million to $782 million.",
        "Income may be $900 million to $1.1 billion.",
        "The rate fell 8 to 5 percent.",
        "The rate fell from 8 to 5 percent.",
        "The clinic expects a net loss of $0.50 to $0.45 a share.",
        "The board voted 10 to 4, and the debt ratio stood at 3.6 to 1.",
        "The gap between 30 and 20 percent is closing.",
        "Between 3000 and 2500 BC settlers came.",
        "Frost of between -5 and -10 degrees is expected.",
    ],
)
def test_what_may_run_downwards(text: str) -> None:
    """Falls, losses, scores, gaps, years before our era and numbers below zero."""
    assert list(downward_ranges(evidence(text))) == []
