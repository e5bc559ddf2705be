"""What a text, and the file beside it, let stand: read once for each text that is checked."""

from collections.abc import Mapping

from factlint.acceptance.comments import Mistake, read_comments
from factlint.acceptance.sidefile import read_side_file
from factlint.acceptance.written import MALFORMED, told_of
from factlint.errors import DataError, DataErrors
from factlint.knowledge.card import Card
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
