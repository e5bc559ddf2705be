"""Laws of reading: offsets slice exactly, place does not matter, nothing crashes, nothing overlaps, time is linear."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.knowledge.lexicon import Lexicon, load_lexicon
from factlint.model.document import Dateline, Document, Sentence
from factlint.model.parse import Parse
from factlint.model.span import Span
from factlint.quantities import parse_document

LEXICON = load_lexicon()
PIECES = [
    "2.64 million", "5G", "base stations", "over", "nearly", "7.7%", "from", "to", "5% to 7%", "$1.2bn", "($170 billion)", "the first quarter", "of 2023",
    "one in five", "half", "doubled", "since 2012", "April 20, 2023", "3 p.m.", "1,487", "and", ",", ".", "(", ")", "-", "\u2013", "\u201c", "\u201d", "\U0001f600", "e\u0301", "\r\n", "\t",
    "\u202f", "two", "thirds", "hundred", "and a half", "per cent", "percentage points", "20th CPC National Congress", "aged", "or more", "km/h", "a year", "Q1 FY24", "1990s", "RM79",
    "dozens", "of", "thousands", "twenty-first", "14th Five-Year Plan period", "-", "5", "/", "1e5", "x", "\u00d7", "10", "^", "2", "\u00bd", "last", "October", "may", "May", "second",
]  # fmt: skip


def parse(text: str, *, before: str = "", lexicon: Lexicon = LEXICON) -> Parse:
    """Parse a text as one sentence that stands behind other words."""
    whole = before + text
    document = Document("law.txt", whole, whole, dateline=Dateline(date(2023, 4, 20)))
    document.sentences = [Sentence(Span(len(before), len(whole)), 0, 0)]
    parses = parse_document(document, lexicon)
    return parses[0] if parses else Parse(document.sentences[0], [])


def check(text: str) -> None:
    """Check what holds for every text."""
    read = parse(text)
    spans = sorted([q.span for q in read.quantities] + [p.span for p in read.periods] + read.names)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for period in read.periods:
        assert period.text == period.span.of(text)
        assert period.start is None or period.end is None or period.start <= period.end
    for quantity in read.quantities:
        assert quantity.span.covers(quantity.number)
        assert (quantity.value is None) == (quantity.low is not None and quantity.high is not None)
        assert not isinstance(quantity.value, float)
        assert quantity.partner is None or read.quantities[quantity.partner].role in {"from", "to"}
        assert not quantity.counted or quantity.counted_span is not None


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """Whatever the characters, reading gives slices of the text that do not overlap."""
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([" ", "", "\n"]))
@settings(max_examples=400, deadline=None)
def test_any_words_of_numbers_are_read(pieces: list[str], glue: str) -> None:
    """Whatever the order of number words, reading gives slices of the text that do not overlap."""
    check(glue.join(pieces))


@given(st.lists(st.sampled_from(PIECES), max_size=10))
@settings(max_examples=150, deadline=None)
def test_place_does_not_matter(pieces: list[str]) -> None:
    """The same sentence elsewhere in a text gives the same quantities and periods."""
    text = " ".join(pieces)
    here, there = parse(text), parse(text, before="Caf\u00e9 \U0001f600.\r\n")
    shift = len("Caf\u00e9 \U0001f600.\r\n")
    assert [(item.span.start + shift, item.value, item.unit) for item in here.quantities] == [
        (item.span.start, item.value, item.unit) for item in there.quantities
    ]
    assert [(item.span.start + shift, item.start, item.end) for item in here.periods] == [
        (item.span.start, item.start, item.end) for item in there.periods
    ]


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1, ", ",", "5 ", "(", "(1", "a ", "one ", "million ", "last ", "and ", "January ", "hundred and ", "1-", "$", "5% to ", "2023 ", "\u00bd",
     "dozens of ", "over ", ' 9"', "1/", "x1 ", "1x", "A1-", "May, ", "1 million and ", "5 feet ", "5 km a day ", "100 ", "First A ", "1, 234 "],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes no more than some four times the time, whatever the text."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        parse(text)
        return time.process_time() - began

    small = max(seconds(3_000), 0.002)
    assert min(seconds(12_000), seconds(12_000)) < 10 * small
