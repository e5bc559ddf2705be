"""Which rules a run applies."""

import pytest

from factlint.checks.select import Selection, find_card, select_cards
from factlint.errors import UsageError
from factlint.knowledge.card import Card
from factlint.model.finding import Severity

CARDS = {
    code: Card(code, name, Severity.ERROR, "0.1.0", "", "", "", aliases=aliases)
    for code, name, aliases in [
        ("FL101", "restated-value-differs", ()),
        ("FL103", "outside-stated-bound", ("bound-broken",)),
        ("FL201", "growth-and-levels", ()),
    ]
}


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), "FL101 FL103 FL201"),
        (Selection(("FL1",)), "FL101 FL103"),
        (Selection(("growth-and-levels",)), "FL201"),
        (Selection(("bound-broken",)), "FL103"),
        (Selection((), ("FL1",)), "FL201"),
        (Selection(("FL101",), ("FL1",)), "FL101"),
        (Selection(("FL1",), ("FL101",)), "FL103"),
        (Selection(("FL101",), ("FL101",)), ""),
        (Selection(("FL1",), (), ("FL201",)), "FL101 FL103 FL201"),
        (Selection(("ALL",), ("fl2",)), "FL101 FL103"),
        (Selection((), ("ALL",), ("FL103",)), "FL103"),
    ],
)
def test_the_closest_word_wins(selection: Selection, codes: str) -> None:
    """A code is closer than a prefix, a longer prefix than a shorter one; between equals, to ignore wins."""
    assert list(select_cards(CARDS, selection)) == codes.split()


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("FL1001", "did you mean 'FL101'"),
        ("restated-values-differ", "did you mean 'restated-value-differs'"),
        ("x", "see"),
    ],
)
def test_an_unknown_rule_is_refused(word: str, told: str) -> None:
    """A word that means no rule is a mistake of usage, with the nearest name where there is one."""
    with pytest.raises(UsageError, match=told):
        select_cards(CARDS, Selection((word,)))


@pytest.mark.parametrize("word", ["FL103", "fl103", "outside-stated-bound", "bound-broken"])
def test_a_card_is_found_by_code_name_and_alias(word: str) -> None:
    """Codes in any case, names and former names lead to the card."""
    assert find_card(CARDS, word).code == "FL103"
