"""What is fuzzed: each takes any bytes and raises only where a law is broken or a mistake escapes."""

import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factlint import engine
from factlint.config.read import load_config
from factlint.errors import FactlintError, ReadError
from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge.card import Card
from factlint.knowledge.facts import load_facts
from factlint.knowledge.locate import rules_folder
from factlint.knowledge.packs import read_pack
from factlint.knowledge.read_cards import load_cards, read_card
from factlint.knowledge.strict import Collector
from factlint.model.document import Document
from factlint.model.finding import Report, Severity, Text
from factlint.quantities import parse_document
from factlint.readers import read_bytes
from factlint.readers.pdf_layout import lay_out
from factlint.readers.pdf_page import Page
from factlint.reporters.formats import FORMATS
from tests.fuzz import drawn, laws, shaped, trees
from tests.fuzz.mutate import Draw
from tests.support import CHECKOUT

FILES = CHECKOUT / "tests" / "readers" / "files"
_MEMBERS = {
    "docx": ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"),
    "odt": ("content.xml", "styles.xml"),
    "xlsx": ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"),
}
_SHORT = 3_000  # bytes: seeds are cut, so that an execution is quick


@dataclass(slots=True, frozen=True)
class Target:
    """A stage under test: what it does with bytes, and from which inputs the fuzzing starts."""

    use: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    longest: int = 400
    made: Draw | None = None  # what makes inputs anew whose form holds


@cache
def known() -> Knowledge:
    """Return the words, units and cards that ship."""
    return load_knowledge()


@cache
def _rules() -> dict[str, Card]:
    return engine.Settings().rules(known())


@cache
def _scratch() -> Path:
    return Path(tempfile.mkdtemp(prefix="factlint-fuzz-"))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def tokenizer(data: bytes) -> None:
    """Tokens and numerals of one sentence."""
    laws.tokens_are_slices(_text(data), known().lexicon)


def grammar(data: bytes) -> None:
    """Quantities, periods and names of one sentence."""
    text = _text(data)
    document, _ = laws.sentence_of(text)
    for parse in parse_document(document, known().lexicon):
        laws.parse_is_sound(text, parse)


def check(data: bytes) -> None:
    """A text through every stage: its findings point at what they quote, and every format can tell them."""
    _examine(data, "a.txt")


def check_markdown(data: bytes) -> None:
    """The same for Markdown, with its tables and suppressions."""
    _examine(data, "a.md")


def _examine(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except ReadError:
        return
    report = _judged(document)
    laws.report_is_sound(report, {name: document.source})
    if len(data) % 4 == 0:
        again = _judged(read_bytes(data, name))
        laws.reports_are_the_same(report, again)
    told = FORMATS[sorted(FORMATS)[len(data) % len(FORMATS)]]
    if told.home and report.findings:
        told.render(report, Severity.INFO)


def _judged(document: Document) -> Report:
    report = Report()
    examined = engine.examine(document, known(), _rules())
    report.texts.append(Text(document, examined.claims))
    engine.add_document(report, examined, _rules())
    engine.finish(report, _rules())
    return report


def _reader(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        try:
            document = read_bytes(data, name)
        except ReadError as error:
            assert str(error).startswith(f"{name}: ")
            return
        laws.document_is_sound(document)

    return read


def _packed(kind: str) -> Callable[[bytes], None]:
    """Read a zip archive, or XML put into one as the member that holds the text."""
    read = _reader(f"a.{kind}")

    def use(data: bytes) -> None:
        if data.startswith(b"PK"):
            read(data)
            return
        members = _MEMBERS[kind]
        parts = data.split(b"\xff", len(members) - 1)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            if kind == "odt":
                archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            if kind == "xlsx":
                archive.writestr("xl/workbook.xml", _WORKBOOK)
                archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
                members = members[:3]
            for name, part in zip(members, parts, strict=False):
                archive.writestr(name, part)
        read(stream.getvalue())

    return use


_WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Mills" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_STRINGS = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Pears</t></si>'
    b"<si><r><t>12 </t></r><r><t>tonnes</t></r><rPh><t>x</t></rPh></si></sst>"
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
    "</Relationships>"
)


def pdf_library(data: bytes) -> None:
    """The words that the native library finds, in this process: what crashes it loses one file in a real run."""
    import pypdfium2 as pdfium

    from factlint.readers import pdf_worker

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return
    pages: list[Page] = []
    for number in range(min(len(document), 3)):
        try:
            row = pdf_worker._page(document[number], 2_000)
        except pdfium.PdfiumError:
            continue
        pages.append(Page.of({"page": number + 1, **json.loads(json.dumps(row))}))
    document.close()
    _laid_out(pages)


def pdf_layout(data: bytes) -> None:
    """Words at any places of a page, laid out to paragraphs and tables: eight bytes a word."""
    pages = [Page(1, 595.0, 842.0)]
    words = (
        "Exports",
        "rose",
        "5.3%",
        "to",
        "12",
        "billion",
        "Table",
        "1",
        "-",
        "\u2022",
        "of",
        "and-",
        "2023",
        "\u2014",
        "x",
    )
    for at in range(0, len(data) - 7, 8):
        one = data[at : at + 8]
        if one[0] == 255:
            pages.append(Page(len(pages) + 1, 595.0, 842.0))
            continue
        left, top, size = one[1] * 2.4 - 10, one[2] * 3.4 - 10, 1 + one[3] % 32
        row: list[Any] = [
            words[one[0] % len(words)],
            left,
            top,
            left + one[4],
            top + size * one[5] / 128,
            size,
            one[6] % 4,
        ]
        pages[-1].words.append(Page.of({"page": 1, "width": 1, "height": 1, "words": [row]}).words[0])
    _laid_out(pages)


def _laid_out(pages: list[Page]) -> None:
    from factlint.readers.reading import _document

    if any(page.words for page in pages):
        extract = lay_out(pages)
        laws.document_is_sound(_document(extract, "a.pdf", "pdf"))


def _kept(data: bytes, name: str) -> Path:
    path = _scratch() / name
    path.write_bytes(data)
    return path


def cards(data: bytes) -> None:
    """A rule card, a pack and a facts file: read, or every mistake told with its line."""
    path = _kept(data, "FL101-x-y.toml")
    for read in (_read_card, _read_pack, lambda one: load_facts((one,))):
        try:
            read(path)
        except FactlintError as error:
            assert str(error)


def _read_card(path: Path) -> None:
    mistakes = Collector()
    read_card(path, mistakes)
    mistakes.finish()


def _read_pack(path: Path) -> None:
    mistakes = Collector()
    read_pack(path, mistakes)
    mistakes.finish()


def configuration(data: bytes) -> None:
    """A configuration: read, or every mistake told with its line."""
    try:
        load_config(_kept(data, "factlint.toml"), known().cards)
    except FactlintError as error:
        assert str(error)


def _sentences() -> list[bytes]:
    """Return the texts of the rule cards' examples: each holds what some rule is about."""
    texts = [example.text for card in load_cards(rules_folder() / "cards").values() for example in card.examples]
    return [text.encode() for text in texts if len(text) < 400]


@cache
def _drawable() -> tuple[bytes, ...]:
    return tuple(_sentences())


def _press(dice: random.Random) -> bytes:
    return drawn.press_text(dice) if dice.randrange(2) else drawn.refigured(dice, _drawable())


def _documents() -> list[bytes]:
    return [path.read_bytes()[:_SHORT] for path in sorted((CHECKOUT / "tests" / "documents").glob("*.txt"))]


def _of_file(*names: str) -> Callable[[], list[bytes]]:
    return lambda: [(FILES / name).read_bytes()[:_SHORT] for name in names]


def _members_of(name: str, kind: str) -> Callable[[], list[bytes]]:
    def seeds() -> Iterator[bytes]:
        with zipfile.ZipFile(FILES / name) as archive:
            names = [one for one in _MEMBERS[kind] if one in archive.namelist()]
            body = archive.read(names[0])
            yield body
            yield b"\xff".join(archive.read(one) for one in names)
        yield (FILES / name).read_bytes()

    return lambda: list(seeds())


def _trees(name: str, kind: str) -> Draw:
    @cache
    def members() -> tuple[bytes, ...]:
        with zipfile.ZipFile(FILES / name) as archive:
            held = archive.namelist()
            return tuple(archive.read(one) if one in held else _STRINGS for one in _MEMBERS[kind])

    return lambda dice: trees.turned(dice, members())


def _toml(*folders: str) -> Callable[[], list[bytes]]:
    return lambda: [
        path.read_bytes()[:_SHORT] for folder in folders for path in sorted((CHECKOUT / folder).rglob("*.toml"))
    ]


_CONFIGS = [
    b'select = ["FL1", "all"]\nignore = ["FL203"]\nmin-confidence = 0.4\ncross = "folder"\nfail-on = "error"\n',
    b'exclude = ["drafts/", "!*.txt"]\nlanguages = ["en"]\n[severity]\nFL101 = "info"\n[per-file-ignores]\n"a/**" = ["FL1"]\n',
    b'packs = ["own.toml"]\nbaseline = "b.json"\n[identities]\ntrade = "trade = exports + imports"\nspeed = "a = b / c"\n',
]  # fmt: skip
_CUES = [
    b"1\n00:00:01,000 --> 00:00:03,500\nExports rose 5.3 percent\nto 2.64 million tonnes.\n\n2\n00:00:04,000 --> 00:00:06,000\n<i>In 2023</i> they fell.\n",
    b"WEBVTT - x\n\nNOTE a\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:03.000 align:start\n<v Ann>Exports rose <00:02.000>5 percent.</v>\n",
]
_TABLES = [
    b'Region;2022;2023\n"North; upper";12,3;13,4\nTotal;12,3;13,4\n',
    b"Year,Exports (tonnes),Share\n2021,12,5%\n2022,14,6%\n",
]
_MAIL = [
    (
        b"From: a@example.org\r\nSubject: =?utf-8?q?Mill_=E2=80=93_2nd?=\r\nDate: Tue, 05 Mar 2024 09:00:00 +0000\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe mill sold 2.64=20\r\nmillion litres.\r\n-- \r\nCall 555\r\n"
        b"--x\r\nContent-Type: text/html\r\n\r\n<p>77</p>\r\n--x--\r\n"
    ),
    b"Subject: X\r\nContent-Type: text/html; charset=latin-1\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+NzcgbWlsbHM8L3A+\r\n",
]
_PDF_WORDS = [bytes([at % 15, 20 + 12 * (at % 9), 30 + 8 * (at // 9), 11, 24, 128, 0, 0]) for at in range(60)]


def _plain_pdf() -> list[bytes]:
    """Return a PDF as small as one can be, for mutations to meet its structure."""
    content = (
        b"BT /F1 12 Tf 50 700 Td (Exports rose 5.3% to 2.64 million tonnes.) Tj 0 -14 Td (In 2023 they fell.) Tj ET"
    )
    return [
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n" % (len(content), content)
    ]


TARGETS = {
    "tokenizer": Target(tokenizer, _sentences, 120),
    "grammar": Target(grammar, _sentences, 120),
    "check": Target(check, _sentences, 240, _press),
    "check-markdown": Target(check_markdown, lambda: [*_of_file("harbour.md")(), *_sentences()], 400, shaped.markdown),
    "cards": Target(cards, _toml("rules/cards", "rules/packs"), 1_000),
    "configuration": Target(configuration, lambda: _CONFIGS),
    "plain": Target(_reader("a.txt"), _documents, made=_press),
    "markdown": Target(_reader("a.md"), lambda: [*_of_file("harbour.md")(), *_documents()], made=shaped.markdown),
    "html": Target(_reader("a.html"), lambda: [(FILES / "harbour.html").read_bytes()[-2_000:]], made=shaped.web_page),
    "rst": Target(_reader("a.rst"), _of_file("harbour.rst"), made=shaped.restructured),
    "srt": Target(_reader("a.srt"), lambda: _CUES[:1]),
    "vtt": Target(_reader("a.vtt"), lambda: _CUES),
    "csv": Target(_reader("a.csv"), lambda: _TABLES),
    "eml": Target(_reader("a.eml"), lambda: _MAIL, 600, shaped.letter),
    "docx": Target(_packed("docx"), _members_of("harbour.docx", "docx"), 2_000, _trees("harbour.docx", "docx")),
    "odt": Target(_packed("odt"), _members_of("harbour.odt", "odt"), 2_000, _trees("harbour.odt", "odt")),
    "xlsx": Target(_packed("xlsx"), _members_of("orchard.xlsx", "xlsx"), 2_000, _trees("orchard.xlsx", "xlsx")),
    "pdf-layout": Target(pdf_layout, lambda: [b"".join(_PDF_WORDS)], 480),
    "pdf-library": Target(pdf_library, _plain_pdf, 1_000, shaped.page),
}
