"""Ranks and records."""

import pytest

from factlint.alignment.ranks import rank_pairs, rankings, records
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ashbank is the second-largest lender in Ghana.", ("ashbank", 2)),
        ("Lakeside Hospital, the largest hospital in the province, opened a ward.", ("lakeside hospital", 1)),
        ("Port Merrow remains the country’s 4th busiest harbour.", ("port merrow", 4)),
        ("Ashbank is one of the largest lenders in Ghana.", None),
        ("In 2015 Ashbank was the third-largest lender in Ghana.", None),
        ("Ashbank saw the largest fall in deposits.", None),
        ("Ashbank would be the second-largest lender in Ghana.", None),
    ],
)
def test_rankings(text: str, found: tuple[str, int] | None) -> None:
    """A named thing, a superlative, and no other time, sharing or condition."""
    told = [(ranking.who, ranking.rank) for ranking in rankings(evidence(text))]
    assert told == ([] if found is None else [found])


def test_largest_and_biggest_are_one_order() -> None:
    """Two words for one order make a pair, two scopes do not."""
    text = "Ashbank is the second-largest lender in Ghana.\n\nAshbank is the third-biggest lender in Ghana.\n\n"
    assert len(list(rank_pairs(evidence(text)))) == 1
    assert list(rank_pairs(evidence(text.replace("biggest lender in Ghana", "biggest lender in Togo")))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales reached a record $5 million.", (True, None)),
        ("Unemployment was 6.2 percent, the highest since 2015.", (True, 2015)),
        ("Unemployment was 2.2 percent, its lowest level since May 2015.", (False, 2015)),
        ("Stocks stood at an all-time low of 40 tonnes.", None),
        ("Stocks stood at a record low of 40 tonnes.", (False, None)),
        ("Sales reached $5 million, the highest mountain being near.", None),
    ],
)
def test_records(text: str, found: tuple[bool, int | None] | None) -> None:
    """A figure behind "a record", or before "the highest since"."""
    told = [(record.is_high, record.since) for record in records(evidence(text))]
    assert told == ([] if found is None else [found])
