"""HTML: the main text with offsets into the source; what is hidden or leads elsewhere is left out."""

import time
from html.parser import HTMLParser

import pytest

from factlint.readers import read_text

PAGE = """<!DOCTYPE html><html><head><title>Site 1</title><style>p { margin: 3px }</style>
<meta property="article:published_time" content="2024-03-05T10:00"></head>
<body><header><a href="/">Home 4</a></header><nav><ul><li><a href="/9">Item 9</a></li></ul></nav>
<main><h1>Mill <em>opens</em></h1>
<p>It pressed 2.64&nbsp;<b>million</b> litres &mdash; up 5<!-- 6 -->%<sup>7</sup> on 1,200 m<sup>2</sup>.<br>Then more.</p>
<ul><li>First 10<li>Second 11</ul><blockquote><p>We sold 12.</p></blockquote>
<script>var x = "13 < 14";</script><p hidden>15</p><div style="display: none">16</div><pre>17</pre>
<table><caption>Litres (thousand)</caption><tr><th>Kind<th>2022<th>2023<tr><td>Cider<td>1,200<td>1,300</table>
<p>5 < 6 and AT&amp;T &amp; &notit;</p>
</main><footer>Call 555</footer></body></html>
"""


def sentences(source: str) -> list[tuple[str, str]]:
    """Return kind and words of each sentence."""
    document = read_text(source, kind="html")
    return [(s.block.value, " ".join(s.span.of(document.text).split())) for s in document.sentences]


def test_a_page_is_read() -> None:
    """Headings, paragraphs, items, quotes and cells are kept, white space drawn together."""
    assert sentences(PAGE) == [
        ("heading", "Mill opens"),
        ("prose", "It pressed 2.64 million litres — up 5% on 1,200 m²."),
        ("prose", "Then more."),
        ("item", "First 10"),
        ("item", "Second 11"),
        ("quote", "We sold 12."),
        ("prose", "Litres (thousand)"),
        ("cell", "Kind"),
        ("cell", "2022"),
        ("cell", "2023"),
        ("cell", "Cider"),
        ("prose", "5 < 6 and AT&T & ¬it;"),
    ]
    document = read_text(PAGE, kind="html")
    assert [figure.cell.span.of(document.text) for figure in document.tables[0].figures] == ["1,200", "1,300"]
    assert document.dateline.date is not None
    assert document.dateline.date.isoformat() == "2024-03-05"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_lead_back_to_the_source(end: str) -> None:
    """A span of the text is found in the source, markup inside it included."""
    source = PAGE.replace("\n", end)
    document = read_text(source, kind="html")
    for words, wanted in (
        ("2.64 million", "2.64&nbsp;<b>million"),
        ("5%", "5<!-- 6 -->%"),
        ("AT&T", "AT&amp;T"),
        ("1,300", "1,300"),
    ):
        at = document.text.index(words)
        span = document.source_map.span(type(document.sentences[0].span)(at, at + len(words)))
        assert span.of(source) == wanted


class Oracle(HTMLParser):
    """Collects words outside of scripts and styles with the library's own parser."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take characters."""
        if self.cdata_elem is None:
            self.words += data.split()


def test_the_library_reads_the_same_words() -> None:
    """Of a page without navigation the parser of the standard library gives the same words."""
    source = "<h1>A b</h1><p>One <i>two</i> 3.<p>Four &amp; 5 <ul><li>Six<li>Seven 8</ul><blockquote>Nine</blockquote>"
    oracle = Oracle()
    oracle.feed(source)
    oracle.close()
    document = read_text(source, kind="html")
    assert " ".join(s.span.of(document.text) for s in document.sentences).split() == oracle.words


def test_a_page_without_main_is_read_whole() -> None:
    """Without a main element or a single article, all that is no navigation is text."""
    assert sentences("<p>One 1.</p><div>Two 2.</div><aside>Three 3.</aside>") == [
        ("prose", "One 1."),
        ("prose", "Two 2."),
    ]


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", "<a ", "<p>", "<b>", "</p>", "<table>", "&", "&#1", "<td>", "<![CDATA[", '<a href="', "<script>"],
)
def test_hostile_pages_take_linear_time(unit: str) -> None:
    """Endless openings of anything are read in a moment."""
    start = time.perf_counter()
    read_text(unit * 40_000, kind="html")
    assert time.perf_counter() - start < 20


def test_a_form_around_a_whole_page_hides_nothing() -> None:
    """Some servers wrap each page in a form; its fields and buttons stay out, and so does a small form beside the text."""
    page = (
        "<form action=x><h1>Harvest</h1><p>The mill pressed 40 tonnes.</p><select><option>77</option></select></form>"
    )
    assert [
        [told for _, told in sentences(one)]
        for one in (page, f"<p>The mill pressed 44 tonnes of pears.</p><form>{'Join 90 readers'}</form>")
    ] == [
        ["Harvest", "The mill pressed 40 tonnes."],
        ["The mill pressed 44 tonnes of pears."],
    ]


def test_lines_set_as_they_are_count_where_there_is_nothing_else() -> None:
    """Old wires stand in one element of preformatted lines; beside prose such an element is code."""
    lines = "<pre>The mill pressed 40 tonnes\nof pears.\n\n  It employs 12 people.</pre>"
    assert sentences(f"<h1>Notes</h1>{lines}") == [
        ("heading", "Notes"),
        ("prose", "The mill pressed 40 tonnes of pears."),
        ("prose", "It employs 12 people."),
    ]
    assert sentences(f"<p>It rained.</p>{lines}") == [("prose", "It rained.")]
