"""Findings that may stand are taken from a report; an allowance that lets nothing stand is told (FL901, FL903)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factlint.acceptance.comments import Mistake, read_comments
from factlint.acceptance.sidefile import read_side_file
from factlint.acceptance.written import MALFORMED, UNUSED, told_of
from factlint.errors import DataError, DataErrors
from factlint.knowledge.card import Card
from factlint.model.allowance import Allowance
from factlint.model.document import Document
from factlint.model.finding import Finding, Problem, Report, Severity


def allow(report: Report, document: Document, cards: Mapping[str, Card], rules: Mapping[str, Card]) -> None:
    """Add to a report what a text, and the file beside it, let stand; ``rules`` are the cards that are applied."""
    judged = frozenset(rules)
    allowances, mistakes = read_comments(document, cards, judged)
    report.allowances += allowances
    if MALFORMED in rules:
        report.findings += [_told_mistake(mistake, rules[MALFORMED]) for mistake in mistakes]
    try:
        report.allowances += read_side_file(document, cards, judged)
    except DataErrors as errors:
        report.errors += [_problem(error) for error in errors.errors]
    except DataError as error:
        report.errors.append(_problem(error))


def _problem(error: DataError) -> Problem:
    hint = f" ({error.hint})" if error.hint else ""
    return Problem(f"{error.path}:{error.line}" if error.line else error.path, f"{error.message}{hint}")


def _told_mistake(mistake: Mistake, card: Card) -> Finding:
    severity = Severity.INFO if mistake.works else card.severity
    message = mistake.message[0].upper() + mistake.message[1:]
    return told_of(MALFORMED, card.name, severity, message, mistake.where, card.advice)


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
