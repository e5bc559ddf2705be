"""Chinese text by itself: its claims, and the relations between them that the language-free rules judge."""

from collections.abc import Iterator

from factlint.alignment.chinese.build import lines_of, resentenced
from factlint.alignment.chinese.headlines import headline_pairs
from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.lists import dealings_in, inline_lists_in, listings_in
from factlint.alignment.chinese.movements import movements_in
from factlint.alignment.chinese.naming import principal_of
from factlint.alignment.chinese.pairs import same_facts
from factlint.alignment.chinese.shares import shares_in
from factlint.alignment.chinese.spans import lastings_in
from factlint.alignment.chinese.sums import sums_in, sums_near
from factlint.alignment.chinese.tables import cells_in
from factlint.alignment.evidence import Evidence
from factlint.knowledge import Knowledge
from factlint.knowledge.chinese import load_chinese
from factlint.languages.zh.figures import simplified
from factlint.model.document import Document
from factlint.model.quantity import Unit

__all__ = ["chinese_evidence"]


def chinese_evidence(document: Document, knowledge: Knowledge) -> Evidence:
    """Read a Chinese text as far as checks need it: its claims, and what is tied to what by its own grammar."""
    words = load_chinese()
    text = simplified(document.text, words)
    document = resentenced(document, text)
    tables = (knowledge.lexicon.names, knowledge.lexicon.symbols)
    units: dict[str, Unit] = {unit.name: unit for table in tables for listed in table.values() for _, unit in listed}
    lines, claims = lines_of(document, text, words, units)
    evidence = Evidence(
        document, (), claims, knowledge.grammar, knowledge.weights, knowledge.forms, knowledge.arithmetic,
        cells=[*cells_in(document, text, words, units, len(claims))],
    )  # fmt: skip
    evidence.language = "zh"
    evidence.principal = principal_of(lines)
    evidence.relations = [*_relations(document, text, lines)]
    facts = same_facts(lines, knowledge.weights)
    known = {(pair.first.index, pair.second.index) for pair in facts}
    headlines = headline_pairs(document, lines, knowledge.weights)
    facts += [pair for pair in headlines if (pair.first.index, pair.second.index) not in known]
    facts.sort(key=lambda pair: (pair.first.index, pair.second.index))
    evidence.relations += facts
    return evidence


def _relations(document: Document, text: str, lines: list[Line]) -> Iterator[object]:
    for line in lines:
        yield from movements_in(line)
        yield from sums_in(line)
        yield from shares_in(line)
        yield from inline_lists_in(line)
        yield from dealings_in(line)
        yield from lastings_in(line)
    yield from sums_near(lines, [sentence.paragraph for sentence in document.sentences])
    yield from listings_in(text, lines)
