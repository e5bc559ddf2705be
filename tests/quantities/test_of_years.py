"""Places in a row of millions, parts without a plural, and quarters of a year, which are no parts of it."""

import pytest

from factlint import claims


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The 20 millionth car rolled off the line.", [("ordinal", 20_000_000)]),
        ("They made three-quarter of all vehicles.", [("share", 0.75)]),
        ("Sales grew by 5 percent in the first three quarters of this year.", [("change", 5)]),
        ("It sold three quarters of this stock.", [("share", 0.75)]),
    ],
)
def test_what_is_counted(text: str, kinds: list[tuple[str, float]]) -> None:
    """Each figure is read once, as what it is."""
    found = [(str(one.kind), float(one.quantity.value or 0)) for one in claims(text) if one.quantity is not None]
    assert [pair for pair in found if pair != ("ordinal", 1.0)] == kinds
