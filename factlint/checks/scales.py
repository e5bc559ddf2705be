"""Slips of scale: what FL104 and FL106 share."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.evidence import Pair
from factlint.alignment.figures import numbers_retold
from factlint.alignment.slips import Slip, by_size, significant
from factlint.checks.judging import SURE, about, conflict_confidence, opposed, same_digits_confidence, value_words
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.quantity import Quantity
from factlint.model.verdict import Verdict

_LONG = 4
_FEW = 2
_NO_PART = 0.9
_SAID_MORE = 2  # words on one side only: the smallest branch
_SOON = 4  # sentences: so near one another a part or another act is told, and no figure again


def scale_conflicts(evidence: Evidence, card: Card, slip: Slip, cause: str) -> Iterator[Verdict]:
    """Yield the pairs of one fact whose figures hold the same digits at another power of ten.

    What is planned or conditional is compared with what is so as well: no plan misses by a factor of a thousand.
    """
    across = evidence.across_modality(slip) if slip is Slip.SCALE else ()
    for pair in (*evidence.same_fact, *across):
        first, second = pair.first.quantity, pair.second.quantity
        assert first is not None and second is not None
        if first.value is None or second.value is None or opposed(pair):
            continue
        comparison = pair.comparison
        if (comparison.agree and not comparison.implied_only) or pair.slip is not slip:
            continue
        if _is_hundredfold(first, second) and len(significant(first)) < _LONG:
            continue  # a hundredth is a part as often as a slip
        if min(abs(first.value), abs(second.value)) < _FEW and first.unit.is_count and second.unit.is_count:
            continue  # one share, one million shares: nobody tells a handful in millions
        _, confidence = conflict_confidence(evidence, pair, comparison)
        if confidence == 0:
            continue  # what stands around the two sets them apart: an amount and what each share gets of it
        if _is_part(pair) and min(len(significant(first)), len(significant(second))) < _LONG:
            numbers = numbers_retold(pair.first, pair.second, evidence.weights, slip)
            confidence = same_digits_confidence(evidence, pair, numbers)
            is_soon = abs(pair.first.sentence - pair.second.sentence) < _SOON
            features = pair.match.features
            is_other = (
                pair.match.two_sided
                or "reference.verb_on_one_side" in features
                or features.get("reference.extra_one_side", 0) >= _SAID_MORE
            )
            is_other = is_other and not evidence.retelling.points_back(pair.first, pair.second)
            if is_soon or (is_other and evidence.retelling.few >= 1) or slip is Slip.WAN or confidence < _NO_PART:
                continue
        if confidence < SURE:
            continue
        large, small = sorted((Fraction(first.value), Fraction(second.value)), reverse=True)
        yield card.conflict(
            [evidence.place(pair.first, "stated"), evidence.place(pair.second, "restated")],
            f"{about(pair.first) or 'One measure'}: the same digits at two scales",
            f"{value_words(first)} and {value_words(second)}: a factor of {figure(large / small)}",
            confidence=confidence,
            severity=Severity.ERROR,
            notes=[cause],
        )


def _is_part(pair: Pair) -> bool:
    """Say whether one side may be a part, or another act, of the other: parts differ by powers of ten easily."""
    return not pair.match.is_full or "reference.verb_on_one_side" in pair.match.features


def _is_hundredfold(first: Quantity, second: Quantity) -> bool:
    small, large = by_size(first, second)
    return small > 0 and large == small * 100
