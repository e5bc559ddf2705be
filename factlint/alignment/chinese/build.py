"""A Chinese text to claims: each figure with its kind, direction, measure and modality, and the days that it names."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factlint.alignment.chinese.lines import ALIKE, Line, classifier_of
from factlint.alignment.chinese.naming import behind, body_of, holds, name_of, period_of, reached, stripped
from factlint.knowledge.chinese import Chinese
from factlint.languages.zh import read_figures, sentences_of
from factlint.languages.zh.dates import read_dates
from factlint.languages.zh.quantities import quantity_of
from factlint.model.claim import NOTHING, Claim, How, Kind, Modality, Referent
from factlint.model.document import Block, Document, Sentence
from factlint.model.figure import Figure
from factlint.model.quantity import Unit
from factlint.model.record import replace

_WHOLE, _MOST_IN_WORDS = 100, 12
_OF_SHARE = ("占", "占比", "比重", "占到", "占了", "比例", "占据")
_BETWEEN = ("为", "达", "达到", "约", "了", "近", "超", "超过", "的")


def resentenced(document: Document, text: str) -> Document:
    """Return the document with its sentences as Chinese punctuation ends them; turns stay, and what is a heading."""
    starts = [sentence.span.start for sentence in document.sentences]
    found: list[Sentence] = []
    section = None
    tables = [table.cells for table in document.tables]
    extents = [
        (min(cell.span.start for cell in cells), max(cell.span.end for cell in cells)) for cells in tables if cells
    ]
    for span in sentences_of(text, whole=True):
        if any(start < span.end and span.start < end for start, end in extents):
            continue  # the words of a table are no sentences
        of = document.sentences[max(bisect_right(starts, span.start) - 1, 0)] if starts else Sentence(span, 0, 0)
        paragraph = 0
        if found:
            gap = text[found[-1].span.end : span.start]
            paragraph = found[-1].paragraph + ("\n" in gap or "\r" in gap)
        sentence = Sentence(span, len(found), paragraph, of.turn, of.block)
        if of.block is Block.HEADING:
            section = sentence.index
        else:
            sentence.section = section
        found.append(sentence)
    return replace(document, sentences=found)


def lines_of(
    document: Document, text: str, words: Chinese, units: Mapping[str, Unit]
) -> tuple[list[Line], list[Claim]]:
    """Return the sentences with their figures as claims, and all claims, those of dates among them, in text order."""
    lines: list[Line] = []
    claims: list[Claim] = []
    body, paragraph = "", -1
    for sentence in document.sentences:
        figures = [
            figure for figure in read_figures(text, sentence.span.start, sentence.span.end, words, units)
            if figure.unit.dimension != "ordinal" and not _is_word(text, figure, words)
        ]  # fmt: skip
        line = Line(text, sentence.span, sentence.index, figures, words)
        lines.append(line)
        line.counters = [classifier_of(text, figure, words) for figure in figures]
        line.classifiers = [ALIKE.get(word, word) for word in line.counters]
        own = body_of(line)
        body = own or (body if sentence.paragraph == paragraph else "")
        paragraph = sentence.paragraph
        line.claims.extend(_claims(line, document, body))
        claims += line.claims
    starts = [sentence.span.start for sentence in document.sentences]
    for period in read_dates(text, words):
        at = max(bisect_right(starts, period.span.start) - 1, 0)
        told = period.span.of(document.text)
        claims.append(Claim(0, at, None, Kind.DATE, period.span, told, period=period, period_how=How.STATED))
    claims.sort(key=lambda claim: claim.span)
    for index, claim in enumerate(claims):
        claim.index = index
    return lines, claims


def _is_word(text: str, figure: Figure, words: Chinese) -> bool:
    """Say whether a numeral in characters is part of a word: 一是, 一等奖, 星期六; it has no unit and no measure word."""
    is_plain = figure.unit.is_count and figure.value is not None and abs(Fraction(figure.value)) <= _MOST_IN_WORDS
    return is_plain and not any(sign.isdigit() for sign in figure.text) and not classifier_of(text, figure, words)


def _claims(line: Line, document: Document, body: str) -> Iterator[Claim]:
    name = ""
    is_asked = line.text[line.span.start : line.span.end].rstrip("”」』） ").endswith(("？", "?"))
    for number, figure in enumerate(line.figures):
        own, counted = name_of(line, number), behind(line, number)
        own = (stripped(own.removeprefix(body), line.words) if body and own.startswith(body) else own) or own
        kind = _kind(line, number, figure)
        is_own = bool(own or counted)
        if is_own and kind is not Kind.SHARE:
            name = own or counted
        measure = own or counted or (name if kind in (Kind.CHANGE, Kind.RATE) else "")
        claim = Claim(
            0, line.index, replace(quantity_of(figure), counted=counted), kind, figure.span, figure.span.of(document.text),
            modality=Modality.ASKED if is_asked else _modality(line, number),
            direction=figure.direction,
            measure=_referent(measure, How.STATED if is_own else How.INHERITED),
            subject=_referent(body, How.STATED) if body else NOTHING,
            names=frozenset((body,)) if body else frozenset(),
            period=period_of(line, number),
            period_how=How.STATED,
            comparison=figure.comparison if figure.is_change else "",
            counted=counted,
        )  # fmt: skip
        if _may_turn(claim, line.words):
            claim.measure = NOTHING
        yield claim


def _referent(name: str, how: How) -> Referent:
    return Referent(name, name, frozenset([name]) if name else frozenset(), how)


def _kind(line: Line, number: int, figure: Figure) -> Kind:
    unit = figure.unit
    if unit.dimension == "time":
        return Kind.CHANGE if figure.is_change and reached(line, number) is None else Kind.DURATION
    if unit.dimension == "multiple":
        return Kind.RATIO
    if unit.is_point or figure.is_loose or (figure.is_change and reached(line, number) is None):
        return Kind.CHANGE
    if unit.is_percent:
        return Kind.SHARE if is_share(line.clause(number)) else Kind.RATE
    return Kind.LEVEL


def is_share(clause: str) -> bool:
    """Say whether the words before a percentage make it a share: 占总数的, 占比为."""
    for _ in range(3):
        clause = next((clause.removesuffix(word) for word in _BETWEEN if clause.endswith(word)), clause)
    return clause.endswith(_OF_SHARE) or "占" in clause


def _modality(line: Line, number: int) -> Modality:
    """Return how the text commits to a figure, by the words from the last ；or sentence's start to it."""
    words = line.words.listed
    before = line.text[line.span.start : line.figures[number].span.end]
    clauses: Sequence[str] = before.replace("；", "，").split("，")
    told, own = "，".join(clauses[-3:]).replace("将近", ""), clauses[-1]
    if holds(own, words["modality.past"]) and not holds(own, (*words["modality.planned"], *words["modality.forecast"])):
        return Modality.ASSERTED
    if holds(own, words["modality.conditional"]):
        return Modality.CONDITIONAL
    if holds(told, words["modality.forecast"]):
        return Modality.FORECAST
    if holds(told, words["modality.planned"]):
        return Modality.PLANNED
    return Modality.ASSERTED


def _may_turn(claim: Claim, words: Chinese) -> bool:
    """Say whether a fall of more than all there was is told of what may fall below zero."""
    quantity = claim.quantity
    is_large = quantity is not None and quantity.unit.is_percent and quantity.middle > _WHOLE
    return is_large and (not claim.measure.text or holds(claim.measure.text, words.listed["naming.signed"]))
