"""Tokens: kinds, offsets, and the law that they are slices of the text."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.lexing.tokens import tokenize
from factlint.model.parse import TokenKind


def texts(text: str) -> list[str]:
    """Return the words of the tokens of a text."""
    return [token.text for token in tokenize(text, 0, len(text))]


def test_words_keep_hyphens_and_apostrophes() -> None:
    """A word keeps its inner hyphens and apostrophes."""
    assert texts("China's year-on-year rise") == ["China's", "year-on-year", "rise"]


def test_number_keeps_grouping_and_decimals() -> None:
    """A number is one token with its grouping and its decimals."""
    assert texts("1,487 and 2.64, 1\u202f000") == ["1,487", "and", "2.64", ",", "1\u202f000"]


def test_designators_hold_digits() -> None:
    """A name that holds digits is a designator."""
    kinds = {token.text: token.kind for token in tokenize("5G ARJ21 IPv6 Q3 and 21st", 0, 25)}
    assert kinds == dict.fromkeys(("5G", "ARJ21", "IPv6", "Q3", "21st"), TokenKind.DESIGNATOR) | {"and": TokenKind.WORD}


def test_abbreviation_keeps_its_points() -> None:
    """U.S. is one word."""
    assert texts("the U.S. dollar") == ["the", "U.S.", "dollar"]


def test_offsets_are_those_of_the_text() -> None:
    """A part of a text gives tokens with offsets into the whole."""
    assert [(token.start, token.end) for token in tokenize("up 7.7% now", 3, 7)] == [(3, 6), (6, 7)]


@given(st.text(max_size=80))
def test_tokens_are_slices_in_order(text: str) -> None:
    """Tokens are slices of the text, in order, and leave out white space only."""
    tokens = tokenize(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    at = 0
    for token in tokens:
        assert text[at : token.start].strip() == ""
        at = token.end
    assert text[at:].strip() == ""
