"""The headline of a Chinese text against its body: a figure that the body has nowhere, and one slip away of it one figure."""

from collections.abc import Iterator, Sequence

from factlint.alignment.chinese.lines import Line
from factlint.alignment.chinese.naming import When, when_of
from factlint.alignment.evidence import Pair
from factlint.alignment.score import Match
from factlint.alignment.slips import Slip, compare, tell_slip
from factlint.knowledge.evidence import Weights
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.document import Block, Document
from factlint.model.quantity import Form

_LONGEST = 45  # characters of a headline
_KINDS = (Kind.LEVEL, Kind.CHANGE, Kind.RATE, Kind.SHARE)
_SHORTEST = 2  # digits that a figure must have for a slip to be told from another figure


def headline_pairs(document: Document, lines: Sequence[Line], weights: Weights) -> Iterator[Pair]:
    """Yield each figure of the headline with the one figure of the body of which one slip makes it."""
    head = _headline(document, lines)
    if head is None:
        return
    body = [
        (line, number, claim) for line in lines[head.index + 1 :] for number, claim in enumerate(line.claims)
        if _is_plain(claim)
    ]  # fmt: skip
    for number, claim in enumerate(head.claims):
        if not _is_plain(claim):
            continue
        alike = [one for one in body if _is_alike(head, number, *one[:2])]
        if any(_agrees(claim, other) for _, _, other in alike):
            continue
        slipped = [one for one in alike if _is_slip(claim, one[2]) and _may_be_one(head, number, one[0], one[1])]
        if len(slipped) == 1:
            match = Match(is_full=True)
            for name in ("start", "full_match", "shared_first", "same_head", "shared_second"):
                match.add(f"reference.{name}", weights)
            match.add("period.unknown", weights)
            yield Pair(claim, slipped[0][2], match)


def _headline(document: Document, lines: Sequence[Line]) -> Line | None:
    """Return the line of the headline: a heading, or a short first line of its own without a full stop."""
    if not lines or len(lines) < _SHORTEST:
        return None
    first = lines[0]
    words = first.text[first.span.start : first.span.end]
    if len(words) > _LONGEST:
        return None
    if document.sentences[first.index].block is Block.HEADING:
        return first
    behind = first.text[first.span.end : lines[1].span.start]
    return first if "\n" in behind and not words.rstrip().endswith(("。", "，", "；", "：", ":")) else None


def _is_plain(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind in _KINDS
        and claim.modality is Modality.ASSERTED
        and quantity.form is Form.CARDINAL
        and quantity.value is not None
        and len(quantity.digits.replace(".", "").strip("0")) >= _SHORTEST
    )


def _is_alike(head: Line, number: int, line: Line, other: int) -> bool:
    first, second = head.claims[number], line.claims[other]
    assert first.quantity is not None and second.quantity is not None
    return first.quantity.unit.name == second.quantity.unit.name and head.classifiers[number] == line.classifiers[other]


def _agrees(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    told = compare(first.quantity, second.quantity)
    return told.agree or told.touch


def _is_slip(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    same_way = first.direction is second.direction or first.direction is None or second.direction is None
    return same_way and first.kind is second.kind and tell_slip(first.quantity, second.quantity) is not Slip.NONE


def _may_be_one(head: Line, number: int, line: Line, other: int) -> bool:
    """Say whether two figures may tell one thing: their names share two characters in a row, and their times are not two."""
    first, second = (f"{one.measure.text} {one.counted}" for one in (head.claims[number], line.claims[other]))
    pairs = {first[at : at + 2] for at in range(len(first) - 1)}
    shared = pairs & {second[at : at + 2] for at in range(len(second) - 1)}
    times: tuple[When, When] = when_of(head, number), when_of(line, other)
    return bool(shared - set(head.words.listed["sums.generic"])) and times[0].against(times[1]) != "other"
