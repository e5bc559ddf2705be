"""The report for people: what an editor sees."""

import re

import pytest

from factlint.model.finding import Problem, Report, Severity
from factlint.reporters.layout import lay_out
from factlint.reporters.marks import ASCII, FULL, Marks, marks_for
from factlint.reporters.segments import plain, width
from factlint.reporters.terminal import paint
from tests.reporters.sample import report

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def drawn(least: Severity = Severity.WARNING, marks: Marks = FULL, columns: int = 80, *, verified: bool = False) -> str:
    """Return the sample report as text."""
    return plain(lay_out(report(), least, marks, columns, verified=verified))


def test_a_finding_reads_from_top_to_bottom() -> None:
    """Place, severity and name; the message; both places quoted and underlined; the arithmetic; what to do; the sum."""
    assert drawn() == (
        "press/a.txt:2:90  error  restated-value-differs (FL101)  confidence 0.86\n"
        "  5G base stations are given two values that cannot both hold.\n"
        "\n"
        "  2 │ …figure, that the network now holds over 2.64 million 5G base stations,…\n"
        "    │                                     ^^^^^^^^^^^^^^^^^ first value\n"
        "  3 │ Operators run 2.46 million 5G base stations in 中国 and 7 elsewhere.\n"
        "    │               ^^^^^^^^^^^^ second value\n"
        "\n"
        "  more than 2,640,000, and 2,455,000 to 2,465,000: no value is in both\n"
        "  the digits 4 and 6 may have changed places\n"
        "  → Ask which figure holds.\n"
        "\n"
        "1 file · 3 claims read · 2 cross-checked · 0 agreeing · 2 in conflict · 1 error\n"
        "1 finding below warning not shown; --min-severity info shows all"
    )


def test_milder_findings_are_shown_when_asked_for() -> None:
    """With info asked for, nothing is hidden and the hint is gone; a wide letter before the words moves the mark."""
    lines = drawn(Severity.INFO).splitlines()
    assert "ordinal-suffix (FL702)" in "\n".join(lines)
    quote = next(number for number, line in enumerate(lines) if line.endswith("^ figure"))
    assert width(lines[quote].removesuffix("^ figure")) == width(lines[quote - 1][: lines[quote - 1].index("7")])
    assert "not shown" not in lines[-1]


def test_verified_lists_what_agrees() -> None:
    """An agreement quotes its places in brackets and writes out what was compared."""
    text = drawn(verified=True)
    assert (
        "press/a.txt – 1 agreement\n\n"
        "  1 │ Output rose in [March].\n"
        "  3 │ Operators run 2.46 million 5G base stations in [中国] and 7 elsewhere.\n"
        "      1 = 1 (FL101)\n"
    ) in text


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_lines_keep_to_the_width(columns: int) -> None:
    """No quoted or told line is wider than the terminal; the head and the sum may be."""
    for line in drawn(columns=columns).splitlines():
        if "│" in line and "^" not in line:
            assert width(line) <= columns


def test_ascii_marks_stand_for_signs_that_cannot_be_encoded() -> None:
    """A terminal that holds ASCII only gets no sign of ours that it cannot show."""
    own = drawn(marks=ASCII).replace("中国", "")
    assert own.isascii()
    assert "| ...that the network" in own


def test_marks_follow_the_encoding() -> None:
    """UTF-8 holds all signs, ASCII and Latin-1 do not, and an unknown encoding is taken to hold none."""
    assert marks_for("utf-8") is FULL
    assert {marks_for(name) for name in ("ascii", "latin-1", "no-such-encoding")} == {ASCII}


def test_colour_changes_no_word() -> None:
    """The coloured report is the plain one with colours."""
    lines = lay_out(report(), Severity.INFO, FULL, 80, verified=True)
    coloured = paint(lines, 80)
    assert "\x1b[1;31merror" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).splitlines()] == plain(lines).splitlines()


def test_what_was_not_read_is_counted() -> None:
    """A report on nothing but a missing file does not say that all is well."""
    missing = Report(errors=[Problem("b.txt", "no such file")])
    lines = plain(lay_out(missing, Severity.WARNING, FULL, 100))
    assert lines == "0 files · 0 claims read · 0 cross-checked · 0 agreeing · 0 in conflict · 1 not read"


def test_nothing_to_report_is_said() -> None:
    """An empty report says so in its one line."""
    lines = plain(lay_out(Report(), Severity.WARNING, FULL, 100))
    assert lines == "0 files · 0 claims read · 0 cross-checked · 0 agreeing · 0 in conflict · nothing to report"
