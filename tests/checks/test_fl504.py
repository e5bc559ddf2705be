"""FL504: ranges and periods that end before they begin."""

import pytest

from tests.checks.found import finding, silent


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was mayor from 2019 to 2011.", "2011 comes before 2019"),
        ("The programme (2024-2020) will cost 5 billion.", "2020 comes before 2024"),
        ("The plan covers January 2024 to March 2023.", "2023 comes before 2024"),
        ("The show is open June 24-20, 2023.", "day 20 comes before day 24"),
    ],
)
def test_periods(text: str, words: str) -> None:
    """Which end comes first is told."""
    assert finding(text, "FL504").arithmetic == words


@pytest.mark.parametrize(
    "text",
    [
        "The board compares 2021 to 2019.",
        "The bank shortened the loans from 2026 to 2022.",
        "The ferry sails from November to March.",
        "The 2020-21 season ended.",
        "The port moved its opening from 2026 to 2024.",
    ],
)
def test_other_pairs_of_dates(text: str) -> None:
    """Dates that are compared or moved, seasons, and months over the year's end."""
    assert silent(text)
