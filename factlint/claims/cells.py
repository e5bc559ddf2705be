"""Figures in tables as claims: a cell is read as the sentence that its labels make of it.

"1,102" in the row East Quay and the column 2023 of a table of containers in thousands says "In 2023, containers of East
Quay were 1,102 thousand". The sentence stands behind the text proper, and its figure leads back to the cell.
"""

from typing import TYPE_CHECKING

from factlint.claims.build import build
from factlint.claims.heads import Label, Labels, is_total, main_words
from factlint.model.claim import CellRef, Claim
from factlint.model.document import Block, Document, Figure, Sentence, Table
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.quantities import parse_document

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

_SIGNS = "-+\u2212\u2013\u00b1"


@dataclass(slots=True)
class _Told:
    """A sentence made from a cell: where its figure stands in it."""

    ref: CellRef
    start: int
    end: int
    is_dated: bool
    is_fallen: bool


@dataclass(slots=True)
class _Pen:
    """Writes sentences behind a text, with the way from each character of a figure back to its cell."""

    length: int
    parts: list[str] = field(default_factory=list)
    segments: list[tuple[int, int]] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)

    def write(self, words: str) -> None:
        """Add words that stand nowhere in the text."""
        self.parts.append(words)
        self.length += len(words)

    def figure(self, before: str, words: str, after: str, figure: Span, cell: Span) -> tuple[int, int]:
        """Add a figure with its unit; its first character leads to the cell's beginning, its last to the cell's end."""
        start = self.length
        head = figure.start - cell.start + 1
        for character in before:
            self._point(character, cell.start, head)
        for at, character in enumerate(words):
            first, last = at == 0, at == len(words) - 1
            place = cell.start if first else figure.start + at
            self._point(character, place, (cell.end if last else figure.start + at + 1) - place)
        for character in after:
            self._point(character, cell.start, cell.end - cell.start)
        return start, self.length

    def _point(self, character: str, place: int, width: int) -> None:
        self.segments.append((self.length, place))
        if width != 1:
            self.widths[self.length] = width
        self.parts.append(character)
        self.length += 1


def read_cells(document: Document, knowledge: "Knowledge", first: int) -> list[Claim]:
    """Return the claims of a document's tables, numbered from ``first``; the text grows by their sentences."""
    if not document.tables:
        return []
    labels = Labels(document, knowledge.lexicon)
    pen = _Pen(len(document.text))
    told: list[_Told] = []
    sentences: list[Sentence] = []
    document.prose = len(document.text)
    pen.write("\n\n")
    for number, table in enumerate(document.tables):
        for place, figure in enumerate(table.figures):
            start = pen.length
            told.append(
                _tell(document, table, figure, labels, pen, CellRef(number, place, figure.cell.row, figure.cell.column))
            )
            index = len(document.sentences) + len(sentences)
            sentences.append(Sentence(Span(start, pen.length), index, index, None, Block.CELL, table.section))
            pen.write("\n\n")
    document.source_map = document.source_map.extended(document.prose, pen.segments, pen.widths)
    document.text += "".join(pen.parts)
    view = Document(
        document.path,
        document.source,
        document.text,
        document.source_map,
        sentences=sentences,
        dateline=document.dateline,
    )
    parses = parse_document(view, knowledge.lexicon)
    # The builder finds sentences by their own numbers; only their order matters to it.
    claims = build(view, parses, knowledge.grammar).claims
    return _picked(claims, told, sentences, first)


def _picked(claims: list[Claim], told: list[_Told], sentences: list[Sentence], first: int) -> list[Claim]:
    """Return, of the claims of each sentence, the one that its figure makes."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    picked: list[Claim] = []
    for sentence, one in zip(sentences, told, strict=True):
        found = [
            claim
            for claim in by_sentence.get(sentence.index, ())
            if claim.quantity is not None and one.start <= claim.span.start and claim.span.end <= one.end
        ]
        if len(found) != 1:
            continue
        claim = found[0]
        claim.index = first + len(picked)
        claim.cell = one.ref
        if not one.is_dated:
            claim.period = None
        picked.append(claim)
    return picked


def _tell(document: Document, table: Table, figure: Figure, labels: Labels, pen: _Pen, ref: CellRef) -> _Told:
    """Write the sentence of a cell."""
    text = document.text
    rows = [labels.label(span.of(text)) for span in figure.rows]
    columns = [labels.label(span.of(text)) for span in figure.columns]
    caption = table.caption.of(text) if table.caption is not None else ""
    every = [*columns, *rows]
    period = next((one.period for one in (*reversed(columns), *reversed(rows)) if one.period), "")
    period = period or labels.label(caption).period
    is_change = any(one.is_change for one in every)
    is_share = any(one.is_share for one in columns)
    span, is_negative = _bare(text, figure.cell.span)
    words = span.of(text)
    before, after = _unit(figure, labels, text, caption, words, is_change=is_change)
    if period:
        pen.write(f"In {period}, ")
    name = _name(rows, columns, caption, is_change=is_change)
    is_fallen = is_change and is_negative
    if is_change and not name.lower().endswith(("growth", "change")):
        pen.write(f"{name} {'fell' if is_fallen else 'rose'} ")
        if not after and not before and "%" not in words:
            pen.write("by ")
    elif is_share:
        pen.write(f"the share of {name} was ")
    else:
        pen.write(f"{name} was {'minus ' if is_negative else ''}")
    start, end = pen.figure(before, words, after, span, figure.cell.span)
    comparison = next((one.comparison for one in every if one.comparison), "")
    pen.write(f" {comparison}." if comparison and is_change else ".")
    return _Told(ref, start, end, bool(period), is_fallen)


def _name(rows: list[Label], columns: list[Label], caption: str, *, is_change: bool) -> str:
    """Return what a cell's figure measures, by the labels that are no period, unit or change."""
    heads = [one.name for one in columns if one.name and not one.is_change and not one.is_share]
    stubs = [one.name for one in rows if one.name and not (one.is_change and is_change)]
    main = main_words(caption)
    if not heads and main and not (stubs and main.lower() in stubs[-1].lower()):
        heads = [main]
    heads = [one[:1].lower() + one[1:] if one[1:2].islower() else one for one in heads]
    stub = ", ".join(stubs)
    if stub and is_total(stub) and heads:
        return f"total {heads[-1]}"
    if not stub or not heads:
        return stub or ", ".join(heads) or "it"
    return f"{heads[-1]} of {stub}"


def _bare(text: str, cell: Span) -> tuple[Span, bool]:
    """Return a cell's figure without sign, brackets and the number of a note, and whether it is negative."""
    start, end = cell
    while start < end and (text[start].isspace() or text[start] in "*"):
        start += 1
    is_negative = text[start : start + 1] in ("-", "\u2212", "\u2013") or (
        text[start : start + 1] == "(" and text[end - 1 : end] == ")"
    )
    while start < end and (text[start] in _SIGNS or text[start] in "( "):
        start += 1
    bracket = max(text.find("(", start, end), text.find("[", start, end))
    if bracket > start:
        end = bracket
    while (end > start and not (text[end - 1].isalnum() or text[end - 1] in "%")) or (
        end > start and text[end - 1] in "\u00b9\u00b2\u00b3"
    ):
        end -= 1
    return Span(start, end), is_negative


def _unit(figure: Figure, labels: Labels, text: str, caption: str, words: str, *, is_change: bool) -> tuple[str, str]:
    """Return what to write before and after a figure: the unit that its column, its row or the caption names."""
    if "%" in words or any(character.isalpha() for character in words):
        return "", ""
    columns = [span.of(text) for span in reversed(figure.columns)]
    before, after = labels.unit(*columns, figure.rows[-1].of(text))
    if not before and not after:
        if is_change:
            return "", ""  # a change has a unit of its own, which nobody tells
        before, after = labels.unit(caption, *(span.of(text) for span in figure.rows[:-1]))
    if not words[:1].isdigit():  # a sign of money in the cell
        return "", after if after.strip() in ("thousand", "million", "billion", "trillion") or before else ""
    return before, after
