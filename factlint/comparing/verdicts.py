"""Verdicts about two texts: the rules of a family put to the evidence, and findings with places in both."""

from collections import Counter
from collections.abc import Mapping

from factlint.alignment import Evidence
from factlint.checks import load_checks
from factlint.engine import Examined
from factlint.knowledge import Knowledge
from factlint.knowledge.card import Card
from factlint.model.document import Document
from factlint.model.finding import Agreement, Finding, Report
from factlint.model.verdict import Conflict, Tie
from factlint.placing import fingerprint, locate

Two = tuple[Document, Document]
"""The text that is judged, and the one that it is held against: ``Place.document`` counts them."""


def judge_pair(evidence: Evidence, knowledge: Knowledge, rules: Mapping[str, Card], family: str) -> Examined:
    """Put the rules whose codes begin so to the evidence of a pair; each cause shows in one of them."""
    checks = load_checks(knowledge.cards)
    examined = Examined(evidence.document, list(evidence.claims), [], [], frozenset())
    for code in sorted(code for code in rules if code.startswith(family)):
        for verdict in checks[code](evidence, rules[code]):
            if isinstance(verdict, Conflict):
                examined.conflicts.append(verdict)
            elif isinstance(verdict, Tie):
                examined.ties.append(verdict)
    return examined


def add_verdicts(report: Report, examined: Examined, documents: Two, rules: Mapping[str, Card]) -> None:
    """Add the findings and agreements of a pair to a report."""
    seen: Counter[str] = Counter()
    for conflict in examined.conflicts:
        report.findings.append(_finding(conflict, documents, rules, seen))
    for tie in examined.ties:
        places = [locate(documents[place.document], place.span, place.role) for place in tie.places]
        report.verified.append(Agreement(tie.rule, tie.arithmetic, places))


def _finding(conflict: Conflict, documents: Two, rules: Mapping[str, Card], seen: Counter[str]) -> Finding:
    name = rules[conflict.rule].name
    locations = [locate(documents[place.document], place.span, place.role) for place in conflict.places]
    quotes = "\n".join([name, *(" ".join(location.text.split()) for location in locations)])
    seen[quotes] += 1
    return Finding(
        rule=conflict.rule, name=name, severity=conflict.severity, confidence=conflict.confidence,
        message=conflict.message, arithmetic="\n".join(filter(None, (conflict.arithmetic, *conflict.notes))) or None,
        locations=locations, advice=conflict.advice, fingerprint=fingerprint(quotes, seen[quotes] - 1),
    )  # fmt: skip
