"""A multiple in words with the two levels that it compares: doubled from 20 to 45, three times the 12 of last year."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, lower, same_unit, value_of
from factlint.alignment.movements import Movement, movements
from factlint.alignment.slips import in_base
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.interval import Interval, tidy
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass

_TENTH = Fraction(1, 10)
_OFTEN = frozenset({"twice", "thrice", "times"})
_PREVIOUS = ("from", "than")
_BASE_FORMS = ("double", "triple", "treble", "quadruple", "quintuple", "halve")
_LINKS = frozenset(
    {",", "of", "—", "–", "about", "or", "roughly", "almost", "nearly", "some", "more", "than", "is", "was"}
)
_LEADS = frozenset(
    {
        "the",
        "as",
        "many",
        "much",
        "than",
        "those",
        "that",
        "of",
        "its",
        "higher",
        "more",
        "larger",
        "bigger",
        "greater",
        "their",
    }
)


@dataclass(slots=True)
class Multiple:
    """The multiple, the level reached and the level before; ``readings`` are the ratios that the words allow."""

    ratio: Claim
    current: Claim
    previous: Claim
    readings: list[Interval]

    def implied(self) -> Interval | None:
        """Return the ratio of the two levels."""
        return value_of(self.current).over(level_before(self.previous))


def level_before(claim: Claim) -> Interval:
    """Return the level before; "more than the 12 tonnes" compares with 12 tonnes and bounds nothing."""
    quantity = claim.quantity
    assert quantity is not None
    if (
        quantity.bound is Bound.MORE_THAN
        and quantity.value is not None
        and "than the" in " ".join(claim.text.lower().split())
    ):
        half = quantity.half_quantum(round_reading=True)
        return in_base(Interval(tidy(quantity.value - half), tidy(quantity.value + half)), quantity)
    return value_of(claim)


def multiples(evidence: Evidence) -> Iterator[Multiple]:
    """Yield multiples and parts more or less, with the levels that one grammar ties to them."""
    yield from evidence.tied(Multiple)
    told: set[int] = set()
    for at, reading in enumerate(evidence.readings):
        claims = evidence.in_sentence(reading)
        for number, claim in enumerate(claims):
            quantity = claim.quantity
            if (
                quantity is None
                or quantity.form not in (Form.MULTIPLE, Form.FRACTION)
                or claim.modality is not Modality.ASSERTED
            ):
                continue
            if _is_infinitive(reading, number, claim):
                continue  # "is to double": no fact yet
            found = _compared(evidence, reading, claims, number)
            if found is None and quantity.form is Form.MULTIPLE:
                found = _moved(evidence, reading, claims, number)
                found = found or _doubled_it(evidence, at, number)
            if found is not None:
                told.add(claim.index)
                yield found
    for movement in movements(evidence):
        for ratio in movement.changes:
            if ratio.index not in told and ratio.quantity is not None and ratio.quantity.form is Form.MULTIPLE:
                yield from _of_movement(evidence, movement, ratio)


def _of_movement(evidence: Evidence, movement: Movement, ratio: Claim) -> Iterator[Multiple]:
    """Yield the one multiple of a movement: "doubled to 1.3 million, compared with 0.6 million a year earlier"."""
    current, previous = movement.current, movement.previous
    if current is None or previous is None or len(movement.changes) != 1 or movement.out_of_size:
        return
    if _tells_how_often(evidence, ratio):
        return
    if ratio.modality is not Modality.ASSERTED or current.modality is not Modality.ASSERTED:
        return
    if not (is_amount(current) and is_amount(previous) and same_unit(current, previous)):
        return
    reading = evidence.reading_of[ratio.sentence]
    number = reading.claims.index(ratio.index)
    if _is_infinitive(reading, number, ratio):
        return
    times = _signed(evidence, reading, number)
    assert ratio.quantity is not None and ratio.quantity.value is not None
    either = ratio.text.lower().endswith("times") and ratio.quantity.value >= 1 and ratio.direction is Direction.UP
    yield Multiple(ratio, current, previous, [times, times.shifted(1)] if either else [times])


def _tells_how_often(evidence: Evidence, ratio: Claim) -> bool:
    """Say whether "twice" counts occasions and compares nothing: the board was changed twice since June."""
    if ratio.text.lower().split()[-1] not in _OFTEN:
        return False
    reading = evidence.reading_of[ratio.sentence]
    number = reading.claims.index(ratio.index)
    behind = lower(between(reading, number, number + 1))[:1]
    lists = evidence.arithmetic.words
    return not behind or behind[0] not in _LEADS | lists["multiples.fraction_more"] | lists[
        "multiples.fraction_less"
    ] | {"what", "last"}


def _is_infinitive(reading: Reading, number: int, claim: Claim) -> bool:
    return claim.text.lower().endswith(_BASE_FORMS) and lower(between(reading, number - 1, number))[-1:] == ["to"]


def _compared(evidence: Evidence, reading: Reading, claims: list[Claim], number: int) -> Multiple | None:
    """Find "30 tonnes, three times the 12 tonnes of 2020", "400 members, a third more than the 350 of last year"."""
    if number == 0 or number + 1 >= len(claims):
        return None
    current, ratio, previous = claims[number - 1 : number + 2]
    if (
        not is_amount(current)
        or not is_amount(previous)
        or not same_unit(current, previous)
        or current.kind is not Kind.LEVEL
    ):
        return None
    ahead = between(reading, number - 1, number)
    names = [element for element in ahead if element.tag is Tag.NOUN]
    links = [element.lower for element in ahead if element.tag is not Tag.NOUN]
    behind = lower(between(reading, number, number + 1))
    if not links or not set(links) <= _LINKS or len(names) > 3 or not set(behind) <= _LEADS:
        return None
    words = [*behind, *previous.text.lower().split()[:2]]
    lists = evidence.arithmetic.words
    more = bool(set(words) & lists["multiples.fraction_more"])
    less = bool(set(words) & lists["multiples.fraction_less"])
    if not (behind[-1:] == ["the"] or "the" in previous.text.lower().split()[:3] or "that" in behind):
        return None
    assert ratio.quantity is not None
    if ratio.quantity.form is Form.FRACTION:
        if not (more or less):
            return None
        part = _loose(ratio)
        return Multiple(ratio, current, previous, [part.shifted(1) if more else (-part).shifted(1)])
    if less:
        return None
    times = _loose(ratio)
    return Multiple(ratio, current, previous, [times, times.shifted(1)] if more else [times])


def _moved(evidence: Evidence, reading: Reading, claims: list[Claim], number: int) -> Multiple | None:
    """Find "doubled to 420 cows from 210", "rose from 12 to 30 tonnes, a threefold increase"."""
    ratio = claims[number]
    amounts = [claim for claim in claims if is_amount(claim) and claim.kind is Kind.LEVEL]
    before = [claim for claim in amounts if claim.role in _PREVIOUS]
    after = [claim for claim in amounts if claim.role == "to"]
    if len(before) != 1 or len(after) != 1 or not same_unit(before[0], after[0]):
        return None
    if sum(1 for claim in amounts if same_unit(claim, before[0])) != 2:
        return None
    current, previous = after[0], before[0]
    places = [reading.claims.index(claim.index) for claim in (ratio, current, previous)]
    if max(places) - min(places) != 2:
        return None
    inside = reading.elements[reading.frames[min(places)].place : reading.frames[max(places)].place]
    if any(element.tag is Tag.SUBORDINATOR or element.lower in {";", ":"} for element in inside):
        return None
    first = places[0] == min(places)
    if first and lower(between(reading, places[0], places[0] + 1)) in (["to"], ["from"]):
        pass
    elif ratio.measure.words and ratio.measure.words not in (current.measure.words, previous.measure.words):
        return None
    assert ratio.quantity is not None
    readings = [_signed(evidence, reading, number)]
    return Multiple(ratio, current, previous, readings)


def _doubled_it(evidence: Evidence, at: int, number: int) -> Multiple | None:
    """Find "We planted 100,000 trees. This year we doubled that to 240,000 trees": that is the one such figure before."""
    reading = evidence.readings[at]
    claims = evidence.in_sentence(reading)
    if number + 1 >= len(claims):
        return None
    ratio, current = claims[number], claims[number + 1]
    if lower(between(reading, number, number + 1))[:2] not in (["it", "to"], ["that", "to"], ["this", "to"]):
        return None
    if not is_amount(current) or not current.counted or at == 0:
        return None
    before = evidence.readings[at - 1]
    alike = [claim for claim in evidence.in_sentence(before) if is_amount(claim) and same_unit(claim, current)]
    if (
        len(alike) != 1
        or alike[0].measure.words != current.measure.words
        or before.parse.sentence.turn != reading.parse.sentence.turn
    ):
        return None
    if reading.parse.sentence.index - before.parse.sentence.index > 2:
        return None
    return Multiple(ratio, current, alike[0], [_signed(evidence, reading, number)])


def _signed(evidence: Evidence, reading: Reading, number: int) -> Interval:
    """Return the ratio that a multiple says: a threefold fall leaves a third, more than halved less than a half."""
    claim = evidence.in_sentence(reading)[number]
    quantity = claim.quantity
    assert quantity is not None and quantity.value is not None
    value = Fraction(quantity.value)
    down = claim.direction is Direction.DOWN or _falls(evidence, reading, number)
    if value < 1:
        if quantity.bound.is_lower:
            return Interval(0, tidy(value), high_open=True)
        if quantity.bound.is_upper:
            return Interval(tidy(value * (1 - _TENTH)), tidy(value * (1 + 2 * _TENTH)))
        return _loose(claim)
    times = _loose(claim)
    if down and times.low is not None and times.low > 0:
        inverse = Interval.point(1).over(times)
        return inverse if inverse is not None else times
    return times


def _falls(evidence: Evidence, reading: Reading, number: int) -> bool:
    behind = lower(between(reading, number, number + 1))[:1]
    return bool(behind) and evidence.grammar.change.get(behind[0]) == "down"


def _loose(claim: Claim) -> Interval:
    """Return a multiple as loose as its words are: doubled is 1.8 to 2.2, 2.5 times is 2.45 to 2.55."""
    quantity = claim.quantity
    assert quantity is not None
    reading = quantity.admitted().closed()
    if quantity.value is None or quantity.slack_below or quantity.slack_above or "exact" in quantity.bound_word:
        return reading
    slack = abs(Fraction(quantity.value)) * _TENTH if quantity.in_words else Fraction(quantity.quantum) / 2
    if quantity.bound.is_lower:
        return reading
    if quantity.bound.is_upper:
        return reading
    return reading.widened(tidy(max(slack - Fraction(quantity.half_quantum()), Fraction(0))))
