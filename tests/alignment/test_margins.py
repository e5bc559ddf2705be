"""Margins beside the profit and revenue that they are made of."""

from factlint.alignment.margins import margins
from tests.alignment.reading import evidence, texts

_REVENUE = "Total company revenue for the fourth quarter was 914 million euros. "


def test_a_margin_finds_its_profit_and_revenue() -> None:
    """All three are of the whole company and of one time."""
    text = _REVENUE + "Operating profit was 139 million euros. Our operating margin for the fourth quarter was 15.2%."
    found = [texts(one.part, one.share, one.whole) for one in margins(evidence(text))]
    assert found == [["139 million euros", "15.2%", "914 million euros"]]


def test_a_margin_of_another_sort_finds_nothing() -> None:
    """A gross profit makes no operating margin."""
    text = _REVENUE + "Gross profit was 139 million euros. Our operating margin for the fourth quarter was 15.2%."
    assert list(margins(evidence(text))) == []


def test_a_margin_of_another_owner_finds_nothing() -> None:
    """The profit of a division is none of the company's revenue where it does not fit."""
    text = (
        _REVENUE + "Profit of the kite division was 39 million euros. Its profit margin in the fourth quarter was 9.5%."
    )
    assert list(margins(evidence(text))) == []
