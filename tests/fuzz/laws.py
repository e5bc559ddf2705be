"""What holds of any input whatever: the laws that fuzzing puts to each stage."""

from itertools import pairwise
from unicodedata import normalize

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.numerals import PADDING, read_numerals
from factlint.lexing.tokens import tokenize
from factlint.model.document import Document, Sentence
from factlint.model.finding import Report, Severity
from factlint.model.parse import Parse
from factlint.model.span import Span
from factlint.reporters import machine


def tokens_are_slices(text: str, lexicon: Lexicon) -> None:
    """Tokens are slices in order, what lies between them is white space, and numerals are made of tokens in order."""
    tokens = tokenize(text, 0, len(text))
    end = 0
    for token in tokens:
        assert end <= token.start < token.end <= len(text), (text, token)
        assert not text[end : token.start].strip(), (text, token)
        assert token.text == text[token.start : token.end], (text, token)
        assert token.lower == normalize("NFC", token.text.lower()), (text, token)
        end = token.end
    assert not text[end:].strip(), text
    numerals = read_numerals(tokens, [token.lower for token in tokens] + PADDING, lexicon)
    last = 0
    for numeral in numerals:
        assert last <= numeral.first < numeral.last <= len(tokens), (text, numeral)
        assert not isinstance(numeral.value, float), (text, numeral)
        last = numeral.last


def parse_is_sound(text: str, parse: Parse) -> None:
    """Quantities, periods and names are slices that do not overlap; values are exact, the ends of periods in order."""
    spans = sorted([q.span for q in parse.quantities] + [p.span for p in parse.periods] + parse.names)
    assert all(0 <= span.start < span.end <= len(text) for span in spans), text
    assert all(left.end <= right.start for left, right in pairwise(spans)), text
    for period in parse.periods:
        assert period.text == period.span.of(text), text
        assert period.start is None or period.end is None or period.start <= period.end, (text, period)
    for quantity in parse.quantities:
        assert quantity.span.covers(quantity.number), text
        assert (quantity.value is None) == (quantity.low is not None and quantity.high is not None), (text, quantity)
        assert not any(isinstance(one, float) for one in (quantity.value, quantity.low, quantity.high)), text
        assert quantity.partner is None or parse.quantities[quantity.partner].role in {"from", "to"}, text
        assert not quantity.counted or quantity.counted_span is not None, text
        for read in (quantity.stated(), quantity.admitted(), quantity.implied()):
            assert not read.is_empty, (text, quantity)


def sentence_of(text: str) -> tuple[Document, Sentence]:
    """Return a text as a document of one sentence."""
    document = Document("fuzz.txt", text, text)
    document.sentences = [Sentence(Span(0, len(text)), 0, 0)]
    return document, document.sentences[0]


def document_is_sound(document: Document) -> None:
    """Sentences are ordered and disjoint, never empty; every place leads back into the source, in the same order."""
    end, source_end = 0, 0
    for index, sentence in enumerate(document.sentences):
        words = sentence.span.of(document.text)
        assert sentence.index == index
        assert end <= sentence.span.start
        assert words == words.strip() != ""
        back = document.source_map.span(sentence.span)
        assert 0 <= back.start <= back.end <= len(document.source), (sentence, back)
        assert source_end <= back.end
        line, column = document.line_column(back.start)
        assert line >= 1 <= column
        end, source_end = sentence.span.end, back.end
    for one, following in pairwise(document.turns):
        assert one.label.end <= one.span.start <= one.span.end <= following.label.start
    for table in document.tables:
        for cell in table.cells:
            assert 0 <= cell.span.start < cell.span.end <= len(document.text)


def report_is_sound(report: Report, sources: dict[str, str]) -> None:
    """Each finding quotes what stands at its places, and says how sure it is."""
    assert not report.errors, report.errors
    for finding in report.findings:
        assert 0 <= finding.confidence <= 1
        assert finding.message
        for place in finding.locations:
            source = sources[place.path]
            assert source[place.start : place.end] == place.text, finding
            assert place.line >= 1 <= place.column
    for tie in report.verified:
        for place in tie.locations:
            assert sources[place.path][place.start : place.end] == place.text, tie


def reports_are_the_same(one: Report, other: Report) -> None:
    """What is said of a text the second time is what was said the first time, to the byte."""
    first, second = (machine.render(report, Severity.INFO, form="json", verified=True) for report in (one, other))
    assert first == second
