"""A class announced, its kinds counted one by one, and the share that the class is said to have.

"The club has many skilled members. Among its 2,000 members are 12 masters, 30 experts and 45 graded players. Over 20% of
the members are skilled."
"""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form
from factlint.model.record import dataclass

_OPENERS = (
    "among",
    "including",
    "include",
    "includes",
    "of",
    "these",
    "they",
    "counting",
    "with",
    "comprising",
    "namely",
)
_LEAST_KINDS = 2
_REACH = 4


@dataclass(slots=True)
class KindsOfClass:
    """The total, the kinds of one class counted under it, and the share of the class."""

    total: Claim
    kinds: list[Claim]
    share: Claim
    class_words: str
    is_closed: bool


def kinds_of_class(evidence: Evidence) -> Iterator[KindsOfClass]:
    """Yield every share whose class is announced and then counted by kinds, all within one paragraph."""
    for at, reading in enumerate(evidence.readings):
        for share in evidence.in_sentence(reading):
            quantity = share.quantity
            if (
                quantity is None
                or not quantity.unit.is_percent
                or not share.whole.words
                or share.kind is not Kind.SHARE
            ):
                continue
            words = share.measure.words
            if not words or share.measure.words == share.whole.words:
                continue
            found = _look_back(evidence, at, share, words)
            if found is not None:
                yield found


def _look_back(evidence: Evidence, at: int, share: Claim, words: frozenset[str]) -> KindsOfClass | None:
    paragraph = evidence.paragraph(share)
    readings = [
        reading
        for reading in evidence.readings[max(at - _REACH, 0) : at + 1]
        if evidence.document.sentences[reading.parse.sentence.index].paragraph == paragraph
    ]
    for place, reading in enumerate(readings):
        kinds = _listed_counts(evidence, reading, share)
        if len(kinds) < _LEAST_KINDS:
            continue
        total = _total_before(evidence, [*readings[:place], reading], kinds, share)
        if total is None or not _announces(evidence, reading.parse.sentence.index, paragraph, words):
            continue
        closed = bool({e.lower for e in reading.elements} & evidence.grammar.closed_list)
        return KindsOfClass(total, kinds, share, share.measure.text, closed)
    return None


def _listed_counts(evidence: Evidence, reading: Reading, share: Claim) -> list[Claim]:
    """Return the counts of a sentence that opens a list of kinds."""
    opener = next((e.lower for e in reading.elements if e.tag is not Tag.MARK), "")
    words = {e.lower for e in reading.elements[:12]}
    if opener not in _OPENERS and not words & {"among", "including", "comprising", "namely"}:
        return []
    return [
        claim
        for claim in evidence.in_sentence(reading)
        if claim.quantity is not None
        and claim.quantity.unit.is_count
        and claim.quantity.form is Form.CARDINAL
        and claim.counted
        and claim.index != share.index
        and claim.kind is Kind.LEVEL
        and not (claim.measure.words <= share.whole.words and claim.measure.words)
    ]


def _total_before(evidence: Evidence, readings: list[Reading], kinds: list[Claim], share: Claim) -> Claim | None:
    """Return the count of the whole: the words of the share's whole, larger than every kind, told before the list ends."""
    best: Claim | None = None
    for reading in readings:
        for claim in evidence.in_sentence(reading):
            quantity = claim.quantity
            if quantity is None or not quantity.unit.is_count or claim in kinds or claim.kind is not Kind.LEVEL:
                continue
            largest = max(kind.quantity.middle for kind in kinds if kind.quantity is not None)
            if quantity.middle > largest and (claim.measure.words & share.whole.words or _same_members(claim, kinds)):
                best = claim
    return best


def _same_members(claim: Claim, kinds: list[Claim]) -> bool:
    """Say whether the total counts what the kinds are kinds of: its head is a word of theirs."""
    return any(claim.measure.head and claim.measure.head in kind.measure.words for kind in kinds)


def _announces(evidence: Evidence, listing: int, paragraph: int, words: frozenset[str]) -> bool:
    """Say whether a sentence of the paragraph, at or before the listing, names the class: all of its content words."""
    document, grammar = evidence.document, evidence.grammar
    wanted = {word for word in words if word not in grammar.telling}
    for sentence in reversed(document.sentences[: listing + 1]):
        if sentence.paragraph != paragraph:
            break
        text = sentence.span.of(document.text).lower()
        stems = {grammar.stem(word.strip(".,;:()\"'“”’")) for word in text.split()}
        if wanted and wanted <= stems:
            return True
    return False
