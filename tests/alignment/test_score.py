"""What forbids that two figures speak of one fact, and which way the evidence points."""

import pytest

from tests.alignment.reading import pair

TOLD = "In March 2023, exports of green tea rose 12.4% year on year."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TOLD, "In March 2023, imports of green tea rose 12.4% year on year."),
        (TOLD, "In April 2023, exports of green tea rose 12.4% year on year."),
        (TOLD, "In March 2023, exports of green tea rose 12.4% month on month."),
        (TOLD, "In March 2023, exports of green tea are expected to rise 12.4% year on year."),
        ("The port has 412 mobile cranes.", "The port has 421 fixed cranes."),
        ("The club sold 1,284 tickets.", "The club hopes to sell 1,824 tickets."),
        ("The club sold 1,284 tickets.", "If it snows, the club may have sold 1,824 tickets."),
        ("The club sold 1,284 tickets.", "Did the club sell 1,824 tickets?"),
        ("Male membership of the union is 412,300.", "Female membership of the union is 421,300."),
        ("Urban households numbered 412,300.", "Rural households numbered 421,300."),
        ("The works produced 1,412 buses in May.", "The works sold 1,421 buses in May."),
    ],
)
def test_what_differs_blocks(first: str, second: str) -> None:
    """Another time, basis, modality, statistic or contrasting word: never one fact, in whichever order."""
    found, one, two = pair(first, second)
    assert found.weigh(one, two).blocked
    assert found.weigh(two, one).blocked


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TOLD, "Exports of green tea rose 12.4% year on year in March 2023."),
        ("The dairy has 412 milk tankers.", "412 milk tankers are run by the dairy."),
        (
            "At the end of March, deposits stood at 48 million euros.",
            "Deposits stood at 48 million euros at the end of March.",
        ),
    ],
)
def test_one_fact_in_two_wordings(first: str, second: str) -> None:
    """Nothing blocks, and the words are all shared."""
    match = pair(first, second)
    found = match[0].weigh(match[1], match[2])
    assert not found.blocked
    assert found.is_full


@pytest.mark.parametrize(
    ("told", "again", "other"),
    [
        (TOLD, TOLD, "In March 2023, exports of green tea came to 12.4% of output."),
        (
            "Adjusted profit of the mill was 184 million euros.",
            "Adjusted profit of the mill was 148 million euros.",
            "Reported profit of the mill was 148 million euros.",
        ),
        ("The yard built six ferries.", "The yard built six ferries.", "The yard repaired six ferries."),
    ],
)
def test_what_differs_tells_against(told: str, again: str, other: str) -> None:
    """Another statistic, basis or deed bars one fact, or makes it several times less likely."""
    found, one, two = pair(told, other)
    match = found.weigh(one, two)
    assert match.blocked or match.odds <= odds(told, again) - 1


def odds(first: str, second: str) -> float:
    """Return how strong the case is that the first figures of two paragraphs speak of one fact."""
    found, one, two = pair(first, second)
    match = found.weigh(one, two)
    assert not match.blocked, match.blocked
    return match.odds


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Deposits of the Harbor Bank stood at 48 million euros.", "Deposits stood at 48 million euros."),
        ("Deposits of the Harbor Bank stood at 48 million euros.", "Deposits of the Valley Bank stood at 48 million euros."),
        ("Deposits of the Harbor Bank stood at 48 million euros.", "Long-term deposits of the Harbor Bank stood at 48 million euros."),
    ],
)  # fmt: skip
def test_evidence_points_the_right_way(better: str, worse: str) -> None:
    """More shared words speak for one fact; names and words of one side speak against."""
    told = "Deposits of the Harbor Bank stood at 46 million euros."
    found, one, two = pair(told, worse)
    match = found.weigh(one, two)
    assert match.blocked or match.odds < odds(told, better)


def test_the_match_says_why() -> None:
    """Each piece of evidence is kept with its weight, and the weights add up."""
    found, one, two = pair(TOLD, "Exports of green tea rose 12.4% year on year in March 2023.")
    match = found.weigh(one, two)
    assert match.reasons
    assert sum(weight for _, weight in match.reasons) == pytest.approx(match.odds)


def test_weighing_is_symmetric() -> None:
    """The order of two mentions changes nothing."""
    found, one, two = pair(TOLD, "In March 2023, the country's exports of fine green tea rose 12.4% year on year.")
    assert found.weigh(one, two).odds == found.weigh(two, one).odds
