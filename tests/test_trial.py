"""Examples of rule cards put to the test, and what is said of those that do not hold."""

import pytest

from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge.card import Card, Example, TextKind
from factlint.model.span import Span
from factlint.trial import complaint_about, example_findings
from tests.support import WRONG

FIRST, SECOND = (
    Span(WRONG.index(words), WRONG.index(words) + len(words)) for words in ("2.64 million", "2.46 million")
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The data that ships."""
    return load_knowledge()


def complaint(
    knowledge: Knowledge,
    text: str = WRONG,
    spans: tuple[Span, ...] = (FIRST, SECOND),
    *,
    code: str = "FL101",
    fires: bool = True,
    says: str = "",
    primary: Span | None = None,
) -> str:
    """Return what is wrong with an example of a card."""
    card: Card = knowledge.cards[code]
    example = Example(text, spans, fires, says, "", TextKind.TEXT, None, "card.toml", 1, primary)
    return complaint_about(example, card, example_findings(example, knowledge, dict(knowledge.cards)))


def test_an_example_that_holds_has_no_complaint(knowledge: Knowledge) -> None:
    """Exactly the marked places, and the first of them first."""
    assert complaint(knowledge, primary=FIRST) == ""
    assert complaint(knowledge, "Nothing here.", (), fires=False) == ""


def test_what_does_not_hold_is_told(knowledge: Knowledge) -> None:
    """Each way to fail has its words."""
    assert complaint(knowledge, "Nothing here.") == "it should fire, and stays silent"
    assert complaint(knowledge, fires=False).startswith("it should pass, and fires: restated-value-differs (FL101)")
    assert complaint(knowledge, code="FL203").startswith("another rule fires: restated-value-differs (FL101)")
    assert complaint(knowledge, spans=(FIRST,)) == (
        "it names other places than the marked ones: [[2.64 million]], [[2.46 million]]"
    )
    assert complaint(knowledge, primary=SECOND) == "it names [[2.64 million]] first"
    assert complaint(knowledge, says="no such words").startswith("it does not say 'no such words' but: ")
