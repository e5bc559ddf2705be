"""Parts and totals of closed lists."""

import pytest

from factlint.alignment.sums import sums
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The jury read 142 entries, namely 61 novels, 48 plays and 33 poems.", "142", ["61", "48", "33"]),
        ("The union has 8,312 members, comprising 5,120 men and 3,192 women.", "8,312", ["5,120", "3,192"]),
        ("The jury read 61 novels, 48 plays and 33 poems, for a total of 142 entries.", "142", ["61", "48", "33"]),
    ],
)
def test_closed_lists(text: str, total: str, parts: list[str]) -> None:
    """A cue, parts of one unit, and "and" before the last."""
    assert [(found.total.text, texts(*found.parts)) for found in sums(evidence(text))] == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "The jury read 142 entries, including 61 novels, 48 plays and 23 poems.",
        "The jury read 142 entries, among them 61 novels and 48 plays.",
        "The jury read 142 entries in 61 days, 48 of them in May.",
        "The fund gave 142 grants, namely 61 million euros to schools and 48 to clinics.",
        "The jury expects 142 entries, and read 61 novels and 48 plays.",
    ],
)
def test_what_is_no_closed_list(text: str) -> None:
    """Open lists, other units and lists without a cue."""
    assert list(sums(evidence(text))) == []
