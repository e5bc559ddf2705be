"""Turns of transcripts."""

import pytest

from factlint.model.document import Block
from factlint.readers import read_text


def turns(text: str, kind: str = "text") -> list[tuple[str, str, bool]]:
    """Return speaker, words and whether they ask, of each turn."""
    document = read_text(text, kind=kind)
    return [(turn.speaker, turn.span.of(document.text), turn.is_question) for turn in document.turns]


BRIEFING = """\
Date:

April 20, 2023

Rosa Lindqvist:

Good morning. We have built 12 ports.

Coastal News Agency:

How many more will you build? Thank you.

Rosa Lindqvist:

Thank you for your question. We will build 3.

Note:

The figures are rounded.
"""


def test_labels_alone_on_their_lines() -> None:
    """Speakers on lines of their own are found, an outlet asks, and fields are no speakers."""
    assert turns(BRIEFING) == [
        ("Rosa Lindqvist", "Good morning. We have built 12 ports.", False),
        ("Coastal News Agency", "How many more will you build? Thank you.", True),
        ("Rosa Lindqvist", "Thank you for your question. We will build 3.\n\nNote:\n\nThe figures are rounded.", False),
    ]


def test_labels_are_sentences_of_their_own() -> None:
    """A label is a sentence of kind label outside the turn; the words after it know their turn."""
    document = read_text("MS. LINDQVIST:  We built 12. They work.\n\nQ    How many?\n\nMS. LINDQVIST:  12.\n")
    assert [(s.block, s.turn, s.span.of(document.text)) for s in document.sentences][:4] == [
        (Block.LABEL, None, "MS. LINDQVIST:"),
        (Block.PROSE, 0, "We built 12."),
        (Block.PROSE, 0, "They work."),
        (Block.LABEL, None, "Q"),
    ]
    assert document.turns[0].label == (0, 14)
    assert document.turns[0].span == (16, 39)


@pytest.mark.parametrize(
    "text",
    [
        "Q. How many?\nA. We have 5.\nQ. Why?\nA. Because.",
        "Q: How many?\nA: We have 5.\nQ: Why?\nA: Because.",
        "Q\tHow many?\nA\tWe have 5.\nQ\tWhy?\nA\tBecause.",
        "Q:\nHow many?\nA:\nWe have 5.\nQ:\nWhy?\nA:\nBecause.",
    ],
)
def test_questions_and_answers(text: str) -> None:
    """Q and A are labels in their usual forms."""
    assert turns(text) == [
        ("Q", "How many?", True),
        ("A", "We have 5.", False),
        ("Q", "Why?", True),
        ("A", "Because.", False),
    ]


def test_capitals_with_a_stop() -> None:
    """The form "CHAIR LINDQVIST." before the words is a label where people speak; who asks once asks."""
    text = (
        "CHAIR LINDQVIST. Good afternoon. We left the rate at 2 percent. I will take your questions.\n\n"
        "OLA BERG. Ola Berg of the Harbour Post. Will you raise it?\n\n"
        "CHAIR LINDQVIST. We may. The U.S. rate is higher.\n"
    )
    assert [(speaker, asks) for speaker, _, asks in turns(text)] == [
        ("CHAIR LINDQVIST", False),
        ("OLA BERG", True),
        ("CHAIR LINDQVIST", False),
    ]


def test_names_with_titles_after_dashes() -> None:
    """The form "Name -- Title" alone on a line is a label in the call of a company."""
    text = (
        "Rosa Lindqvist -- Chief Executive Officer\n\nThank you, all. We grew 5%.\n\n"
        "Ola Berg -- Fjord Bank -- Analyst\n\nHow many do you have?\n\n"
        "Rosa Lindqvist -- Chief Executive Officer\n\nWe have 5.\n\nOperator\n\nThank you.\n"
    )
    assert [(speaker, asks) for speaker, _, asks in turns(text)] == [
        ("Rosa Lindqvist", False),
        ("Ola Berg", True),
        ("Rosa Lindqvist", False),
        ("Operator", False),
    ]


def test_names_on_the_line_of_their_words() -> None:
    """The form "Name: words" is a label where the same people speak again."""
    text = "Rosa Lindqvist: We built 12.\n\nOla Berg: You built how many?\n\nRosa Lindqvist: I said 12.\n"
    assert turns(text) == [
        ("Rosa Lindqvist", "We built 12.", False),
        ("Ola Berg", "You built how many?", True),
        ("Rosa Lindqvist", "I said 12.", False),
    ]


def test_bold_labels_in_markdown() -> None:
    """Marks of emphasis around a label do not hide it."""
    text = "**Rosa Lindqvist:** We built 5.\n\n**Coastal Daily:** How many do you have? Thank you.\n\n**Rosa Lindqvist:** Thank you. We have 6.\n"
    assert [(speaker, asks) for speaker, _, asks in turns(text, "markdown")] == [
        ("Rosa Lindqvist", False),
        ("Coastal Daily", True),
        ("Rosa Lindqvist", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date: April 20, 2023\n\nNote: Figures are rounded.\n\nExports rose.",
        "Revenue: rose 5%.\n\nNet Income: fell 3%.\n\nRevenue: rose 7%.",
        "Key Points:\n\nExports rose.\n\nMarket Outlook:\n\nThe market will grow.",
        "NOTE: We rounded.\n\nSOURCE: Our data.",
        "The answer is: yes.\n\nIn short: We grew.",
        "PRESIDENT OLA B. BERG'S ANNUAL MESSAGE TO THE ASSEMBLY\n\nWe thank you.",
        "A. Exports\n\nB. Imports",
        "Q4 was good.\n\nQ3 was not.",
        "North Sea -- Baltic Sea\n\nWe sailed.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    """Fields, figures, sections and lists have labels too, but nobody speaks."""
    assert turns(text) == []


def test_a_main_speaker_may_ask_in_passing() -> None:
    """A question inside a long answer does not make it a question."""
    text = "MR. BERG: So where are we? We built 12 ports and 30 roads. That is more than ever.\n\nQ  Why?\n\nMR. BERG: Why not?\n"
    assert [asks for _, _, asks in turns(text)] == [False, True, False]
