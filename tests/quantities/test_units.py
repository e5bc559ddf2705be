"""The table of units is pint's, and the words of it are found as the text's tokens have them."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.knowledge.lexicon import Lexicon
from factlint.knowledge.units import spellings, words_of
from factlint.lexing.tokens import tokenize

sys.path.insert(0, str(Path(__file__).parent))
import unit_factors

MADE = unit_factors.registry()


@pytest.mark.parametrize(("name", "dimension", "value"), unit_factors.stated())
def test_factor_is_that_of_pint(name: str, dimension: str, value: Fraction) -> None:
    """A factor of the table is exactly the one that pint has."""
    assert unit_factors.factor(MADE, name, dimension) == value


def test_every_phrase_is_split_as_the_text_is(lexicon: Lexicon) -> None:
    """Units and signs are looked up by the very tokens that a text would give."""
    phrases = {
        " ".join((first, *rest))
        for table in (lexicon.symbols, lexicon.names)
        for first, found in table.items()
        for rest, _ in found
    }
    for phrase in phrases:
        words = tuple(token.text for token in tokenize(phrase, 0, len(phrase)))
        assert words_of(phrase) == words, phrase


def test_spellings_are_plural_and_british() -> None:
    """A unit's name is known in both numbers and both spellings."""
    assert spellings("kilometer per hour") == [
        "kilometer per hour", "kilometers per hour", "kilometre per hour", "kilometres per hour",
    ]  # fmt: skip
    assert spellings("square foot") == ["square foot", "square feet"]
    assert spellings("yuan") == ["yuan"]
