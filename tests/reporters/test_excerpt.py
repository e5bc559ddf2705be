"""Quoted lines: windows around the words, marks under them."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.document import Document
from factlint.model.span import Span
from factlint.placing import locate
from factlint.reporters.excerpt import quote
from factlint.reporters.marks import FULL
from factlint.reporters.segments import Style, plain, width


def quoted(source: str, *spans: tuple[int, int], columns: int = 60) -> str:
    """Return the quotes of spans of a source, roles a, b, c."""
    document = Document("a.txt", source, source)
    places = [locate(document, Span(*span), role) for span, role in zip(spans, "abc", strict=False)]
    return plain(quote(places, FULL, columns))


def test_neighbours_share_one_quote() -> None:
    """Places of one line that fit into one window are quoted once, each with its own underline."""
    assert quoted("from 5% to 7% in May", (5, 7), (11, 13)) == (
        "  1 │ from 5% to 7% in May\n"
        "    │      ^^ a\n"
        "    │            ^^ b"
    )  # fmt: skip


def test_places_far_apart_are_quoted_apart() -> None:
    """Places of one line that no window holds together get a quote each."""
    source = "5% " + "and so on and so forth " * 10 + "7%"
    lines = quoted(source, (0, 2), (len(source) - 2, len(source))).splitlines()
    assert lines[0].startswith("  1 │ 5% and")
    assert lines[0].endswith("…")
    assert lines[2].startswith("  1 │ …")
    assert lines[2].endswith("forth 7%")


def test_a_text_cannot_steer_the_terminal() -> None:
    """Control characters and marks of direction in a quote are shown as spaces."""
    text = quoted("a \x1b[31m\u202e5%\t7%", (8, 10))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_words_over_a_line_end_are_marked_to_its_end() -> None:
    """Words that run on into the next line are quoted as far as the first one goes."""
    assert quoted("over 2.64\nmillion units", (0, 17)) == "  1 │ over 2.64\n    │ ^^^^^^^^^ a"


@given(st.text("ab 中é%5", min_size=1, max_size=200), st.data())
def test_the_mark_stands_under_the_words(source: str, data: st.DataObject) -> None:
    """Whatever the line, the underline begins and ends where the quoted words do."""
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(len(source), start + 12)))
    document = Document("a.txt", source, source)
    line, mark = quote([locate(document, Span(start, end))], FULL, 60)
    at = next(number for number, segment in enumerate(line) if segment.style is Style.WORDS)
    before = width("".join(segment.text for segment in line[:at]))
    drawn = "".join(segment.text for segment in mark)
    assert line[at].text == source[start:end]
    assert width(drawn[: drawn.index("^")]) == before
    assert drawn.count("^") == max(width(source[start:end]), 1)
