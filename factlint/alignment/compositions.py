"""A total and its parts in the sentences around it: figures of one thing, told apart by the words that name the parts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, is_rate, lower, same_time, same_unit, unit_key
from factlint.alignment.known import Alone, silent
from factlint.alignment.slips import significant
from factlint.alignment.sums import Sum
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.quantity import Bound
from factlint.model.record import dataclass

COMPOSED = 0.8
_ASIDE = ("from", "than", "per", "by", "bracket")
_COMPARED = frozenset({"compared", "versus", "vs", "against", "than", "comparison", "compares"})
_MOST = 8
_GAP = 2
_DIGITS = 3
_CROWD = 60  # figures of one measure: beyond this none of them are the parts


@dataclass(slots=True)
class Amount:
    """A level with the stems that name it."""

    claim: Claim
    words: frozenset[str]
    measure: frozenset[str]  # those of its measure alone, where it is stated
    says_total: bool


def compositions(evidence: Evidence) -> Iterator[Sum]:
    """Yield totals with the run of parts told right behind or right before them."""
    amounts = list(_amounts(evidence))
    yield from _coordinated(evidence, amounts)
    yield from _owned(evidence, amounts)
    for at in range(len(amounts)):
        for step in (1, -1):
            run = _run(evidence, amounts, at, step)
            if len(run) >= 2:
                yield Sum(
                    [one.claim for one in run], amounts[at].claim, "composed", COMPOSED, needs_slip=True, is_near=True
                )


def _amounts(evidence: Evidence) -> Iterator[Amount]:
    for reading in evidence.readings:
        yield from _amounts_in(evidence, reading)


@silent
def _amounts_in(evidence: Alone, reading: Reading) -> Iterator[Amount]:
    lists = evidence.arithmetic.words
    for number, claim in enumerate(evidence.in_sentence(reading)):
        if not is_amount(claim) or claim.kind is not Kind.LEVEL or claim.role in _ASIDE:
            continue
        if claim.modality not in (Modality.ASSERTED, Modality.PLANNED) or is_rate(reading, number):
            continue
        if claim.quantity is None or claim.quantity.per_item or claim.quantity.unit.per or claim.quantity.is_range:
            continue
        ahead = lower(between(reading, number - 1, number))
        if set(ahead[-4:]) & _COMPARED:
            continue
        if claim.quantity.bound is not Bound.EXACT:
            continue
        if set(ahead[-6:]) & lists["sums.signed"]:
            continue
        words = _words(evidence, reading, number, claim)
        total = set(claim.measure.text.lower().split()) | set(ahead[-8:])
        is_named = claim.measure.how is How.STATED and not claim.quantity.unit.is_count
        measure = (claim.measure.words if is_named else frozenset()) or words
        yield Amount(claim, words, frozenset(measure - {"total"}), bool(total & lists["sums.total"]))


def _words(evidence: Alone, reading: Reading, number: int, claim: Claim) -> frozenset[str]:
    """Return the stems that name a figure: of its measure, and of its own clause."""
    grammar = evidence.grammar
    ahead = between(reading, number - 1, number)
    ends = {";", "("} if number == 0 else {";", "(", ","}
    cut = max(
        (at + 1 for at, e in enumerate(ahead)
         if e.tag is Tag.SUBORDINATOR or e.lower in ends or (number and e.tag is Tag.CONJUNCTION)), default=0,
    )  # fmt: skip
    named = {grammar.stem(e.lower) for e in ahead[cut:] if e.tag is Tag.NOUN}
    frame = reading.frames[number]
    named |= {grammar.stem(e.lower) for e in (*frame.counted, *frame.complement) if e.tag is Tag.NOUN}
    named |= claim.measure.words
    return frozenset(word for word in named if word not in grammar.telling and not word[:1].isdigit())


def _run(evidence: Evidence, amounts: Sequence[Amount], at: int, step: int) -> list[Amount]:
    """Return the parts of a total: what stands beside it without a break and is told apart by words of its own."""
    total = amounts[at]
    if not total.words or not _is_telling(total):
        return []
    run: list[Amount] = []
    shared = total.words
    place, last = at + step, total.claim
    while 0 <= place < len(amounts) and len(run) < _MOST:
        one = amounts[place]
        place += step
        if abs(one.claim.sentence - last.sentence) > _GAP or not evidence.is_one_turn(one.claim, last):
            break
        if not same_unit(one.claim, total.claim):
            continue
        common = shared & one.words
        if not _may_be_part(one, total) or all(len(word) == 1 for word in common) or not _is_told_apart(one, run):
            break
        if not _is_framed(evidence, total, common):
            break
        shared = common
        run.append(one)
        last = one.claim
    return run if step > 0 else run[::-1]


def _is_telling(total: Amount) -> bool:
    """Say whether a total has so many digits that parts add up to it, or to one slip of it, by accident only rarely."""
    assert total.claim.quantity is not None
    return len(significant(total.claim.quantity)) >= _DIGITS


def _may_be_part(one: Amount, total: Amount) -> bool:
    """Say whether an amount is smaller than the total, of its time and commitment, and itself called no total."""
    assert one.claim.quantity is not None and total.claim.quantity is not None
    told = one.claim.period_how is How.STATED and total.claim.period_how is How.STATED
    return (
        not one.says_total
        and one.claim.quantity.middle < total.claim.quantity.middle
        and not (told and same_time(one.claim, total.claim) == "other")
        and one.claim.modality is total.claim.modality
    )


def _is_told_apart(one: Amount, run: Sequence[Amount]) -> bool:
    """Say whether an amount has words of its own beside each part before it, and each of those beside it."""
    return not any(one.words <= other.words or other.words <= one.words for other in run)


def _is_framed(evidence: Evidence, total: Amount, common: frozenset[str]) -> bool:
    """Say whether the words make one the total of the others: it names no more than all of them, or says total."""
    whole = {evidence.grammar.stem(word) for word in evidence.arithmetic.words["margins.plain"]}
    own = total.words - common - (whole if total.says_total else set())
    return not own or (total.says_total and len(common) >= 2)


def _coordinated(evidence: Evidence, amounts: Sequence[Amount]) -> Iterator[Sum]:
    """Find "The land is worth 742 million. We have 426 million of raw land and 316 million of finished land"."""
    by_sentence: dict[int, list[Amount]] = defaultdict(list)
    by_unit: dict[tuple[int, tuple[str, str, str] | None], list[Amount]] = defaultdict(list)
    for one in amounts:
        by_sentence[one.claim.sentence].append(one)
        by_unit[one.claim.sentence, unit_key(one.claim)].append(one)
    for sentence, found in by_sentence.items():
        for near in (sentence + 1, sentence - 1):
            for total in found:
                same = by_unit.get((near, unit_key(total.claim)), [])
                if _is_telling(total) and _is_list(evidence, same, total):
                    yield Sum(
                        [one.claim for one in same], total.claim, "listed", COMPOSED, needs_slip=True, is_near=True
                    )


def _is_list(evidence: Evidence, parts: Sequence[Amount], total: Amount) -> bool:
    """Say whether parts stand in one list, each sharing a word with the total and none of them wholly with another."""
    if len(parts) < 2 or not all(one.words & total.words and _may_be_part(one, total) for one in parts):
        return False
    if not evidence.is_one_turn(parts[0].claim, total.claim):
        return False
    for at, one in enumerate(parts):
        if not _is_told_apart(one, parts[:at]):
            return False
    reading = evidence.reading_of[parts[0].claim.sentence]
    numbers = [reading.claims.index(one.claim.index) for one in parts]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return False
    words = evidence.arithmetic.words
    for number in numbers[1:]:
        joint = set(lower(between(reading, number - 1, number)))
        if not joint & {",", "and", "plus"} or joint & words["sums.open"] or joint & words["sums.aside"]:
            return False
    return True


def _owned(evidence: Evidence, amounts: Sequence[Amount]) -> Iterator[Sum]:
    """Find the segments' revenues and the company's, told anywhere: same words but for the names of the segments."""
    by_word: dict[str, list[Amount]] = defaultdict(list)
    for one in amounts:
        for word in one.measure:
            by_word[word].append(one)
    found: dict[tuple[frozenset[str], object], tuple[Amount, list[Amount]]] = {}
    owned: set[tuple[frozenset[str], object]] = set()
    for total in amounts:
        key = (total.measure, _value(total))
        if _has_lost_name(evidence, total):
            continue
        if not total.measure or key in owned or total.claim.period is None or not _is_telling(total):
            continue
        group = min((by_word[word] for word in total.measure), key=len)
        if len(group) > _CROWD:
            continue
        parts = _owners(evidence, total, group)
        if len(parts) >= 2 and _is_owned(total, parts):
            owned.add(key)  # wherever it is told again, it is one of the parts' kind and not their total
        elif len(parts) >= 2:
            found.setdefault(key, (total, parts))
    for key, (total, parts) in found.items():
        if key not in owned:
            yield Sum([one.claim for one in parts], total.claim, "owned", COMPOSED, needs_slip=True, is_near=True)


def _has_lost_name(evidence: Evidence, total: Amount) -> bool:
    """Say whether a name before a figure is none of the words that it is known by: of R&D expense, "expense" is left."""
    reading = evidence.reading_of[total.claim.sentence]
    subject = reading.frames[reading.claims.index(total.claim.index)].subject
    return any(len(element.lower) == 1 and element.is_name for element in subject)


def _is_owned(total: Amount, parts: Sequence[Amount]) -> bool:
    """Say whether a figure in the sentence of the others has an owner of its own: wind farms have 6,420, solar plants 3,900."""
    own = total.words - total.measure
    return bool(own) and not total.says_total and any(one.claim.sentence == total.claim.sentence for one in parts)


def _owners(evidence: Evidence, total: Amount, group: Sequence[Amount]) -> list[Amount]:
    """Return the one amount of each owner, of the total's measure, time and basis; none where one owner has several."""
    parts: dict[frozenset[str], Amount] = {}
    lists, stem = evidence.arithmetic.words, evidence.grammar.stem
    kinds = {stem(word) for word in lists["margins.profit"] | lists["margins.expense"]}
    for one in group:
        own = one.measure - total.measure
        if not own or own & kinds or not total.measure <= one.measure or not same_unit(one.claim, total.claim):
            continue
        if not _may_be_part(one, total) or same_time(one.claim, total.claim) != "same":
            continue
        if one.claim.bases ^ total.claim.bases:
            continue
        if own in parts and _value(parts[own]) != _value(one):
            return []
        parts.setdefault(own, one)
    return list(parts.values())


def _value(one: Amount) -> object:
    return None if one.claim.quantity is None else one.claim.quantity.middle
