"""A whole with all its parts in one sentence, in the many ways of telling that nothing is left out.

"7,600 people: 1,480 doctors, 3,330 nurses and 2,790 others", "a budget made up of 700 million for roads and 500 million
for rail", "exports of 412 million and imports of 367 million, a surplus of 45 million".
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.halves import halve_a_whole
from factlint.alignment.joints import between, ends_with, is_plain, lower, same_unit, unit_key, value_of
from factlint.alignment.sums import Sum
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Bound, Form

LISTED, NETTED = 0.86, 0.85
_ASIDE = ("from", "than", "per", "by", "to")
_OPENERS = frozenset({":", "—", "–", "("})
_CLOSERS = frozenset({"and", "plus", "&"})
_BREAKING = (Tag.SUBORDINATOR, Tag.COMPARISON, Tag.CHANGE)
_LEAD = 6  # words between a total and its list
_LABEL = 9  # words that name one part
_NAME = 12  # words between two amounts and what is left of them
_LOOSE = 4
_WORTHS = ("percent", "percentage_point", "time", "basis_point")


def wholes(evidence: Evidence) -> Iterator[Sum]:
    """Yield the totals of one sentence with all their parts."""
    each = evidence.arithmetic.words["rates.each"]
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        if len(claims) > 2 and not any(element.lower in each for element in reading.elements):
            found = listed_whole(evidence, reading, claims) or netted(evidence, reading, claims)
            found = found or of_the_whole(evidence, reading, claims)
            if found is not None:
                yield found


def listed_whole(evidence: Evidence, reading: Reading, claims: Sequence[Claim]) -> Sum | None:
    """Find a total and the closed list behind a colon, a dash, in brackets, or behind a verb of composition."""
    lists = evidence.arithmetic
    for number in range(len(claims) - 2):
        total = claims[number]
        ahead = between(reading, number, number + 1)
        words = lower(ahead)
        says_total = bool(set(words) & lists.words["sums.total"]) or _is_called_total(evidence, reading, number)
        opened = bool(words) and (words[-1] in _OPENERS or (says_total and words[-1] == ","))
        opened = opened or (says_total and words[-2:] == [",", "with"])
        composed = ends_with(words, lists.phrases["sums.composed"]) and _is_whole_so_far(claims, number)
        if not (opened or composed) or len(words) > _LEAD + _LOOSE * composed or set(words) & lists.words["sums.open"]:
            continue
        if not composed and any(element.tag in _BREAKING or element.tag is Tag.CONJUNCTION for element in ahead):
            continue
        numbers = _numbers(evidence, reading, claims, number)
        if len(numbers) < 2 or not _may_be_whole(total):
            continue
        parts = [claims[at] for at in numbers]
        found = Sum(parts, total, "list", LISTED)
        if _is_near(found) or (_closes_with_rest(evidence, reading, numbers) and _is_within(found)):
            return found
    return None


def _is_called_total(evidence: Evidence, reading: Reading, number: int) -> bool:
    ahead = lower(between(reading, number - 1, number))[-_LEAD:]
    return bool(set(ahead) & evidence.arithmetic.words["sums.total"])


def _is_whole_so_far(claims: Sequence[Claim], number: int) -> bool:
    """Say whether no other amount of the unit stands before, which the parts might be of."""
    return not any(same_unit(claim, claims[number]) for claim in claims[:number])


def _may_be_whole(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None and is_plain(claim) and quantity.unit.dimension not in _WORTHS
        and quantity.bound in (Bound.EXACT, Bound.APPROX) and not quantity.is_range and not quantity.unit.per
        and claim.kind in (Kind.LEVEL, Kind.CHANGE) and claim.role not in ("from", "than", "by", "per")
    )  # fmt: skip


def _numbers(evidence: Evidence, reading: Reading, claims: Sequence[Claim], number: int) -> list[int]:
    """Return the numbers of the parts behind a total: an unbroken, labelled list that "and" closes and nothing follows."""
    total = claims[number]
    found: list[int] = []
    for at in range(number + 1, len(claims)):
        claim = claims[at]
        if claim.kind is Kind.ORDINAL or (claim.quantity is not None and claim.quantity.form is Form.ORDINAL):
            continue  # "in the first quarter and 2,130 in the second"
        if not _may_be_part(claim, total):
            return []
        if found and not _is_joined(evidence, reading, found[-1], at):
            return []
        found.append(at)
    if len(found) < 2 or found[0] != number + 1:
        return []
    joint = lower(_since(reading, found[-2], found[-1]))
    behind = [e for e in reading.elements[reading.frames[found[-1]].place + 1 :] if e.lower not in {".", ")"}]
    if not set(joint) & _CLOSERS or len(behind) > _LABEL or not _is_one_sort(reading, found):
        return []
    if any(
        e.tag in _BREAKING or e.lower in evidence.arithmetic.words["sums.open"] or e.lower in {",", ";"} for e in behind
    ):
        return []
    return found


def _since(reading: Reading, first: int, second: int) -> list[Element]:
    return list(reading.elements[reading.frames[first].place + 1 : reading.frames[second].place])


def _may_be_part(claim: Claim, total: Claim) -> bool:
    """Say whether a figure is a plain amount in the unit of the total, or a bare one that takes it over."""
    quantity, whole = claim.quantity, total.quantity
    if (
        quantity is None
        or whole is None
        or not is_plain(claim)
        or claim.role in _ASIDE
        or claim.modality is not total.modality
    ):
        return False
    bare = quantity.unit.is_count and not claim.counted and whole.unit.dimension not in _WORTHS
    return (same_unit(claim, total) or bare) and not quantity.unit.per and quantity.bound in (Bound.EXACT, Bound.APPROX)


def _is_joined(evidence: Evidence, reading: Reading, first: int, second: int) -> bool:
    joint = _since(reading, first, second)
    words = set(lower(joint))
    return (
        bool(words & {",", ";", "and", "plus", "&"})
        and len(joint) <= _LABEL
        and not any(element.tag in _BREAKING for element in joint)
        and not words
        & (evidence.arithmetic.words["sums.open"] | {"from", "than", "versus", "compared", "but", "while"})
    )


def _is_one_sort(reading: Reading, numbers: Sequence[int]) -> bool:
    """Say whether all parts are named in one way: "for roads, for rail and for ports", "doctors, nurses and others"."""
    sorts = []
    for number in numbers:
        place = reading.frames[number].place + 1
        element = reading.elements[place] if place < len(reading.elements) else None
        if element is None or element.tag is Tag.MARK:
            return False
        word = element.lower if element.tag is Tag.PREPOSITION else ""
        if element.tag is Tag.PERIOD:
            word = "in"  # "in the first quarter", "in May"
        sorts.append(word)
    return len(set(sorts)) == 1


def _is_near(found: Sum) -> bool:
    """Say whether what the parts make is near the total: a list that misses much of it names examples."""
    added, total = found.added(rounded=False), value_of(found.total, rounded=False)
    if added.low is None or added.high is None or total.low is None or total.high is None or total.low <= 0:
        return False
    return added.low * 4 >= total.high * 3 and added.high * 2 <= total.low * 3


def _is_within(found: Sum) -> bool:
    added, total = found.added(rounded=False), value_of(found.total, rounded=False)
    if added.low is None or added.high is None or total.low is None or total.high is None:
        return False
    return added.low * 3 >= total.high and added.high <= total.low * 3


def _closes_with_rest(evidence: Evidence, reading: Reading, numbers: Sequence[int]) -> bool:
    place = reading.frames[numbers[-1]].place
    around = lower(reading.elements[max(place - 3, 0) : place]) + lower(reading.elements[place + 1 : place + 3])
    return bool(set(around) & evidence.arithmetic.words["sums.remaining"])


def of_the_whole(evidence: Evidence, reading: Reading, claims: Sequence[Claim]) -> Sum | None:
    """Find "of the 142 entries, 61 were novels, 48 plays and 33 poems", "61 were novels and the other 81 plays"."""
    total = claims[0]
    place = reading.frames[0].place
    lead = lower(reading.elements[max(place - _LOOSE, 0) : place])
    ahead = between(reading, 0, 1)
    if "of" not in lead[-3:] or place > _LEAD or not ahead or ahead[-1].lower != "," or not _may_be_whole(total):
        return None
    if any(element.tag is not Tag.NOUN for element in ahead[:-1]) or len(ahead) > _LOOSE:
        return None
    parts = list(claims[1:])
    if not all(_may_be_part(part, total) for part in parts) or len(parts) < 2:
        return None
    if not all(_is_joined(evidence, reading, number, number + 1) for number in range(1, len(parts))):
        return None
    last = between(reading, len(parts) - 1, len(parts))
    behind = between(reading, len(parts), len(parts) + 1)
    if (
        not set(lower(last)) & _CLOSERS
        or len(behind) > _LABEL
        or any(e.tag in _BREAKING or e.lower == "," for e in behind)
    ):
        return None
    found = Sum(parts, total, "of the", LISTED)
    numbers = range(1, len(claims))
    if _closes_with_rest(evidence, reading, numbers) and _is_within(found):
        return found
    if len(parts) == 2 and halve_a_whole(evidence, reading, 1, 2, strict=True):
        return found
    return found if _is_gapped(reading, numbers) and _is_near(found) else None


def _is_gapped(reading: Reading, numbers: Sequence[int]) -> bool:
    """Say whether one verb is told of all parts: "61 were novels, 48 plays and 33 poems"."""
    if len(numbers) < 3:
        return False
    for number in numbers:
        label = between(reading, number, number + 1)
        verbs = [element for element in label if element.tag in (Tag.VERB, Tag.AUXILIARY)]
        if (number == numbers[0]) != bool(verbs) or any(element.tag is Tag.ADVERB for element in label):
            return False
    return True


def netted(evidence: Evidence, reading: Reading, claims: Sequence[Claim]) -> Sum | None:
    """Find "exports were 412 million and imports 367 million, a surplus of 45 million": what is left of two amounts."""
    lists = evidence.arithmetic
    told = Counter(unit_key(claim) for claim in claims[:2])
    for number in range(2, len(claims)):
        first, second, left = claims[number - 2 : number + 1]
        told[unit_key(left)] += 1
        if not all(is_plain(claim) and same_unit(claim, left) for claim in (first, second)):
            continue
        if any(claim.role in _ASIDE or claim.kind is not Kind.LEVEL for claim in (first, second)) or not is_plain(left):
            continue
        if told[unit_key(left)] != 3:
            continue
        joint, ahead = between(reading, number - 2, number - 1), between(reading, number - 1, number)
        if not set(lower(joint)) & {"and", ",", "against", "while"} or len(joint) > _NAME:
            continue
        if any(element.tag in _BREAKING for element in joint) or set(lower(joint)) & lists.words["sums.aside"] - {
            "against"
        }:
            continue
        loose = _names_rest(evidence, ahead)
        if loose is None or (first.period is not second.period and _differ(first, second)):
            continue
        assert first.quantity is not None and second.quantity is not None
        larger = first if first.quantity.middle >= second.quantity.middle else second
        signs = [1, -1] if larger is first else [-1, 1]
        return Sum([first, second], left, "left", NETTED, signs, needs_slip=loose)
    return None


def _differ(first: Claim, second: Claim) -> bool:
    return first.period is not None and second.period is not None and not first.period.same_days(second.period)


def _names_rest(evidence: Evidence, elements: Sequence[Element]) -> bool | None:
    """Say whether the words before a figure name it what is left, and whether other items may enter; None if they do not."""
    lists = evidence.arithmetic.words
    words = lower(elements)
    start = max((at for at, word in enumerate(words) if word in {",", "—", "–", "("}), default=-1)
    inner = words[start + 1 :]
    if start < 0 or not 2 <= len(inner) <= _LEAD + 1 or any(e.tag in _BREAKING for e in elements[:start]):
        return None
    if start and len(words[:start]) > _LOOSE:
        return None
    if inner[0] in lists["sums.leaving"]:
        inner = [word for word in inner[1:] if word not in {"in", "to"}]
    if not inner or inner[0] not in {"a", "an", "the"} or inner[-1] not in {"of", "at"}:
        return None
    named = inner[1:-1]
    if named and named[-1] in lists["sums.left"]:
        return False
    if len(named) >= 2 and named[-1] in lists["sums.moved"] and named[-2] in {"net", "natural", "overall"}:
        return False
    return True if named and named[-1] in lists["sums.left_loosely"] else None
