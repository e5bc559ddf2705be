"""Parts and their total where one sentence ties them and closes the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.alignment.evidence import Evidence
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.quantity import Form

_LEAST_PARTS = 2
_KINDS = (Kind.LEVEL, Kind.SHARE, Kind.RATE)


@dataclass(slots=True)
class Sum:
    """The parts of a closed list and their total."""

    parts: list[Claim]
    total: Claim
    cue: str


def sums(evidence: Evidence) -> Iterator[Sum]:
    """Yield each total with its parts: "40 members, namely 25 and 15", "25 and 15, for a total of 40"."""
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        if len(claims) <= _LEAST_PARTS:
            continue
        found = _total_first(reading, claims, evidence) or _total_last(reading, claims, evidence)
        if found is not None:
            yield found


def _fits(claim: Claim, total: Claim) -> bool:
    a, b = claim.quantity, total.quantity
    return (
        a is not None
        and b is not None
        and a.unit.name == b.unit.name
        and a.unit.dimension not in ("percent", "percentage_point", "time")
        and a.form is Form.CARDINAL
        and b.form is Form.CARDINAL
        and claim.kind in _KINDS
        and claim.role not in ("from", "than", "bracket", "per")
        and claim.modality is total.modality
    )


def _total_first(reading: Reading, claims: list[Claim], evidence: Evidence) -> Sum | None:
    total, rest = claims[0], claims[1:]
    between = _between(reading, 0)
    words = [element.lower for element in between]
    cue = next((word for word in words if word in evidence.grammar.closed_list), "")
    if not cue or set(words) & evidence.grammar.open_list or any(word == "from" for word in words):
        return None
    parts = _run(reading, rest, total, 1)
    if len(parts) < _LEAST_PARTS or not _closes(reading, len(parts)) or len(parts) != len(rest):
        return None
    return Sum(parts, total, cue)


def _total_last(reading: Reading, claims: list[Claim], evidence: Evidence) -> Sum | None:
    total, rest = claims[-1], claims[:-1]
    between = _between(reading, len(claims) - 2)
    words = [element.lower for element in between]
    if not (set(words) & evidence.grammar.total_words and (words[:1] == [","] or "for" in words or "making" in words)):
        return None
    if set(words) & evidence.grammar.open_list or "of" not in words and "to" not in words and "," not in words:
        return None
    parts = _run(reading, rest, total, 0)
    if len(parts) < _LEAST_PARTS or len(parts) != len(rest):
        return None
    return Sum(parts, total, "total")


def _between(reading: Reading, number: int) -> list[Element]:
    return reading.elements[reading.frames[number].place + 1 : reading.frames[number + 1].place]


def _run(reading: Reading, claims: list[Claim], total: Claim, offset: int) -> list[Claim]:
    """Return the claims that are parts, in an unbroken list joined by commas and "and"."""
    parts: list[Claim] = []
    for at, claim in enumerate(claims):
        if not _fits(claim, total):
            break
        if at:
            joint = _between(reading, offset + at - 1)
            if not any(element.lower in {",", ";", "and", "plus", "&"} for element in joint):
                break
            if any(element.tag in (Tag.SUBORDINATOR, Tag.CHANGE) for element in joint):
                break
        parts.append(claim)
    return parts


def _closes(reading: Reading, parts: int) -> bool:
    """Say whether "and" stands before the last part: the list is finished."""
    return any(element.lower in {"and", "plus"} for element in _between(reading, parts - 1))
