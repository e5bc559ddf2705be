"""The corridor: the only module that knows the order of the stages.

Text becomes tokens, tokens quantities, quantities claims, claims relations, relations findings. Each stage only adds.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.acceptance.perfile import PerFile
from factlint.acceptance.settle import settle
from factlint.checks.select import Selection, select_cards
from factlint.errors import ReadError
from factlint.knowledge import Knowledge, load_knowledge
from factlint.knowledge import cards as load_cards
from factlint.knowledge.card import Card
from factlint.model.finding import FileReport, Finding, Problem, Report, RuleCount, Severity, Text
from factlint.model.record import dataclass, field, replace
from factlint.model.verdict import Conflict, Tie, Verdict
from factlint.readers.limits import NO_LIMITS, Limits, time_limit

if TYPE_CHECKING:
    from factlint.alignment import Evidence
    from factlint.knowledge.facts import Entry
    from factlint.knowledge.packs import Identity
    from factlint.knowledge.plausible import RangeEntry
    from factlint.model.claim import Claim
    from factlint.model.document import Document
    from factlint.rereading import Rereading

STDIN = "-"
BETWEEN_FILES = "FL102"
"""The rule that compares files with one another and says nothing of one."""
WITH_ARCHIVE = ("FL831", "FL832")
"""The rules that need an archive."""
IN_ANY_LANGUAGE = (
    "FL101", "FL103", "FL104", "FL106", "FL109", "FL201", "FL202", "FL203", "FL205", "FL207", "FL208", "FL301", "FL302",
    "FL303", "FL305", "FL309", "FL311", "FL401", "FL402", "FL403", "FL404", "FL501", "FL503", "FL504", "FL505", "FL601",
    "FL602", "FL604", "FL605", "FL701", "FL901", "FL902", "FL903",
)  # fmt: skip
"""The rules that need no English words: what a text in another language is checked by."""
TEXT = "<text>"
"""The path of a text that came from no file."""


@dataclass(slots=True, frozen=True)
class Settings:
    """What a run is told, beside its paths."""

    selection: Selection = field(default_factory=Selection)
    min_confidence: float = 0.0
    severity: Mapping[str, Severity] = field(default_factory=dict)  # by code: the most severe that a rule may be
    packs: tuple[Path, ...] = ()  # files of the user's own words and identities
    facts: tuple[Path, ...] = ()  # files of the user's own facts
    identities: "tuple[Identity, ...]" = ()
    config: Path | None = None  # the file that says so
    per_file_ignores: tuple[PerFile, ...] = ()
    exclude: tuple[str, ...] = ()  # patterns of files, from the folder of the configuration
    force_exclude: bool = False
    keep_texts: bool = False  # keep each text and its claims in the report
    cross: bool = False  # whether files are compared with one another
    archive: Path | None = None  # the archive that texts are held against
    languages: tuple[str, ...] = ("en", "zh")  # in which texts are read
    limits: Limits = field(default_factory=Limits)  # what a single file may ask of a run

    def knowledge(self) -> Knowledge:
        """Return the data that ships, and the user's own beside it."""
        knowledge = load_knowledge(self.packs)
        if self.identities:
            own = (*knowledge.arithmetic.identities, *self.identities)
            knowledge = replace(knowledge, arithmetic=replace(knowledge.arithmetic, identities=own))
        if self.languages != knowledge.languages:
            knowledge = replace(knowledge, languages=self.languages)
        if not self.facts:
            return knowledge
        from factlint.knowledge.facts import load_facts

        return with_facts(knowledge, load_facts(self.facts))

    def rules(self, knowledge: Knowledge) -> dict[str, Card]:
        """Return the cards to apply, with the severities that the user gave them."""
        return self.applied(knowledge.cards)

    def applied(self, known: Mapping[str, Card]) -> dict[str, Card]:
        """Return those of the cards to apply, with the severities that the user gave them."""
        cards = select_cards(known, self.selection)
        if not self.cross and self.archive is None:
            cards.pop(BETWEEN_FILES, None)
        if self.archive is None:
            for code in WITH_ARCHIVE:
                cards.pop(code, None)
        return {
            code: replace(card, severity=self.severity[code]) if code in self.severity else card
            for code, card in cards.items()
        }


@dataclass(slots=True)
class Examined:
    """One document with all that was read and judged in it."""

    document: "Document"
    claims: "list[Claim]"
    conflicts: list[Conflict]
    ties: list[Tie]
    checked: frozenset[int]  # indexes of the claims that at least one rule could compare
    verdicts: list[Verdict] = field(default_factory=list)  # what the rules said, before one cause became one finding


Progress = Callable[[int, int], None]
"""Told how many of how many files are done."""


def with_facts(knowledge: Knowledge, entries: "Iterable[Entry]") -> Knowledge:
    """Return the knowledge with facts that texts are checked against."""
    from factlint.alignment.facts import prepare

    return replace(knowledge, facts=prepare(entries, knowledge.lexicon, knowledge.grammar))


def with_ranges(knowledge: Knowledge, entries: "Iterable[RangeEntry]") -> Knowledge:
    """Return the knowledge with ranges that figures are held against."""
    from factlint.knowledge.plausible import settle_ranges

    ranges = settle_ranges(entries, knowledge.lexicon, knowledge.grammar)
    return replace(knowledge, arithmetic=replace(knowledge.arithmetic, ranges=ranges))


def read_claims(document: "Document", knowledge: Knowledge) -> "list[Claim]":
    """Read every claim of a document."""
    from factlint.claims import build_claims
    from factlint.languages import is_chinese
    from factlint.quantities import parse_sentences

    if "zh" in knowledge.languages and is_chinese(document.text):
        evidence = evidence_of(document, knowledge)
        return sorted([*evidence.claims, *evidence.cells], key=lambda claim: claim.span)
    claims = build_claims(document, parse_sentences(document, knowledge.lexicon), knowledge)
    if not document.tables:
        return claims
    return sorted(
        [*claims, *cells_of(document, knowledge, len(claims))], key=lambda claim: document.source_map.span(claim.span)
    )


def cells_of(document: "Document", knowledge: Knowledge, first: int) -> "list[Claim]":
    """Read the claims of a document's tables, numbered from ``first``."""
    if not document.tables:
        return []
    from factlint.claims.cells import read_cells

    return read_cells(document, knowledge, first)


def evidence_of(document: "Document", knowledge: Knowledge, earlier: "Rereading | None" = None) -> "Evidence":
    """Read a document as far as checks need it: its claims, and what may be compared with what.

    ``earlier`` knows what was read of an earlier version of the text, and learns what is read of this one.
    """
    from factlint.alignment import Evidence
    from factlint.claims import build
    from factlint.languages import is_chinese
    from factlint.quantities import parse_document

    if "zh" in knowledge.languages and is_chinese(document.text):
        from factlint.alignment.chinese import chinese_evidence

        return chinese_evidence(document, knowledge)
    if earlier is not None:
        built = earlier.read(document, knowledge)
    else:
        built = build(document, parse_document(document, knowledge.lexicon), knowledge.grammar)
    return Evidence(
        document, built.readings, built.claims, knowledge.grammar, knowledge.weights, knowledge.forms,
        knowledge.arithmetic, knowledge.facts, cells_of(document, knowledge, len(built.claims)),
        None if earlier is None else earlier.known,
    )  # fmt: skip


def warm(knowledge: Knowledge, rules: Mapping[str, Card]) -> None:
    """Import and compile what every text needs, before this process is copied."""
    from factlint.readers import read_text

    examine(read_text("On Monday, 40 of 50 ships sailed. Sales rose 4% to $2.6 million in 2022."), knowledge, rules)


def judge(evidence: "Evidence", knowledge: Knowledge, rules: Mapping[str, Card]) -> Examined:
    """Put the rules to the evidence of a document, in the order of their codes."""
    from factlint.alignment.resolve import resolve
    from factlint.checks import load_checks

    checks = load_checks(knowledge.cards)
    applied = sorted(rules) if evidence.language == "en" else [code for code in IN_ANY_LANGUAGE if code in rules]
    verdicts = [verdict for code in applied for verdict in checks[code](evidence, rules[code])]
    conflicts = [verdict for verdict in verdicts if isinstance(verdict, Conflict)]
    ties = [verdict for verdict in verdicts if isinstance(verdict, Tie)]
    told = resolve(conflicts, rules)
    return Examined(evidence.document, [*evidence.claims, *evidence.cells], told, ties, claims_of(verdicts), verdicts)


def examine(document: "Document", knowledge: Knowledge, rules: Mapping[str, Card]) -> Examined:
    """Take a document through all stages under the given rules."""
    return judge(evidence_of(document, knowledge), knowledge, rules)


def run(
    paths: Iterable[str],
    settings: Settings | None = None,
    *,
    stdin: tuple[bytes, str] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check files and folders; what could not be read is told beside the findings in the rest.

    ``stdin`` is what ``-`` stands for: its bytes and a file name that tells their type.
    """
    settings = settings or Settings()
    knowledge = settings.knowledge()
    rules = settings.rules(knowledge)
    report = Report()

    def check(document: "Document") -> None:
        examined = examine(document, knowledge, rules)
        add_document(report, examined, rules, settings.min_confidence)
        if settings.keep_texts:
            report.texts.append(Text(document, examined.claims))

    each_document(paths, report, check, stdin=stdin, progress=progress, limits=settings.limits)
    finish(report, rules, settings.min_confidence)
    return report


def text_document(text: str, *, markdown: bool = False) -> "Document":
    """Read a text that is at hand as a document without a path."""
    from factlint.readers import read_text

    return read_text(text, TEXT, "markdown" if markdown else "text")


def run_text(text: str, settings: Settings | None = None, *, markdown: bool = False) -> Report:
    """Check a text that is at hand."""
    settings = settings or Settings()
    knowledge = settings.knowledge()
    rules = settings.rules(knowledge)
    report = Report()
    examined = examine(text_document(text, markdown=markdown), knowledge, rules)
    add_document(report, examined, rules, settings.min_confidence)
    finish(report, rules, settings.min_confidence)
    if settings.keep_texts:
        report.texts.append(Text(examined.document, examined.claims))
    return report


def finish(report: Report, rules: Mapping[str, Card], min_confidence: float = 0.0) -> None:
    """End a report: what may stand is taken from it, what is too unsure left out, the rest put in order."""
    settle(report, rules)
    trim(report, min_confidence)


def trim(report: Report, min_confidence: float) -> None:
    """Leave out of a report what is less sure, and put the rest in order."""
    report.findings = [finding for finding in report.findings if finding.confidence >= min_confidence]
    report.findings.sort(key=_by_place)


def each_document(
    paths: Iterable[str],
    report: Report,
    use: "Callable[[Document], None]",
    *,
    stdin: tuple[bytes, str] | None = None,
    progress: Progress | None = None,
    limits: Limits = NO_LIMITS,
) -> None:
    """Read every document of the paths and hand it on; problems and notes go into the report."""
    from factlint.readers import discover

    named = list(paths)
    found, problems, notes = discover(named)
    report.errors.extend(problems)
    report.notes.extend(notes)
    for done, path in enumerate(found):
        if progress is not None:
            progress(done, len(found))
        take_document(path, named, report, lambda document, _: use(document), stdin=stdin, limits=limits)
    if progress is not None:
        progress(len(found), len(found))


def take_document(
    path: "Path | str", named: Collection[str], report: Report, use: "Callable[[Document, bytes], None]",
    *, stdin: tuple[bytes, str] | None = None, limits: Limits = NO_LIMITS,
) -> None:  # fmt: skip
    """Read one document and hand it on with its bytes; what goes wrong is told in the report, and no other text is lost."""
    from factlint.readers import load_bytes, read_bytes, read_path

    label = str(path)
    try:
        if path == STDIN:
            data, label = stdin or (b"", STDIN)
        with time_limit(label, limits):
            if path == STDIN:
                document = read_bytes(data, STDIN, label or None, limits=limits)
            else:
                data = load_bytes(Path(path), limits)
                document = read_path(Path(path), walked=label not in named, limits=limits, data=data)
            use(document, data)
        report.notes.extend(f"{document.path}: {note}" for note in document.notes)
    except ReadError as error:
        report.errors.append(Problem(error.path, error.message))
    except MemoryError:
        report.errors.append(Problem(label, "it needs more memory than there is; split it"))
    except Exception as error:  # noqa: BLE001 -- one text that meets a mistake of ours never loses the others
        report.errors.append(Problem(label, f"internal error, please report it: {error!r}"))


def add_document(report: Report, examined: Examined, rules: Mapping[str, Card], min_confidence: float = 0.0) -> None:
    """Add what was found in one document to the report."""
    from factlint.acceptance.allowing import allow
    from factlint.placing import agreement_of, findings_of

    document = examined.document
    conflicts = [conflict for conflict in examined.conflicts if conflict.confidence >= min_confidence]
    conflicting = claims_of(conflicts)
    report.files.append(
        FileReport(
            path=document.path,
            words=len(document.text[: document.prose].split()),
            claims=len(examined.claims),
            checked=len(examined.checked),
            agreeing=len(claims_of(examined.ties) - conflicting),
            conflicting=len(conflicting),
        )
    )
    _count_by_rule(report, examined, rules, min_confidence)
    report.findings.extend(findings_of(examined.conflicts, document, rules))
    allow(report, document, load_cards(), rules)
    report.verified.extend(agreement_of(tie, document) for tie in examined.ties)


def _count_by_rule(report: Report, examined: Examined, rules: Mapping[str, Card], min_confidence: float) -> None:
    """Count, for each rule that was applied, the claims that it compared in a document, and with what result."""
    by_rule: dict[str, list[Verdict]] = {code: [] for code in sorted(rules)}
    for verdict in examined.verdicts:
        by_rule[verdict.rule].append(verdict)
    for code, verdicts in by_rule.items():
        count = report.rules.setdefault(code, RuleCount(code, rules[code].name))
        compared = claims_of(verdicts)
        conflicting = claims_of(v for v in verdicts if isinstance(v, Conflict) and v.confidence >= min_confidence)
        count.compared += len(compared)
        count.conflicting += len(conflicting)
        count.agreeing += len(claims_of(v for v in verdicts if isinstance(v, Tie)) - conflicting)


def claims_of(verdicts: Iterable[Verdict]) -> frozenset[int]:
    """Return the claims that verdicts point at."""
    return frozenset(place.claim for verdict in verdicts for place in verdict.places if place.claim is not None)


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    first = finding.locations[0]
    return first.path, first.line, first.column, finding.rule
