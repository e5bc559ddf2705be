"""What the checks of restated values make of statements that echo one another."""

from collections.abc import Iterator

from factlint.alignment.echoes import Echo
from factlint.alignment.evidence import Evidence, Pair
from factlint.alignment.slips import Slip, tell_slip
from factlint.alignment.two_things import negates
from factlint.checks.hints import slip_notes
from factlint.checks.judging import about, severity_of, shown, told_again
from factlint.knowledge.card import Card
from factlint.model.claim import Kind
from factlint.model.quantity import Quantity
from factlint.model.verdict import Verdict

_CLEAR, _LIKELY, _DOUBTED = 0.88, 0.8, 0.65
_TWO_SIZES, _SMALL_FACT = 1.4, 2.8  # log odds below which two passages tell of two things
_SMALL = 10
_NONE: frozenset[int] = frozenset()
_CLEAR_STRENGTH, _CLEAR_PASSAGE = 3.0, 0.8


def echo_verdicts(evidence: Evidence, card: Card, *, bounded: bool) -> Iterator[Verdict]:
    """Judge the echoes of a text: those of one bound and one figure, or those of two figures of a kind."""
    known = {(pair.first.index, pair.second.index) for pair in evidence.same_fact}
    for echo in evidence.echoes:
        first, second = echo.first.claim, echo.second.claim
        if first.direction is not second.direction and Kind.CHANGE in (first.kind, second.kind):
            continue  # a rise by 12.4%, a fall by 8.7%: two facts, or a matter of signs
        assert first.quantity is not None
        assert second.quantity is not None
        if _is_bounded(first.quantity, second.quantity) is not bounded:
            continue
        comparison = echo.comparison
        if comparison.agree:
            if not bounded and echo.is_end and (first.index, second.index) not in known:
                words = f"{shown(comparison.first, first)} meets {shown(comparison.second, second)}"
                yield card.tie([evidence.place(first, "stated"), evidence.place(second, "restated")], words)
            continue
        if _are_two_facts(evidence, echo):
            continue
        slip = tell_slip(first.quantity, second.quantity)
        confidence = _confidence(echo)
        reading = "as a fair reader takes the words, they share" if comparison.implied_only else "they share"
        yield card.conflict(
            [evidence.place(first, "stated"), evidence.place(second, "restated")],
            f"Two values are given for {about(first) or about(second) or 'one thing'}",
            f"{shown(comparison.first, first)}, and {shown(comparison.second, second)}: {reading} no value",
            confidence=confidence,
            severity=severity_of(comparison.first, comparison.second, confidence),
            notes=slip_notes(first, second, slip),
        )


def _are_two_facts(evidence: Evidence, echo: Echo) -> bool:
    """Say whether words of the two sentences set their figures apart: northern and southern, audited and unaudited."""
    first, second = echo.first.claim, echo.second.claim
    left, right = echo.first.whole - echo.second.whole, echo.second.whole - echo.first.whole
    contrasts = evidence.grammar.contrasts
    if any(contrasts.get(a, _NONE) & contrasts.get(b, _NONE) for a in left for b in right):
        return True
    if negates(left, right) or negates(right, left):
        return True  # audited, unaudited
    pair = Pair(first, second, evidence.weigh(first, second))
    assert first.quantity is not None
    assert second.quantity is not None
    is_small = first.quantity.unit.is_count and all(
        -_SMALL < quantity.middle < _SMALL for quantity in (first.quantity, second.quantity)
    )
    if is_small and pair.match.two_sided and first.counted and second.counted:
        return True  # 4 reading rooms, 6 study rooms
    told = told_again(evidence, pair)
    if tell_slip(first.quantity, second.quantity) is Slip.SCALE:
        return told < _TWO_SIZES
    return is_small and bool(left) is not bool(right) and told < _SMALL_FACT


def _is_bounded(first: Quantity, second: Quantity) -> bool:
    one_sided = first.bound.is_lower != second.bound.is_lower or first.bound.is_upper != second.bound.is_upper
    return one_sided or first.is_range != second.is_range


def _confidence(echo: Echo) -> float:
    """Return how likely two echoing figures are of one fact: a summary at an end of the text tells what the text told."""
    if not echo.is_end:
        return _DOUBTED
    return _CLEAR if echo.strength >= _CLEAR_STRENGTH and echo.passage >= _CLEAR_PASSAGE else _LIKELY
