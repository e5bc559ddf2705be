"""Parts, wholes and shares that one grammar ties."""

import pytest

from factlint.alignment.parts import part_and_whole, proportions
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("9 of the 12 lifeboats were launched.", "9", "12"),
        ("Inspectors closed 19 out of 23 bathing sites.", "19", "23"),
        ("19 bathing sites out of 23 were closed.", "19", "23"),
        ("The fair drew 420 exhibitors, of which 310 came from abroad.", "310", "420"),
        ("The choir has 64 singers, of whom 41 are women.", "41", "64"),
    ],
)
def test_part_and_whole(text: str, part: str, whole: str) -> None:
    """By "of the", "out of" and ", of which"."""
    assert [texts(*found) for found in part_and_whole(evidence(text))] == [[part, whole]]


@pytest.mark.parametrize(
    "text",
    [
        "The bakery sells 40 of the 25-gram rolls.",
        "A majority of 412 voted against 388.",
        "The fund gave 40 million euros of the 12 grants.",
        "A growth of 5% of the 12 banks was reported.",
    ],
)
def test_unlike_figures_are_no_parts(text: str) -> None:
    """Units that differ, and words that do not tie."""
    assert list(part_and_whole(evidence(text))) == []


@pytest.mark.parametrize(
    ("text", "part", "whole", "share"),
    [
        ("310 of the 1,240 voters (25%) chose the tram.", "310", "1,240", "25%"),
        ("84 out of 120 patients, or 70%, went home.", "84", "120", "70%"),
        ("Of those asked, 25% (310) of the 1,240 voters chose the tram.", "310", "1,240", "25%"),
        ("In all, 310 (25%) of the 1,240 voters chose the tram.", "310", "1,240", "25%"),
    ],
)
def test_proportions(text: str, part: str, whole: str, share: str) -> None:
    """Count, total and share, in the orders that writers use."""
    assert [texts(p.part, p.whole, p.share) for p in proportions(evidence(text))] == [[part, whole, share]]
