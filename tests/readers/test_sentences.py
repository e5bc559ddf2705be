"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.readers import read_text

CASES = [
    "Exports rose 5.3%. | Imports fell to 2.64 million. | They held.",
    "Mr. Li and Dr. Rosa Lindqvist of Nordwind Inc. met on Jan. 5 at 3 p.m. in Geneva. | They agreed.",
    "The U.S. economy grew. | It grew faster than the U.K. and the E.U. | The rest fell.",
    "The U.S. Treasury sold notes. | Sales by the U.S. | We bought.",
    "No. 5 fell by approx. 7 tonnes, vs. 9 in Nos. 2 and 3. | No. | It did not.",
    "The plant opened at 3 p.m. | The gates closed at 5 p.m. on Friday.",
    "It grew. | 5G grew. | iPhone sales rose. | 2023 was better.",
    "She said \u201cIt rose.\u201d | Then \u201cIt fell!\u201d he said. | \u201cReally?\u201d asked one. | Yes.",
    'He said "exports rose." | "Imports," he went on, "fell."',
    "It rose (by 5%.) | It fell (the U.S. too). | It held.",
    "Wait... and see. | Done\u2026 | Next... | And on.",
    "J. R. Smith met P. Li. | They agreed on vitamin C. | It helps.",
    "Is it 2.5.6 or node.js? | It is 3.14.",
    "\u51fa\u53e3\u589e\u957f5%\u3002|\u8fdb\u53e3\u4e0b\u964d3%\uff01|\u4e3a\u4ec0\u4e48\uff1f",
    "Prices of ore. | China bought more. | It made me. | All agree, etc. | So on.",
    "The sum was Rs. 500 and fig. 3 shows it, e.g. Smith et al. 2020, p. 7.",
    "Sales of Nordwind Corp. rose. | Nordwind Co. | The rest fell.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_at_their_stops(case: str) -> None:
    """The bars of a case stand where its sentences end, and nowhere else."""
    expected = [part.strip() for part in case.split("|")]
    text = case.replace(" | ", " ").replace("|", "")
    assert [sentence.span.of(text) for sentence in read_text(text).sentences] == expected


def test_the_number_of_a_note_stays_outside() -> None:
    """The mark of a footnote after the stop belongs to no sentence."""
    text = "It rose to 1\u00be percent.1 This was more. It fell by 3%.2 So it was.[3][4] It rose to 2.64 million."
    assert [sentence.span.of(text) for sentence in read_text(text).sentences] == [
        "It rose to 1\u00be percent.",
        "This was more.",
        "It fell by 3%.",
        "So it was.",
        "It rose to 2.64 million.",
    ]


def test_spans_are_exact() -> None:
    """Spans begin at the first character of a sentence and end after its last."""
    text = "  Exports rose 5.3%.  \u4e2d\U0001f600 They fell. \r\n\r\nEnd"
    spans = [tuple(sentence.span) for sentence in read_text(text).sentences]
    assert [text[start:end] for start, end in spans] == ["Exports rose 5.3%.", "\u4e2d\U0001f600 They fell.", "End"]
    assert spans == [(2, 20), (22, 35), (40, 43)]


def test_lines_without_a_word_are_no_sentences() -> None:
    """Rules of dashes and stars make no sentence."""
    assert read_text("---\n\n* * *\n\n!!! ...\n").sentences == []


WORDS = st.lists(
    st.sampled_from("Exports imports rose fell to in 5% 2.64 million Mr. Inc. U.S. tonnes the".split()),
    min_size=1,
    max_size=12,
)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_word_is_lost(groups: list[list[str]]) -> None:
    """All words of a paragraph are in its sentences, in order."""
    text = " ".join(" ".join(words) + "." for words in groups)
    document = read_text(text)
    assert " ".join(sentence.span.of(text) for sentence in document.sentences).split() == text.split()
