"""Births and ages told apart."""

import pytest

from factlint.alignment.biographies import lives_apart
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Agnes Tarrow was born in 1934 in a mill town.\n\nTarrow died in 2023 at the age of 88.", (1934, 2023, 88)),
        ("Otto Brask was born on 3 May 1940. He wrote.\n\nBrask died, aged 80, in 2020.", (1940, 2020, 80)),
        ("Ida Holm was born in 1950. She sang.\n\nIda Holm turned 60 in 2010.", (1950, 2010, 60)),
        ("Otto Brask was born in 1940. His wife Ida Brask died in 2001 at the age of 55.", None),
        ("Otto Brask was born in 1940. Another Brask was born in 1971.\n\nBrask died in 2020 aged 49.", None),
        ("Otto Brask was born in 1940.\n\nAnna Lund died in 2020 aged 49.", None),
        ("Nobody knows when Brask was born.\n\nBrask died in 2020 aged 49.", None),
    ],
)
def test_lives_apart(text: str, found: tuple[int, int, int] | None) -> None:
    """The birth is that of the same name, told once."""
    told = [(life.born.year, life.at.year if life.at else 0, life.age) for life in lives_apart(evidence(text))]
    assert told == ([] if found is None else [found])
