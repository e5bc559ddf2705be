"""Plain text to paragraphs."""

import pytest

from factlint.model.document import Block
from factlint.readers import read_text
from factlint.readers.plain import is_heading, paragraphs_of

WRAPPED = """\
Exports of the port rose by 5.3 percent in the first quarter, when
ships from 41 countries called, more than in any quarter since the
year 2019. Imports fell. The harbour master, Ms. Rosa Lindqvist of
the port's board, said that
2023 began well.
"""


def paragraphs(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each paragraph."""
    return [(paragraph.block.value, text[paragraph.start : paragraph.end]) for paragraph in paragraphs_of(text)]


def sentences(text: str) -> list[str]:
    """Return the words of each sentence, line breaks as spaces."""
    return [" ".join(sentence.span.of(text).split()) for sentence in read_text(text).sentences]


def test_blank_lines_divide() -> None:
    """Blank lines divide paragraphs, and so do lines where each holds its own."""
    assert paragraphs("Exports rose.\n\nImports fell.\nPrices held.") == [
        ("prose", "Exports rose."),
        ("prose", "Imports fell."),
        ("prose", "Prices held."),
    ]


def test_wrapped_lines_are_joined() -> None:
    """Lines that are filled to one width are one paragraph, and their sentences cross the line ends."""
    assert len(paragraphs(WRAPPED)) == 1
    assert sentences(WRAPPED)[-1] == (
        "The harbour master, Ms. Rosa Lindqvist of the port's board, said that 2023 began well."
    )


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    """In wrapped text, a line with room for the next word ended its paragraph, blank line or not."""
    text = WRAPPED + "The port has four terminals, of which two were built after the\nfire of 1998.\n"
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The number of stations built in the", "Northern region rose."),
        ("The company is called Nordwind Corp.", ", and it grew."),
        ("In the year that ended there were", "20 ships more."),
        ("The total of all goods came to more", "and more tonnes."),
    ],
)
def test_an_unfinished_line_goes_on(first: str, second: str) -> None:
    """A line that ends in the middle of a sentence is joined whatever its width."""
    assert sentences(f"{first}\n{second}")[-1] == f"{first} {second}".replace(" ,", " ,")


def test_list_items_are_their_own() -> None:
    """Items keep their own sentence with or without a stop; the mark is left out; an indented line goes on."""
    assert paragraphs("Three goals:\n- exports of 5%\n- imports\n  and prices\n1. Jobs. Wages.\n") == [
        ("prose", "Three goals:"),
        ("item", "exports of 5%"),
        ("item", "imports\n  and prices"),
        ("item", "Jobs. Wages."),
    ]


def test_a_year_at_the_edge_is_no_list_mark() -> None:
    """A number with a stop that a wrapped line happens to begin with is no item."""
    text = WRAPPED.replace(
        "the port's board, said that\n2023 began well.",
        "the port's board, counted them all in the quarter, which were\n41. More came.",
    )
    assert all(block != "item" for block, _ in paragraphs(text))


def test_headings_head_sections() -> None:
    """A title and short lines alone are headings, and the sentences below say which they stand under."""
    text = "Port grows again\n\nExports rose 5%.\n\nImports and prices\n\nImports fell. Prices held.\n"
    document = read_text(text)
    assert [(s.block.value, s.section) for s in document.sentences] == [
        ("heading", None),
        ("prose", 0),
        ("heading", 0),
        ("prose", 2),
        ("prose", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "April 20, 2023", "20 April 2023", "Thursday, May 3, 2021", "12:35 P.M. EDT", "Source: Office for Ports", "/4    Rosa Lindqvist",
        "exports and imports", "Exports rose.", "Goals:", "Northland 3,300,000", "And so \u2014", "_page_break_", "12345", "",
        "Beijing | 3 p.m. April 20, 2023", "181 As on 2 December",
    ],
)  # fmt: skip
def test_what_is_no_heading(line: str) -> None:
    """Dates, clocks, sources, captions, rows of figures and sentences are no headings."""
    assert not is_heading(line)


def test_a_row_of_short_lines_is_a_list() -> None:
    """Many short lines one after another, as a list without marks, are items and no headings."""
    members = ["Members", "Northland", "Southland", "Eastland", "Westland", "Midland", "Farland", "All agreed."]
    text = "\n\n".join(members)
    assert [block for block, _ in paragraphs(text)] == ["heading", *["item"] * 5, "heading", "prose"]


def test_numbers_of_paragraphs_are_left_out() -> None:
    """Where paragraphs are numbered in sections, their numbers are no figures; a single one may be a figure."""
    assert sentences("1.1 The port grew.\n\n1.2 It built.\n\n1.3 Ships came.\n") == [
        "The port grew.",
        "It built.",
        "Ships came.",
    ]
    assert sentences("1.5 Million ships came.\n\n2.5 Tonnes were lost.\n")[0] == "1.5 Million ships came."


def test_cells_are_apart() -> None:
    """A line with bars or tabs is a row, and each cell a sentence."""
    text = "Region|2022|2023\nNorth|1,200|1,300\nEast\t7\t8\n"
    document = read_text(text)
    assert {sentence.block for sentence in document.sentences} == {Block.CELL}
    assert sentences(text) == ["Region", "2022", "2023", "North", "1,200", "1,300", "East", "7", "8"]


def test_a_field_name_alone_is_a_label() -> None:
    """The form "Date:" alone on a line is a label."""
    assert paragraphs("Date:\n\nApril 20, 2023\n")[0] == ("label", "Date:")


def test_hashes_mark_headings_in_plain_text_too() -> None:
    """A line that begins with hashes is a heading of that level."""
    (paragraph, _) = paragraphs_of("## Exports and imports\nExports rose.")
    assert (paragraph.block, paragraph.level, paragraph.start) == (Block.HEADING, 2, 3)
