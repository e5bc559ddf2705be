"""Finding the sentences worth reading: by digits, number words and words of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.anchors import fold, sentences_with_anchors
from factlint.model.document import Sentence
from factlint.model.span import Span


def is_kept(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text of one sentence is worth reading."""
    return bool(list(sentences_with_anchors(text, [Sentence(Span(0, len(text)), 0, 0)], lexicon)))


@pytest.mark.parametrize(
    "text", ["nothing here", "a person often goes", "the end of it", "caf\u00e9\u2019s \u4e00\u4e8c", "often\u2014then"]
)
def test_idle_sentences_are_left_out(text: str, lexicon: Lexicon) -> None:
    """Letters that only contain a number word are none."""
    assert not is_kept(text, lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "7 of them",
        "Ten of them",
        "in May",
        "last year\u2019s",
        "\u00bd a mile",
        "\u2154 of it",
        "a dozen",
        "yesterday",
        "\uff17 of them",
        "\u0663",
        "\u201cten\u201d",
    ],
)
def test_sentences_with_numbers_and_times_are_kept(text: str, lexicon: Lexicon) -> None:
    """Digits of any script, fractions, number words and words of time are anchors."""
    assert is_kept(text, lexicon)


@given(st.text(max_size=60))
def test_folding_keeps_places(text: str) -> None:
    """A folded text has a byte for each character, and a digit where there was one."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert all((byte == ord("0")) >= character.isdecimal() for byte, character in zip(folded, text, strict=True))
