"""From a path, bytes or text to a Document: what the readers of formats make of it, and what every text is then told of."""

from bisect import bisect_right
from pathlib import Path

from factlint.errors import ReadError
from factlint.model.document import Block, Document
from factlint.readers.blocks import Paragraph
from factlint.readers.dateline import dateline_of
from factlint.readers.decode import decode
from factlint.readers.extract import MOST_CELLS, Extract
from factlint.readers.kinds import BINARY, KINDS, kind_of_file
from factlint.readers.limits import NO_LIMITS, Limits, check_size, load_bytes
from factlint.readers.pages import without_pages
from factlint.readers.plain import name_paragraphs, paragraphs_of
from factlint.readers.sentences import sentences_of
from factlint.readers.stage import without_directions
from factlint.readers.turns import turns_of


def read_path(path: Path, *, walked: bool = False, limits: Limits = NO_LIMITS, data: bytes | None = None) -> Document:
    """Read a file; raises ReadError, which says for people what is wrong, for all that cannot be read as text.

    ``walked`` says that a folder was named and not the file, so that the advice can be to leave it out. ``data`` are its
    bytes, where they are at hand.
    """
    if data is None:
        data = load_bytes(path, limits)
    try:
        return read_bytes(data, str(path), limits=limits)
    except ReadError as error:
        advice = "; or exclude it from the run" if walked else ""
        raise ReadError(error.path, error.message + advice) from None


def read_bytes(data: bytes, path: str, filename: str | None = None, *, limits: Limits = NO_LIMITS) -> Document:
    """Read the bytes of a file or of standard input; ``filename`` then says what to call it and of what type it is."""
    name = filename or path
    check_size(len(data), name, limits)
    kind = kind_of_file(name, data)
    if kind in BINARY or kind == "eml":
        return _document(_unpacked(data, name, kind, limits), name, kind)
    text, note = decode(data, name, limits.encoding)
    document = read_text(text, name, kind)
    if note is not None:
        document.notes.append(note)
    return document


def read_text(text: str, path: str = "<text>", kind: str = "text") -> Document:
    """Read a text that is already decoded; ``kind`` is "text", "markdown", "html", "rst", "srt", "vtt" or "csv"."""
    source = text.removeprefix("\ufeff")
    return _document(_extract(source, path, kind), path, kind)


def _extract(source: str, path: str, kind: str) -> Extract:
    """Return what the reader of a format makes of a source; each is imported where its format is met."""
    match kind:
        case "text":
            shown = without_pages(source)
            return Extract(shown, paragraphs_of(shown), source)
        case "markdown":
            from factlint.readers.markup import read_markdown

            return read_markdown(source)
        case "html":
            from factlint.readers.webpage import read_html

            return read_html(source)
        case "rst":
            from factlint.readers.restructured import read_rst

            return read_rst(source)
        case "srt" | "vtt":
            from factlint.readers.subtitles import read_subtitles

            return read_subtitles(source)
        case "csv":
            from factlint.readers.delimited import read_delimited

            return read_delimited(source, path)
    raise ValueError(f"kind of text is {kind!r}, not one of {', '.join(sorted(KINDS - BINARY))}")


def _unpacked(data: bytes, path: str, kind: str, limits: Limits) -> Extract:
    """Return what the reader of a format that is no text makes of a file."""
    match kind:
        case "docx":
            from factlint.readers.worddoc import read_docx

            return read_docx(data, path)
        case "odt":
            from factlint.readers.opendocument import read_odt

            return read_odt(data, path)
        case "xlsx":
            from factlint.readers.spreadsheet import read_xlsx

            return read_xlsx(data, path)
        case "eml":
            from factlint.readers.mail import read_mail

            return read_mail(data, path)
        case _:
            from factlint.readers.pdf import read_pdf

            return read_pdf(data, path, limits)


def _document(extract: Extract, path: str, kind: str) -> Document:
    """Make a document of what a reader hands on: tables told, turns, sentences and dateline found."""
    text, paragraphs = without_directions(extract.text), extract.paragraphs
    if kind not in ("text", "csv"):
        name_paragraphs(text, paragraphs)
    if extract.tables:
        paragraphs = _without_figures(extract)
    turns = turns_of(text, paragraphs)
    sentences = sentences_of(text, paragraphs, turns)
    found = extract.dateline or dateline_of(text, path)
    if found.date is None and extract.fallback is not None:
        found.date = extract.fallback.date
    document = Document(
        path=path,
        source=extract.text if extract.source is None else extract.source,
        text=text,
        source_map=extract.source_map,
        turns=turns,
        sentences=sentences,
        dateline=found,
        notes=extract.notes,
        tables=[table for table in extract.tables if table.figures],
        marks=extract.marks,
    )
    for table in document.tables:
        table.section = _section_at(document, table.cells[0].span.start)
    return document


def _without_figures(extract: Extract) -> list[Paragraph]:
    """Tell the figures of tables, and return the paragraphs without them: they become claims with their labels."""
    from factlint.readers.grids import find_captions, tell_figures

    find_captions(extract.text, extract.tables, extract.paragraphs)
    left = MOST_CELLS
    for table in extract.tables:
        left -= tell_figures(extract.text, table, left)
        if left <= 0:
            extract.notes.append(f"many tables: the first {MOST_CELLS:,} figures in cells are read")
            break
    paragraphs: list[Paragraph] = []
    told = [table for table in extract.tables if table.figures]
    spans = [
        (min(cell.span.start for cell in table.cells), max(cell.span.end for cell in table.cells)) for table in told
    ]
    at = 0
    for one in sorted(extract.paragraphs, key=lambda paragraph: paragraph.start):
        while at < len(spans) and spans[at][1] <= one.start:
            at += 1
        if one.block is not Block.CELL or at == len(spans) or one.end <= spans[at][0]:
            paragraphs.append(one)
    for table in told:
        figures = {figure.cell.span for figure in table.figures}
        paragraphs += [
            Paragraph(cell.span.start, cell.span.end, Block.CELL, 0, cell.span.end)
            for cell in table.cells
            if cell.span not in figures
        ]
    return sorted(paragraphs, key=lambda paragraph: paragraph.start)


def _section_at(document: Document, start: int) -> int | None:
    """Return the heading that a place stands under."""
    at = bisect_right(document.sentences, start, key=lambda sentence: sentence.span.start) - 1
    if at < 0:
        return None
    sentence = document.sentences[at]
    return sentence.index if sentence.block is Block.HEADING else sentence.section
