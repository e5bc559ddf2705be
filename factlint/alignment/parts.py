"""Parts and wholes that one grammar ties: 9 of 12, 30 members, of which 4; shares beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from factlint.alignment.evidence import Evidence
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form, Quantity
from factlint.model.record import dataclass

_ALL_OF = frozenset({"the", "all", "its", "our", "their", "a", "total", "of", "some", "these"})
_OF_OUR = (["of"], ["of", "the"], ["of", "our"], ["of", "its"], ["of", "their"], ["of", "a"], ["of", "that"])
_NO_PART = ("from", "than", "by")
_LONGEST = 9
_SHORT = 4
_RATES = frozenset({"percent", "percentage_point", "time"})


@dataclass(slots=True)
class Proportion:
    """A part, its whole, and the share that the same sentence states."""

    part: Claim
    whole: Claim
    share: Claim


class PartAndWhole(NamedTuple):
    """A part and the whole that it is said to be of."""

    part: Claim
    whole: Claim


def _alike(first: Quantity, second: Quantity) -> bool:
    return (
        first.unit.dimension == second.unit.dimension
        and first.unit.name == second.unit.name
        and first.unit.dimension not in _RATES
        and first.form is Form.CARDINAL
        and second.form is Form.CARDINAL
    )


def part_and_whole(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims tied as part and whole by "of the", "out of" or ", of which"."""
    yield from evidence.tied(PartAndWhole)
    for reading in evidence.readings:
        yield from _tied_in(evidence, reading)


@silent
def _tied_in(evidence: Alone, reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    claims = evidence.in_sentence(reading)
    for number in range(len(claims) - 1):
        first, second = claims[number], claims[number + 1]
        if first.quantity is None or second.quantity is None or not _alike(first.quantity, second.quantity):
            continue
        tied = _tie(reading, number)
        if tied == "of":
            yield first, second
        elif tied == "of which":
            yield second, first


def _tie(reading: Reading, number: int) -> str:
    """Return how two neighbouring figures are tied: "of" (9 of the 12), "of which" (30, of which 4), or not."""
    start, end = reading.frames[number].place + 1, reading.frames[number + 1].place
    between = reading.elements[start:end]
    words = [element.lower for element in between]
    if words in (
        ["of", "the"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "its"],
        ["of", "our"],
        ["of", "all"],
        ["of", "their"],
        ["of", "these"],
        ["of", "those"],
    ):
        return "of"
    if len(words) <= 6 and words[-2:] == ["out", "of"] and all(e.tag is Tag.NOUN for e in between[:-2]):
        return "of"
    for at in range(len(words) - 1):
        is_last = words[at] == "of" and words[at + 1] in {"which", "whom", "these", "those"} and at + 2 == len(words)
        if is_last and all(e.tag in (Tag.NOUN, Tag.DETERMINER) or e.lower == "," for e in between[:at]):
            return "of which"
    return ""


def proportions(evidence: Evidence) -> Iterator[Proportion]:
    """Yield part, whole and share of one sentence: "9 of the 12 (75%)", "75%, or 9, of 12", "9 out of 12, or 75%"."""
    yield from evidence.tied(Proportion)
    for reading in evidence.readings:
        yield from _proportions_in(evidence, reading)


@silent
def _proportions_in(evidence: Alone, reading: Reading) -> Iterator[Proportion]:
    claims = evidence.in_sentence(reading)
    for number in range(len(claims) - 1):
        share = _share_near(reading, claims, number)
        first, second = claims[number], claims[number + 1]
        if share is None or first.quantity is None or second.quantity is None:
            continue
        if _alike(first.quantity, second.quantity) and _tie(reading, number) == "of":
            yield Proportion(first, second, share)
    yield from _share_first(reading, claims)
    yield from _whole_first(reading, claims)
    yield from _part_last(reading, claims)
    yield from _amount_of_amount(reading, claims)


def _share_near(reading: Reading, claims: list[Claim], number: int) -> Claim | None:
    """Return the share that follows the whole in brackets or after "or", or stands between the two in brackets."""
    if number + 2 >= len(claims):
        return None
    share = claims[number + 2]
    if share.quantity is None or not share.quantity.unit.is_percent or share.kind is Kind.CHANGE:
        return None
    start, end = reading.frames[number + 1].place + 1, reading.frames[number + 2].place
    words = [element.lower for element in reading.elements[start:end]]
    if words[-1:] == ["or"] and reading.frames[number + 2].complement_by == "of":
        return None  # "12 of the 58, or 40% of our bookings": a share of something else
    return share if words[-1:] in (["("], ["or"]) and len(words) <= 8 else None


def _share_first(reading: Reading, claims: list[Claim]) -> Iterator[Proportion]:
    """Yield "75% (9) of the 12" and "9 (75%) of the 12", "9, or 75%, of the 12"."""
    for number in range(len(claims) - 2):
        first, second, whole = claims[number : number + 3]
        if first.quantity is None or second.quantity is None or whole.quantity is None:
            continue
        part, share = (second, first) if first.quantity.unit.is_percent else (first, second)
        assert part.quantity is not None and share.quantity is not None
        if not share.quantity.unit.is_percent or not _alike(part.quantity, whole.quantity) or share.direction:
            continue
        inner = [e.lower for e in reading.elements[reading.frames[number].place + 1 : reading.frames[number + 1].place]]
        outer = [
            e.lower for e in reading.elements[reading.frames[number + 1].place + 1 : reading.frames[number + 2].place]
        ]
        opened = inner[-1:] in (["("], ["or"])
        closed = [word for word in outer if word not in {")", ","}]
        if opened and len(inner) <= 4 and closed[:1] == ["of"] and set(closed[1:]) <= _ALL_OF and len(closed) <= 4:
            yield Proportion(part, whole, share)


def _whole_first(reading: Reading, claims: list[Claim]) -> Iterator[Proportion]:
    """Yield "of our 640 members, 242 attended, which is 38%" and "242 of whom attended, or 38%"."""
    for number in range(len(claims) - 2):
        whole, part, share = claims[number : number + 3]
        if part.quantity is None or whole.quantity is None or share.quantity is None:
            continue
        if not _alike(part.quantity, whole.quantity) or part.kind is not Kind.LEVEL or not _is_plain_share(share):
            continue
        if whole.kind is not Kind.LEVEL or part.role or whole.role or part.counted:
            continue
        start, end = reading.frames[number].place, reading.frames[number + 1].place
        lead = [element.lower for element in reading.elements[max(start - 2, 0) : start]]
        inner = [element.lower for element in reading.elements[start + 1 : end]]
        opened = "of" in lead and start <= 3 and inner[-1:] == [","] and len(inner) <= 4
        after = reading.elements[end + 1 : reading.frames[number + 2].place]
        if opened and _says_its_share(after) and not _has_own_whole(reading, number + 2):
            yield Proportion(part, whole, share)


def _part_last(reading: Reading, claims: list[Claim]) -> Iterator[Proportion]:
    """Yield "75% of the 12 clubs (9)": the count of a share in brackets behind its whole."""
    for number in range(len(claims) - 2):
        share, whole, part = claims[number : number + 3]
        if part.quantity is None or whole.quantity is None or not _is_plain_share(share):
            continue
        places = [reading.frames[at].place for at in (number, number + 1, number + 2)]
        inner = [element.lower for element in reading.elements[places[0] + 1 : places[1]]]
        outer = reading.elements[places[1] + 1 : places[2]]
        after = reading.elements[places[2] + 1 : places[2] + 2]
        if inner not in _OF_OUR or not outer or outer[-1].lower != "(" or [e.lower for e in after] != [")"]:
            continue
        named = all(element.tag is Tag.NOUN for element in outer[:-1])
        if named and len(outer) <= _SHORT and _alike(part.quantity, whole.quantity) and not part.counted:
            yield Proportion(part, whole, share)


def _is_plain_share(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and quantity.unit.is_percent and claim.kind is not Kind.CHANGE and not claim.comparison


_SAYS = (["which", "is"], ["that", "is"], ["this", "is"], ["or"], ["which", "makes"], ["that", "makes"], ["i.e."], ["i.e"],
         ["which", "means"], ["making"], ["a", "share", "of"], ["representing"], ["which", "equals"])  # fmt: skip


def _says_its_share(elements: list[Element]) -> bool:
    """Say whether "attended, which is" stands between a part and its share: nothing but a verb before the comma."""
    words = [element.lower for element in elements if element.tag is not Tag.ADVERB]
    cut = max((at for at, word in enumerate(words) if word in {",", "(", "—", "–"}), default=-1)
    if cut < 0 or cut > _LONGEST or any(word in {"and", "but", ",", ";"} for word in words[:cut]):
        return False
    return words[cut + 1 :] in _SAYS or (words[cut] == "(" and cut == len(words) - 1)


def _has_own_whole(reading: Reading, number: int) -> bool:
    frame = reading.frames[number]
    if frame.complement_by != "of" or not frame.complement:
        return False
    words = [element.lower for element in frame.complement if element.tag is Tag.NOUN]
    return bool(words) and not set(words) <= {"total", "them", "whole"}


def _amount_of_amount(reading: Reading, claims: list[Claim]) -> Iterator[Proportion]:
    """Yield "a cost of 75,000 per lot, and this cost is 17% of our 433,000 price"."""
    for number in range(1, len(claims) - 1):
        part, share, whole = claims[number - 1 : number + 2]
        if part.quantity is None or whole.quantity is None or not _is_plain_share(share):
            continue
        if (
            part.kind is not Kind.LEVEL
            or whole.kind is not Kind.LEVEL
            or part.role in _NO_PART
            or whole.role in _NO_PART
        ):
            continue
        if not part.quantity.unit.is_money or part.quantity.unit.name != whole.quantity.unit.name:
            continue
        start, end = reading.frames[number].place + 1, reading.frames[number + 1].place
        if [element.lower for element in reading.elements[start:end]] not in _OF_OUR:
            continue
        joint = reading.elements[reading.frames[number - 1].place + 1 : reading.frames[number].place]
        if _leads_back(joint, part):
            yield Proportion(part, whole, share)


def _leads_back(joint: list[Element], part: Claim) -> bool:
    """Say whether the words between a part and its share speak of the part: "or", "which is", "and this cost is"."""
    words = [element.lower for element in joint if element.tag is not Tag.ADVERB]
    if not words or len(words) > _LONGEST or any(element.tag is Tag.CHANGE for element in joint):
        return False
    if words[-1] in {"or", "("}:
        return len(words) <= 2 or not any(element.tag is Tag.VERB for element in joint)
    if words[-1] not in {"is", "was", "represents", "represented", "equals", "makes", "representing"}:
        return False
    back = next((at for at, word in enumerate(words) if word in {"this", "that", "which"}), -1)
    if back < 0 or any(word in {"but", ";"} for word in words):
        return words[0] == "," and words[-1] == "representing" and len(words) == 2
    named = {element.lower for element in joint if element.tag is Tag.NOUN and element.lower in words[back:]}
    return named <= {*part.measure.text.lower().split(), part.quantity.per_item if part.quantity else ""} | {"per"}
