"""Lists inside a sentence, and how many items their words allow."""

import pytest

from factlint.alignment.inline_lists import announced_lists, is_place_list, paired_lists
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    ("text", "fewest", "most"),
    [
        ("The bank works in four countries: Norway, Sweden, Denmark and Finland.", 4, 4),
        ("The bank works in four countries (Norway, Sweden, Denmark, and Finland).", 4, 4),
        ("The bank works in four countries – Norway, Sweden and Denmark – today.", 3, 3),
        ("The survey covers three fields, namely farming, fishing and forestry.", 3, 3),
        ("The survey covers three fields: farming, fishing and research and development.", 3, 4),
        ("The survey covers three fields: sand and gravel, fishing and forestry.", 3, 4),
        ("Two clubs, namely Alta and Bodo, travel north.", 2, 2),
        ("The firm has two parts: Oil and Gas; and Wind and Solar.", 2, 4),
        ("A group of four countries: Norway, Italy and Spain.", 3, 3),
    ],
)
def test_items_are_counted(text: str, fewest: int, most: int) -> None:
    """A conjunction inside an item leaves its number open."""
    found = list(announced_lists(evidence(text)))
    assert [(listed.fewest, listed.most) for listed in found] == [(fewest, most)]


@pytest.mark.parametrize(
    "text",
    [
        "The bank works in four countries, including Norway and Sweden.",
        "The bank works in four countries: Norway, Sweden, and so on.",
        "Two of the four countries: Norway and Sweden.",
        "At least four countries: Norway, Sweden and Denmark.",
        "We have three goals: the hall must be warm, the roof must be dry and nobody may slip.",
        "Three were hurt: Anna Berg, 45, her son and a guard.",
        "Five people were saved: the skipper and the Berg twins and a child.",
    ],
)
def test_what_is_no_closed_list(text: str) -> None:
    """Open lists, clauses, figures among the items and items that stand for several are not counted."""
    assert list(announced_lists(evidence(text))) == []


def test_towns_with_their_lands() -> None:
    """A comma before a state parts no items."""
    text = "The clinic opened in two cities: Austin, Texas, and Miami, Florida."
    found = evidence(text)
    assert all(is_place_list(found, listed) for listed in announced_lists(found))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It needs both nurses, doctors and porters.", 3),
        ("It needs both nurses and doctors, and porters.", 0),
        ("Both Lyon, France, and Turin are served.", 0),
    ],
)
def test_what_both_joins(text: str, number: int) -> None:
    """Three plain nouns in a row, and no apposition."""
    found = [len(items) for _, items in paired_lists(evidence(text))]
    assert found == ([number] if number else [])
