"""Word classes: function words are known, verbs are told by form and neighbours."""

import pytest

from factlint.claims.chunks import Tag
from tests.claims.reading import elements


def tag_of(text: str, word: str) -> Tag:
    """Return the class of the first element that is this word."""
    return next(element.tag for element in elements(text) if element.lower == word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The hospital treated 412 patients last year.", "treated"),
        ("Orders received by the shipyard rose by 12%.", "received"),
        ("Sales increase by 5% in most summers.", "increase"),
        ("The fleet has grown to 312 vessels.", "grown"),
        ("Deposits grew, reaching 48 million euros.", "reaching"),
        ("The museum sold 1,284 season tickets.", "sold"),
        ("The federation employs 12,000 coaches.", "employs"),
        ("The union and its clubs employ 3,400 people.", "employ"),
        ("Exports climbed to 4.2 billion dollars.", "climbed"),
    ],
)
def test_verbs(text: str, word: str) -> None:
    """A verb is told by its form and by what stands around it."""
    assert tag_of(text, word) is Tag.VERB


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The completed volume of repairs reached 412 units.", "completed"),
        ("An increase of 5% was reported.", "increase"),
        ("The holding orders stood at 48 ships.", "holding"),
        ("The five-year plan covers 48 villages.", "plan"),
        ("The growth of 3.1% surprised the bank.", "growth"),
        ("Milk deliveries rose by 12%.", "deliveries"),
        ("The building costs 4.2 million euros.", "building"),
        ("The outstanding loans amounted to 40 billion euros.", "loans"),
    ],
)
def test_nouns(text: str, word: str) -> None:
    """What stands between an article and its noun, or before a verb, names and tells nothing."""
    assert tag_of(text, word) is Tag.NOUN


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Revenue was up 5% in May.", "up", Tag.CHANGE),
        ("Revenue was 5% higher in May.", "higher", Tag.CHANGE),
        ("Revenue rose sharply to 48 million euros.", "sharply", Tag.ADVERB),
        ("Revenue, which rose 5%, was 48 million euros.", "which", Tag.SUBORDINATOR),
        ("It rose by 5% in May.", "it", Tag.PRONOUN),
        ("Revenue has risen by 5%.", "has", Tag.AUXILIARY),
        ("Revenue and costs rose by 5%.", "and", Tag.CONJUNCTION),
    ],
)
def test_function_words(text: str, word: str, tag: Tag) -> None:
    """Closed classes are listed."""
    assert tag_of(text, word) is tag


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Exports rose 5% year on year.", "yoy"),
        ("Exports rose 5% on the year.", "yoy"),
        ("Exports rose 5% quarter on quarter.", "qoq"),
        ("Exports rose 5% month on month.", "mom"),
    ],
)
def test_a_phrase_of_comparison_is_one_element(text: str, key: str) -> None:
    """Its nouns name nothing: year on year."""
    assert [element.lower for element in elements(text) if element.tag is Tag.COMPARISON] == [key]


def test_quantities_and_periods_are_elements() -> None:
    """Words of a quantity or a period are taken together, in text order."""
    found = [
        e.tag for e in elements("In the first quarter of 2023, over 2.64 million masts were built by the state firm.")
    ]
    assert [tag for tag in found if tag in (Tag.PERIOD, Tag.QUANTITY)] == [Tag.PERIOD, Tag.QUANTITY]


def test_an_acronym_is_a_name_and_not_the_word() -> None:
    """WHO is no pronoun."""
    found = elements("In May the WHO counted 412 cases.")
    assert [element.is_name for element in found if element.lower == "who"] == [True]
