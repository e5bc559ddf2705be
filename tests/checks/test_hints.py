"""Hints of how a figure slipped."""

import pytest

from factlint.alignment.slips import tell_slip
from factlint.checks.hints import slip_notes
from tests.alignment.reading import pair


@pytest.mark.parametrize(
    ("first", "second", "hint"),
    [
        ("18,640", "18,460", "a slip? two digits swapped, 64 and 46: 18,640, 18,460"),
        ("7,812", "7,312", "a slip? one digit differs, 8 and 3: 7,812, 7,312"),
        ("13", "30", "a slip? thirteen and thirty sound alike"),
        ("1,234", "123", "a slip? one digit dropped or added: 1,234, 123"),
    ],
)
def test_hints(first: str, second: str, hint: str) -> None:
    """Which digits, and how."""
    _, one, two = pair(f"The yard counted {first} barrels.", f"The yard counted {second} barrels.")
    assert one.quantity is not None
    assert two.quantity is not None
    assert slip_notes(one, two, tell_slip(one.quantity, two.quantity)) == [hint]


def test_no_slip_no_hint() -> None:
    """Unrelated digits give none."""
    _, one, two = pair("The yard counted 18,640 barrels.", "The yard counted 273 barrels.")
    assert one.quantity is not None
    assert two.quantity is not None
    assert slip_notes(one, two, tell_slip(one.quantity, two.quantity)) == []
