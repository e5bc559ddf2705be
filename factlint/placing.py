"""From spans in the analysed text to places in the source: paths, lines, columns, quotes and fingerprints."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from factlint.knowledge.card import Card
from factlint.model.document import Document
from factlint.model.finding import Agreement, Finding, Location
from factlint.model.span import Span
from factlint.model.verdict import Conflict, Tie

_FINGERPRINT_LENGTH = 16


def locate(document: Document, span: Span, role: str = "") -> Location:
    """Return where the words of a span of the text stand in the source; they are quoted as the source has them."""
    start, end = document.source_map.span(span)
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    text, context = document.source[start:end], document.line_text(line)
    where = document.where(Span(start, end))
    return Location(document.path, line, column, end_line, end_column, start, end, text, role, context, where)


def findings_of(conflicts: Iterable[Conflict], document: Document, cards: Mapping[str, Card]) -> list[Finding]:
    """Turn conflicts into findings with places and fingerprints, in text order."""
    in_order = sorted(conflicts, key=lambda conflict: (conflict.places[0].span, conflict.rule))
    return placed(((c, [locate(document, place.span, place.role) for place in c.places]) for c in in_order), cards)


def placed(conflicts: Iterable[tuple[Conflict, list[Location]]], cards: Mapping[str, Card]) -> list[Finding]:
    """Turn conflicts whose places are known into findings with fingerprints."""
    seen: Counter[str] = Counter()
    findings = []
    for conflict, locations in conflicts:
        name = cards[conflict.rule].name
        quotes = "\n".join([name, *(" ".join(location.text.split()) for location in locations)])
        arithmetic = "\n".join(filter(None, (conflict.arithmetic, *conflict.notes))) or None
        findings.append(
            Finding(
                rule=conflict.rule,
                name=name,
                severity=conflict.severity,
                confidence=conflict.confidence,
                message=conflict.message,
                arithmetic=arithmetic,
                locations=locations,
                advice=conflict.advice,
                fingerprint=fingerprint(quotes, seen[quotes]),
            )
        )
        seen[quotes] += 1
    return findings


def agreement_of(tie: Tie, document: Document) -> Agreement:
    """Turn a tie into an agreement with places."""
    places = [locate(document, place.span, place.role) for place in tie.places]
    return Agreement(tie.rule, tie.arithmetic, places)


def fingerprint(quotes: str, ordinal: int) -> str:
    """Return what tells a finding from others wherever its lines move: a hash of its rule and its quotes.

    ``ordinal`` counts the earlier findings of the text with the same rule and quotes.
    """
    return sha256(f"{quotes}\n{ordinal}".encode()).hexdigest()[:_FINGERPRINT_LENGTH]
