"""A Chinese original and its English translation through all stages, to conflicts and findings in two texts."""

from collections.abc import Mapping

from factlint.alignment.translation import Told, translation_of
from factlint.comparing.verdicts import add_verdicts, judge_pair
from factlint.engine import Examined, evidence_of
from factlint.knowledge import Knowledge
from factlint.knowledge.card import Card
from factlint.knowledge.chinese import load_chinese
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
) -> tuple[Examined, int]:
    """Put the rules of translations to an English text and its Chinese original; also return the original's figures."""
    told = _chinese(original, units_by_name(knowledge))
    evidence = evidence_of(translation, knowledge)
    figures = settle(figures_of(evidence.claims), evidence.claims, translation.text, knowledge.lexicon)
    periods = periods_of(evidence.claims, knowledge.lexicon)
    evidence.translation = translation_of(told, _english(translation, figures, periods))
    return judge_pair(evidence, knowledge, rules, FAMILY), sum(map(len, told.figures))


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
    examined, figures = examine_translation(original, translation, knowledge, rules)
    add_verdicts(report, examined, (translation, original), rules)
    agreeing, conflicting = len(examined.ties), len(examined.conflicts)
    for document, claims in ((original, figures), (translation, len(examined.claims))):
        words = len(document.text.split())
        report.files.append(FileReport(document.path, words, claims, agreeing + conflicting, agreeing, conflicting))
