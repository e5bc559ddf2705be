"""Lives and anniversaries told in one sentence."""

from datetime import date

import pytest

from factlint.alignment.ages import Moment, ages_between, lives
from factlint.alignment.anniversaries import anniversaries
from factlint.model.span import Span
from tests.alignment.reading import evidence

SPAN = Span(0, 1)


def test_ages_of_years_and_of_days() -> None:
    """Of two years two ages can be meant, of two days one."""
    assert list(ages_between(Moment(SPAN, 1950), Moment(SPAN, 2010))) == [59, 60]
    born, died = Moment(SPAN, 1950, date(1950, 6, 2)), Moment(SPAN, 2010, date(2010, 6, 1))
    assert list(ages_between(born, died)) == [59]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Maria Lund, born in 1950 in Bodo, died in 2010 at the age of 59.", 59),
        ("Born on 3 May 1960, the keeper retired at age 45 in 2005.", 45),
        ("Karl Brandt (1931-2019) died at home aged 88.", 88),
        ("Lena Holm, 45, was born in 1981 in Turku.", 45),
        ("The 45-year-old pianist, born in 1981, plays on Sunday.", 45),
        ("Born in 1960, the keeper married at age 20 and moved to the island in 2015.", None),
        ("The farmer was born in 1930, and his wife died in 2010 at the age of 75.", None),
        ("Anna was born in 1930, Ben was born in 1950 and died in 2010 at 75.", None),
    ],
)
def test_lives(text: str, age: int | None) -> None:
    """An age is told of the year right beside it, in a sentence that tells of one person."""
    assert [life.age for life in lives(evidence(text))] == ([] if age is None else [age])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The club, founded in 1974, marks its 50th anniversary in 2024.", (1974, 2024, 50)),
        ("In 2019, the village remembered the fiftieth anniversary of the 1969 flood.", (1969, 2019, 50)),
        ("The ward opened in 1921. It celebrated its centenary in 2021.", (1921, 2021, 100)),
        ("2024 marks the 75th anniversary of the 1949 treaty.", (1949, 2024, 75)),
        ("The club, founded in 1974, marks its 50th anniversary this year.", (1974, None, 50)),
        ("The club, founded in 1974, sang for the 200th anniversary of the town in 2024.", None),
        ("The bank, founded in 1974 and renamed in 1990, held its 50th anniversary.", None),
    ],
)
def test_anniversaries(text: str, found: tuple[int, int | None, int] | None) -> None:
    """The founding is that of the thing whose anniversary it is."""
    told = [
        (each.founded.year, each.at.year if each.at else None, each.number) for each in anniversaries(evidence(text))
    ]
    assert told == ([] if found is None else [found])
