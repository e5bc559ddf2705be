"""Parts and their total where one sentence ties them: by a closed list, by "for a total of", by plus signs."""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.halves import halve_a_whole
from factlint.alignment.joints import (
    between,
    ends_with,
    holds_phrase,
    is_amount,
    lower,
    mended_by_one_slip,
    same_unit,
    value_of,
)
from factlint.alignment.known import Alone, silent
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass, field

CLOSED, BY_SIGNS, BY_SLIP = 0.92, 0.95, 0.85
_NEAR_REST = 4  # words before the last part
_LEAST_PARTS = 2
_KINDS = (Kind.LEVEL, Kind.SHARE, Kind.RATE)
_JOINTS = frozenset({",", ";", "and", "plus", "&", "+"})
_ASIDE = ("from", "than", "bracket", "per")
_SIGNS = (["+"], ["plus"])
_RESULTS = (["="], ["equals"], ["makes"], ["is"], ["gives"])
_OPENED = (":", "(", "—", "–")
_FAR = 12
_NEAR = 8
_SMALL = 1000


@dataclass(slots=True)
class Sum:
    """The parts of a whole and their total; ``signs`` where parts are taken away."""

    parts: list[Claim]
    total: Claim
    cue: str
    confidence: float = CLOSED
    signs: list[int] = field(default_factory=list)
    is_near: bool = False  # told over several sentences
    needs_slip: bool = False  # the grammar alone does not prove it: one slip of a digit must explain the gap

    def added(self, *, rounded: bool = True, without: int = -1) -> Interval:
        """Return what the parts add up to, each within its rounding."""
        result = Interval.point(0)
        for at, part in enumerate(self.parts):
            if at != without:
                value = self._value(part, rounded=rounded)
                result = result + (value if self.sign(at) > 0 else -value)
        return result

    def _value(self, part: Claim, *, rounded: bool) -> Interval:
        """Return a part in base units; a bare figure counts in the unit of the total."""
        value, total = value_of(part, rounded=rounded), self.total.quantity
        assert part.quantity is not None and total is not None
        if part.quantity.unit.is_count and total.unit.factor is not None:
            return value.scaled(total.unit.factor)
        return value

    def sign(self, at: int) -> int:
        """Return the sign with which a part enters."""
        return self.signs[at] if self.signs else 1

    @property
    def is_of_small_counts(self) -> bool:
        """Whether all figures count separate things, fewer than a thousand, and the total is none of the round ones."""
        figures = [claim.quantity for claim in (*self.parts, self.total) if claim.quantity is not None]
        small = all(q.is_exact_count and q.bound is Bound.EXACT and 0 < q.middle < _SMALL for q in figures)
        return small and figures[-1].middle % 10 != 0

    def slipped(self) -> bool:
        """Say whether one slip in one of the figures explains the gap."""
        if mended_by_one_slip(self.total, self.added(rounded=False)):
            return True
        total = value_of(self.total, rounded=False)
        for at, part in enumerate(self.parts):
            wanted = total - self.added(rounded=False, without=at)
            if mended_by_one_slip(part, wanted if self.sign(at) > 0 else -wanted):
                return True
        return False


def sums(evidence: Evidence) -> Iterator[Sum]:
    """Yield each total with its parts: "40 members, namely 25 and 15", "25 and 15, for a total of 40"."""
    yield from evidence.tied(Sum)
    for reading in evidence.readings:
        yield from _sum_in(evidence, reading)


@silent
def _sum_in(evidence: Alone, reading: Reading) -> Iterator[Sum]:
    claims = evidence.in_sentence(reading)
    if len(claims) <= _LEAST_PARTS or _multiplies(evidence, reading):
        return
    found = (
        _total_first(reading, claims, evidence)
        or _by_signs(reading, claims)
        or _total_last(reading, claims, evidence)
        or _of_these(reading, claims, evidence)
        or _halves_beside(reading, claims, evidence)
        or _opened(reading, claims, evidence)
    )
    if found is not None:
        yield found


def _multiplies(evidence: Alone, reading: Reading) -> bool:
    """Say whether something is counted for each of several: "5 schools get 3 teachers each" adds up otherwise."""
    each = evidence.arithmetic.words["rates.each"]
    return any(element.lower in each for element in reading.elements)


def _fits(claim: Claim, total: Claim) -> bool:
    return (
        is_amount(claim)
        and is_amount(total)
        and same_unit(claim, total)
        and claim.kind in _KINDS
        and claim.role not in _ASIDE
        and (claim.role != "to" or claim is total)
        and claim.modality is total.modality
    )


def _total_first(reading: Reading, claims: list[Claim], evidence: Alone) -> Sum | None:
    """Find "40 members, namely 25 adults and 15 children"."""
    total, rest = claims[0], claims[1:]
    words = lower(between(reading, 0, 1))
    cue = next((word for word in words if word in evidence.grammar.closed_list), "")
    if not cue or set(words) & evidence.grammar.open_list or "from" in words:
        return None
    parts = _run(reading, rest, total, 1)
    if len(parts) < _LEAST_PARTS or not _closes(reading, len(parts)) or len(parts) != len(rest):
        return None
    return Sum(parts, total, cue)


def _by_signs(reading: Reading, claims: list[Claim]) -> Sum | None:
    """Find "480 + 195 + 10 = 685"."""
    for start in range(len(claims) - 2):
        end = start
        while end + 1 < len(claims) and lower(between(reading, end, end + 1)) in _SIGNS:
            end += 1
        if end == start or end + 1 >= len(claims):
            continue
        words = lower(between(reading, end, end + 1))
        total = claims[end + 1]
        parts = claims[start : end + 1]
        if (
            (words in _RESULTS or "total" in words)
            and len(words) <= _NEAR
            and all(_adds(part, total) for part in parts)
        ):
            return Sum(parts, total, "plus", BY_SIGNS)
    return None


def _adds(part: Claim, total: Claim) -> bool:
    """Say whether a bare figure may share the unit of the total: "480,000 + 195,000 for a total of 675,000 pounds"."""
    if part.quantity is None or total.quantity is None or part.quantity.form is not Form.CARDINAL:
        return False
    return total.quantity.form is Form.CARDINAL and (same_unit(part, total) or part.quantity.unit.is_count)


def _total_last(reading: Reading, claims: list[Claim], evidence: Alone) -> Sum | None:
    """Find "25 adults and 15 children, for a total of 40", "25 and 15, or 40 in all"."""
    lists = evidence.arithmetic
    for number in range(_LEAST_PARTS, len(claims)):
        words = lower(between(reading, number - 1, number))
        if len(words) > _FAR or set(words) & lists.words["sums.open"] or set(words) & lists.words["sums.change_sides"]:
            continue
        behind = lower(between(reading, number, number + 1))[:3]
        is_told = (
            ends_with(words, lists.phrases["sums.summing"])
            or _is_for_total(between(reading, number - 1, number))
            or (words[-1:] in ([","], ["or"]) and holds_phrase(behind, lists.phrases["sums.behind"]))
        )
        if not is_told:
            continue
        total = claims[number]
        first = number - 1
        while first > 0 and _is_joint(reading, first - 1, evidence) and _fits(claims[first - 1], total):
            first -= 1
        parts = claims[first:number]
        whole = all(_fits(part, total) for part in parts) and _of_one_kind(evidence, parts, total)
        if len(parts) >= _LEAST_PARTS and whole and _starts(reading, first, evidence):
            return Sum(parts, total, "total")
    return None


def _is_for_total(elements: Sequence[Element]) -> bool:
    """Say whether words lead to what the figures before them make: "for total revenue of"."""
    words = lower(elements)
    if words[-1:] != ["of"] or "for" not in words:
        return False
    at = len(words) - 1 - words[::-1].index("for")
    named = [element for element in elements[at + 1 : -1] if element.lower not in {"a", "an"}]
    return bool(named) and named[0].lower in {"total", "combined", "overall"} and all(e.tag is Tag.NOUN for e in named)


def _of_one_kind(evidence: Alone, parts: list[Claim], total: Claim) -> bool:
    """Say whether the parts may be added: not hotels and rooms, where the total is of rooms."""
    stem = evidence.grammar.stem
    heads = [{stem(word) for word in claim.counted.lower().split()} for claim in (*parts, total)]
    whole = heads.pop()
    same = [bool(head & whole) for head in heads if head]
    return not whole or all(same) or not any(same)


def _starts(reading: Reading, first: int, evidence: Alone) -> bool:
    """Say whether the list of parts begins at this figure: no figure that is joined to it stands before."""
    return first == 0 or not _is_joint(reading, first - 1, evidence)


def _of_these(reading: Reading, claims: list[Claim], evidence: Alone) -> Sum | None:
    """Find "708 homes, and of the total 423 are in the north and 285 in the south": both halves, or a remainder."""
    lists = evidence.arithmetic
    for number in range(len(claims) - _LEAST_PARTS):
        words = lower(between(reading, number, number + 1))
        if len(words) > _FAR or not _names_parts(words, lists.words["sums.of_words"]):
            continue
        total = claims[number]
        parts = _run(reading, claims[number + 1 :], total, number + 1)
        if len(parts) < _LEAST_PARTS:
            continue
        last = lower(between(reading, number + len(parts) - 1, number + len(parts)))
        rest = bool(set(last[-_NEAR_REST:]) & lists.words["sums.remaining"])
        if rest or (len(parts) == 2 and halve_a_whole(evidence, reading, number + 1, number + 2)):
            return Sum(parts, total, "of these")
        joint = lower(between(reading, number + 1, number + 2))
        is_closed = words == [",", "of", "which"] and len(parts) == 2 and "and" in joint and "," not in joint
        if is_closed and value_of(total).below((found := Sum(parts, total, "of these")).added()):
            return found  # two parts of one figure are at most the figure
    return None


def _names_parts(words: list[str], of_words: frozenset[str]) -> bool:
    return any(
        word == "of" and any(following in of_words for following in words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _halves_beside(reading: Reading, claims: list[Claim], evidence: Alone) -> Sum | None:
    """Find "8 men and 5 women among the 13 members" and "13 members, 8 men and 5 women"."""
    for number in range(len(claims) - 2):
        first, second, third = claims[number : number + 3]
        words = lower(between(reading, number + 1, number + 2))
        if _fits(first, third) and _fits(second, third) and _is_joint(reading, number, evidence):
            tail = words[1:] if words[:1] else []
            ties = (["among", "the"], ["of", "the"], ["out", "of", "the"], ["among", "its"], ["among", "our"])
            if tail in ties and halve_a_whole(evidence, reading, number, number + 1, strict=True):
                return Sum([first, second], third, "among")
        before = lower(between(reading, number, number + 1))
        if (
            _fits(second, first)
            and _fits(third, first)
            and len(before) <= 4
            and before[-1:] in ([","], [":"], ["("], ["—"])
            and _is_joint(reading, number + 1, evidence)
            and halve_a_whole(evidence, reading, number + 1, number + 2, strict=True)
            and len(between(reading, number + 1, number + 2)) <= 4
        ):
            return Sum([second, third], first, "halves")
    return None


def _opened(reading: Reading, claims: list[Claim], evidence: Alone) -> Sum | None:
    """Find "12 boats (7 sloops, 3 ketches and 2 yawls)": a list that fills a bracket, or follows a colon to the end."""
    open_words = evidence.arithmetic.words["sums.open"]
    for number in range(len(claims) - _LEAST_PARTS):
        words = lower(between(reading, number, number + 1))
        if not words or words[-1] not in _OPENED or len(words) > 5 or set(words) & open_words:
            continue
        total = claims[number]
        parts = _run(reading, claims[number + 1 :], total, number + 1)
        if len(parts) < _LEAST_PARTS or not _closes(reading, number + len(parts)):
            continue
        after = between(reading, number + len(parts), number + len(parts) + 1)
        inner = after[: next((at for at, e in enumerate(after) if e.lower in {")", ".", ";"}), len(after))]
        ends = len(after) == len(inner) or after[len(inner)].lower in {")", "."}
        plain = not any(element.lower in open_words or element.tag is Tag.PREPOSITION for element in inner)
        named = all(part.counted for part in parts) or (total.quantity is not None and total.quantity.unit.is_money)
        if ends and plain and named:
            return Sum(parts, total, "list", BY_SLIP, needs_slip=True)
    return None


def _run(reading: Reading, claims: Sequence[Claim], total: Claim, offset: int) -> list[Claim]:
    """Return the claims that are parts, in an unbroken list joined by commas and "and"."""
    parts: list[Claim] = []
    for at, claim in enumerate(claims):
        if not _fits(claim, total):
            break
        if at:
            joint = between(reading, offset + at - 1, offset + at)
            if not any(element.lower in _JOINTS for element in joint):
                break
            if any(element.tag in (Tag.SUBORDINATOR, Tag.CHANGE) for element in joint):
                break
        parts.append(claim)
    return parts


def _is_joint(reading: Reading, number: int, evidence: Alone) -> bool:
    """Say whether two neighbouring figures stand in one list: a comma or "and", and nothing that breaks it."""
    joint = between(reading, number, number + 1)
    words = set(lower(joint))
    lists = evidence.arithmetic.words
    return (
        bool(words & _JOINTS)
        and len(joint) <= 2 * _FAR
        and not any(element.tag in (Tag.SUBORDINATOR, Tag.CHANGE) for element in joint)
        and not words & lists["sums.aside"]
        and not words & {";", "but", "while"}
        and not words & {"including", "include", "includes"}
    )


def _closes(reading: Reading, number: int) -> bool:
    """Say whether "and" stands before the figure of this number: the list is finished."""
    return any(element.lower in {"and", "plus", "&"} for element in between(reading, number - 1, number))
