"""Facts files: what is written, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from factlint.errors import DataError, FactlintError
from factlint.knowledge.facts import load_facts, period_of, written_period
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


TABLE = """\
measure,subject,period,value,unit,source,date
members,,2023-06-30,"18,640",,the club's office,2023-07-10

vacancy rate,,2023,7.70,percent,the housing board,2024-04-20
"""


def test_a_table_says_the_same(tmp_path: Path) -> None:
    """CSV, with the names of the keys in its first row; semicolons and a mark of order are as spreadsheets write them."""
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    first, second = load_facts([tmp_path / "facts.csv"])
    assert (first.measure, first.value, first.period, first.line) == ("members", "18,640", "2023-06-30", 2)
    assert (second.value, second.unit, second.date, second.line) == ("7.70", "percent", date(2024, 4, 20), 4)
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace(",", ";").replace("18;640", "18,640"), encoding="utf-8-sig")
    assert [(one.measure, one.value) for one in load_facts([other])] == [
        ("members", "18,640"),
        ("vacancy rate", "7.70"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("measure,", "mesure,", "facts.csv:2: 'measure' is missing"),
        ("2023-07-10", "July", "facts.csv:2: 'date' must be a day"),
        (",2023,7.70", ",2023-13,7.70", "facts.csv:4: '2023-13' is no period"),
        ('"18,640"', "18,640", "facts.csv:2: there are 8 cells under 7 names"),
        ('"18,640"', '"18,640', "this is no CSV"),
        (TABLE, "", "the file is empty"),
    ],
)
def test_mistakes_in_a_table(old: str, new: str, told: str, tmp_path: Path) -> None:
    """Each is told by its row's line."""
    path = tmp_path / "facts.csv"
    path.write_text(TABLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FactlintError) as raised:
        load_facts([path])
    assert told in str(raised.value)


@pytest.mark.parametrize("written", ["2023", "2023-H2", "2023-Q4", "2023-02", "2024-02-29"])
def test_a_period_is_written_as_it_is_read(written: str) -> None:
    """In the shortest form."""
    period = period_of(written)
    assert period is not None and period.start is not None and period.end is not None
    assert written_period(period.start, period.end) == written


def test_other_periods_have_no_form() -> None:
    """January to February is none of them."""
    assert not written_period(date(2023, 1, 1), date(2023, 2, 28))
