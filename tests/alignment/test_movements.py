"""Before, after and change told in one breath."""

import pytest

from factlint.alignment.movements import movements
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "current", "previous", "changes"),
    [
        ("Ticket sales rose 18.5% to 2.64 million from 2.33 million.", "2.64 million", "2.33 million", ["18.5%"]),
        ("Ticket sales rose from 2.33 million to 2.64 million.", "2.64 million", "2.33 million", []),
        ("Net profit was $610 million, up 20% from $525 million.", "$610 million", "$525 million", ["20%"]),
        ("Net profit was $610 million, compared with $525 million a year earlier.", "$610 million", "$525 million", None),
        ("The rate rose to 6.4% from 5.1%, an increase of 1.3 percentage points.", "6.4%", "5.1%", ["1.3 percentage points"]),
        ("The fleet grew by 25 vessels to 312 vessels from 287 vessels.", "312", "287", ["25"]),
        ("The clinic treated 1,960 people, a turn from 670 in the prior quarter, up 28.1% compared to 1,530 in 2019.", "1,960", "1,530", ["28.1%"]),
        ("Membership at the end of June was 4,590, 2% up from the prior quarter at 4,500.", "4,590", "4,500", []),
        ("Ticket income rose 5% to 84,000 euros from 80,000 euros and was 2,000 euros short of the plan.", "84,000 euros", "80,000 euros", ["5%"]),
        ("Fees rose by 1,200 euros to 2,100 euros, compared with 900 euros a year earlier.", "2,100 euros", "900 euros", ["1,200 euros"]),
    ],
)  # fmt: skip
def test_what_one_grammar_ties(text: str, current: str, previous: str, changes: list[str] | None) -> None:
    """The level reached, the level before and what changed."""
    found = list(movements(evidence(text)))
    if changes is None and not found:
        return
    (movement,) = found
    assert texts(movement.current, movement.previous) == [current, previous]
    assert texts(*movement.changes) == (changes or [])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The net loss was $7 million, compared with an income of $2 million, a decrease of $9 million.", [(-1, 1)]),
        ("Net income was $7 million, compared with a loss of $2 million, an increase of $9 million.", [(1, -1)]),
        ("The net loss was $7 million, compared with a loss of $9 million.", [(1, 1), (-1, -1)]),
        ("The deficit rose to 7 million euros from 9 million euros.", [(1, 1)]),
        ("The result was negative $7 million, compared with positive $2 million.", [(1, 1)]),
        ("Sales were $7 million, compared with $2 million.", [(1, 1)]),
    ],
)
def test_on_which_side_of_zero_the_levels_lie(text: str, signs: list[tuple[int, int]]) -> None:
    """A loss beside an income is below zero; two losses may be told by their size or as results."""
    assert [movement.signs for movement in movements(evidence(text))] == [signs]


@pytest.mark.parametrize(
    "text",
    [
        "Revenue was 425.2 million euros.",
        "Spending in the first quarter came to 1.9 billion euros. Spending for the whole of last year was 7.3 billion euros.",
        "Exports were 3.2 million tonnes; imports were 2.9 million tonnes.",
        "The hall has 412 seats and the yard has 60 tables.",
        "The hospital admitted 8,400 patients, an increase of 3% over the year and 150 patients ahead of plan.",
        "The pension bill is expected to be higher by 20 million euros to 25 million euros versus 40 million euros in 2020.",
        "The theatre lost $7 million, a $2 million improvement over the season and after the $13 million of repairs.",
    ],
)
def test_what_nothing_ties(text: str) -> None:
    """Neighbours without a word of change or comparison are no movement."""
    assert [m for m in movements(evidence(text)) if m.current is not None and m.previous is not None] == []


def test_the_word_of_change_is_kept() -> None:
    """With its place, for it may be what is wrong."""
    found = evidence("Unemployment rose to 4.1% from 4.3% in May.")
    (movement,) = movements(found)
    assert movement.verb == "rose"
    assert movement.verb_span is not None and movement.verb_span.of(found.document.text) == "rose"
