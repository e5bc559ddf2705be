"""Lists of figures dealt out to their things."""

import pytest

from tests.claims.reading import claims, reading


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The output of steel, cement and glass rose by 6.1%, 7.5% and 8.4%, respectively.",
         ["output of steel", "output of cement", "output of glass"]),
        ("Production and sales of buses increased by 15.3% and 9.7% year on year, respectively.",
         ["Production of buses", "sales of buses"]),
        ("Wheat, barley and oats account for 42%, 34% and 20% of the harvest.", ["Wheat", "barley", "oats"]),
    ],
)  # fmt: skip
def test_each_figure_gets_its_thing(text: str, measures: list[str]) -> None:
    """In order, one figure a thing, with what the things share."""
    assert [claim.measure.text.removeprefix("The ").removeprefix("the ") for claim in claims(text)] == measures


def test_two_lists_of_figures_are_dealt_to_each_other() -> None:
    """The rates of the second list belong to the levels of the first."""
    produced, sold, first, second = claims(
        "The plant produced 1.65 million and sold 1.586 million buses, with an increase of 27.7% and 26.2%, respectively."
    )
    assert first.measure.words == produced.measure.words
    assert (first.verb, second.verb) == (produced.verb, sold.verb)


def test_that_of_stands_for_the_heads_before() -> None:
    """Production and sales of buses, and that of trams: the production of trams, the sales of trams."""
    found = claims(
        "The production and sales of buses increased by 15.3% and 9.7%, respectively, "
        "and that of trams increased by 44.8% and 34.8%, respectively."
    )
    assert [claim.measure.text.removeprefix("The ") for claim in found[2:]] == ["production of trams", "sales of trams"]


def test_unequal_lists_do_not_fit() -> None:
    """Two figures for three things are kept as a misfit."""
    dealings = reading("The output of steel, cement and glass rose by 6.1% and 7.5%, respectively.").dealings
    assert [(len(d.quantities), len(d.items), d.fits) for d in dealings] == [(2, 3, False)]


def test_a_single_figure_is_no_list() -> None:
    """Two things share one figure."""
    assert reading("Wheat and barley rose by 6.1%.").dealings == []
