"""Two drafts of one text: which figures were added, dropped, changed or moved, and what no longer holds in the later one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from factlint.alignment import Evidence
from factlint.alignment.translated import Couple, Tie, couple
from factlint.comparing.verdicts import add_verdicts, judge_pair
from factlint.engine import Examined, add_document, evidence_of, judge
from factlint.knowledge import Knowledge
from factlint.knowledge.card import Card
from factlint.languages import is_chinese
from factlint.languages.en import figures_of
from factlint.model.document import Document
from factlint.model.figure import Figure
from factlint.model.finding import Report
from factlint.model.record import dataclass

FAMILY = "FL82"
"""How the codes of rules of drafts begin."""
_ALIKE = 0.5  # of the words of two sentences: from here on one is the other, rewritten
_MOST = 60  # sentences of a passage that are compared each with each


@dataclass(slots=True)
class Draft:
    """A draft with its sentences and the figures of each."""

    document: Document
    evidence: Evidence
    examined: Examined
    sentences: list[str]
    figures: list[list[Figure]]


def compare_drafts(
    report: Report, old: Document, new: Document, knowledge: Knowledge, rules: Mapping[str, Card]
) -> None:
    """Add to a report the figures that differ, and all that a check finds in the later draft and not in the earlier."""
    before, after = _read(old, knowledge, rules), _read(new, knowledge, rules)
    couples = [one for left, right in _beside(before, after) for one in couple(left, right)]
    _find_moved(couples)
    after.evidence.revision = couples
    add_verdicts(report, judge_pair(after.evidence, knowledge, rules, FAMILY), (new, old), rules)
    known = Report()
    add_document(known, before.examined, rules)
    add_document(report, after.examined, rules)
    accepted = Counter(finding.fingerprint for finding in known.findings)
    report.findings = [
        finding
        for finding in report.findings
        if finding.locations[0].path != new.path or not accepted[finding.fingerprint]
    ]


def _read(document: Document, knowledge: Knowledge, rules: Mapping[str, Card]) -> Draft:
    evidence = evidence_of(document, knowledge)
    examined = judge(evidence, knowledge, rules)
    sentences = evidence.document.sentences
    figures: list[list[Figure]] = [[] for _ in sentences]
    for figure in figures_of(examined.claims):
        figures[figure.sentence].append(figure)
    words = [" ".join(sentence.span.of(document.text).split()) for sentence in sentences]
    return Draft(document, evidence, examined, words, figures)


def _beside(old: Draft, new: Draft) -> list[tuple[list[Figure], list[Figure]]]:
    """Return the figures of sentences that stand for one another; those of lone sentences have nothing beside them."""
    found: list[tuple[list[Figure], list[Figure]]] = []
    matcher = SequenceMatcher(None, old.sentences, new.sentences, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found += [(old.figures[i + step], new.figures[k + step]) for step in range(j - i)]
            continue
        taken: set[int] = set()
        for one in range(i, j):
            best = _likest(old.sentences[one], new.sentences, range(k, min(m, k + _MOST)), taken)
            found.append((old.figures[one], new.figures[best] if best is not None else []))
            taken |= {best} if best is not None else set()
        found += [([], new.figures[other]) for other in range(k, m) if other not in taken]
    return found


def _words(sentence: str) -> set[str]:
    """Return the words of a sentence; of Chinese, which sets none apart, its characters two by two."""
    if is_chinese(sentence):
        return {sentence[at : at + 2] for at in range(len(sentence) - 1)}
    return set(sentence.lower().split())


def _likest(sentence: str, others: Sequence[str], places: range, taken: set[int]) -> int | None:
    """Return the place of the sentence that shares most words, where it shares enough of them."""
    words = _words(sentence)
    best, share = None, _ALIKE
    for place in places:
        if place in taken:
            continue
        other = _words(others[place])
        likeness = 2 * len(words & other) / max(len(words) + len(other), 1)
        if likeness >= share and (best is None or likeness > share):
            best, share = place, likeness
    return best


def _find_moved(couples: list[Couple]) -> None:
    """Join figures that were dropped in one place and added in another: the sentence was moved or rewritten."""
    added = [one for one in couples if one.original is None and one.translation is not None]
    for one in couples:
        if one.translation is not None or one.original is None:
            continue
        for other in added:
            new = other.translation
            if (
                new is not None
                and new.value == one.original.value
                and new.unit == one.original.unit
                and new.text == one.original.text
            ):
                one.translation, one.tie, other.translation = new, Tie.EQUAL, None
                break
