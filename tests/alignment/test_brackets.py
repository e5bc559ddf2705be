"""Figures in brackets behind a figure."""

import pytest

from factlint.alignment.brackets import bracketed
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "outside", "inside"),
    [
        ("The bridge cost 1.2 trillion yuan ($170 billion).", "1.2 trillion yuan", "$170 billion"),
        ("The pipeline is 200 miles (320 km) long.", "200 miles", "320 km"),
        ("The park covers 1,200 acres (about 486 hectares).", "1,200 acres", "about 486 hectares"),
    ],
)
def test_conversions(text: str, outside: str, inside: str) -> None:
    """A bracket that a figure fills belongs to the figure before it."""
    assert [texts(*found) for found in bracketed(evidence(text))] == [[outside, inside]]


@pytest.mark.parametrize(
    "text",
    [
        "The pipeline is 200 miles (two days on foot) long.",
        "The pipeline is 200 miles (of which 320 km lie abroad) long.",
        "The pipeline (320 km) crosses two states.",
        "The pipeline is 200 miles long and (320 km) away.",
    ],
)
def test_other_brackets(text: str) -> None:
    """Words in the bracket, or words before it, and it converts nothing."""
    assert list(bracketed(evidence(text))) == []
