"""Why two claims were, or were not, found to agree or to conflict: the case as the rules of restatement judge it."""

from copy import copy

from factlint.alignment import Evidence, Pair, compare
from factlint.alignment.between import bar_between
from factlint.alignment.explain import Entry, Ledger, bar, tie_entries, units_apart, weigh
from factlint.alignment.score import Match
from factlint.alignment.slips import Comparison, Slip
from factlint.checks.judging import (
    DOUBTFUL,
    LIKELY,
    SURE,
    conflict_confidence,
    is_too_soon,
    reference_confidence,
    retelling_entries,
    shown,
    tie_confidence,
)
from factlint.model.claim import Claim
from factlint.model.record import dataclass, field

_NEXT_TO_NOTHING = 0.05


@dataclass(slots=True)
class Case:
    """Two claims side by side: how their references weigh, how their figures stand, and what that makes."""

    first: Claim
    second: Claim
    match: Match
    is_one_text: bool
    bar: str = ""  # why rules of restatement do not weigh the pair
    across: str = ""  # of two texts: why a comparison of files does not hold them against each other
    comparison: Comparison | None = None  # None where the figures have no common unit, or one is a date
    readings: tuple[str, str] = ("", "")  # what the figures can mean, in words
    slip: Slip = Slip.NONE
    figures: list[Entry] = field(default_factory=list)
    is_retold: bool = False  # the passages around the figures decide, not the references
    confidence: float | None = None  # that they speak of one fact, the figures included; None where barred

    @property
    def agrees(self) -> bool:
        """Whether the figures share a value."""
        return self.comparison is not None and self.comparison.agree

    @property
    def rank(self) -> float:
        """How likely the pair is the one that was asked about."""
        return -1.0 if self.confidence is None else self.confidence + self.match.probability / 100


def make_case(first_text: Evidence, second_text: Evidence, first: Claim, second: Claim) -> Case:
    """Weigh two claims with the code that the rules use, and keep the items of every sum."""
    is_one_text = first_text is second_text
    case = Case(first, second, weigh(first_text, second_text, first, second), is_one_text)
    if is_one_text:
        case.bar = bar(first_text, first, second)
    else:
        case.across = bar_between(first_text, second_text, first, second)
    if first.quantity is None or second.quantity is None or units_apart(first, second):
        return case
    case.comparison = comparison = compare(first.quantity, second.quantity)
    case.readings = shown(comparison.first, first), shown(comparison.second, second)
    if case.match.blocked:
        return case
    pair = Pair(first, second, case.match)
    if comparison.agree:
        case.figures = tie_entries(first, second, first_text.weights, case.match)
        case.confidence = tie_confidence(first_text, pair)
    else:
        audited = copy(first_text)
        audited.weights = ledger = Ledger(first_text.weights)
        case.slip, by_reference = reference_confidence(audited, pair, comparison)
        _, case.confidence = conflict_confidence(first_text, pair, comparison)
        case.figures = ledger.entries()
        if is_one_text and is_too_soon(first_text, pair, case.slip):
            case.bar = (
                "both stand within three sentences of one another in the body of a text, which tells two things there"
            )
        case.is_retold = case.confidence > by_reference
        if case.is_retold:
            case.figures = [(f"told again: {words}", weight) for words, weight in retelling_entries(first_text, pair)]
    return case


def silence(case: Case) -> str:
    """Return why no rule of restatement says anything of a case."""
    comparison = case.comparison
    if not case.is_one_text:
        return f"The claims stand in two texts; those are compared by check --cross, and {case.across or 'it weighs this pair'}."
    if case.bar:
        return f"The pair is not weighed as a restatement: {case.bar}."
    if case.match.blocked:
        return f"The references bar it: {case.match.blocked}."
    if comparison is None or case.confidence is None:
        return "The figures have no common unit."
    if case.first.direction is not case.second.direction:
        return "One tells of another direction; only equal changes with opposite signs are told as a conflict."
    if comparison.agree:
        if case.confidence < LIKELY:
            return f"The figures agree, and {case.confidence:.2f} is too little to say that they speak of one fact."
        return "The figures agree; no rule that was applied lists it."
    if comparison.touch:
        return "The figures differ by their rounding at most: no finding hangs on a single point."
    if case.match.two_sided and case.confidence < _NEXT_TO_NOTHING:
        return "Each side has words that the other lacks, and the digits do not make up for it."
    if case.confidence < DOUBTFUL:
        return f"The figures differ, and {case.confidence:.2f} is too little to say that they speak of one fact."
    return "The figures differ; another rule than those of restatement would have to tie them, and none does."


def thresholds() -> str:
    """Return from which probability on what is told, in one sentence."""
    return (
        f"Agreement is told from {LIKELY:.2f} on; a conflict as info from {DOUBTFUL:.2f} on, "
        f"at its full severity from {SURE:.2f} on; some rules ask for more."
    )
