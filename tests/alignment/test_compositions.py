"""Totals with their parts in the sentences around them."""

import pytest

from factlint.alignment.compositions import compositions
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "Total net sales were 348 million euros. Boat net sales were 231 million euros. Kite net sales were 117 million euros.",
            "348 million euros",
            ["231 million euros", "117 million euros"],
        ),
        (
            "The unsold land is worth 742 million euros. We had 426 million euros of raw land and 316 million euros of unsold lots.",
            "742 million euros",
            ["426 million euros", "316 million euros"],
        ),
    ],
)
def test_parts_around_their_total(text: str, total: str, parts: list[str]) -> None:
    """Parts share words with the total and have words of their own."""
    found = [(one.total.text, texts(*one.parts)) for one in compositions(evidence(text))]
    assert (total, parts) in found


@pytest.mark.parametrize(
    "text",
    [
        "Total net sales were 348 million euros. Boat costs were 231 million euros. Kite costs were 117 million euros.",
        "Total net sales were 348 million euros. Boat net sales were 231 million dollars. Kite net sales were 117 million pounds.",
        "Total net sales were over 348 million euros. Boat net sales were up by 231 million euros, from 117 million euros.",
    ],
)
def test_what_composes_nothing(text: str) -> None:
    """Other measures, other currencies, changes and bounds."""
    assert list(compositions(evidence(text))) == []
