"""``factlint why`` as an editor uses it: two places, and why their figures were, or were not, compared."""

import os
from pathlib import Path

import pytest

from factlint.commands.why import Spot, read_spot
from factlint.errors import UsageError
from tests.support import Program

TEXT = (
    "The museum drew 18,640 visitors in May. It lent 35 paintings.\n"
    "\n"
    "Tickets were cheap, and the café was full. In May the museum drew 18,460 visitors.\n"
    "\n"
    "The roof is 40 metres long and was built at length. Repairs ended in June.\n"
)


def test_a_conflict_is_explained(program: Program) -> None:
    """Slots, weights, the slip of the digits, the probability, and the rule that told it."""
    program.write("a.txt", TEXT)
    done = program("why", "a.txt:1", "a.txt:3")
    assert (done.status, done.err) == (0, "")
    first = done.out.split("\n\n2. ")[0]
    assert first.startswith("1. “18,640” (a.txt:1:17) and “18,460” (a.txt:3:67)\n")
    words = " ".join(first.split())
    for told in (
        "measure visitors (stated) visitors (stated)",
        "verb draw draw",
        "period May (stated) May (stated)",
        "+1.90 reference: shared first: visitor",
        "a known slip: two digits swapped",
        "+3.80 slip four",
        "restated-value-differs (FL101): a conflict, warning, confidence 0.9",
    ):
        assert told in words
    assert "Agreement is told from 0.65 on" in done.out


def test_the_weights_add_up(program: Program) -> None:
    """The items of the references make the sum that stands below them."""
    program.write("a.txt", TEXT)
    first = program("why", "a.txt:1:17", "a.txt:3").out.split("The figures:")[0]
    lines = [line.split() for line in first.splitlines()]
    items = [float(words[0]) for words in lines if words and words[0][0] in "+-" and words[0][1:2].isdigit()]
    [total] = [float(words[1].rstrip(":")) for words in lines if words and words[0] == "="]
    assert len(items) > 3
    assert sum(items) == pytest.approx(total, abs=0.01)


def test_a_column_picks_one_figure(program: Program) -> None:
    """PATH:LINE:COLUMN is the claim that stands there."""
    program.write("a.txt", TEXT)
    done = program("why", "a.txt:1:50", "a.txt:3:69")
    assert done.out.startswith("1. “35” (a.txt:1:49) and “18,460”")
    assert "\n2. " not in done.out
    assert "No rule compared them." in done.out


def test_two_files_are_weighed_and_not_compared(program: Program) -> None:
    """Claims of two files stand side by side; the reason why no rule compared them is that."""
    program.write("a.txt", TEXT)
    program.write("b.txt", "Last year was worse.\nIn May the museum drew 18,460 visitors.\n")
    done = program("why", "a.txt:1:17", "b.txt:2:28")
    assert "(a.txt:1:17) and “18,460” (b.txt:2:24)" in done.out
    assert "two digits swapped" in done.out
    assert "No rule compared them. The claims stand in two texts" in done.out


def test_one_file_under_two_names_is_one_text(program: Program) -> None:
    """a.txt and ./a.txt are one text, and its rules are heard; the order of the places does not matter."""
    program.write("a.txt", TEXT)
    done = program("why", "./a.txt:3:69", "a.txt:1:17")
    assert "restated-value-differs (FL101)" in done.out


def test_what_bars_a_comparison_is_named(program: Program) -> None:
    """The bar stands in place of the weights."""
    program.write("a.txt", "The yard repaired 640 boats in May.\n\nThe yard plans to repair 460 boats in May.\n")
    done = program("why", "a.txt:1", "a.txt:3")
    assert "The references bar a comparison: one is asserted, the other planned." in done.out
    assert "No rule compared them." in done.out


def test_lines_of_other_dimensions_are_told(program: Program) -> None:
    """Where nothing can be set side by side, what the lines hold is listed."""
    program.write("a.txt", TEXT)
    done = program("why", "a.txt:5:13", "a.txt:3:69")
    assert done.status == 0
    assert done.out.startswith("No two claims of these lines are of one dimension.\n")
    assert "“40 metres” (length)" in done.out


def test_standard_input(program: Program) -> None:
    """A dash is standard input."""
    done = program("why", "--stdin-filename", "x.md", "-:1", "-:3", stdin=TEXT.encode())
    assert done.status == 0
    assert "(x.md:1:17)" in done.out


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("a.txt:2", "a.txt:2: there is no figure or date on this line"),
        ("a.txt:1:3", "a.txt:1:3: there is no figure or date here"),
        ("a.txt:99", "a.txt:99: the text has 6 lines"),
        ("a.txt:0", "a.txt:0: lines and columns count from 1"),
        ("a.txt", "'a.txt' is no place; write PATH:LINE or PATH:LINE:COLUMN"),
        ("no.txt:1", "no.txt: no such file"),
        (".:1", ".: this is a folder, not a file"),
    ],
)
def test_what_is_no_place_ends_with_2(program: Program, second: str, told: str) -> None:
    """A line without a claim, or that does not exist, is told on standard error."""
    program.write("a.txt", TEXT)
    done = program("why", "a.txt:1", second)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_places_are_read(tmp_path: Path) -> None:
    """A path may hold colons: the longest name that is a file is the file."""
    assert read_spot("a.txt:3") == Spot("a.txt", 3)
    assert read_spot("C:\\a.txt:3:17") == Spot("C:\\a.txt", 3, 17)
    if os.name == "posix":
        name = tmp_path / "notes:12"
        name.write_text("5 boats\n", encoding="utf-8")
        assert read_spot(f"{name}:1") == Spot(str(name), 1)
    with pytest.raises(UsageError, match="no place"):
        read_spot(":3")


def test_signs_fall_back_to_ascii(program: Program) -> None:
    """An output that cannot hold a dash gets a hyphen."""
    program.write("a.txt", TEXT)
    done = program("why", "a.txt:1", "a.txt:3", env={"PYTHONIOENCODING": "ascii"}, decode="ascii")
    assert done.status == 0
    assert "–" not in done.out
