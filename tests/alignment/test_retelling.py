"""Passages that tell one another again: what ties them, and what keeps two facts apart."""

import pytest

from tests.alignment.reading import evidence
from tests.checks.found import findings, silent

FILLER = "The board thanked its staff. Visitors came by train. The weather was mild. A choir sang in the hall."
"""Sentences between two passages, without a figure."""


def apart(first: str, second: str) -> str:
    """Return two passages with others between them."""
    return f"{first}\n\n{FILLER}\n\n{second}\n"


RETOLD = [
    # a summary and its detail, tied by the figures beside
    ("Fares rose 18% and the margin of the ferry line widened by 130 basis points to 20.9%.",
     "Income of the ferry line was $116 million and fares were up 18%, while the margin of 20.9% widened by 180 basis points."),
    ("The port handled 48,210 containers in May, up 14.2% on the year.",
     "Containers handled at the port in May came to 42,810, up 14.2% on the year."),
    ("Donations to the shelter reached 3.62 million euros last winter, and 1,284 guests slept there.",
     "Last winter 1,284 guests slept in the shelter, and donations reached 6.32 million euros."),
    # the same digits at another scale
    ("The old dam cost 4.85 billion euros, the ministry said.",
     "As the ministry said, the old dam cost 4.85 million euros."),
    ("The zoo spent $38.7 million on the aquarium during the season.",
     "During the season the zoo spent $38.7 billion on the aquarium."),
    ("The fund paid farmers 412 million francs after the drought.",
     "After the drought the fund paid farmers 412 billion francs."),
    # one rounded, at another scale
    ("The order backlog of the shipyard stood at $503.6 million at the end of June.",
     "At the end of June the order backlog of the shipyard was $504 billion."),
    # a digit, far from its like
    ("The orchestra sold 3,109 season tickets this autumn.", "This autumn 3,709 season tickets were sold by the orchestra."),
    ("The average price of a home in the valley was $433,000.", "A home in the valley cost $343,000 on average, the price index says."),
    ("The lake holds 12.48 million cubic metres of water.", "In a dry year the lake holds 14.28 million cubic metres of water."),
    ("The survey reached 25,126 households in the north.", "In the north the survey reached 52,126 households."),
    ("Exports of cheese came to 62.4 million dollars in 2021.", "In 2021, exports of cheese came to 26.4 million dollars."),
    ("Turnout in the mayoral election was 61.8%.", "All said that turnout in the mayoral election was 68.1%."),
    ("The hospital treated 14,382 patients in its new wing.", "In its new wing the hospital treated 41,382 patients."),
    ("The museum drew 217,400 visitors in 2022.", "In 2022 the museum drew 271,400 visitors."),
    ("The airline flew 8.34 million passengers in July.", "In July the airline flew 3.84 million passengers."),
    ("The bridge project employs 2,640 workers.", "In winter too, the bridge project employs 6,240 workers."),
    ("The bakery chain runs 1,846 shops in the country.", "In the country the bakery chain runs 1,486 shops."),
    ("Farmers planted 73,500 hectares of barley in spring.", "In spring farmers planted 37,500 hectares of barley."),
    ("The reservoir lost 18.6 million cubic metres of water in August.", "In August the reservoir lost 16.8 million cubic metres of water."),
    # a sign turned
    ("In May, ticket sales of the opera rose 12.4% year on year.", "Ticket sales of the opera fell 12.4% year on year in May."),
    ("Output of the quarry grew by 27.3% in 2021.", "In 2021, output of the quarry declined by 27.3%."),
    ("Cement prices were up 14.6% in March.", "In March cement prices were down 14.6%."),
    # a change told across what is put between
    ("In 2014 staff of the archive fell by 27,430.",
     "In 2014 staff of the archive fell, compared with 2013, by 24,730."),
    ("The choir festival earned 641,000 pounds for the hospice.", "For the hospice, the choir festival earned 614,000 pounds."),
    ("The cave system is 48.62 kilometres long.", "At 46.82 kilometres, the cave system is long."),
]  # fmt: skip

KEPT_APART = [
    # parallel passages: the figures beside differ as well
    ("The northern depot held 102,000 parcels, and 71% of them were local.",
     "The southern depot held 81,000 parcels, and 60% of them were local."),
    ("Segment profit was $88 million, down $22 million on lower volume.",
     "Segment profit was $38 million, down $17 million on lower volume."),
    ("Sales in the quarter were $195 million, up by $8 million or 4%.",
     "Sales in the quarter were $175 million, up by $18 million or 11%."),
    # a word that denies another
    ("Seasonally adjusted, hotel stays rose 12.4% in May.", "Unadjusted, hotel stays rose 14.2% in May."),
    ("Audited income of the club was 48,210 euros.", "Unaudited income of the club was 42,810 euros."),
    # two names
    ("Alder Rail carried 48,210 commuters in May.", "Birch Rail carried 42,810 commuters in May."),
    ("Riverton counted 31,640 voters.", "Lakewood counted 36,140 voters."),
    # other times
    ("In 2020 the mill ground 48,210 tonnes of wheat.", "In 2021 the mill ground 42,810 tonnes of wheat."),
    ("The choir had 1,284 members in March 2021.", "The choir had 1,824 members in March 2022."),
    ("Harvests rose to 73,500 tonnes in June.", "Harvests rose to 75,300 tonnes in July."),
    # a part, another act, another thing
    ("The seed bank holds 1.24 million samples.", "The seed bank sent out 1,240 samples last year."),
    ("Deposits of the whole group reached 48.2 billion euros.", "Deposits of the smallest branch reached 48.2 million euros."),
    ("The plant produced 48,210 bicycles.", "The plant sold 42,810 bicycles."),
    ("Imports of tea came to 62.4 million dollars.", "Exports of tea came to 64.2 million dollars."),
    ("The school has 640 boys.", "The school has 460 girls."),
    # plan and result
    ("The town plans to plant 48,210 trees this year.", "The town planted 42,810 trees this year."),
    ("The guild expects income of 3.62 million euros.", "The guild had income of 3.26 million euros."),
    # rates of other bases and units
    ("Ferry fares rose 12.4% year on year.", "Ferry fares rose 14.2% month on month."),
    ("The share of women among the guides rose 2.5 percentage points.", "Wages of the guides rose 2.5 percent."),
    ("Coffee imports of the island rose by 12.4%.", "Tea imports of the island fell by 12.4%."),
    # small counts
    ("The team won two games on the road.", "The team won three games on the road in overtime."),
    ("The library has 4 reading rooms.", "The library has 6 study rooms."),
    # figures that agree
    ("The order backlog stood at $503.6 million.", "The order backlog was nearly $504 million."),
    ("Over 2.6 million trees were planted.", "In all 2.64 million trees were planted."),
    ("The stadium seats 48,210 people.", "About 48,000 people fit into the stadium."),
    # each figure confirmed: two facts
    ("The west wing cost 48.21 million euros and the east wing cost 42.81 million euros.",
     "Of the east wing's 42.81 million euros and the west wing's 48.21 million euros, the state paid half."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), RETOLD, ids=[first[:40] for first, _ in RETOLD])
def test_a_passage_told_again_with_another_figure_is_told(first: str, second: str) -> None:
    """A digit, a scale or a sign that changes between two tellings of one fact is a finding."""
    assert findings(apart(first, second)) != []
    assert not silent(apart(first, second))


@pytest.mark.parametrize(("first", "second"), KEPT_APART, ids=[first[:40] for first, _ in KEPT_APART])
def test_two_facts_in_like_words_are_kept_apart(first: str, second: str) -> None:
    """What differs beside the figures makes two facts of them."""
    assert silent(apart(first, second))


def test_figures_beside_that_differ_are_counted() -> None:
    """A slip changes one figure; where the ones beside it differ too, there are two facts."""
    found = evidence("A loan of $102,000 had a ratio of 71%.\n\nA loan of $81,000 had a ratio of 60%.\n")
    _, one, _, two = (claim for claim, _ in found.quantities())
    assert found.retelling.apart(one, two) == 1


def test_a_figure_told_beside_the_other_settles_it() -> None:
    """Margins of 11.2% and 11.5% that stand in one sentence are two margins wherever they stand again."""
    found = evidence("The margin was 11.2%.\n\nThe margin was 11.2%, down from 11.5% a year ago.\n")
    first, _, third = (claim for claim, _ in found.quantities())
    assert found.retelling.is_settled(first, third)


def test_what_is_soon_told_is_no_less_than_the_whole_ledger() -> None:
    """A pair is left aside by an upper bound of its ledger, so that bound is never below it."""
    texts = ["\n\n".join(apart(*pair) for pair in RETOLD), *(apart(*pair) for pair in RETOLD)]
    asked = 0
    for text in texts:
        found = evidence(text)
        for pair in found.same_fact:
            told = {
                series: found.retelling.told(pair.first, pair.second, pair.match, found.weights, series=series)
                for series in (False, True)
            }
            most = found.retelling.most(pair.first, pair.second, pair.match, found.weights)
            assert most + 1e-9 >= max(told.values())
            assert told[False] == sum(weight for _, weight in found.retelling.ledger(
                pair.first, pair.second, pair.match, found.weights, series=False))  # fmt: skip
            asked += 1
    assert asked > len(RETOLD)


def test_what_lessens_a_reference_weighs_nothing_for_it() -> None:
    """A pair is left aside without asking for these, so none of them may speak for one fact."""
    weights = evidence("Eight ferries sailed.").weights
    names = ("discourse.part_on_one_side", "numbers.implied_only", "discourse.series", "discourse.figures_apart")
    assert all(weights[name] <= 0 for name in names)
