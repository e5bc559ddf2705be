"""Facts files: what is written, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from factlint.errors import DataError, FactlintError
from factlint.knowledge.facts import load_facts, period_of
from factlint.model.period import Basis

GOOD = """
[[fact]]
measure = "members"
value = "18,640"
period = 2023-06-30
source = "the club's office"
date = 2023-07-10

[[fact]]
measure = "vacancy rate"
value = 7.70
unit = "percent"
period = 2023
source = "the housing board"
date = 2024-04-20
"""


def test_a_fact_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Numbers keep their last digit; days and years may stand without quotes."""
    path = tmp_path / "facts.toml"
    path.write_text(GOOD, encoding="utf-8")
    first, second = load_facts([path])
    assert (first.measure, first.value, first.unit, first.period) == ("members", "18,640", "", "2023-06-30")
    assert (second.value, second.period, second.date, second.line) == ("7.70", "2023", date(2024, 4, 20), 9)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("period = 2023-06-30", "period = 'June'", "facts.toml:5: 'June' is no period"),
        ("period = 2023-06-30", "period = '2023-13'", "facts.toml:5: '2023-13' is no period"),
        ('measure = "members"', "mesure = 'members'", "'measure' is missing"),
        ('value = "18,640"', "value = true", "facts.toml:4: 'value' must be a text in quotes"),
        ("date = 2023-07-10", "date = 'July'", "facts.toml:7: 'date' must be a day"),
        ("source = \"the club's office\"", "sources = 'x'", "'source' is missing"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    """A fact that cannot be read is refused."""
    path = tmp_path / "facts.toml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FactlintError) as raised:
        load_facts([path])
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-03-31", date(2023, 3, 31), date(2023, 3, 31)),
    ],
)
def test_periods(written: str, start: date, end: date) -> None:
    """Both ends are inclusive days."""
    period = period_of(written)
    assert period is not None
    assert (period.start, period.end) == (start, end)
    assert (period.basis is Basis.AS_OF) is (start == end)


def test_what_is_no_period() -> None:
    """A day that does not exist, and words."""
    assert [period_of(words) for words in ("2023-02-30", "2023-Q5", "spring", "23", "0000")] == [None] * 5


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(DataError, match=r"no\.toml"):
        load_facts([tmp_path / "no.toml"])
