"""Shares of one whole that stand in one list: together they are at most the whole, and the whole where nothing is left."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.alignment.evidence import Evidence
from factlint.alignment.halves import halve_a_whole
from factlint.alignment.joints import between, holds_phrase, lower
from factlint.alignment.known import Alone, silent
from factlint.alignment.shares import is_share
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, Kind, Modality
from factlint.model.record import dataclass

_JOINTS = frozenset({",", ";", "and", "while", "whereas"})
_FAR = 14
_OPENING = 4
_WHOLE = 100
_PLACES = frozenset({"in", "from", "to", "for", "by", "at", "on"})


@dataclass(slots=True)
class WholeShares:
    """Shares of one whole; ``is_complete`` where no part of the whole is left out."""

    shares: list[Claim]
    is_complete: bool


def whole_shares(evidence: Evidence) -> Iterator[WholeShares]:
    """Yield lists of shares that exclude each other: what regions account for, men and women, the remaining 20%."""
    yield from evidence.tied(WholeShares)
    for reading in evidence.readings:
        yield from _shares_in(evidence, reading)


@silent
def _shares_in(evidence: Alone, reading: Reading) -> Iterator[WholeShares]:
    claims = evidence.in_sentence(reading)
    number = 0
    while number < len(claims):
        run = _run(evidence, reading, claims, number)
        if len(run) >= 2:
            found = _closed(evidence, reading, claims, run) or _excluding(evidence, reading, claims, run)
            found = found or _dealt_out(evidence, reading, claims, run) or _answered(evidence, reading, claims, run)
            if found is not None:
                yield found
        number = max(run[-1] if run else number, number) + 1


def _answered(evidence: Alone, reading: Reading, claims: list[Claim], run: list[int]) -> WholeShares | None:
    """Find "62% would back the plan, 31% were opposed and 7% did not know": answers to one question."""
    if len(run) <= 2 or run[-1] != len(claims) - 1:
        return None
    behind = lower(between(reading, run[-1], len(claims)))
    phrases, words = evidence.arithmetic.phrases["shares.undecided"], evidence.arithmetic.words["shares.opposing"]
    if not holds_phrase(behind, phrases) or words.isdisjoint(lower(reading.elements)):
        return None  # of several answers each the shares may make more
    return WholeShares([claims[number] for number in run], is_complete=False)


def compared_shares(evidence: Evidence) -> Iterator[WholeShares]:
    """Yield the two shares of "78% were new and 22% used. This compares to 72% and 38%": the other pair is a whole."""
    for first, second in pairwise(evidence.readings):
        if second.parse.sentence.index - first.parse.sentence.index != 1:
            continue
        if not lower(second.elements[:_OPENING])[:1] or second.elements[0].lower not in {
            "this",
            "that",
            "these",
            "those",
        }:
            continue
        words = set(lower(second.elements[:_OPENING]))
        pairs = [_pair_of(evidence, first), _pair_of(evidence, second)]
        if not words & evidence.arithmetic.words["shares.compared"] or not all(pairs):
            continue
        whole = [_makes_whole(pair) for pair in pairs]
        for pair, other in ((pairs[0], whole[1]), (pairs[1], whole[0])):
            if other:
                yield WholeShares(pair, is_complete=True)


def _pair_of(evidence: Evidence, reading: Reading) -> list[Claim]:
    """Return the two percentages of a sentence, joined by "and"; nothing where it has other figures."""
    claims = evidence.in_sentence(reading)
    percents = [claim.quantity is not None and claim.quantity.unit.is_percent for claim in claims]
    if percents != [True, True] or any(claim.kind is Kind.CHANGE for claim in claims):
        return []
    joint = between(reading, 0, 1)
    return claims if any(element.lower == "and" for element in joint) and len(joint) <= _FAR else []


def _makes_whole(shares: list[Claim]) -> bool:
    return sum(Fraction(claim.quantity.middle) for claim in shares if claim.quantity is not None) == _WHOLE


def _run(evidence: Alone, reading: Reading, claims: list[Claim], start: int) -> list[int]:
    """Return the numbers of the shares that follow each other in one list."""
    run: list[int] = []
    origins: set[str] = set()  # "came from Spain, 15% from Portugal": no comparison
    for number in range(start, len(claims)):
        claim = claims[number]
        if (
            not is_share(claim)
            or claim.modality not in (Modality.ASSERTED, Modality.PLANNED)
            or claim.role in ("from", "than", "to", "bracket")
        ):
            break
        if claim.quantity is None or not claim.quantity.unit.is_percent:
            break
        if run:
            joint = between(reading, number - 1, number)
            words = set(lower(joint))
            lists = evidence.arithmetic.words
            origins = {"from"} if words & lists["shares.exclusive"] or "from" in origins else set()
            if not words & _JOINTS or len(joint) > _FAR or words & (lists["sums.aside"] - origins):
                break
            if (
                any(element.tag is Tag.COMPARISON for element in joint)
                or words & evidence.arithmetic.words["sums.open"]
            ):
                break
        run.append(number)
    return run


def _closed(evidence: Alone, reading: Reading, claims: list[Claim], run: list[int]) -> WholeShares | None:
    """Find a list whose last share is the remaining one, or whose two are the halves of a whole."""
    shares = [claims[number] for number in run]
    if _multiple(evidence, reading):
        return None
    lead = lower(between(reading, run[-1] - 1, run[-1]))[-4:]
    behind = lower(between(reading, run[-1], run[-1] + 1))[:2]
    remaining = evidence.arithmetic.words["sums.remaining"] - {"other", "others"}
    named = shares[0].whole.words or reading.frames[run[0]].complement_by == "of"
    if named and (set(lead) & remaining or set(behind) & {"remaining"}) and _is_of_one_whole(reading, run):
        return WholeShares(shares, is_complete=True)
    if (
        len(run) == 2
        and named
        and halve_a_whole(evidence, reading, run[0], run[1], strict=True)
        and _is_of_one_whole(reading, run)
    ):
        return WholeShares(shares, is_complete=True)
    return None


def _is_of_one_whole(reading: Reading, run: list[int]) -> bool:
    """Say whether only the first share names a whole: the later ones are of the same."""
    first = reading.frames[run[0]]
    for number in run[1:]:
        frame = reading.frames[number]
        if frame.complement_by == "of" and frame.complement:
            words = [e.lower for e in frame.complement if e.tag is Tag.NOUN]
            if words != [e.lower for e in first.complement if e.tag is Tag.NOUN] and words not in ([], ["total"]):
                return False
        if frame.complement_by == "in" and number != run[-1]:
            return False
    return True


def _excluding(evidence: Alone, reading: Reading, claims: list[Claim], run: list[int]) -> WholeShares | None:
    """Find shares that parts account for: one verb of composition deals them out over one whole."""
    shares = [claims[number] for number in run]
    frames = [reading.frames[number] for number in run]
    verbs = evidence.grammar.share_verbs
    last = frames[-1]
    if not any(frame.predicate in verbs for frame in frames[:1]) or _multiple(evidence, reading):
        return None
    if any(frame.predicate and frame.predicate not in verbs for frame in frames[1:]):
        return None
    if not all(_is_gapped(evidence, between(reading, number - 1, number)) for number in run[1:]):
        return None
    wholes = [
        tuple(e.lower for e in f.complement if e.tag is Tag.NOUN)
        for f in frames
        if f.complement_by == "of" and f.complement
    ]
    if len(set(wholes)) != 1 or (last.complement_by not in ("", "of")):
        return None
    if _are_of_other_times(reading, run) or _are_of_several_times(reading, run):
        return None
    if _are_measures(evidence, reading, run, wholes[0]):
        return None
    return WholeShares(shares, is_complete=False)


def _dealt_out(evidence: Alone, reading: Reading, claims: list[Claim], run: list[int]) -> WholeShares | None:
    """Find "of the employed, 71% work in services, 22% in industry and 17% in farming": one place for each."""
    if _multiple(evidence, reading) or not _is_of_one_whole(reading, run[:1]):
        return None
    opens = lower(reading.elements[:3])
    first = reading.frames[run[0]]
    if first.complement_by != "of" and not (run[0] == 0 and opens[:1] == ["of"]):
        return None
    words = [lower(between(reading, number, number + 1)) for number in run]
    verb = next((at for at, word in enumerate(words[0]) if word in evidence.arithmetic.words["shares.exclusive"]), -1)
    if verb < 0 or verb + 1 >= len(words[0]):
        return None
    place = words[0][verb + 1]
    if place not in _PLACES or any(label[:1] != [place] for label in words[1:]):
        return None
    for label in words[1:-1]:
        if place in label[1:] or "of" in label:
            return None
    joints = [between(reading, number - 1, number) for number in run[2:]]
    if any(element.tag in (Tag.VERB, Tag.AUXILIARY) for joint in joints for element in joint):
        return None
    return WholeShares([claims[number] for number in run], is_complete=False)


def _are_measures(evidence: Alone, reading: Reading, run: list[int], whole: tuple[str, ...]) -> bool:
    """Say whether the shares are of several measures: output and orders of one country have each a whole of their own."""
    lists = evidence.arithmetic.words
    measures = lists["periods.flow"] | lists["periods.stock"] | lists["shares.measures"]
    items = [reading.frames[number].subject for number in run]
    items += [item for dealing in reading.dealings if set(dealing.quantities) & set(run) for item in dealing.items]
    named = {element.lower for item in items for element in item}
    return bool(named & measures or set(whole) & lists["shares.several_wholes"])


def _are_of_other_times(reading: Reading, run: list[int]) -> bool:
    """Say whether a later share has a time of its own: 81% of the time in July, in November 34%."""
    return any(
        element.tag is Tag.PERIOD for number in run[1:] for element in between(reading, number - 1, number)
    ) and any(element.tag is Tag.PERIOD for element in between(reading, run[0] - 1, run[0]))


def _are_of_several_times(reading: Reading, run: list[int]) -> bool:
    """Say whether more than one share has a time of its own: "19% in the fourth quarter and 20% for the full year"."""
    dated = [any(e.tag is Tag.PERIOD for e in between(reading, number, number + 1)) for number in run]
    return sum(dated) > 1


def _is_gapped(evidence: Alone, joint: list[Element]) -> bool:
    """Say whether the words between two shares only name the next part: ", Europe for"."""
    verbs = evidence.grammar.share_verbs
    named = (Tag.MARK, Tag.CONJUNCTION, Tag.NOUN, Tag.DETERMINER, Tag.ADVERB)
    of_whole = False
    for element in joint:
        of_whole = of_whole or element.lower == "of"
        is_plain = element.tag in named or element.lower in verbs or element.lower in {"for", "at"}
        if not is_plain and not (of_whole and element.tag in (Tag.PREPOSITION, Tag.VERB, Tag.PERIOD)):
            return False
    return True


def _multiple(evidence: Alone, reading: Reading) -> bool:
    words = {element.lower for element in reading.elements}
    return bool(words & evidence.arithmetic.words["shares.multiple"])
