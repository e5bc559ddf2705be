"""FL101: severity by consequence, the readings that are compared, and what stays info."""

import pytest

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, silent, ties

DEPOSITS = "At the end of 2022, deposits of the savings bank stood at {}.\n\nDeposits of the savings bank stood at {} at the end of 2022.\n"


def test_a_last_digit_is_a_warning() -> None:
    """Figures less than a factor of two apart are a warning, and both readings are written out."""
    found = finding(DEPOSITS.format("3.48 billion euros", "3.84 billion euros"), "FL101")
    assert found.severity is Severity.WARNING
    assert found.confidence >= 0.9
    assert found.arithmetic is not None
    assert found.arithmetic.startswith(
        "EUR 3.475 to 3.485 billion, and EUR 3.835 to 3.845 billion: they share no value"
    )


def test_a_slip_is_a_hint() -> None:
    """How the slip may have happened is told beside the finding, not as one of its own."""
    found = finding(DEPOSITS.format("3.48 billion euros", "3.84 billion euros"), "FL101")
    assert "a slip? two digits swapped" in (found.arithmetic or "")


def test_a_factor_of_two_is_an_error() -> None:
    """Figures a factor of two or more apart are an error."""
    found = finding(DEPOSITS.format("1.4128 billion euros", "9.4128 billion euros"), "FL101")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3.48 billion euros", "3.5 billion euros"),
        ("3.48 billion euros", "3,484 million euros"),
        ("about 3.5 billion euros", "3.71 billion euros"),
        ("more than 3.4 billion euros", "3.48 billion euros"),
        ("nearly 3.5 billion euros", "3.48 billion euros"),
        ("more than 3.4 billion euros", "more than 3.48 billion euros"),
    ],
)
def test_figures_that_may_agree_are_no_conflict(first: str, second: str) -> None:
    """Rounding, bounds and approximate words are kind: what can be one value is no conflict."""
    assert silent(DEPOSITS.format(first, second))


def test_an_equal_figure_is_listed_as_verified() -> None:
    """The same long figure of the same measure and date is told to agree."""
    tie = ties(DEPOSITS.format("3.484 billion euros", "3.484 billion euros"), "FL101")
    assert [quotes(found) for found in tie] == [["3.484 billion euros", "3.484 billion euros"]]


def test_places_come_in_text_order() -> None:
    """The first mention is primary: stated, then restated."""
    found = finding(DEPOSITS.format("3.48 billion euros", "3.84 billion euros"), "FL101")
    assert [(place.text, place.role) for place in found.locations] == [
        ("3.48 billion euros", "stated"),
        ("3.84 billion euros", "restated"),
    ]


def test_unrelated_round_figures_are_not_set_against_each_other() -> None:
    """Two round figures of loosely like words say nothing."""
    assert findings("The fair drew 500 growers.\n\nSome 2,000 growers of the valley are members of the union.\n") == []
