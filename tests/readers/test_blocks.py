"""Lines and list marks."""

import pytest

from factlint.readers.blocks import lines_of, mark_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_three_ways(end: str) -> None:
    """LF, CRLF and CR end a line; a blank line, white space included, makes a gap."""
    text = end.join(["Exports rose.", "They fell.", " \t", "  Indented."])
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == ["Exports rose.", "They fell.", "Indented."]
    assert [line.gap for line in lines] == [True, False, True]
    assert [line.indent for line in lines] == [0, 0, 2]
    assert [line.gap for line in lines_of(f"One{end}Two{end}{end}Three")] == [True, False, True]


def test_nothing_else_ends_a_line() -> None:
    """Form feed, U+0085 and U+2028 stay inside a line."""
    assert len(lines_of("a\x0cb\x85c\u2028d")) == 1


@pytest.mark.parametrize(
    "mark", ["- ", "* ", "\u2022 ", "1. ", "(2) ", "a) ", "(iv) ", "ii. ", "--", "\u2013 ", "12) "]
)
def test_list_marks_are_read(mark: str) -> None:
    """Dashes, bullets, numbers, letters and Roman numerals begin an item."""
    found = mark_of(mark + "exports", 0, len(mark) + 7)
    assert found is not None
    assert found.end() == len(mark)


@pytest.mark.parametrize(
    "words", ["2.64 million", "-5 degrees", "2023 was", "in. all", "(see) here", "5G", "a.m. trade", "i.e. it"]
)
def test_numbers_and_words_are_no_marks(words: str) -> None:
    """A decimal, a negative number, a year or a word at the beginning of a line is no list mark."""
    assert mark_of(words, 0, len(words)) is None
