"""Suppressions beside a text that nobody may litter with comments: speech.txt has speech.txt.factlint.toml.

::

    [[allow]]
    rules = ["restated-value-differs"]
    quote = "2.46 million 5G base stations"
    reason = "the minister corrected himself the next day"
"""

import re
from collections.abc import Mapping
from pathlib import Path

from factlint.acceptance.perfile import side_file
from factlint.acceptance.written import place_of_line
from factlint.checks.select import codes_meant, complaint_about
from factlint.knowledge.card import Card
from factlint.knowledge.strict import Collector, Table, read_table
from factlint.model.allowance import Allowance
from factlint.model.document import Document
from factlint.model.span import Span


def read_side_file(document: Document, cards: Mapping[str, Card], judged: frozenset[str]) -> list[Allowance]:
    """Return the suppressions beside a text; raises DataError for mistakes in them, with file and line."""
    path = side_file(document.path)
    if path is None:
        return []
    mistakes = Collector()
    table = read_table(path, mistakes)
    found = [_read(inner, path, document, cards, judged) for inner in table.tables("allow", ())]
    table.close()
    mistakes.finish()
    return found


def _read(table: Table, path: Path, document: Document, cards: Mapping[str, Card], judged: frozenset[str]) -> Allowance:
    words, reason = table.texts("rules"), table.text("reason")
    quote, fingerprint = table.text("quote", ""), table.text("fingerprint", "")
    line = table.integer("line", 0)
    table.close()
    if table.has("rules") and not words:
        table.wrong("rules", "no rule is named", "name those that may stand")
    for word in words:
        if complaint := complaint_about(word, cards):
            table.wrong("rules", complaint)
    where = place_of_line(str(path), path.read_text(encoding="utf-8"), max(table.line(), 1), "suppression")
    spans = _spans(quote, document.source) if quote else None
    return Allowance(
        document.path,
        tuple((word, codes_meant(word, cards) & judged) for word in words),
        where,
        reason,
        lines=(line, line) if line else None,
        spans=spans,
        fingerprint=fingerprint,
        hint="The text does not hold the words of its quote." if spans == () else "",
    )


def _spans(quote: str, source: str) -> tuple[Span, ...]:
    """Return where the words of a quote stand, whatever white space and line ends are between them."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return tuple(Span(match.start(), match.end()) for match in re.finditer(pattern, source)) if pattern else ()
