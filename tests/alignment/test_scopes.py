"""Parts and wholes that sentences are confined to, and figures told with changes of their own."""

import pytest

from factlint.alignment.scopes import Scoped, scope_evidence
from tests.alignment.reading import pair


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Overall, donations grew 14% in the quarter.", "Donations of the Harbour branch grew 40% in the quarter."),
        ("The surgery earned 15 million euros, 2 million euros more.", "Year-to-date the surgery earned 35 million euros."),
        ("We added 18 clinics in the second quarter.", "This brings the year-to-date gain to some 28 clinics."),
        ("Profit was $15 million, $2 million higher than in May.", "Profit was $35 million, $2 million lower than in May."),
        ("Segment profit of $88 million was down $22 million.", "Segment profit of $38 million was down $17 million."),
        ("Fares rose 38% to 3.15 euros in the city.", "Fares rose 26% to 2.30 euros."),
        ("Claims came to $4.1 million.", "Slide 12 summarizes results for our Lending business. Claims came to $1.4 million."),
    ],
)  # fmt: skip
def test_what_is_told_of_two_things(first: str, second: str) -> None:
    """A whole and a named part, a quarter and the year to date, levels with two changes, a part that is presented."""
    found, one, two = pair(first, second)
    assert scope_evidence(found, one, two) is Scoped.APART


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Overall, donations grew 14% in the quarter.", "Donations grew 40% in the quarter."),
        ("Year-to-date the surgery earned 15 million euros.", "The surgery earned 35 million euros year-to-date."),
        ("Profit was $26 million, $2 million higher than in May.", "Profit was $62 million, up $2 million from May."),
        ("Fares rose 38% to 3.15 euros.", "Fares rose 83% to 3.15 euros."),
        ("Claims came to $4.1 million.", "Slide 12 summarizes our results. Claims came to $1.4 million."),
        ("Lending claims were $4.1 million.", "Slide 2 shows results for our Lending business. Claims were $1.4 million."),
    ],
)  # fmt: skip
def test_what_may_be_told_of_one_thing(first: str, second: str) -> None:
    """No name on the part, both to date, one change beside both levels, nothing presented, the part named on both sides."""
    found, one, two = pair(first, second)
    assert scope_evidence(found, one, two) is not Scoped.APART
