"""From spans to places in the source, and what tells one finding from another."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.knowledge.card import Card
from factlint.model.document import Document, SourceMap
from factlint.model.finding import Severity
from factlint.model.span import Span
from factlint.model.verdict import Place
from factlint.placing import findings_of, fingerprint, locate

CARD = Card("FL101", "restated-value-differs", Severity.ERROR, "0.1.0", "s", "w", "Look.")


@given(st.text("a5%\r\n中😀\t", min_size=1, max_size=60), st.data())
def test_a_place_quotes_the_source(source: str, data: st.DataObject) -> None:
    """source[start:end] is the text, and line and column lead to it."""
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start, len(source)))
    document = Document("a.txt", source, source)
    place = locate(document, Span(start, end))
    assert source[place.start : place.end] == place.text
    assert document.line_starts()[place.line - 1] + place.column - 1 == start
    assert document.line_starts()[place.end_line - 1] + place.end_column - 1 == end


def test_words_of_markup_are_quoted_as_the_source_has_them() -> None:
    """Spans of the extracted text are led back to the file."""
    document = Document("a.md", "R&amp;D rose **5%**.", "R&D rose 5%.", SourceMap([(0, 0), (2, 6), (9, 15)], {1: 5}))
    assert locate(document, Span(0, 3)).text == "R&amp;D"
    assert locate(document, Span(9, 11)).text == "5%"


def test_equal_quotes_get_fingerprints_of_their_own() -> None:
    """Two findings with one rule and equal quotes differ by their order; white space in a quote does not matter."""
    document = Document("a.txt", "5% or 6%.\n5%\nor 6%.", "5% or 6%.\n5%\nor 6%.")
    conflicts = [CARD.conflict([Place(Span(start, start + 8), "")], "m", "a", confidence=0.9) for start in (10, 0)]
    first, second = findings_of(conflicts, document, {"FL101": CARD})
    assert first.locations[0].start < second.locations[0].start
    assert first.fingerprint != second.fingerprint
    assert first.fingerprint == fingerprint("restated-value-differs\n5% or 6%", 0)
    assert second.fingerprint == fingerprint("restated-value-differs\n5% or 6%", 1)


def test_notes_follow_the_arithmetic() -> None:
    """Hints and further arithmetic come after the rule's own, a line each; none at all is null."""
    document = Document("a.txt", "5%", "5%")
    place = Place(Span(0, 2), "")
    told = [
        CARD.conflict([place], "m", "one", confidence=0.9, notes=["two", ""]),
        CARD.conflict([place], "m", "", confidence=0.9),
    ]
    assert [finding.arithmetic for finding in findings_of(told, document, {"FL101": CARD})] == ["one\ntwo", None]
