"""Every example of every rule card, run through the whole program; and the form that all cards share."""

import re
from itertools import combinations

import pytest

from factlint.knowledge import Knowledge, cards, load_knowledge
from factlint.knowledge.card import Card, Example
from factlint.trial import complaint_about, example_findings

CARDS = cards(examples=True)
EXAMPLES = [
    pytest.param(card, example, id=f"{card.code}-{'fails' if example.fires else 'passes'}-{number}")
    for card in CARDS.values()
    for number, example in enumerate(card.examples, 1)
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The data that ships."""
    return load_knowledge()


@pytest.mark.parametrize(("card", "example"), EXAMPLES)
def test_example(card: Card, example: Example, knowledge: Knowledge) -> None:
    """A text that fails gives exactly its marked places and no other finding; a text that passes gives none."""
    findings = example_findings(example, knowledge, dict(knowledge.cards))
    assert complaint_about(example, card, findings) == "", f"{example.path}:{example.line}"


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_form(card: Card) -> None:
    """A card's sentences are whole."""
    for sentence in (card.summary, card.why, card.advice):
        assert sentence[0].isupper() or sentence[1] == " "  # or a variable: n of N is ...
        assert sentence.rstrip().endswith(".")
    assert "\n" not in card.summary


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_shows_enough(card: Card) -> None:
    """Three texts and more that fail, each with its marks, and five near misses and more, each with its reason."""
    fails = [example for example in card.examples if example.fires]
    passes = [example for example in card.examples if not example.fires]
    assert len(fails) >= 3
    assert len(passes) >= 5
    assert all(example.spans or example.original_spans or example.beside_spans for example in fails)
    assert [example.line for example in passes if not example.because.strip()] == []


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_the_texts_of_a_card_differ(card: Card) -> None:
    """No two texts that fail are one sentence with other figures and names: they share half of their words at most."""
    fails = [example for example in card.examples if example.fires]
    for first, second in combinations(fails, 2):
        one, other = _words(first.text), _words(second.text)
        assert 2 * len(one & other) <= len(one | other), f"{first.path}: {first.line} and {second.line}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))
