"""Noun phrases left and right of a word, and what a joined phrase is joined from."""

import pytest

from factlint.claims.chunks import Tag
from factlint.claims.phrases import conjuncts, phrase_left, phrase_right
from factlint.knowledge import load_knowledge
from tests.claims.reading import elements, words_of


def left_of(text: str, word: str) -> str:
    """Return the noun phrase that ends before a word."""
    found = elements(text)
    at = next(place for place, element in enumerate(found) if element.lower == word)
    return words_of(phrase_left(found, at)[0])


@pytest.mark.parametrize(
    ("text", "word", "phrase"),
    [
        ("The production and sales of automobiles in March increased by 15%.", "increased", "the production and sales of automobiles"),
        ("The number of registered nurses reached 1,820.", "reached", "the number of registered nurses"),
        ("Revenue of the ferry company rose by 7.7%.", "rose", "revenue of the ferry company"),
        ("In 2022, milk deliveries, however, fell by 5%.", "fell", "milk deliveries"),
        ("Exports rose by 5% and imports fell by 3%.", "fell", "imports"),
        ("The output of steel, cement, and glass rose by 6%.", "rose", "the output of steel , cement , and glass"),
        ("Loans (including those to farms) rose by 6%.", "rose", "loans"),
    ],
)  # fmt: skip
def test_the_phrase_before_a_predicate(text: str, word: str, phrase: str) -> None:
    """It takes tails and joined parts, and leaves out times, brackets and other clauses."""
    assert left_of(text, word) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The school has 412 pupils.", "pupils"),
        ("The agency built 48 rural health stations in May.", "rural health stations"),
        ("The agency built 48 completed and furnished homes.", "completed and furnished homes"),
        ("The union has 1,230 members in the north.", "members in the north"),
        ("The union counts 1,230 men and women.", "men and women"),
        ("The zoo keeps 48 penguins and has 12 seals.", "penguins"),
    ],
)
def test_the_phrase_behind_a_count(text: str, phrase: str) -> None:
    """What a bare count counts, with its modifiers and tails."""
    found = elements(text)
    place = next(at for at, element in enumerate(found) if element.tag is Tag.QUANTITY)
    assert words_of(phrase_right(found, place + 1)[0]) == phrase


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Production and sales of buses rose by 5%.", ["production of buses", "sales of buses"]),
        ("The output of steel, cement and glass rose by 5%.", ["the output of steel", "the output of cement", "the output of glass"]),
        ("New and holding orders rose by 5%.", ["new orders", "holding orders"]),
        ("Mobile and fixed networks rose by 5%.", ["mobile networks", "fixed networks"]),
        ("Wheat, barley and oats rose by 5%.", ["wheat", "barley", "oats"]),
        ("Revenue of the shipyard rose by 5%.", ["revenue of the shipyard"]),
    ],
)  # fmt: skip
def test_conjuncts_get_what_they_share(text: str, parts: list[str]) -> None:
    """Each part of a joined phrase is given its head or its tail."""
    found = elements(text)
    at = next(place for place, element in enumerate(found) if element.lower == "rose")
    phrase, _ = phrase_left(found, at)
    assert [words_of(part) for part in conjuncts(phrase, load_knowledge().grammar)] == parts
