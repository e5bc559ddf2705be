"""Raised figures: squares, powers and fractions are read, the numbers of notes are not, in every format alike."""

import io
import zipfile

import pytest

from factlint.engine import read_claims
from factlint.knowledge import load_knowledge
from factlint.readers import read_bytes
from factlint.readers.raised import marked, raised, settled

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PIECES = (
    "The park covers 12 km", "^2", " and its lake holds 10", "^6", " litres. Tickets sold for 1,200", "^3", " dollars, up 5%",
    "^4,5", " since the 20", "^th", " fair, for 7", "^1", "/", "_2", " tonnes of CO", "_2", " and bread.",
)  # fmt: skip
_READ = [("12", "square_kilometer"), ("1000000", "liter"), ("1200", "dollar"), ("5", "percent"), ("20", ""), ("15/2", "metric_ton")]  # fmt: skip


def _word() -> bytes:
    runs = "".join(
        f'<w:r><w:rPr><w:vertAlign w:val="{"superscript" if piece[0] == "^" else "subscript"}"/></w:rPr><w:t>{piece[1:]}</w:t></w:r>'
        if piece[0] in "^_"
        else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in _PIECES
    )
    return _archive(
        {"word/document.xml": f'<w:document xmlns:w="{_W}"><w:body><w:p>{runs}</w:p></w:body></w:document>'}
    )


def _open_document() -> bytes:
    spans = "".join(
        f'<t:span t:style-name="{"U" if piece[0] == "^" else "D"}">{piece[1:]}</t:span>' if piece[0] in "^_" else piece
        for piece in _PIECES
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:t="{names}:text:1.0" xmlns:s="{names}:style:1.0">'
        '<o:automatic-styles><s:style s:name="U"><s:text-properties s:text-position="super 58%"/></s:style>'
        '<s:style s:name="D"><s:text-properties s:text-position="sub 58%"/></s:style></o:automatic-styles>'
        f"<o:body><o:text><t:p>{spans}</t:p></o:text></o:body></o:document-content>"
    )
    return _archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _archive(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return stream.getvalue()


def _html() -> bytes:
    marks = {"^": "sup", "_": "sub"}
    return "".join(
        f"<{marks[piece[0]]}>{piece[1:]}</{marks[piece[0]]}>" if piece[0] in marks else piece for piece in _PIECES
    ).encode()


def _restructured() -> bytes:
    roles = {"^": "sup", "_": "sub"}
    words = "".join(f"\\ :{roles[piece[0]]}:`{piece[1:]}`\\ " if piece[0] in roles else piece for piece in _PIECES)
    return words.replace("\\  ", " ").encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", _word()), ("a.odt", _open_document()), ("a.html", _html()), ("a.md", _html()), ("a.rst", _restructured())],
)  # fmt: skip
def test_raised_figures_in_every_format(name: str, data: bytes) -> None:
    """A raised 2 behind km is a square, 6 behind 10 a power, 3 behind an amount a note, and 1/2 a half, whatever the format."""
    document = read_bytes(data, name)
    claims = [claim for claim in read_claims(document, load_knowledge()) if claim.quantity is not None]
    assert [(str(claim.quantity.middle), claim.quantity.unit.name) for claim in claims if claim.quantity] == _READ
    for claim in claims:
        place = document.source_map.span(claim.span)
        assert document.source[place.start : place.end].startswith(claim.span.of(document.text)[0])


@pytest.mark.parametrize(("name", "quoted"), [("a.md", "12 km<sup>2</sup>"), ("a.html", "12 km<sup>2")])
def test_a_quote_holds_the_markup_of_its_figure(name: str, quoted: str) -> None:
    """What is drawn together is quoted whole."""
    document = read_bytes(_html(), name)
    first = read_claims(document, load_knowledge())[0]
    place = document.source_map.span(first.span)
    assert document.source[place.start : place.end] == quoted


@pytest.mark.parametrize(
    ("words", "before", "said"),
    [
        ("2", "12 m", "\u00b2"), ("3", "40 cm", "\u00b3"), ("2", "item", ""), ("2", "Kim", ""), ("4", "12 m", ""),
        ("6", "of 10", "^6"), ("3", "5 x 10", "^3"), ("\u22126", "3 \u00d7 10", "^-6"), ("3", "May 10", ""), ("6", "2010", ""), ("6", "1,110", ""),
        ("1,2", "5%", ""), ("[7]", "sales", ""), ("*", "sales", ""), ("th", "5", None), ("a", "sales", None), (" ", "5", None), ("\u00b2", "5", None),
    ],
)  # fmt: skip
def test_what_raised_figures_say(words: str, before: str, said: str | None) -> None:
    """The words before decide; a note's number says nothing, and letters are words as any."""
    assert raised(words, before) == said


def test_raised_words_of_several_runs_are_one() -> None:
    """Word divides what is raised into runs at will."""
    assert (
        settled(f"up 5%{marked('1')}{marked(',')}{marked('2')} in all, and 3{marked('rd')}{marked('')}")
        == "up 5% in all, and 3rd"
    )


@pytest.mark.parametrize(
    ("words", "quote", "value"),
    [("2&frac12; tonnes", "2&frac12; tonnes", "5/2"), ("&pound;5 a head", "&pound;5 a head", "5"), ("5&nbsp;% more", "5&nbsp;%", "5")],
)  # fmt: skip
def test_an_entity_is_quoted_whole(words: str, quote: str, value: str) -> None:
    """A half written as an entity is a half, a pound stands at its figure, and their quotes hold all of them."""
    document = read_bytes(f"The bakery sold {words}.".encode(), "a.md")
    [claim] = read_claims(document, load_knowledge())
    place = document.source_map.span(claim.span)
    assert document.source[place.start : place.end] == quote
    assert claim.quantity is not None
    assert str(claim.quantity.value) == value
