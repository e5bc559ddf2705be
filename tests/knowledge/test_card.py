"""Rule cards: their form, their marks, and what is refused."""

from pathlib import Path

import pytest

from factlint.errors import DataError
from factlint.knowledge.card import Card, Compare
from factlint.knowledge.read_cards import load_cards
from factlint.model.finding import Severity
from factlint.model.span import Span
from factlint.model.verdict import Place

HEAD = """\
code = "FL999"
name = "tested-rule"
severity = "warning"
since = "0.1.0"
summary = "A summary."
why = "A reason."
advice = "Do this."
"""
FAILS = """
[[example]]
fails = "[[Over 2.64 million]] here, [[2.46 million]] there."
says = "no value in both"
"""
PASSES = """
[[example]]
passes = "2.64 million, twice."
because = "they agree"
date = 2023-04-20
kind = "markdown"
"""


def load(folder: Path, text: str, name: str = "FL999-tested-rule.toml") -> Card:
    """Return the card that a text makes."""
    (folder / name).write_text(text, encoding="utf-8")
    return load_cards(folder)["FL999"]


def test_marks_become_spans(tmp_path: Path) -> None:
    """[[marks]] are taken out of the text, and their words are the places in order."""
    example = load(tmp_path, HEAD + FAILS + PASSES).examples[0]
    assert example.text == "Over 2.64 million here, 2.46 million there."
    assert example.spans == (Span(0, 17), Span(24, 36))
    assert [span.of(example.text) for span in example.spans] == ["Over 2.64 million", "2.46 million"]
    assert example.fires


def test_one_mark_may_say_which_place_comes_first(tmp_path: Path) -> None:
    """[[!this]] is the primary place, and the sign is no part of the text."""
    example = load(tmp_path, HEAD + FAILS.replace("[[2.46", "[[!2.46")).examples[0]
    assert example.text == "Over 2.64 million here, 2.46 million there."
    assert example.primary == example.spans[1] == Span(24, 36)


def test_examples_know_where_they_stand(tmp_path: Path) -> None:
    """An example is named by file and line, for a test report that leads there."""
    card = load(tmp_path, HEAD + FAILS + PASSES)
    assert [example.label for example in card.examples] == ["FL999-tested-rule.toml:10", "FL999-tested-rule.toml:14"]
    assert str(card.examples[1].date) == "2023-04-20"


def test_the_head_alone_is_read_without_examples(tmp_path: Path) -> None:
    """A run needs no examples, and reading the head alone gives the same card but for them."""
    whole = load(tmp_path, HEAD + FAILS + PASSES)
    head = load_cards(tmp_path, examples=False)["FL999"]
    assert head.examples == ()
    assert (head.name, head.severity, head.compare) == (whole.name, Severity.WARNING, Compare.ADMITTED)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD.replace("FL999", "F9") + FAILS, "'F9' is no code"),
        (HEAD.replace("tested-rule", "Tested") + FAILS, "'Tested' is no name"),
        (HEAD.replace("warning", "grave") + FAILS, "it is one of error, warning, info"),
        (HEAD + FAILS.replace("[[Over", "Over").replace("million]] here", "million here").replace("[[2.46", "2.46")
         .replace("]] there", " there"), "no place is marked"),
        (HEAD + PASSES.replace("2.64 million, twice", "[[2.64 million]], twice"), "has no marked places"),
        (HEAD + PASSES.replace('because = "they agree"', ""), "'because' is missing"),
        (HEAD + FAILS.replace("says", "say"), "'say' is unknown here"),
        (HEAD + 'yields_to = ["FL998"]\n' + FAILS, "no card has that code"),
        (HEAD, "'example' is missing"),
    ],
    ids=["code", "name", "severity", "no mark", "mark", "because", "key", "yields_to", "no example"],
)  # fmt: skip
def test_a_malformed_card_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """Each mistake in a card is told in words that lead to its mending."""
    name = "F9-tested-rule.toml" if "F9" in text and "FL999" not in text else "FL999-tested-rule.toml"
    with pytest.raises(Exception, match=told):
        load(tmp_path, text, name)


def test_the_file_is_called_by_code_and_name(tmp_path: Path) -> None:
    """A card is found by its file name, so that must be right."""
    with pytest.raises(DataError, match=r"the file should be called FL999-tested-rule\.toml"):
        load(tmp_path, HEAD + FAILS, "FL999-other.toml")


def test_two_cards_never_share_a_name(tmp_path: Path) -> None:
    """A code, name or alias belongs to one card."""
    (tmp_path / "FL998-tested-rule.toml").write_text(HEAD.replace("FL999", "FL998") + FAILS, encoding="utf-8")
    with pytest.raises(DataError, match=r"'tested-rule' is taken by FL998-tested-rule\.toml"):
        load(tmp_path, HEAD + FAILS)


def test_a_conflict_is_never_graver_than_its_card(tmp_path: Path) -> None:
    """The card's severity is the ceiling."""
    card = load(tmp_path, HEAD + FAILS)
    places = [Place(Span(0, 1), "")]
    assert card.conflict(places, "m", "a", confidence=0.5, severity=Severity.ERROR).severity is Severity.WARNING
    assert card.conflict(places, "m", "a", confidence=0.5, severity=Severity.INFO).severity is Severity.INFO
    assert card.conflict(places, "m", "a", confidence=0.5).advice == "Do this."
