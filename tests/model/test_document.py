"""Places in a source: lines, columns, and the way from extracted text back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.document import Document, SourceMap
from factlint.model.span import Span

texts = st.text(alphabet="ab é中😀\t\r\n\u2028\x0c\x85", max_size=40)


def document(source: str) -> Document:
    """Return a document whose text is its source."""
    return Document("", source, source)


@given(texts, st.data())
def test_line_and_column_lead_back_to_the_offset(source: str, data: st.DataObject) -> None:
    """An offset's line and column name that very place, for every kind of line ending."""
    offset = data.draw(st.integers(0, len(source)))
    made = document(source)
    line, column = made.line_column(offset)
    assert made.line_starts()[line - 1] + column - 1 == offset


@given(texts)
def test_lines_end_at_lf_crlf_and_cr_only(source: str) -> None:
    """U+2028, form feed and U+0085 end no line."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    made = document(source)
    assert [made.line_text(number) for number in range(1, len(lines) + 1)] == lines


SOURCE = "AT&amp;T sold **2 mn**"
TEXT = "AT&T sold 2 mn"
MAP = SourceMap([(0, 0), (3, 7), (10, 16)], {2: 5})


@pytest.mark.parametrize(
    ("words", "in_source"),
    [("AT&T", "AT&amp;T"), ("T&", "T&amp;"), ("sold", "sold"), ("2 mn", "2 mn"), ("sold 2 mn", "sold **2 mn")],
)
def test_spans_lead_back_to_the_source(words: str, in_source: str) -> None:
    """An entity takes more room in the source than in the text, and markup right after the words stays outside."""
    start = TEXT.index(words)
    assert MAP.span(Span(start, start + len(words))).of(SOURCE) == in_source


def test_plain_text_maps_to_itself() -> None:
    """Where the text is the source, a span is its own place, an empty one too."""
    assert SourceMap().span(Span(3, 7)) == Span(3, 7)
    assert MAP.span(Span(5, 5)) == Span(9, 9)
