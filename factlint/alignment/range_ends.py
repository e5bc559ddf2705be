"""Ranges with their ends as printed: which of the two stands first, and whether words around them free their order."""

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, silent
from factlint.alignment.written import compiled
from factlint.claims.build import Reading
from factlint.claims.chunks import Element
from factlint.model.claim import Claim
from factlint.model.interval import Rational
from factlint.model.parse import Token, TokenKind
from factlint.model.record import dataclass

_BEFORE, _AFTER = 14, 6
_NEIGHBOURS = 4
_WHOLE = 100
_SMALL = 12
"""Bare numbers up to here stand in scores, times and ratios as often as in ranges."""


@dataclass(slots=True)
class Downward:
    """A range whose first printed end is the larger one."""

    claim: Claim
    is_between: bool  # "between 51 and 50", or "a range of 51 to 50": the words say that it is a range


def downward_ranges(evidence: Evidence) -> Iterator[Downward]:
    """Yield the ranges that run downwards and can be read as nothing but a range."""
    for reading in evidence.readings:
        yield from _downward_in(evidence, reading)


@silent
def _downward_in(evidence: Alone, reading: Reading) -> Iterator[Downward]:
    for number, claim in enumerate(evidence.in_sentence(reading)):
        quantity = claim.quantity
        if quantity is None or not quantity.is_range or quantity.low is None or quantity.high is None:
            continue
        if quantity.low < 0 or quantity.low == quantity.high or not _runs_down(reading, claim):
            continue
        found = _as_range(evidence, reading, number, claim)
        if found is not None:
            yield found


def _runs_down(reading: Reading, claim: Claim) -> bool:
    """Say whether the first number printed is the upper end."""
    quantity = claim.quantity
    assert quantity is not None and quantity.low is not None and quantity.high is not None
    tokens = reading.parse.tokens
    first_token = bisect_left(tokens, quantity.span.start, key=lambda token: token.start)
    last_token = bisect_left(tokens, quantity.span.end, key=lambda token: token.start)
    numbers = [token for token in tokens[first_token:last_token] if token.kind is TokenKind.NUMBER]
    if len(numbers) != 2:
        return False
    first, second = (_value(token) for token in numbers)
    if first is None or second is None:
        return False
    ends = (Fraction(quantity.low), Fraction(quantity.high))
    return first > second and any(_fits(first, second, scale, ends) for scale in (1, quantity.scale))


def _value(token: Token) -> Fraction | None:
    digits = token.text.replace(",", "")
    return Fraction(digits) if compiled(r"\d+(?:\.\d+)?").fullmatch(digits) else None


def _fits(first: Fraction, second: Fraction, scale: Rational, ends: tuple[Fraction, Fraction]) -> bool:
    """Say whether the printed numbers, times one scale, are the ends in falling order; two scales are not tried."""
    return (second * Fraction(scale), first * Fraction(scale)) == ends


def _as_range(evidence: Alone, reading: Reading, number: int, claim: Claim) -> Downward | None:
    """Return the range where the words around it allow of no fall, score, ratio or loss."""
    quantity, forms, grammar = claim.quantity, evidence.forms, evidence.grammar
    assert quantity is not None
    place = reading.frames[number].place
    words = _clause(reading.elements[max(place - _BEFORE, 0) : place])
    after = [element.lower for element in reading.elements[place + 1 : place + 1 + _AFTER]]
    near = {*words, *after}
    opening = claim.text.split()[0].lower()
    if opening == "from" or near & (forms.contests | forms.free_order) or set(after[:3]) & forms.backwards:
        return None
    assert quantity.low is not None and quantity.high is not None
    if quantity.unit.is_percent and quantity.low + quantity.high == _WHOLE and opening != "between":
        return None  # profits are shared 70-30 percent
    if near & forms.losses and not _has_upward_sibling(reading, evidence, number):
        return None
    is_named = opening == "between" or _is_named(words, after, forms.range_words)
    if is_named:
        is_bare = quantity.unit.is_count and quantity.high is not None and quantity.high <= _SMALL
        return None if is_bare and not claim.counted else Downward(claim, is_named)
    if claim.direction is not None or (quantity.unit.is_count and quantity.scale == 1):
        return None
    if near & (forms.movements | grammar.signless) or any(_tells_change(evidence, word) for word in near):
        return None
    return Downward(claim, is_named)


def _has_upward_sibling(reading: Reading, evidence: Alone, number: int) -> bool:
    """Say whether the sentence prints another range of the unit, upwards: then its losses are named so too."""
    told = evidence.in_sentence(reading)
    claim = told[number]
    for other in told[max(number - _NEIGHBOURS, 0) : number + _NEIGHBOURS + 1]:
        if other is claim or other.quantity is None or claim.quantity is None or not other.quantity.is_range:
            continue
        if other.quantity.unit.name == claim.quantity.unit.name and not _runs_down(reading, other):
            return True
    return False


def _clause(before: list[Element]) -> list[str]:
    """Return the words between the last mark that parts clauses and the figure."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].lower in {";", ":"}:
            return [element.lower for element in before[at + 1 :]]
    return [element.lower for element in before]


def _is_named(words: list[str], after: list[str], range_words: frozenset[str]) -> bool:
    """Say whether "a range of" or "an outlook of" stands before it, or it is the first of two: from A to B to C to D."""
    if words[-1:] != ["of"]:
        return False
    return words[-2:-1] != [] and words[-2] in range_words if "from" not in words[-6:] else after[:1] == ["to"]


def _tells_change(evidence: Alone, word: str) -> bool:
    grammar = evidence.grammar
    return word in grammar.change or word in grammar.change_words or word in grammar.change_nouns
