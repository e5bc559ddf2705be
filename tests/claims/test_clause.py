"""What stands around a figure: subject, predicate, counted noun, complement; and whose reference it shares."""

import pytest

from tests.claims.reading import frame, reading, words_of


@pytest.mark.parametrize(
    ("text", "figure", "subject", "predicate"),
    [
        ("Revenue of the shipyard rose by 7.7% in May.", "7.7%", "revenue of the shipyard", "rose"),
        ("The waiting list stood at 48,000 in March.", "48,000", "the waiting list", "stood"),
        ("Membership of the federation has reached 212,450.", "212,450", "membership of the federation", "reached"),
        ("Deposits were up 5% in May.", "5%", "deposits", "up"),
        ("The ministry saw an increase of 3% in applications.", "3%", "", "increase"),
        ("The agency trucked 12.8 million liters of water.", "12.8 million liters", "the agency", "trucked"),
        ("Oil prices, which fell 12%, hurt the port.", "12%", "oil prices", "fell"),
    ],
)
def test_subject_and_predicate(text: str, figure: str, subject: str, predicate: str) -> None:
    """The nearest governing word and the phrase before it."""
    found, _ = frame(text, figure)
    if subject:
        assert words_of(found.subject) == subject
    assert found.predicate == predicate


@pytest.mark.parametrize(
    ("text", "figure", "counted"),
    [
        ("The union has 1,230 members.", "1,230", "members"),
        ("More than 48 rural health stations were built.", "More than 48", "rural health stations"),
        ("The farm sold 1.2 million and planted 1.4 million trees.", "1.2 million", "trees"),
        ("Deposits rose by 5% in May.", "5%", ""),
    ],
)
def test_what_is_counted(text: str, figure: str, counted: str) -> None:
    """The noun behind a bare count, lent back to a figure that waits for it."""
    assert words_of(frame(text, figure)[0].counted) == counted


@pytest.mark.parametrize(
    ("text", "figure", "by", "complement"),
    [
        ("An increase of 3% in passenger traffic was reported.", "3%", "in", "passenger traffic"),
        ("Farms account for 12% of the market.", "12%", "of", "the market"),
        ("Over 20% of the nurses are specialists.", "Over 20%", "of", "the nurses"),
    ],
)
def test_the_complement(text: str, figure: str, by: str, complement: str) -> None:
    """The phrase behind "of" or "in" that belongs to the figure."""
    found, _ = frame(text, figure)
    assert (found.complement_by, words_of(found.complement)) == (by, complement)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Total revenue was 425.2 million euros, up 7.7%.", 0),
        ("Net profit was 610 million dollars, an increase of 20%.", 0),
        ("The waiting list stood at 48,000 patients, up 30%.", 0),
        ("Sales rose to 2.64 million, increasing by 13.3%.", 0),
        ("The bridge cost 1.2 billion yuan ($170 million).", 0),
        ("Exports rose by 5% and imports fell by 3%.", None),
    ],
)
def test_whose_reference_a_figure_shares(text: str, source: int | None) -> None:
    """A figure without a subject of its own leans on the one before it; one with a subject does not."""
    assert reading(text).frames[1].inherits == source


def test_a_pronoun_points_back() -> None:
    """It is a subject that the sentence does not name."""
    assert frame("It rose by 5% in May.", "5%")[0].anaphor


def test_brackets_are_noted() -> None:
    """A figure in brackets explains the one before it."""
    assert frame("The bridge cost 1.2 billion yuan ($170 million).", "$170 million")[0].in_brackets
