"""Columns in every unit, whatever the letters and wherever the place ends."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.document import Document
from factlint.model.span import Span
from factlint.placing import locate
from factlint.reporters.positions import columns, utf8_width, utf16_width

LETTERS = st.text("a5é中😀\t \n", min_size=1, max_size=40)


@given(LETTERS, st.data())
def test_columns_count_from_the_start_of_their_own_line(source: str, data: st.DataObject) -> None:
    """Cut out of its lines by bytes or by UTF-16 units, a place is what was quoted."""
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    found = locate(Document("a.txt", source, source), Span(start, end))
    lines = source.split("\n")
    for width, encoding, unit in ((utf8_width, "utf-8", 1), (utf16_width, "utf-16-le", 2)):
        at = columns(found, width)
        before = lines[found.line - 1].encode(encoding)[: (at.start - 1) * unit].decode(encoding)
        until = lines[found.end_line - 1].encode(encoding)[: (at.end - 1) * unit].decode(encoding)
        assert len(before) == found.column - 1
        assert len(until) == found.end_column - 1
