"""Parallel accounts: two passages that tell the same measures of two things, section by section.

"Sales of the Northern unit rose 4% to 20 million ... Sales rose 7% to 31 million" are two accounts and no restatement: one
misprint changes one figure, and here none agrees.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from factlint.alignment.evidence import Evidence, Pair
from factlint.alignment.slips import compare, significant
from factlint.model.claim import Claim

_BESIDE = 1  # sentences
_LIKELY = 0.6
_TELLING = 2  # digits: figures of fewer agree by accident
_LEAST_PART = 20  # a part is a twentieth at the least
_SERIES = 3  # values, of which no two agree


def is_parallel(evidence: Evidence, pair: Pair, *, of_series: bool = True) -> bool:
    """Say whether a pair that conflicts stands in two accounts of two things: what stands beside the figures differs too.

    Where the passages themselves show that one tells the other again, ``of_series`` is false: that others of the measure
    have values of their own then tells nothing.
    """
    if _is_told_there(evidence, pair.first, pair.second) or _is_told_there(evidence, pair.second, pair.first):
        return True
    if of_series and is_series(evidence, pair):
        return True
    opposing = 0
    for other in beside(evidence, pair):
        if other.comparison.agree:
            if _digits(other) >= _TELLING:
                return False
        elif not other.comparison.touch and other.match.probability >= _LIKELY:
            opposing += 1
    return opposing > 0


def beside(evidence: Evidence, pair: Pair) -> Iterator[Pair]:
    """Yield the pairs of other figures that stand beside the first and beside the second."""
    first, second = pair.first.sentence, pair.second.sentence
    mine = {pair.first.index, pair.second.index}
    for left in range(first - _BESIDE, first + _BESIDE + 1):
        for right in range(second - _BESIDE, second + _BESIDE + 1):
            for other in evidence.pairs_by_sentences.get((left, right), ()):
                if not mine & {other.first.index, other.second.index}:
                    yield other


def is_total_and_part(evidence: Evidence, pair: Pair) -> bool:
    """Say whether a figure beside one of two is exactly what they differ by: a total and a part, or now and before."""
    first, second = pair.first.quantity, pair.second.quantity
    assert first is not None and second is not None
    if first.value is None or second.value is None or first.unit != second.unit:
        return False
    one, other = Fraction(first.value), Fraction(second.value)
    gap = abs(one - other)
    return any(
        quantity.unit == first.unit
        and quantity.value == gap
        and claim.index not in (pair.first.index, pair.second.index)
        and len(quantity.digits) >= _TELLING
        and gap * _LEAST_PART >= max(abs(one), abs(other))
        for side in (pair.first, pair.second)
        for claim, quantity in evidence.around(side.sentence, _BESIDE)
    )


def _digits(pair: Pair) -> int:
    assert pair.first.quantity is not None and pair.second.quantity is not None
    return min(len(significant(pair.first.quantity)), len(significant(pair.second.quantity)))


def _is_told_there(evidence: Evidence, claim: Claim, other: Claim) -> bool:
    """Say whether the sentence of the other tells the very value of a claim beside its own."""
    assert claim.quantity is not None
    return any(
        beside.index != other.index
        and quantity.unit == claim.quantity.unit
        and quantity.value is not None
        and quantity.value == claim.quantity.value
        and beside.kind is claim.kind
        and len(significant(quantity)) >= _TELLING
        for beside, quantity in evidence.around(other.sentence, 0)
    )


def is_series(evidence: Evidence, pair: Pair) -> bool:
    """Say whether three values are told in like words and none agrees with another: a series, and no slip in one of two."""
    first, second = pair.first, pair.second
    (mine, agreeing), (theirs, agreeing_there) = _likely(evidence, first.index), _likely(evidence, second.index)
    if agreeing - {second.index} or agreeing_there - {first.index}:
        return False
    values = [first, second]
    for other in (*mine, *theirs):
        if other.index in (first.index, second.index):
            continue
        assert other.quantity is not None
        if not any(compare(other.quantity, value.quantity).agree for value in values if value.quantity is not None):
            values.append(other)
            if len(values) >= _SERIES:
                return True
    return False


def _likely(evidence: Evidence, index: int) -> tuple[list[Claim], frozenset[int]]:
    """Return the claims that are likely of one fact with a claim, and the indexes of those whose figures agree; told once."""
    known = cast("dict[int, tuple[list[Claim], frozenset[int]]]", evidence.kept.setdefault("likely", {}))
    if index not in known:
        linked = [
            (pair.second if pair.first.index == index else pair.first, pair.comparison.agree)
            for pair in evidence.pairs_by_claim.get(index, ())
            # Towns that base stations reach are no further value of base stations.
            if pair.match.probability >= _LIKELY and pair.first.measure.head == pair.second.measure.head
        ]
        known[index] = [other for other, _ in linked], frozenset(other.index for other, agrees in linked if agrees)
    return known[index]
