"""Findings that may stand are taken from a report; an allowance that lets nothing stand is told (FL901)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factlint.acceptance.written import UNUSED, told_of
from factlint.knowledge.card import Card
from factlint.model.allowance import Allowance
from factlint.model.finding import Finding, Report


def settle(report: Report, rules: Mapping[str, Card]) -> None:
    """Take from a report the findings that may stand, and add one for each allowance of no use."""
    by_path: dict[str, list[Allowance]] = defaultdict(list)
    for allowance in report.allowances:
        by_path[allowance.path].append(allowance)
    kept = []
    for finding in report.findings:
        used = _used(finding, by_path)
        report.used |= used
        if used:
            report.suppressed += 1
        else:
            kept.append(finding)
    report.findings = kept
    if UNUSED in rules:
        report.findings += _idle(report, rules[UNUSED])


def _used(finding: Finding, by_path: Mapping[str, Iterable[Allowance]]) -> set[tuple[str, int, str]]:
    """Return the words of all allowances that let a finding stand."""
    return {
        allowance.key(word)
        for path in {location.path for location in finding.locations}
        for allowance in by_path.get(path, ())
        if (word := allowance.word_for(finding)) is not None
    }


def _idle(report: Report, card: Card) -> list[Finding]:
    """Return a finding for each allowance that has words of no use; one that is of several texts is told once."""
    idle: dict[tuple[str, int], tuple[Allowance, list[str]]] = {}
    for allowance in report.allowances:
        if not allowance.is_judged:
            continue
        words = [word for word, codes in allowance.words if codes and allowance.key(word) not in report.used]
        if words:
            idle.setdefault((allowance.where.path, allowance.where.start), (allowance, words))
    found = []
    for allowance, words in idle.values():
        message = f"Nothing here needs the suppression of {', '.join(words)}"
        advice = f"{card.advice} {allowance.hint}".strip()
        found.append(told_of(UNUSED, card.name, card.severity, message, allowance.where, advice))
    return found
