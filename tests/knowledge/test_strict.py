"""TOML read strictly: what is wrong is told with file and line, all of it at once."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.errors import DataError, DataErrors
from factlint.knowledge.strict import Collector, Table, read_table, toml_files


class Fruit(StrEnum):
    """Something to choose from."""

    APPLE = "apple"
    PEAR = "pear"


def table(folder: Path, text: str) -> tuple[Table, Collector]:
    """Return a table read from a text, and the mistakes it collects."""
    path = folder / "data.toml"
    path.write_text(text, encoding="utf-8")
    mistakes = Collector()
    return read_table(path, mistakes), mistakes


def complaint(mistakes: Collector) -> str:
    """Return the one mistake that was collected, without its folder."""
    with pytest.raises(DataError) as caught:
        mistakes.finish()
    return str(caught.value).rpartition("/")[2]


def test_values_are_exact(tmp_path: Path) -> None:
    """2.640 stays exact, a whole number stays an int, words and days are what they are."""
    read, mistakes = table(tmp_path, 'a = 2.640\nb = 10\nc = "x"\nd = ["p", "q"]\ne = true\nf = 2023-04-20\ng = "pear"')
    assert read.number("a") == Fraction("2.64")
    assert repr(read.number("b")) == "10"
    assert (read.text("c"), read.texts("d"), read.boolean("e")) == ("x", ("p", "q"), True)
    assert (read.day("f"), read.choice("g", Fruit)) == (date(2023, 4, 20), Fruit.PEAR)
    read.close()
    mistakes.finish()
    assert mistakes.errors == []


def test_an_unknown_key_is_told_with_its_line(tmp_path: Path) -> None:
    """A key that nobody asked for is a mistake, told where it stands with the keys that are known."""
    read, mistakes = table(tmp_path, '# a comment\nname = "x"\n\nnmae = "y"\n')
    read.text("name")
    read.close()
    assert complaint(mistakes) == "data.toml:4: 'nmae' is unknown here (did you mean 'name'? known are name)"


def test_a_dotted_key_has_its_line(tmp_path: Path) -> None:
    """severity.FL1 = 5 stands in the table severity, and is told where it is written."""
    read, mistakes = table(tmp_path, "name.a = 'x'\nname.b = 5\n")
    inner = read.table("name")
    assert (inner.text("a"), inner.text("b")) == ("x", "")
    assert complaint(mistakes) == "data.toml:2: 'b' must be a text in quotes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("other = 1", "data.toml:1: 'key' is missing (it is a text in quotes)"),
        ("\nkey = 1", "data.toml:2: 'key' must be a text in quotes"),
        ("\n\nkey = ' '", "data.toml:3: 'key' is empty"),
        ("key = [1", "data.toml:1: Unclosed array"),
        ('key = "a"\nkey = "b"', "data.toml:2: Cannot overwrite a value"),
    ],
    ids=["missing", "type", "blank", "syntax", "double"],
)
def test_mistakes_name_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    """A missing key, another type, a blank text, broken TOML and a double key are told with file and line."""
    read, mistakes = table(tmp_path, text)
    if read.data:
        read.text("key")
    assert complaint(mistakes) == told


def test_true_is_no_number(tmp_path: Path) -> None:
    """In Python true is 1; in a data file it is a mistake."""
    read, mistakes = table(tmp_path, "count = true")
    read.integer("count")
    assert complaint(mistakes) == "data.toml:1: 'count' must be a whole number"


def test_a_wrong_choice_tells_the_right_ones(tmp_path: Path) -> None:
    """A word outside of a fixed set is told with the set."""
    read, mistakes = table(tmp_path, 'fruit = "plum"')
    read.choice("fruit", Fruit)
    assert complaint(mistakes) == "data.toml:1: 'fruit' is 'plum' (it is one of apple, pear)"


def test_lines_are_found_in_arrays_of_tables(tmp_path: Path) -> None:
    """A key of the second [[item]] is told with its own line; text in quotes of three is no key."""
    read, mistakes = table(tmp_path, '[[item]]\ntext = """\nbad = 1\n"""\n\n[[item]]\ntext = "a"\nbad = 1\n')
    for item in read.tables("item"):
        item.text("text")
        item.close()
    read.close()
    assert complaint(mistakes) == "data.toml:8: 'bad' is unknown here (known are text)"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """A load does not stop at the first mistake."""
    read, mistakes = table(tmp_path, "a = 1\nb = 2\n")
    read.text("a")
    read.close()
    with pytest.raises(DataErrors) as caught:
        mistakes.finish()
    assert [error.line for error in caught.value.errors] == [1, 2]


def test_another_suffix_is_told(tmp_path: Path) -> None:
    """A file that would be passed over in silence is a mistake; notes and hidden files are not."""
    for name in ("a.toml", "b.yaml", "README.md", ".hidden"):
        (tmp_path / name).write_text("", encoding="utf-8")
    mistakes = Collector()
    assert [path.name for path in toml_files(tmp_path, mistakes)] == ["a.toml"]
    assert complaint(mistakes) == "b.yaml: the name does not end in .toml (rename it or move it elsewhere)"
