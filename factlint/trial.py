"""Rule cards put to the test: every example of a card is checked as a text of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factlint import engine
from factlint.errors import UsageError
from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge.card import Card, Example, TextKind, read_card
from factlint.knowledge.strict import Collector, toml_files
from factlint.model.finding import Finding, Report, Severity
from factlint.model.span import Span


@dataclass(slots=True, frozen=True)
class Trial:
    """One example and what is wrong with it; an empty complaint is good."""

    card: Card
    example: Example
    complaint: str


def try_cards(path: str) -> list[Trial]:
    """Try all examples of the card, or the folder of cards, at a path; their codes must be those of known rules."""
    where, mistakes = Path(path), Collector()
    if not where.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    files = toml_files(where, mistakes) if where.is_dir() else [where]
    cards = [read_card(file, mistakes) for file in files]
    mistakes.finish()
    if not cards:
        raise UsageError(f"{path}: there is no rule card in this folder")
    knowledge = load_knowledge()
    for card in cards:
        if card.code not in knowledge.cards:
            raise UsageError(f"{card.path}: no check is tied to the code {card.code!r}")
    return [trial for card in cards for trial in try_card(card, knowledge)]


def try_card(card: Card, knowledge: Knowledge) -> Iterator[Trial]:
    """Try the examples of one card."""
    own = {**knowledge.cards, card.code: card}
    for example in card.examples:
        yield Trial(card, example, complaint_about(example, card, example_findings(example, knowledge, own)))


def example_findings(example: Example, knowledge: Knowledge, cards: dict[str, Card]) -> list[Finding]:
    """Return all that the rules say of an example, as a text of its own."""
    document = engine.text_document(example.text, markdown=example.kind is TextKind.MARKDOWN)
    if example.date is not None:
        document.dateline.date = example.date
        document.dateline.is_event = True
    report = Report()
    engine.add_document(report, engine.examine(document, knowledge, cards), cards)
    return report.findings


def complaint_about(example: Example, card: Card, findings: Iterable[Finding]) -> str:
    """Return what is wrong with an example: other findings than its marks say, or words that do not say so."""
    found = list(findings)
    own = [finding for finding in found if finding.rule == card.code]
    if not example.fires:
        loud = [finding for finding in own if finding.severity is not Severity.INFO]
        return f"it should pass, and fires: {_told(loud[0])}" if loud else ""
    others = [finding for finding in found if finding.rule != card.code and finding.severity is not Severity.INFO]
    if others:
        return f"another rule fires: {_told(others[0])}"
    if len(own) != 1:
        return "it should fire, and stays silent" if not own else f"it fires {len(own)} times: {_told(own[1])}"
    places = [Span(location.start, location.end) for location in own[0].locations]
    if example.primary not in (None, places[0]):
        return f"it names [[{own[0].locations[0].text}]] first"
    if tuple(sorted(places)) != example.spans:
        quoted = ", ".join(f"[[{location.text}]]" for location in own[0].locations)
        return f"it names other places than the marked ones: {quoted}"
    words = f"{own[0].message}\n{own[0].arithmetic}"
    if example.says and example.says not in words:
        return f"it does not say {example.says!r} but: {words}"
    return ""


def _told(finding: Finding) -> str:
    quoted = ", ".join(f"[[{location.text}]]" for location in finding.locations)
    return f"{finding.name} ({finding.rule}) {finding.severity} {quoted}: {finding.message} {finding.arithmetic}"
