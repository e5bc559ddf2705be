"""Facts proposed from approved texts: of each claim that says what it measures and when, an entry of a facts file.

An entry is proposed only where it works: held against its own text it must be recognised and agree, so that another figure
in its place would be told; and it must contradict no text that it was learnt with.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from factlint import engine
from factlint.alignment.facts import facts_of, is_of_another_act, is_plain, prepare
from factlint.alignment.slips import compare, looks_like_year
from factlint.errors import DataError
from factlint.knowledge.facts import COLUMNS, Entry, Fact, written_period
from factlint.model.claim import Claim, How, Kind
from factlint.model.finding import Report
from factlint.model.quantity import Bound, Quantity
from factlint.placing import locate
from factlint.readers.limits import NO_LIMITS, Limits

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence
    from factlint.engine import Progress
    from factlint.knowledge import Knowledge
    from factlint.knowledge.grammar import Grammar
    from factlint.model.document import Document

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_HARMLESS = frozenset({"record", "reported"})
_RATES = frozenset({"rate", "ratio", "margin"})
_MOST_WORDS = 6  # of a measure: what needs more is a phrase that was not understood
_LONGEST = 120  # letters of a sentence that stand above its entry


@dataclass(slots=True, frozen=True)
class Proposal:
    """An entry, where its figure stands, and the words around it."""

    entry: Entry
    path: str
    line: int
    quote: str


@dataclass(slots=True)
class Learnt:
    """What was proposed, what was left out and why, and what could not be read."""

    proposals: list[Proposal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    known: int = 0  # that the facts files hold already
    report: Report = field(default_factory=Report)


def learn(
    paths: Sequence[str], knowledge: "Knowledge", *, source: str = "", day: date | None = None,
    limits: Limits = NO_LIMITS, progress: "Progress | None" = None,
) -> Learnt:  # fmt: skip
    """Propose facts from texts; ``source`` and ``day`` stand in for the path and the date of each text.

    Facts of ``knowledge`` are known already: they are not proposed again, and a text that contradicts one is told.
    """
    learnt = Learnt()
    found: list[Proposal] = []

    def read(document: "Document") -> None:
        evidence = engine.evidence_of(document, knowledge)
        told = day or document.dateline.date
        if told is None:
            learnt.notes.append(f"{document.path}: it names no day of its own; give one: --date 2024-05-02")
            return
        found.extend(_proposals(evidence, knowledge, source or document.path, told, learnt))

    def each(use: Callable[["Document"], None], report: Report) -> None:
        engine.each_document(paths, report, use, progress=progress, limits=limits)

    each(read, learnt.report)
    kept = _undisputed(found, knowledge.grammar, learnt)
    while kept:
        disputed: dict[int, str] = {}

        def hold(document: "Document", entries: Sequence[Proposal] = kept, told: dict[int, str] = disputed) -> None:
            told.update(_disputed(document, knowledge, entries))

        each(hold, Report())
        if not disputed:
            break
        learnt.notes += [f"not proposed: {told}" for _, told in sorted(disputed.items())]
        kept = [proposal for number, proposal in enumerate(kept) if number not in disputed]
    learnt.proposals = kept
    return learnt


def _proposals(
    evidence: "Evidence", knowledge: "Knowledge", source: str, day: date, learnt: Learnt
) -> Iterator[Proposal]:
    """Yield the entries that work on their own text."""
    drafts = [
        (claim, entry)
        for claim, quantity in evidence.quantities()
        if _is_understood(claim, quantity, day)
        and claim.index not in evidence._tabular  # noqa: SLF001 -- rows of a table told as a sentence
        and (entry := _draft(evidence, claim, quantity, source, day)) is not None
    ]
    known = {claim.index for claim, _ in facts_of(evidence)}
    for claim, entry in drafts:
        if claim.index in known:
            learnt.known += 1
            continue
        working = _working(evidence, knowledge, claim, entry)
        if working is None:
            continue
        sentence = evidence.document.sentences[claim.sentence]
        words = " ".join(sentence.span.of(evidence.document.text).split())
        at = locate(evidence.document, claim.span)
        quote = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
        yield Proposal(working, at.path, at.line, quote)


def _is_understood(claim: Claim, quantity: Quantity, day: date) -> bool:
    """Say whether a claim states measure and period, plainly, as one exact figure of a time that is over."""
    period = claim.period
    if claim.kind is Kind.RATE and not _names_a_rate(claim):
        return False
    return (
        is_plain(claim, quantity)
        and quantity.bound is Bound.EXACT
        and not quantity.in_words
        and not quantity.per_item
        and not quantity.unit.per
        and not looks_like_year(quantity)
        and claim.list_id is None
        and claim.measure.how is How.STATED
        and claim.period_how is How.STATED
        and period is not None
        and period.start is not None
        and period.end is not None
        and period.end <= day
        and bool(written_period(period.start, period.end))
        and not claim.bases - _HARMLESS
    )


def _names_a_rate(claim: Claim) -> bool:
    """Say whether a percentage is of something that is told in percent: the vacancy rate, the margin."""
    return not _RATES.isdisjoint(claim.measure.text.lower().split())


def _draft(evidence: "Evidence", claim: Claim, quantity: Quantity, source: str, day: date) -> Entry | None:
    """Return a claim as an entry, in the words of its sentence; None where these are not found there."""
    grammar, document = evidence.grammar, evidence.document
    period = claim.period
    assert period is not None and period.start is not None and period.end is not None
    sentence = document.sentences[claim.sentence].span.of(document.text)
    names = (claim.names | claim.subject.words) - claim.measure.words
    named = _in_words(sentence, names, grammar, capital=True)
    words = claim.measure.words - claim.names
    measured = " ".join(_without_article(claim.measure.text.split(), grammar))
    if ";" in measured or _stems(measured, grammar) != words:
        measured = _in_words(sentence, words, grammar)
    own = claim.measure.words & claim.names
    if own:
        named = _in_words(sentence, names | own, grammar, capital=True)
    if claim.verb and claim.verb not in _stems(measured, grammar):
        measured = f"{measured} {_in_words(sentence, frozenset({claim.verb}), grammar)}".strip()
    measured, named = _with_whole_name(sentence, measured, named)
    if not measured or len(measured.split()) > _MOST_WORDS:
        return None
    if _stems(f"{measured} {named}", grammar) <= grammar.general:
        return None  # "people" of nobody would be held against everybody's
    value = quantity.number.of(document.text)
    unit = quantity.unit.full_name
    line = locate(document, claim.span).line
    return Entry(
        measured, value, unit, named, written_period(period.start, period.end), source, day, document.path, line
    )


def _with_whole_name(sentence: str, measured: str, named: str) -> tuple[str, str]:
    """Move a word of the measure that stands right before the name, and is written as one, to the name: Norrland Rail."""
    words = measured.split()
    for word in words:
        whole = f"{word} {named}"
        if named and word[:1].isupper() and whole in sentence and len(words) > 1:
            return " ".join(other for other in words if other != word), whole
    return measured, named


def _without_article(words: list[str], grammar: "Grammar") -> list[str]:
    """Return words without those in front that name nothing: the vacancy rate, its budget."""
    first = next((at for at, word in enumerate(words) if grammar.word_class(word.lower()) == "noun"), 0)
    return words[first:]


def _in_words(text: str, stems: frozenset[str], grammar: "Grammar", *, capital: bool = False) -> str:
    """Return the words of a text that have some stems, in its order and each once; of names the capitalised ones."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        plain = word.removesuffix("'s").removesuffix("’s")
        own = grammar.content(plain.lower())
        if own and stems.issuperset(own) and (not capital or not plain.islower()):
            found.setdefault(own[0], plain)
    return " ".join(found.values())


def _stems(words: str, grammar: "Grammar") -> frozenset[str]:
    return frozenset(stem for word in words.lower().split() for stem in grammar.content(word))


def _working(evidence: "Evidence", knowledge: "Knowledge", claim: Claim, entry: Entry) -> Entry | None:
    """Return the entry by which its own claim is recognised and confirmed, None where there is none."""
    quantity = claim.quantity
    assert quantity is not None
    behind = evidence.document.text[quantity.number.end : quantity.span.end].strip()
    for unit in dict.fromkeys((entry.unit, behind)) if entry.unit else ("",):
        written = replace(entry, unit=unit)
        try:
            [fact] = prepare([written], knowledge.lexicon, knowledge.grammar)
        except DataError:
            continue
        same = fact.quantity.value == quantity.value and fact.quantity.unit == quantity.unit
        if same and _confirms(evidence, claim, fact):
            return written
    return None


def _confirms(evidence: "Evidence", claim: Claim, fact: Fact) -> bool:
    """Say whether a fact is recognised in a claim, so that any other figure in its place would be told."""
    for other, facts in _held(evidence, [fact]):
        if other.index == claim.index:
            assert claim.quantity is not None
            return compare(claim.quantity, facts[0].quantity).agree and not is_of_another_act(claim, fact)
    return False


def _held(evidence: "Evidence", facts: Sequence[Fact]) -> list[tuple[Claim, list[Fact]]]:
    before, evidence.facts = evidence.facts, facts
    found = list(facts_of(evidence))
    evidence.facts = before
    return found


def _undisputed(found: Iterable[Proposal], grammar: "Grammar", learnt: Learnt) -> list[Proposal]:
    """Return each fact once; one that has several values is told and left out."""
    groups: dict[object, list[Proposal]] = defaultdict(list)
    for proposal in found:
        entry = proposal.entry
        key = _stems(entry.measure, grammar), _stems(entry.subject, grammar), entry.unit, entry.period
        groups[key].append(proposal)
    kept = []
    for group in groups.values():
        first = group[0]
        others = [one for one in group if one.entry.value != first.entry.value]
        if others:
            places = "; ".join(f"{one.entry.value} in {one.path}:{one.line}" for one in (first, *others))
            learnt.notes.append(f"not proposed: {first.entry.measure} for {first.entry.period} is told as {places}")
        else:
            kept.append(first)
    return kept


def _disputed(document: "Document", knowledge: "Knowledge", proposals: Sequence[Proposal]) -> Mapping[int, str]:
    """Return which proposals a text contradicts, by their number, with where."""
    evidence = engine.evidence_of(document, knowledge)
    facts = prepare([proposal.entry for proposal in proposals], knowledge.lexicon, knowledge.grammar)
    numbers = {id(fact): number for number, fact in enumerate(facts)}
    disputed = {}
    for claim, held in _held(evidence, facts):
        assert claim.quantity is not None
        if any(compare(claim.quantity, fact.quantity).agree for fact in held):
            continue
        at = locate(document, claim.span)
        for fact in held:
            if not is_of_another_act(claim, fact):
                entry = fact.entry
                disputed[numbers[id(fact)]] = (
                    f"{entry.measure} for {entry.period} is {entry.value} in {entry.path}:{entry.line}, "
                    f"and {claim.text} in {at.path}:{at.line}"
                )
    return disputed


def as_toml(proposals: Iterable[Proposal]) -> str:
    """Return proposals as a facts file, above each the sentence that it comes from."""
    return "\n".join(_table(proposal) for proposal in proposals)


def _table(proposal: Proposal) -> str:
    entry = proposal.entry
    lines = [f"# {proposal.path}:{proposal.line}: {proposal.quote}", "[[fact]]"]
    for name in COLUMNS:
        value = getattr(entry, name)
        if value != "":
            lines.append(f"{name} = {value.isoformat() if isinstance(value, date) else _text(value)}")
    return "\n".join([*(_one_line(line) for line in lines), ""])


def _text(value: str) -> str:
    """Return a text as TOML writes it; JSON writes it alike, but for one letter."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def as_csv(proposals: Iterable[Proposal]) -> str:
    """Return proposals as a facts file for spreadsheets."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([str(getattr(proposal.entry, name)) for name in COLUMNS] for proposal in proposals)
    return out.getvalue()
