"""What restatement checks share: from evidence to confidence, from consequence to severity."""

import math

from factlint.alignment.accounts import is_parallel, is_series, is_total_and_part
from factlint.alignment.evidence import Evidence, Pair
from factlint.alignment.figures import numbers_for_conflict, numbers_for_tie, numbers_retold, numbers_same
from factlint.alignment.scopes import Scoped, scope_evidence
from factlint.alignment.score import Match
from factlint.alignment.slips import Comparison, Slip, by_size, significant
from factlint.alignment.two_things import negates
from factlint.checks.wording import figure, interval
from factlint.model.claim import Claim, Kind
from factlint.model.finding import Severity
from factlint.model.interval import Interval, Rational, quotient
from factlint.model.quantity import Quantity, Unit

SURE = 0.75
"""From this confidence on a conflict is told at its full severity; below it a step lower."""
LIKELY = 0.65
"""From this probability on equal figures are told to agree."""
DOUBTFUL = 0.5
"""Below this confidence nothing is said."""
TWOFOLD = 2
_NEARBY = 13  # tenths: figures that confirm one another lie within a third
_LONG = 4
_SWAPPED = 3
_HELPFUL = 3.0  # ... and with the figures themselves
_CERTAIN = 5.5  # log odds of a reference that nothing around the figures can shake
_SOON = 4  # sentences
_LEAD = 1  # the headline and the sentence behind it
_LONG_TEXT = 8  # sentences
_PARALLEL = 25  # sentences: nearer passages in like words tell of two regions, two products, two segments
_TOLD = 1.5  # log odds that it is told again from which on a series of values tells nothing
_ROUNDING = 1e-6  # sums of floats in another order differ by less
_HOPELESS = 0.2  # log odds that it is told again below which nothing else helps


def confidence_of(match: Match, odds: float) -> float:
    """Return the probability that two claims speak of one fact, given the reference and the numbers."""
    return probability(match.odds + odds)


def probability(odds: float) -> float:
    """Return log odds as a probability of two digits."""
    return round(min(1 / (1 + math.exp(-max(min(odds, 30.0), -30.0))), 0.99), 2)


def severity_of(first: Interval, second: Interval, confidence: float) -> Severity:
    """Return error where the figures lie a factor of two apart, else warning; a step lower in doubt."""
    severity = Severity.ERROR if apart(first, second) >= TWOFOLD else Severity.WARNING
    return severity if confidence >= SURE else Severity.INFO


def apart(first: Interval, second: Interval) -> Rational:
    """Return by what factor the nearest ends of two disjoint intervals lie apart; 2 for opposite signs."""
    low, high = (first, second) if first.below(second) else (second, first)
    if low.high is None or high.low is None:
        return 1
    if low.high <= 0:
        return TWOFOLD if high.low > 0 else (low.high / high.low if high.low else TWOFOLD)  # type: ignore[return-value]
    return high.low / low.high  # type: ignore[return-value]


def conflict_confidence(
    evidence: Evidence, pair: Pair, comparison: Comparison, least: float = 0.0
) -> tuple[Slip, float]:
    """Return the slip that may explain a pair of disjoint figures, and how likely they speak of one fact.

    Two ways lead there, and the better one counts: by the references of the two claims, and by the passages that they
    stand in, one of which may tell the other again. Of a pair that is less likely than ``least`` nothing more is asked
    than shows that, which leaves out most of the work: the confidence is then some value below it.
    """
    if not evidence.holds(pair) or evidence.language != "en":
        return reference_confidence(evidence, pair, comparison)
    if evidence.is_field(pair.first) and evidence.is_field(pair.second):
        # What a form asks of every item is no passage told again.
        return reference_confidence(evidence, pair, comparison)
    slip = pair.slip
    if is_too_soon(evidence, pair, slip):
        return slip, 0.0
    numbers = numbers_retold(pair.first, pair.second, evidence.weights, slip)
    if comparison.implied_only:
        numbers += evidence.weights["retold_numbers.implied_only"]
    most = evidence.retelling.most(pair.first, pair.second, pair.match, evidence.weights) + _ROUNDING
    if probability(most + numbers) < least and _most_by_reference(evidence, pair) < least:
        return slip, 0.0
    if most < _TOLD and slip is not Slip.SCALE and is_series(evidence, pair):
        return slip, 0.0
    if evidence.retelling.is_settled(pair.first, pair.second):
        return slip, 0.0
    told = told_again(evidence, pair)
    retold, by_reference = probability(told + numbers), _by_reference(evidence, pair, comparison)
    if by_reference > retold and _is_hopeless(evidence, pair, told, numbers) and not _are_swapped(pair, slip):
        by_reference = 0.0
    if by_reference and evidence.retelling.denies(pair.first, pair.second):
        by_reference = 0.0  # adjusted, unadjusted
    if max(by_reference, retold) < least:
        return slip, max(by_reference, retold)
    of_series = told < _TOLD and slip is not Slip.SCALE
    if _are_apart(evidence, pair, of_series=of_series):
        return slip, 0.0
    if by_reference > retold and not of_series and _are_apart(evidence, pair):
        by_reference = 0.0
    return slip, max(by_reference, retold)


def is_too_soon(evidence: Evidence, pair: Pair, slip: Slip) -> bool:
    """Say whether the figures stand so near one another, in the body of a text, that nobody would tell one thing twice.

    There two tranches, two dealers or two months are told; only what opens a text is told again at once.
    """
    a, b = pair.first.sentence, pair.second.sentence
    if abs(a - b) >= _SOON or min(a, b) <= _LEAD or len(evidence.document.sentences) < _LONG_TEXT:
        return False
    return slip in (Slip.NONE, Slip.DIGIT, Slip.MISSING) and not evidence.retelling.points_back(pair.first, pair.second)


def _most_by_reference(evidence: Evidence, pair: Pair) -> float:
    """Return how likely at most two claims speak of one fact by what they say; what lessens it is not asked for."""
    if pair.match.two_sided and not _is_telling_slip(pair, pair.slip):
        return 0.0
    _, odds = numbers_for_conflict(pair.first, pair.second, evidence.weights, pair.slip)
    return confidence_of(pair.match, odds + _ROUNDING)


def _are_swapped(pair: Pair, slip: Slip) -> bool:
    """Say whether two figures of three digits or more are one another with two digits swapped."""
    first, second = pair.first.quantity, pair.second.quantity
    assert first is not None and second is not None
    if slip is not Slip.TRANSPOSITION or min(len(significant(first)), len(significant(second))) < _SWAPPED:
        return False
    if "reference.other_actor" in pair.match.features:
        return False
    topics, names = (pair.first.topic, pair.second.topic), (pair.first.names, pair.second.names)
    denied = negates(topics[0], topics[1]) or negates(topics[1], topics[0])
    return not denied and not (names[0] and names[1] and names[0].isdisjoint(names[1]))


def _is_hopeless(evidence: Evidence, pair: Pair, told: float, numbers: float) -> bool:
    """Say whether two passages near one another are parallel, of two things, whatever their references say."""
    if abs(pair.first.sentence - pair.second.sentence) >= _PARALLEL or pair.match.odds >= _CERTAIN:
        return False
    if "reference.other_actor" in pair.match.features:
        return told + min(numbers, 0.0) < _HOPELESS
    told += evidence.weights["retelling.few_figures"] * evidence.retelling.few
    unlike = 0.0 if _is_bound_or_range(pair) else min(numbers, 0.0)
    return told + unlike < _HOPELESS and told + numbers < _HELPFUL


def reference_confidence(evidence: Evidence, pair: Pair, comparison: Comparison) -> tuple[Slip, float]:
    """Return the slip, and how likely two claims speak of one fact by their measures, subjects and periods."""
    by_reference = _by_reference(evidence, pair, comparison)
    return pair.slip, 0.0 if by_reference and _are_apart(evidence, pair) else by_reference


def _by_reference(evidence: Evidence, pair: Pair, comparison: Comparison) -> float:
    """Return how likely two claims speak of one fact by what they say, the passages around them left aside."""
    slip, odds = numbers_for_conflict(pair.first, pair.second, evidence.weights, pair.slip)
    if pair.match.two_sided and not _is_telling_slip(pair, slip):
        return 0.0  # words of their own on both sides: two things, unless the digits say otherwise
    if scope_evidence(evidence, pair.first, pair.second) is Scoped.ONE_SIDED:
        odds += evidence.weights["discourse.part_on_one_side"]
    if comparison.implied_only:
        odds += evidence.weights["numbers.implied_only"]
    if evidence.is_series(pair.first, pair.second):
        odds += evidence.weights["discourse.series"]
    apart = evidence.apart(pair)
    if apart:
        odds += evidence.weights["discourse.figures_apart"] * apart
    return confidence_of(pair.match, odds)


def _are_apart(evidence: Evidence, pair: Pair, *, of_series: bool = True) -> bool:
    """Say whether what stands around two claims sets them apart: an amount and what each share gets of it, two scopes."""
    if _per_item(pair.first) != _per_item(pair.second):
        return True
    if not evidence.document.sentences:
        return False  # across texts no passage stands beside another
    return (
        scope_evidence(evidence, pair.first, pair.second) is Scoped.APART
        or is_total_and_part(evidence, pair)
        or is_parallel(evidence, pair, of_series=of_series)
    )


def _per_item(claim: Claim) -> str:
    return "" if claim.quantity is None else claim.quantity.per_item or claim.quantity.unit.per


def _is_bound_or_range(pair: Pair) -> bool:
    return any(q is not None and (q.is_range or q.bound.is_lower or q.bound.is_upper)
               for q in (pair.first.quantity, pair.second.quantity))  # fmt: skip


def same_digits_confidence(evidence: Evidence, pair: Pair, numbers: float | None = None) -> float:
    """Return how likely two passages tell one fact whose figures hold the same digits, by what stands around the two."""
    if not evidence.holds(pair):
        return 0.0
    if numbers is None:
        numbers = numbers_same(pair.first, pair.second, evidence.weights)
    return probability(told_again(evidence, pair) + numbers)


def told_again(evidence: Evidence, pair: Pair) -> float:
    """Return the log odds that two passages tell one fact, by the words and figures around the two figures."""
    a, b = pair.first, pair.second
    return evidence.retelling.told(a, b, pair.match, evidence.weights, series=evidence.is_series(a, b))


def retelling_entries(evidence: Evidence, pair: Pair) -> list[tuple[str, float]]:
    """Return what speaks for and against two passages telling one fact, piece by piece."""
    a, b = pair.first, pair.second
    return evidence.retelling.ledger(a, b, pair.match, evidence.weights, series=evidence.is_series(a, b))


def _is_telling_slip(pair: Pair, slip: Slip) -> bool:
    """Say whether the digits alone speak for one fact: long figures that one slip turns into one another."""
    first, second = pair.first.quantity, pair.second.quantity
    assert first is not None and second is not None
    digits = min(len(significant(first)), len(significant(second)))
    return slip is not Slip.NONE and digits >= _LONG


def tie_confidence(evidence: Evidence, pair: Pair) -> float:
    """Return how likely two agreeing figures speak of one fact."""
    return confidence_of(pair.match, numbers_for_tie(pair.first, pair.second, evidence.weights, pair.match))


def opposed(pair: Pair) -> bool:
    """Say whether two changes go different ways; of levels the way there tells nothing: "fell to 3.5%", "is 3.5%"."""
    a, b = pair.first, pair.second
    return a.direction is not b.direction and Kind.CHANGE in (a.kind, b.kind)


def confirms(evidence: Evidence, pair: Pair) -> bool:
    """Say whether two agreeing figures may be told to confirm one another: likely of one fact, and near one another.

    "Over 2.64 million" meets 620 million as well; that confirms nothing.
    """
    first, second = pair.first.quantity, pair.second.quantity
    assert first is not None and second is not None
    small, large = by_size(first, second)
    return large * 10 <= small * _NEARBY and tie_confidence(evidence, pair) >= LIKELY


def shown(values: Interval, claim: Claim) -> str:
    """Return an interval of base units with the words of a claim's unit."""
    quantity = claim.quantity
    assert quantity is not None
    unit = quantity.unit
    if unit.factor not in (None, 0, 1):
        assert unit.factor is not None
        values = values.scaled(quotient(1, unit.factor))
    return interval(values, unit)


def quoted(evidence: Evidence, claim: Claim) -> str:
    """Return the words of a claim in quotation marks, on one line."""
    return f"“{evidence.quote(claim.span)}”"


def value_words(quantity: Quantity) -> str:
    """Return the normalised value or range of a quantity with its unit."""
    if quantity.value is not None:
        return figure(quantity.value, quantity.unit)
    return interval(Interval(quantity.low, quantity.high), quantity.unit)


def about(claim: Claim) -> str:
    """Return what a claim measures, for a message: the words of its measure, or what it counts."""
    words = claim.measure.text or claim.counted
    return " ".join(words.split())[:80]


def unit_named(unit: Unit) -> str:
    """Return a unit's name for a message."""
    return unit.name.replace("_", " ") or "a bare number"
