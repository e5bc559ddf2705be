"""Words of written forms, and series whose numbers follow from the year."""

import pytest

from factlint.knowledge.forms import Forms, load_forms


@pytest.fixture(scope="module")
def forms() -> Forms:
    """The tables as they ship."""
    return load_forms()


def test_weekdays_and_months_are_full_names(forms: Forms) -> None:
    """Short forms are other words too: sun, sat, mar."""
    assert set(forms.weekdays.values()) == set(range(7))
    assert set(forms.months.values()) == set(range(1, 13))
    assert not {"sun", "sat", "mar", "dec"} & (forms.weekdays.keys() | forms.months.keys())


@pytest.mark.parametrize(
    ("name", "number", "first", "last"),
    [
        ("five-year-plan", 13, 2016, 2020),
        ("five-year-plan", 11, 2006, 2010),
        ("party-congress", 18, 2012, None),
        ("general-assembly", 75, 2020, 2021),
        ("us-congress", 117, 2021, 2023),
        ("world-health-assembly", 70, 2017, None),
    ],
)
def test_numbers_lead_to_years(forms: Forms, name: str, number: int, first: int, last: int | None) -> None:
    """Each series counts from one known number."""
    series = next(series for series in forms.series if series.name == name)
    assert (series.first_year(number), series.last_year(number)) == (first, last)
