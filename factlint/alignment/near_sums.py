"""Parts and their total told in neighbouring sentences, where words of adding or the two halves of a whole tie them."""

from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment.compositions import compositions
from factlint.alignment.evidence import Evidence
from factlint.alignment.halves import half_of, named_half
from factlint.alignment.joints import between, is_amount, lower, neighbours, opens_with, same_time, same_unit, value_of
from factlint.alignment.signed_sums import signed_sums
from factlint.alignment.sums import Sum
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Kind

RESUMED, HALVED = 0.85, 0.82
_ASIDE = ("from", "than", "bracket", "per", "by")
_REACH_BACK = 3
_REACH_HALF = 3
_REACH_TOTAL = 40
_CLAUSE = 14
_CROWD = 40  # figures of one noun on either side: farther ones are not looked at, so that time stays linear


def near_sums(evidence: Evidence) -> Iterator[Sum]:
    """Yield totals whose parts stand in other sentences near by."""
    for at, reading in enumerate(evidence.readings):
        found = _resumed(evidence, at, reading) or _broken_down(evidence, at, reading)
        if found is not None:
            yield found
    yield from _halves(evidence)
    yield from signed_sums(evidence)
    yield from compositions(evidence)


def _resumed(evidence: Evidence, at: int, reading: Reading) -> Sum | None:
    """Find "We own 16,800 lots. We control an additional 2,500. In total, our lots are 19,300."""
    lists = evidence.arithmetic
    words = lower(reading.elements[:_CLAUSE])
    if not opens_with(words, lists.phrases["sums.resuming"]):
        return None
    amounts = [claim for claim in evidence.in_sentence(reading) if is_amount(claim) and claim.role not in _ASIDE]
    if not amounts or amounts[0].kind is not Kind.LEVEL:
        return None
    total = amounts[0]
    heads = _heads(evidence, reading, total)
    parts: list[Claim] = []
    is_added = False
    for _, before in neighbours(evidence, at, _REACH_BACK, -1):
        found = [
            claim
            for claim in evidence.in_sentence(before)
            if is_amount(claim) and same_unit(claim, total) and claim.modality is total.modality
        ]
        if not found:
            continue
        if any(claim.role in _ASIDE or claim.kind is not Kind.LEVEL for claim in found) or len(found) > 1:
            return None
        number = before.claims.index(found[0].index)
        opener = lower(before.elements[:_CLAUSE])
        near = lower(between(before, number - 1, number))[-2:]
        adds = bool(set(near) & lists.words["sums.adding"]) or opens_with(opener, lists.phrases["sums.adding_openers"])
        if parts and not adds:
            parts, is_added = [], False  # a new sum begins here
        if not heads & _heads(evidence, before, found[0]):
            return None
        is_added = is_added or (bool(parts) and adds)
        parts.append(found[0])
    if len(parts) < 2 or not is_added or evidence.readings[at].parse.sentence.index - parts[-1].sentence > 1:
        return None
    return Sum(parts, total, "in total", RESUMED, is_near=True)


def _broken_down(evidence: Evidence, at: int, reading: Reading) -> Sum | None:
    """Find "We have 187 shops, up from 180. The breakdown is 87 in the north and 100 in the south."."""
    lists = evidence.arithmetic.words
    words = lower(reading.elements)
    at_cue = next((place for place, word in enumerate(words[:4]) if word in lists["sums.breakdown"]), -1)
    if at_cue < 0 or not set(words[at_cue + 1 : at_cue + 5]) & {"is", "was", "are", "were", ":"}:
        return None
    cue = words[at_cue]
    claims = evidence.in_sentence(reading)
    if at == 0 or len(claims) < 2 or set(words) & lists["sums.open"]:
        return None
    inside = reading.elements[reading.frames[0].place : reading.frames[-1].place]
    if any(element.tag is Tag.SUBORDINATOR for element in inside):
        return None
    parts = [claim for claim in claims if is_amount(claim) and claim.kind is Kind.LEVEL and claim.role not in _ASIDE]
    joint = lower(between(reading, len(claims) - 2, len(claims) - 1))
    if len(parts) != len(claims) or "and" not in joint or not all(same_unit(part, parts[0]) for part in parts):
        return None
    before = evidence.readings[at - 1]
    sentences = (before.parse.sentence, reading.parse.sentence)
    if sentences[1].index - sentences[0].index != 1 or sentences[0].turn != sentences[1].turn:
        return None
    totals = [claim for claim in evidence.in_sentence(before) if is_amount(claim) and claim.role == ""]
    if len(totals) != 1 or totals[0].kind is not Kind.LEVEL or not same_unit(totals[0], parts[0]):
        return None
    if totals[0].modality is not parts[0].modality:
        return None
    return Sum(parts, totals[0], cue, RESUMED, is_near=True)


def _heads(evidence: Evidence, reading: Reading, claim: Claim) -> set[str]:
    """Return the stems that may name what a figure counts: its counted noun, or the words of its measure."""
    grammar = evidence.grammar
    frame = reading.frames[reading.claims.index(claim.index)]
    nouns = {grammar.stem(element.lower) for element in frame.counted} | set(claim.measure.words)
    return {word for word in nouns if word not in grammar.telling and word not in grammar.general}


def _halves(evidence: Evidence) -> Iterator[Sum]:
    """Find "100 shops in the north. In the south we have 87 shops. Our number of shops is 187."""
    groups: dict[str, list[tuple[Claim, tuple[int, int] | None]]] = defaultdict(list)
    for reading in evidence.readings:
        for number, claim in enumerate(evidence.in_sentence(reading)):
            if claim.quantity is None or not claim.quantity.unit.is_count or not is_amount(claim):
                continue
            if claim.kind is not Kind.LEVEL or claim.role in _ASIDE:
                continue
            half = half_of(evidence, reading, number)
            for head in _heads(evidence, reading, claim):
                groups[head].append((claim, half))
    told: set[tuple[int, int]] = set()
    for head, group in groups.items():
        for at, (first, half) in enumerate(group):
            if half is None:
                continue
            second = _other_half(evidence, group[at + 1 : at + 5], first, half)
            if second is None or (first.index, second.index) in told:
                continue
            found = _total_of(evidence, group[max(at - _CROWD, 0) : at + _CROWD], first, second, head)
            if found is not None:
                told.add((first.index, second.index))
                yield found


def _other_half(
    evidence: Evidence, group: list[tuple[Claim, tuple[int, int] | None]], first: Claim, half: tuple[int, int]
) -> Claim | None:
    """Return the next figure that counts the other half of the same thing, near by and of the same time."""
    for claim, other in group:
        if claim.sentence - first.sentence > _REACH_HALF or other == half:
            return None
        if (
            other is not None
            and other[0] == half[0]
            and same_time(first, claim) != "other"
            and _alike(evidence, first, claim)
        ):
            return claim
    return None


def _alike(evidence: Evidence, first: Claim, second: Claim) -> bool:
    """Say whether two figures count one thing but for the half: the words they do not share are the halves' own."""
    halves = evidence.arithmetic.halves
    loose = evidence.arithmetic.words["sums.loose_heads"]
    names = {evidence.grammar.stem(word) for word in halves} | {evidence.grammar.stem(word) for word in loose}
    return first.modality is second.modality and not ((first.measure.words ^ second.measure.words) - names)


def _total_of(
    evidence: Evidence, group: list[tuple[Claim, tuple[int, int] | None]], first: Claim, second: Claim, head: str
) -> Sum | None:
    """Return the sum with the one total near by: the same thing, no half of it, larger than each part."""
    lists, stem = evidence.arithmetic, evidence.grammar.stem
    totals = []
    for claim, half in group:
        if half is not None or claim.index in (first.index, second.index):
            continue
        if not -_REACH_TOTAL <= claim.sentence - first.sentence <= _REACH_TOTAL + _REACH_HALF:
            continue
        text = claim.measure.text.lower().split() + claim.counted.lower().split()
        words = {stem(word) for word in text} - {head}
        says_total = bool(set(text) & (lists.words["sums.total"] | {"count", "number"}))
        plain = all(word in evidence.grammar.telling or word in lists.words["shares.whole"] for word in words)
        if plain and says_total and named_half(evidence, text) is None and same_time(first, claim) != "other":
            totals.append(claim)
    if not totals:
        return None
    sums = [Sum([first, second], total, "halves", HALVED, needs_slip=True, is_near=True) for total in totals]
    return next(
        (found for found in sums if found.added().meets(value_of(found.total))), sums[0] if len(sums) == 1 else None
    )
