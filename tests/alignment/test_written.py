"""The text itself as evidence."""

import pytest

from factlint.alignment.written import alternatives, compiled, is_quoted, place_at
from factlint.model.span import Span
from tests.alignment.reading import evidence


def test_alternatives_try_the_longest_first() -> None:
    """A phrase is not cut short by its first word, and its spaces are any white space."""
    pattern = compiled(alternatives(["record", "record high of", "all-time high"]))
    found = pattern.match("record high\nof 40")
    assert found is not None
    assert found[0] == "record high\nof"


@pytest.mark.parametrize(
    ("text", "is_inside"),
    [
        ("He said: “The X opens.”", True),
        ('He said: "The X opens."', True),
        ("He said “no” and X opens.", False),
        ("“No,” he said.\n\nX opens.", False),
    ],
)
def test_quotation_marks(text: str, is_inside: bool) -> None:
    """Words are quoted from the opening mark to the closing one, within a paragraph."""
    assert is_quoted(evidence(text), text.index("X")) is is_inside


def test_a_place_knows_its_claim() -> None:
    """The span of a claim is a place with that claim, any other span is a place alone."""
    found = evidence("The yard built 40 boats in 2019.")
    start = found.document.text.index("40")
    assert place_at(found, Span(start, start + 2), "x").claim is not None
    assert place_at(found, Span(0, 3), "x").claim is None
