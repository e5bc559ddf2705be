"""What the finders of sums, shares and products share: the words between figures, neighbours, and digits that slip."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.slips import in_base, significant
from factlint.alignment.times import periods_of
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Modality
from factlint.model.document import Block
from factlint.model.interval import Interval, Rational
from factlint.model.quantity import Form, Quantity, Unit

_PERCENTS = frozenset({"percent", "percentage_point"})
_UNCOUNTED = frozenset({"percent", "percentage_point", "time"})
_LARGE = 1000
_LAKHS = (10**5, 10**7, 10**12)
_INDIAN = (100, Fraction(1, 100), 10**5, Fraction(1, 10**5))  # lakh, crore, lakh crore


def between(reading: Reading, first: int, second: int) -> list[Element]:
    """Return the elements between two quantities of a sentence, by their numbers; -1 and the count are its ends."""
    start = reading.frames[first].place + 1 if first >= 0 else 0
    end = reading.frames[second].place if second < len(reading.frames) else len(reading.elements)
    return reading.elements[start:end]


def lower(elements: Sequence[Element]) -> list[str]:
    """Return the words of elements; a figure or a period is the empty word."""
    return [element.lower for element in elements]


def holds_phrase(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Say whether one of the phrases stands somewhere in the words."""
    return any(
        phrase[0] in words and any(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words)))
        for phrase in phrases
    )


def ends_with(words: Sequence[str], phrases: Sequence[tuple[str, ...]], *, within: int = 1) -> bool:
    """Say whether one of the phrases ends the words, but for a small word such as "about" or a comma."""
    spare = (
        within
        if words and words[-1] in {",", "of", "about", "some", "around", "almost", "nearly", "approximately"}
        else 0
    )
    ends = range(len(words), max(len(words) - spare, 0) - 1, -1)
    return any(
        end >= len(phrase) and tuple(words[end - len(phrase) : end]) == phrase for end in ends for phrase in phrases
    )


def opens_with(words: Sequence[str], phrases: Sequence[tuple[str, ...]], *, within: int = 3) -> bool:
    """Say whether one of the phrases opens the words, small words such as "so," before it left aside."""
    return any(
        words[at] == phrase[0] and tuple(words[at : at + len(phrase)]) == phrase
        for at in range(min(within, len(words)))
        for phrase in phrases
    )


def is_plain(claim: Claim) -> bool:
    """Say whether a claim is an asserted cardinal that may enter a sum: neither denied, asked nor hypothetical."""
    return (
        claim.quantity is not None
        and claim.quantity.form is Form.CARDINAL
        and claim.modality not in (Modality.NEGATED, Modality.ASKED, Modality.CONDITIONAL)
    )


def is_amount(claim: Claim) -> bool:
    """Say whether a claim is a plain amount of something: no share, rate or length of time."""
    return is_plain(claim) and claim.quantity is not None and claim.quantity.unit.dimension not in _UNCOUNTED


def unit_key(claim: Claim) -> tuple[str, str, str] | None:
    """Return what figures that may be added have in common, None for a claim without a figure."""
    unit = _unit(claim)
    return None if unit is None else (unit.name, unit.dimension, unit.per)


def same_unit(first: Claim, second: Claim) -> bool:
    """Say whether two claims count in one unit, so that they may be added."""
    a, b = _unit(first), _unit(second)
    return a is not None and b is not None and a.name == b.name and a.dimension == b.dimension and a.per == b.per


def _unit(claim: Claim) -> Unit | None:
    return None if claim.quantity is None else claim.quantity.unit


def value_of(claim: Claim, *, rounded: bool = True) -> Interval:
    """Return the closed reading of a figure in base units, its rounding allowed for as arithmetic wants it."""
    assert claim.quantity is not None
    return in_base(claim.quantity.admitted(round_reading=rounded).closed(), claim.quantity)


def neighbours(evidence: Evidence, at: int, before: int, after: int) -> Iterator[tuple[int, Reading]]:
    """Yield the readings near one, itself included, with their places: same turn, no heading, so many sentences away."""
    readings = evidence.readings
    sentences = evidence.document.sentences
    here = sentences[readings[at].parse.sentence.index]
    first = at
    while first > 0 and here.index - readings[first - 1].parse.sentence.index <= before:
        first -= 1
    for place in range(first, len(readings)):
        sentence = sentences[readings[place].parse.sentence.index]
        if sentence.index - here.index > after:
            break
        if sentence.turn == here.turn and sentence.section == here.section and sentence.block is not Block.HEADING:
            yield place, readings[place]


def is_rate(reading: Reading, number: int) -> bool:
    """Say whether a figure is so much per day, or a year: it is no part of an amount."""
    for element in between(reading, number, number + 1)[:4]:
        if element.lower in {"per", "each", "daily"} or (element.period is not None and element.period.recurring):
            return True
        if element.tag is Tag.MARK or element.tag is Tag.CONJUNCTION:
            return False
    return False


def same_time(first: Claim, second: Claim) -> str:
    """Return how the times of two claims stand: "the fourth quarter" and "fourth quarter" are the same words."""
    when = periods_of(first, second)
    if when == "unknown" and first.period is not None and second.period is not None:
        a, b = (
            " ".join(claim.period.text.lower().split()).removeprefix("the ")
            for claim in (first, second)
            if claim.period
        )
        return "same" if a == b else when
    return when


_OF_NOW = frozenset(
    f"{lead}{size}{grain}"
    for lead in ("the ", "this ", "")
    for size in ("", "full ", "full-", "whole ", "entire ")
    for grain in ("year", "quarter", "month", "half")
)  # the year that a text speaks of, whichever it is


def is_one_time(first: Claim, second: Claim) -> bool:
    """Say whether two claims are of one time: the same words, or "2020" and "the full year" of the same text."""
    when = same_time(first, second)
    if when != "unknown" or first.period is None or second.period is None:
        return when == "same"
    if first.period.grain is not second.period.grain:
        return False
    texts = [" ".join(claim.period.text.lower().split()) for claim in (first, second) if claim.period is not None]
    return any(text in _OF_NOW for text in texts)


def nouns(elements: Sequence[Element]) -> list[str]:
    """Return the nouns, names and adjectives of some elements as they are written, in lower case."""
    return [element.lower for element in elements if element.tag is Tag.NOUN]


def mended_by_one_slip(claim: Claim, wanted: Interval, *, least: int = 1) -> str:
    """Return the figure that one slip of a digit or of scale makes of this one where it then is as wanted, or nothing.

    "432" is wanted at 423: two digits swapped. The more digits, the less likely that one fits by accident:
    of figures of fewer than ``least`` digits only swapped ones count.
    """
    quantity = claim.quantity
    if quantity is None or quantity.value is None or wanted.low is None or wanted.high is None:
        return ""
    factor: Rational = quantity.unit.factor or 1
    for power in (1, *(_INDIAN if quantity.scale in _LAKHS else (_LARGE, Fraction(1, _LARGE)))):
        if power != 1 and (quantity.unit.dimension in _PERCENTS or quantity.scale == 1):
            continue
        if wanted.holds(Fraction(quantity.value) * power * factor):
            return "" if power == 1 else "scale"
    for digits in variants(quantity, only_swapped=len(significant(quantity)) < least):
        if wanted.holds(digits * factor):
            return "digit"
    return ""


def mended_in_own_unit(claim: Claim, wanted: Interval, *, least: int = 1) -> str:
    """Return the same where the wanted figure is told in the claim's own unit: percent, percentage points."""
    factor = claim.quantity.unit.factor if claim.quantity is not None else None
    return mended_by_one_slip(claim, wanted.scaled(factor) if factor else wanted, least=least)


def variants(quantity: Quantity, *, only_swapped: bool = False) -> Iterator[Fraction]:
    """Yield the values that one other digit, or two neighbours swapped, make of a figure."""
    if quantity.value is None or not quantity.digits or not quantity.quantum:
        return
    sign = -1 if quantity.value < 0 else 1
    digits = [character for character in quantity.digits if character.isdigit()]
    quantum = Fraction(quantity.quantum)
    if abs(Fraction(quantity.value)) != int("".join(digits) or "0") * quantum:
        return
    for at, old in enumerate(digits):
        for new in "" if only_swapped else "0123456789":
            if new != old and (at or new != "0" or len(digits) == 1):
                yield sign * int("".join([*digits[:at], new, *digits[at + 1 :]])) * quantum
        if at + 1 < len(digits) and digits[at + 1] != old:
            swapped = [*digits[:at], digits[at + 1], old, *digits[at + 2 :]]
            yield sign * int("".join(swapped)) * quantum
