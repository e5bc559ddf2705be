"""FL602: steps of an enumeration."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, silent

POINTS = ("the hall was repaired", "the roof was sealed", "the tower was painted", "the yard was paved")


def listing(*items: str) -> str:
    """Return a paragraph in which these words open the items."""
    return " ".join(f"{item}, {point}." for item, point in zip(items, POINTS, strict=False))


def test_a_gap_names_the_lost_item() -> None:
    """The message says which number is missing, the arithmetic between which two."""
    found = finding(listing("First", "Second", "Fourth"), "FL602")
    assert found.severity is Severity.WARNING
    assert found.message == "“third” is left out"
    assert found.arithmetic == "after Second (2) comes Fourth (4)"


def test_a_repeat_names_both_places() -> None:
    """Two items of one number."""
    found = finding(listing("First", "Second", "Second", "Third"), "FL602")
    assert found.message == "Second is counted twice"
    assert [location.role for location in found.locations] == ["item 2", "item 2 again"]


@pytest.mark.parametrize(
    "items",
    [
        ("First", "Second", "Third", "Fourth"),
        ("Firstly", "Secondly", "Thirdly"),
        ("First", "Fourth"),
        ("First", "Second", "Finally"),
    ],
)
def test_lists_without_a_gap(items: tuple[str, ...]) -> None:
    """Steps of one, a list of two, and a last item without a number."""
    assert silent(listing(*items))


def test_lists_of_two_speakers_are_two_lists() -> None:
    """A second speaker may begin where he likes."""
    text = "Ms. Okafor:\n\nFirst, the roads. Second, the rails.\n\nMr. Lind:\n\nFourth, I would name the ports.\n"
    assert findings(text, "FL602") == []
