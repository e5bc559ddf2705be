"""Every example of every rule card, run through the whole program; and the form that all cards share."""

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
    """A card shows what fires and a near miss that does not, with the reason; its sentences are whole."""
    assert any(example.fires for example in card.examples)
    assert any(not example.fires and example.because for example in card.examples)
    for sentence in (card.summary, card.why, card.advice):
        assert sentence[0].isupper() or sentence[1] == " "  # or a variable: n of N is ...
        assert sentence.rstrip().endswith(".")
    assert "\n" not in card.summary
