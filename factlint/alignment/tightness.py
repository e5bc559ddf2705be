"""Whether a telling of change stands by itself, or something between its figures may tie them otherwise.

"Profit fell to 897 from 981, and was hurt by the 0.1 point fall in the margin to 1.9 percent" holds a figure and a verb
between the levels and what looks like their change: only a slip that explains the gap then makes it a conflict.
"""

from collections.abc import Iterable, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.tellings import Part, Slot
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind

_UNTOLD = (Kind.AGE, Kind.ORDINAL, Kind.RANK)
_RATES_AT = ("at", "by")
_MOVED = 6  # elements between a verb of change and the growth that it moves


def is_tight(evidence: Evidence, slots: Sequence[Slot], told: Iterable[Claim]) -> bool:
    """Say whether nothing between the figures told, the first and the last of them, belongs to another telling."""
    claims = {claim.index for claim in told}
    used = [slot for slot in slots if slot.claim.index in claims]
    if not used or any(slot.reading is not used[0].reading for slot in used):
        return True  # over sentences other grounds decide
    reading = used[0].reading
    first, last = min(slot.number for slot in used), max(slot.number for slot in used)
    placed = {slot.number for slot in slots if slot.reading is reading}
    return not _holds_other_figure(evidence, reading, range(first + 1, last), placed) and not _holds_other_clause(
        evidence, reading, used
    )


def _holds_other_figure(evidence: Evidence, reading: Reading, numbers: Iterable[int], placed: set[int]) -> bool:
    claims = evidence.in_sentence(reading)
    return any(
        number not in placed
        and not reading.frames[number].in_brackets
        and claims[number].kind not in _UNTOLD
        and claims[number].role != "per"
        for number in numbers
    )


def _holds_other_clause(evidence: Evidence, reading: Reading, used: Sequence[Slot]) -> bool:
    """Say whether a verb, or a word such as "following", stands between the figures and leads to none of them."""
    governing = {reading.frames[slot.number].predicate_at for slot in used}
    begins = reading.frames[min(slot.number for slot in used)].place
    ends = reading.frames[max(slot.number for slot in used)].place
    lists = evidence.arithmetic.words
    for place in range(begins + 1, ends):
        element = reading.elements[place]
        if element.lower in lists["movements.elsewhere"]:
            return True
        leads_to, is_added = reading.elements[place + 1].tag, reading.elements[place - 1].lower == "and"
        if element.lower == "to" and (leads_to is Tag.VERB or (leads_to is Tag.CHANGE and is_added)):
            return True  # to extend the term to 14 years from 12 and to lower payments by 64%
        if element.tag is Tag.AUXILIARY and reading.elements[place - 1].tag is Tag.PRONOUN:
            return True
        if element.tag is Tag.AUXILIARY and place + 1 not in governing and place not in governing:
            following = reading.elements[place + 1]
            if following.lower not in lists["movements.comparing"]:
                return True
    return False


def is_rate_told(reading: Reading, slot: Slot) -> bool:
    """Say whether a percentage is the rate at which something moves, no level it moves to: grew at a 1.3% annual rate."""
    quantity, frame = slot.claim.quantity, reading.frames[slot.number]
    return (
        quantity is not None and quantity.unit.is_percent and frame.preposition in _RATES_AT and slot.part is Part.LEVEL
    )


def prices_money(evidence: Evidence, told: Iterable[Claim]) -> bool:
    """Say whether the levels are those of one currency in another, which may be told from either side."""
    currencies = evidence.arithmetic.words["movements.currencies"]
    return any(not currencies.isdisjoint(claim.measure.words) for claim in told)


def is_measure(evidence: Evidence, reading: Reading, at: int) -> bool:
    """Say whether a word of change is what a verb of change moves: this will reduce income growth to 1.3% from 2.9%."""
    elements, grammar = reading.elements, evidence.grammar
    if elements[at].tag not in (Tag.NOUN, Tag.CHANGE, Tag.VERB):
        return False
    for element in reversed(elements[max(at - _MOVED, 0) : at]):
        if element.lower in evidence.arithmetic.words["movements.revising"]:
            return True
        if element.tag in (Tag.QUANTITY, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.MARK):
            return False
        if element.tag is Tag.VERB and (element.lower in grammar.change or element.lower in grammar.signless):
            return True
    return False
