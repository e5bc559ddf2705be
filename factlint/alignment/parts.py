"""Parts and wholes that one grammar ties: 9 of 12, 30 members, of which 4; shares beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form, Quantity

_ALL_OF = frozenset({"the", "all", "its", "our", "their", "a", "total", "of", "some", "these"})
_RATES = frozenset({"percent", "percentage_point", "time"})


@dataclass(slots=True)
class Proportion:
    """A part, its whole, and the share that the same sentence states."""

    part: Claim
    whole: Claim
    share: Claim


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
    for reading in evidence.readings:
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
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number in range(len(claims) - 1):
            share = _share_near(reading, claims, number)
            first, second = claims[number], claims[number + 1]
            if share is None or first.quantity is None or second.quantity is None:
                continue
            if _alike(first.quantity, second.quantity) and _tie(reading, number) == "of":
                yield Proportion(first, second, share)
        yield from _share_first(reading, claims)


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
