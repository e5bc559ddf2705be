"""Rule cards, packs and facts files put to the test: every example of theirs is checked as a text of its own."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from factlint import engine
from factlint.alignment.archived import ArchiveEvidence, ask
from factlint.alignment.cross import Index, keep
from factlint.checks.select import find_card
from factlint.crossing import OVER_TIME, compare_files, judge_across, locate_all
from factlint.errors import DataError, UsageError
from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge.card import Card, Example, TextKind
from factlint.knowledge.facts import load_facts
from factlint.knowledge.packs import read_pack
from factlint.knowledge.read_cards import read_card, read_example
from factlint.knowledge.strict import Collector, read_table, toml_files
from factlint.model.document import Document
from factlint.model.finding import Finding, Report, Severity
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.readers import read_text

_PACK = frozenset({"synonyms", "measure", "identity", "range"})
_CARD = frozenset({"code", "name", "severity", "since", "summary", "why", "advice"})
_KINDS = "a card has a code; a pack [synonyms], [[measure]], [[identity]] or [[range]]; a facts file [[fact]]"
_FACTS_RULE = "FL811"
ORIGINAL = "<original>"
"""The path of the text that an example translates."""
BESIDE = "<beside>"
"""The path of an example's second file."""


@dataclass(slots=True, frozen=True)
class Trial:
    """One example and what is wrong with it; an empty complaint is good."""

    card: Card
    example: Example
    complaint: str


def try_cards(path: str) -> list[Trial]:
    """Try all examples of the card, pack or facts file, or the folder of them, at a path; codes must be those of known rules."""
    where, mistakes = Path(path), Collector()
    if not where.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    files = toml_files(where, mistakes) if where.is_dir() else [where]
    if not files:
        mistakes.finish()
        raise UsageError(f"{path}: there is no rule card, no pack and no facts file in this folder")
    cards: list[Card] = []
    examples: list[tuple[Path, list[tuple[str, Example]]]] = []
    facts: list[Path] = []
    for file in files:
        keys = read_table(file, Collector()).data.keys()
        if "code" not in keys and keys & _PACK:
            examples.append((file, read_pack(file, mistakes).examples))
        elif "code" not in keys and "fact" in keys:
            facts.append(file)
        elif keys and not keys & _CARD:
            mistakes.add(file, 1, "this is neither a rule card nor a pack nor a facts file", _KINDS)
        else:
            cards.append(read_card(file, mistakes))
    mistakes.finish()
    knowledge = load_knowledge()
    for card in cards:
        if card.code not in knowledge.cards:
            raise UsageError(f"{card.path}: no check is tied to the code {card.code!r}")
    trials = [trial for card in cards for trial in try_card(card, knowledge)]
    trials += [trial for file, own in examples for trial in try_pack(file, own)]
    return trials + [trial for file in facts for trial in try_facts(file)]


def try_pack(path: Path, examples: Iterable[tuple[str, Example]]) -> Iterator[Trial]:
    """Try the examples of one pack, its own words and identities known; each names the rule that it is of."""
    yield from _try(path, examples, load_knowledge((path,)))


def try_facts(path: Path) -> Iterator[Trial]:
    """Try the examples of a facts file, its facts known; every value must be one that a text could hold."""
    knowledge = engine.with_facts(load_knowledge(), load_facts((path,)))
    mistakes = Collector()
    tables = read_table(path, mistakes).tables("example", ())
    examples = [(table.text("rule", _FACTS_RULE), read_example(table)) for table in tables]
    mistakes.finish()
    yield from _try(path, examples, knowledge)


def _try(path: Path, examples: Iterable[tuple[str, Example]], knowledge: Knowledge) -> Iterator[Trial]:
    for word, example in examples:
        try:
            card = find_card(knowledge.cards, word)
        except UsageError as error:
            raise DataError(path, example.line, str(error)) from None
        findings = example_findings(example, knowledge, dict(knowledge.cards))
        yield Trial(card, example, complaint_about(example, card, findings))


def try_card(card: Card, knowledge: Knowledge) -> Iterator[Trial]:
    """Try the examples of one card."""
    own = {**knowledge.cards, card.code: card}
    for example in card.examples:
        yield Trial(card, example, complaint_about(example, card, example_findings(example, knowledge, own)))


def example_findings(example: Example, knowledge: Knowledge, cards: dict[str, Card]) -> list[Finding]:
    """Return all that the rules say of an example, as a text of its own, or as two files where it has a second one."""
    if example.original:
        return _translation_findings(example, knowledge, cards)
    document = engine.text_document(example.text, markdown=example.kind is TextKind.MARKDOWN)
    if example.date is not None:
        document.dateline.date = example.date
        document.dateline.is_event = True
    if example.facts:
        knowledge = engine.with_facts(knowledge, example.facts)
    if example.ranges:
        knowledge = engine.with_ranges(knowledge, example.ranges)
    report = Report()
    engine.add_document(report, engine.examine(document, knowledge, cards), cards)
    if example.beside:
        _add_beside(report, document, example, knowledge, cards)
    engine.finish(report, cards)
    return report.findings


def _translation_findings(example: Example, knowledge: Knowledge, cards: dict[str, Card]) -> list[Finding]:
    from factlint.comparing import compare_drafts, compare_translation
    from factlint.languages import is_chinese

    report = Report()
    original = engine.text_document(example.original)
    original.path = ORIGINAL
    compare = compare_translation if is_chinese(original.text) else compare_drafts
    compare(report, original, engine.text_document(example.text), knowledge, cards)
    return report.findings


def _add_beside(
    report: Report, first: Document, example: Example, knowledge: Knowledge, cards: dict[str, Card]
) -> None:
    """Add what the second file of an example says, and what the two say of one another."""
    second = read_text(example.beside, BESIDE, "markdown" if example.kind is TextKind.MARKDOWN else "text")
    engine.add_document(report, engine.examine(second, knowledge, cards), cards)
    texts = {document.path: document for document in (first, second)}
    kept = [keep(engine.evidence_of(document, knowledge)) for document in texts.values()]
    compare_files(report, kept, "all", knowledge, cards, texts.__getitem__)
    index = Index(knowledge.grammar, knowledge.weights)
    for text in kept:
        index.add(text)
    said = ask(engine.evidence_of(first, knowledge)).said
    evidence = ArchiveEvidence(index, knowledge.forms, knowledge.arithmetic, said)
    judge_across(
        report, evidence, OVER_TIME, knowledge, cards, lambda places: locate_all(places, evidence, texts.__getitem__)
    )


def complaint_about(example: Example, card: Card, findings: Iterable[Finding]) -> str:
    """Return what is wrong with an example: other findings than its marks say, or words that do not say so."""
    found = list(findings)
    own = [finding for finding in found if finding.rule == card.code]
    if not example.fires:
        loud = [one for one in own if one.severity is not Severity.INFO or card.severity is Severity.INFO]
        return f"it should pass, and fires: {_told(loud[0])}" if loud else ""
    others = [finding for finding in found if finding.rule != card.code and finding.severity is not Severity.INFO]
    if others:
        return f"another rule fires: {_told(others[0])}"
    if len(own) != 1:
        return "it should fire, and stays silent" if not own else f"it fires {len(own)} times: {_told(own[1])}"
    places = [Span(at.start, at.end) for at in own[0].locations if at.path not in (ORIGINAL, BESIDE)]
    beside = [Span(at.start, at.end) for at in own[0].locations if at.path == BESIDE]
    sources = [Span(at.start, at.end) for at in own[0].locations if at.path == ORIGINAL]
    if tuple(sorted(sources)) != example.original_spans:
        return "it names other places of the original than the marked ones"
    if places and example.primary not in (None, places[0]):
        return f"it names [[{own[0].locations[0].text}]] first"
    if tuple(sorted(places)) != example.spans or tuple(sorted(beside)) != example.beside_spans:
        quoted = ", ".join(f"[[{location.text}]]" for location in own[0].locations)
        return f"it names other places than the marked ones: {quoted}"
    words = f"{own[0].message}\n{own[0].arithmetic}"
    if example.says and example.says not in words:
        return f"it does not say {example.says!r} but: {words}"
    return ""


def _told(finding: Finding) -> str:
    quoted = ", ".join(f"[[{location.text}]]" for location in finding.locations)
    return f"{finding.name} ({finding.rule}) {finding.severity} {quoted}: {finding.message} {finding.arithmetic}"
