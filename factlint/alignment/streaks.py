"""Rises and falls in a row with the values that they led through."""

from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower, value_of
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.model.claim import Claim, Kind
from factlint.model.record import dataclass
from factlint.model.span import Span

_LEAST = 3
_NEAR = 8
_KINDS = (Kind.LEVEL, Kind.RATE, Kind.SHARE)
_JOINTS = frozenset({",", "and", "then", "to", ";"})


@dataclass(slots=True)
class Streak:
    """So many rises or falls in a row, and the values listed with them in order of time."""

    span: Span
    direction: str  # up, down
    values: list[Claim]

    def holds(self) -> bool:
        """Say whether no value certainly turns the other way, the list being read forward or backward."""
        forward = all(
            not value_of(b).below(value_of(a)) if self.direction == "up" else not value_of(a).below(value_of(b))
            for a, b in zip(self.values, self.values[1:], strict=False)
        )
        backward = all(
            not value_of(a).below(value_of(b)) if self.direction == "up" else not value_of(b).below(value_of(a))
            for a, b in zip(self.values, self.values[1:], strict=False)
        )
        return forward or backward


def streaks(evidence: Evidence) -> Iterator[Streak]:
    """Yield "The rate rose for the third consecutive month: 4.1%, 4.3% and 4.2%"."""
    for reading in evidence.readings:
        yield from _streak(evidence, reading)


@silent
def _streak(evidence: Alone, reading: Reading) -> Iterator[Streak]:
    lists = evidence.arithmetic
    if len(reading.claims) < _LEAST:
        return
    words = lower(reading.elements)
    at = next((place for place, word in enumerate(words) if word in lists.words["rates.consecutive"]), -1)
    in_a_row = [phrase for phrase in lists.phrases["rates.in_a_row"] if phrase[0] in words] if at < 0 else []
    if in_a_row:
        at = next((p for p in range(len(words)) if any(tuple(words[p : p + len(x)]) == x for x in in_a_row)), -1)
    if at < 0:
        at = _inside_figure(evidence, reading)
    if at < 0:
        return
    direction, verb = _direction(evidence, reading, at)
    values = _values(reading, evidence.in_sentence(reading), at)
    if not direction or len(values) < _LEAST or not _is_level(evidence, reading, values, verb):
        return
    element = reading.elements[at]
    yield Streak(Span(element.start, element.end), direction, values)


def _inside_figure(evidence: Alone, reading: Reading) -> int:
    """Return the place of a figure that holds the word: "three straight years"."""
    consecutive = evidence.arithmetic.words["rates.consecutive"]
    for number, claim in enumerate(evidence.in_sentence(reading)):
        if set(claim.text.lower().split()) & consecutive:
            return reading.frames[number].place
    return -1


def _direction(evidence: Alone, reading: Reading, at: int) -> tuple[str, int]:
    """Return which way it goes: the nearest word of change around the word."""
    places = sorted(range(max(at - _NEAR, 0), min(at + 4, len(reading.elements))), key=lambda place: abs(place - at))
    for place in places:
        word = reading.elements[place].lower
        if (way := evidence.grammar.change.get(word)) and word not in evidence.grammar.signless:
            return way, place
    return "", -1


def _values(reading: Reading, claims: list[Claim], at: int) -> list[Claim]:
    """Return the list of values behind the streak, joined and of one unit."""
    values: list[Claim] = []
    for number, claim in enumerate(claims):
        if reading.frames[number].place <= at:
            continue
        if (
            not is_plain(claim)
            or claim.kind not in _KINDS
            or claim.quantity is None
            or (claim.direction and claim.role != "to")
        ):
            break
        if values:
            joint = set(lower(between(reading, number - 1, number)))
            if claim.quantity.unit != values[0].quantity.unit or not joint & _JOINTS:  # type: ignore[union-attr]
                break
            if joint & {"from", "than", "against", "compared"}:
                break
        values.append(claim)
    return values


def _is_level(evidence: Alone, reading: Reading, values: list[Claim], verb: int) -> bool:
    """Say whether the values are what rises: percentages only where a rate or share rises, not under "prices rose"."""
    if values[0].quantity is None or not values[0].quantity.unit.is_percent:
        return True
    before = lower(reading.elements[max(verb - 5, 0) : verb])
    return bool(set(before) & evidence.arithmetic.words["rates.levels"])
