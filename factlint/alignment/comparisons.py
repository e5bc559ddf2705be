"""A figure held against a target, a forecast or an average by a word that says on which side it lies."""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, lower
from factlint.alignment.known import Alone, silent
from factlint.alignment.tellings import PREVIOUS
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind
from factlint.model.record import dataclass
from factlint.model.span import Span

_KINDS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.CHANGE)
_LONGEST = 9
_LEADS = frozenset(
    {",", "which", "was", "is", "were", "and", "this", "that", "well", "far", "slightly", "just", "still", "it"}
)


@dataclass(slots=True)
class Comparison:
    """A figure, what it is held against, and the word that says which is larger."""

    claim: Claim
    against: Claim
    is_above: bool
    word: Span


def comparisons(evidence: Evidence) -> Iterator[Comparison]:
    """Yield "5.2%, above the forecast of 4.9%", "sales of 812 million beat the target of 790 million"."""
    for reading in evidence.readings:
        yield from _comparisons_in(evidence, reading)


@silent
def _comparisons_in(evidence: Alone, reading: Reading) -> Iterator[Comparison]:
    claims = evidence.in_sentence(reading)
    for number in range(1, len(claims)):
        first, second = claims[number - 1], claims[number]
        if not (_may_stand(first) and _may_stand(second) and _of_one_unit(first, second)):
            continue
        found = _word(evidence, reading, number)
        if found is not None:
            yield Comparison(first, second, found[0], found[1])


def _may_stand(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        is_plain(claim)
        and quantity is not None
        and quantity.value is not None
        and claim.kind in _KINDS
        and claim.role not in PREVIOUS
        and not quantity.bound.is_lower
        and not quantity.bound.is_upper
    )


def _of_one_unit(first: Claim, second: Claim) -> bool:
    a, b = first.quantity, second.quantity
    assert a is not None and b is not None
    return a.unit == b.unit and a.per_item == b.per_item


def _word(evidence: Alone, reading: Reading, number: int) -> tuple[bool, Span] | None:
    """Return on which side the word between two figures puts the first, and where it stands."""
    joint, lists = between(reading, number - 1, number), evidence.arithmetic.words
    verbs = lists["comparisons.above_verbs"] | lists["comparisons.below_verbs"]
    while joint and joint[0].tag is Tag.NOUN and joint[0].lower not in verbs:
        joint = joint[1:]  # the counted noun of the first
    if not 2 <= len(joint) <= _LONGEST:
        return None
    words = lower(joint)
    at = next((place for place, word in enumerate(words) if word not in _LEADS), len(words))
    if at >= len(words):
        return None
    verb = at == 0 or (words[0] != "," and "," not in words[:at])
    side = _side(words[at:], lists, is_verb=verb)
    if side is None or not _is_definite(joint[at + 1 :], lists["comparisons.marks"]):
        return None
    return side, Span(joint[at].start, joint[at].end)


def _side(words: Sequence[str], lists: dict[str, frozenset[str]], *, is_verb: bool) -> bool | None:
    first, second = words[0], words[1] if len(words) > 1 else ""
    for name, is_above in (("above", True), ("below", False)):
        if first in lists[f"comparisons.{name}_verbs"]:
            return is_above
        if is_verb:
            continue  # 0.3 percent above the forecast is a difference
        if first in lists[f"comparisons.{name}"] or (second == "than" and first in lists[f"comparisons.{name}_than"]):
            return is_above
        if (first, second) in (("short", "of"), ("shy", "of")):
            return False
    return None


def _is_definite(elements: Sequence[Element], marks: frozenset[str]) -> bool:
    """Say whether what follows names a mark of its own and leads straight to its figure: the target of."""
    if any(
        element.tag in (Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.PERIOD) for element in elements
    ):
        return False
    words = lower(elements)
    return "," not in words and bool(set(words) & marks)
