"""A Chinese original and its English translation through all stages, to conflicts and findings in two texts."""

from collections.abc import Mapping

from factlint.alignment.translation import Told, translation_of
from factlint.comparing.verdicts import add_verdicts, judge_pair
from factlint.engine import Examined, evidence_of
from factlint.knowledge import Knowledge
from factlint.knowledge.card import Card
from factlint.knowledge.chinese import load_chinese
from factlint.languages import is_chinese
from factlint.languages.en import figures_of
from factlint.languages.en_around import settle
from factlint.languages.en_periods import periods_of
from factlint.languages.zh import read_figures, read_periods, sentences_of
from factlint.languages.zh.figures import simplified
from factlint.model.document import Document
from factlint.model.figure import Figure, Months
from factlint.model.finding import FileReport, Report
from factlint.model.quantity import Unit

FAMILY = "FL80"
"""How the codes of rules of translations begin."""


def units_by_name(knowledge: Knowledge) -> dict[str, Unit]:
    """Return every unit of the lexicon by its canonical name."""
    tables = (knowledge.lexicon.names, knowledge.lexicon.symbols)
    return {unit.name: unit for table in tables for listed in table.values() for _, unit in listed}


def examine_translation(
    original: Document, translation: Document, knowledge: Knowledge, rules: Mapping[str, Card]
) -> tuple[Examined, int, int]:
    """Put the rules of translations to two texts, one Chinese and one English; also return the figures of each."""
    is_reversed = not is_chinese(original.text)
    chinese, english = (translation, original) if is_reversed else (original, translation)
    told = _chinese(chinese, units_by_name(knowledge))
    evidence = evidence_of(english, knowledge)
    figures = settle(figures_of(evidence.claims), evidence.claims, english.text, knowledge.lexicon)
    own = _english(english, figures, periods_of(evidence.claims, knowledge.lexicon))
    sides = (own, told) if is_reversed else (told, own)
    evidence.translation = translation_of(*sides, is_reversed=is_reversed)
    counts = len(evidence.claims), sum(map(len, told.figures))
    return judge_pair(evidence, knowledge, rules, FAMILY), *(counts if is_reversed else counts[::-1])


def _chinese(document: Document, units: Mapping[str, Unit]) -> Told:
    words = load_chinese()
    text = simplified(document.text, words)
    spans = sentences_of(text)
    figures = [read_figures(text, span.start, span.end, words, units) for span in spans]
    for listed in figures:
        for figure in listed:
            figure.text = figure.span.of(document.text)
    return Told(document, spans, figures, [read_periods(text, span.start, span.end) for span in spans])


def _english(document: Document, figures: list[Figure], periods: list[Months]) -> Told:
    spans = [sentence.span for sentence in document.sentences]
    by_sentence: list[list[Figure]] = [[] for _ in spans]
    for figure in figures:
        by_sentence[figure.sentence].append(figure)
    named: list[list[Months]] = [[] for _ in spans]
    place = 0
    for one in sorted(periods, key=lambda one: one.span):
        while place + 1 < len(spans) and spans[place].end <= one.span.start:
            place += 1
        named[place].append(one)
    return Told(document, spans, by_sentence, named)


def compare_translation(
    report: Report, original: Document, translation: Document, knowledge: Knowledge, rules: Mapping[str, Card]
) -> None:
    """Add to a report what a translation tells otherwise than its original."""
    examined, *figures = examine_translation(original, translation, knowledge, rules)
    add_verdicts(report, examined, (translation, original), rules)
    agreeing, conflicting = len(examined.ties), len(examined.conflicts)
    for document, claims in zip((original, translation), figures, strict=True):
        words = len(document.text.split())
        report.files.append(FileReport(document.path, words, claims, agreeing + conflicting, agreeing, conflicting))
