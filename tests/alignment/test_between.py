"""Why two files are not held against each other, in words."""

import pytest

from factlint.alignment import Evidence
from factlint.alignment.between import bar_between
from factlint.engine import evidence_of
from factlint.knowledge import load_knowledge
from factlint.readers import read_text

ONE = "# Lindqvist Brewery in 2023\n\nLindqvist Brewery sold 2.64 million litres of ale in 2023."


def _read(text: str) -> Evidence:
    return evidence_of(read_text(text, "a.md", "markdown"), load_knowledge())


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("# Lindqvist Brewery: speech\n\nLindqvist Brewery sold 2.46 million litres of ale in 2023.", ""),
        ("The brewery sold 2.46 million litres of ale in 2023.", "stands with no name"),
        ("# Lindqvist Brewery\n\nLindqvist Brewery plans to sell 2.46 million litres of ale.", "says too little by itself"),
        ("# Orre Brewery: speech\n\nOrre Brewery sold 2.46 million litres of ale in 2023.", "are of two"),
        ("# Lindqvist Brewery: speech\n\nLindqvist Brewery sold 2.46 million litres of ale in 2022.", "two times"),
    ],
)  # fmt: skip
def test_what_keeps_files_apart_is_said(other: str, told: str) -> None:
    """No name, no time, another name, another time: each has its words; where nothing does there are none."""
    first, second = _read(ONE), _read(other)
    one, two = (next(claim for claim in text.claims if "million" in claim.text) for text in (first, second))
    words = bar_between(first, second, one, two)
    assert (told in words) if told else not words
