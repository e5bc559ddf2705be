"""Before, after and change told in one breath: "rose 8.5% to 2.64 million from 2.33 million"."""

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.alignment.brackets import bracketed
from factlint.alignment.evidence import Evidence
from factlint.alignment.slips import by_size
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.quantity import Form

_LEVELS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.AGE, Kind.DURATION)
_PREVIOUS = frozenset({"from", "than"})
_ASIDE = (Kind.AGE, Kind.ORDINAL, Kind.RANK)
_OUT_OF_SIZE = 500
_NEAR, _FAR, _NEIGHBOURS = 9, 16, 3
_COMPARING = frozenset({"compared", "against", "versus", "vs", "relative"})


@dataclass(slots=True)
class Movement:
    """Claims of one sentence that one grammar ties: the level reached, the level before, and the change."""

    current: Claim | None
    previous: Claim | None
    changes: list[Claim]
    verb: str  # the word of change that ties them
    verb_at: int  # index of its element


def movements(evidence: Evidence) -> Iterator[tuple[Reading, Movement]]:
    """Yield the movements of the text, sentence by sentence."""
    for reading in evidence.readings:
        if len(reading.claims) < 2:
            continue
        for group in _tied(reading, evidence):
            found = _sort_out(group, reading, evidence)
            if found is not None:
                yield reading, found


def _tied(reading: Reading, evidence: Evidence) -> Iterator[list[Claim]]:
    """Yield runs of neighbouring claims that share one predicate, or of which the later leans on the earlier."""
    run: list[Claim] = []
    before = -1
    for number, claim in enumerate(evidence.in_sentence(reading)):
        if claim.kind in _ASIDE or claim.role == "per":
            continue  # "per thousand women aged 15 to 19" stands between two rates and is neither
        if run and (_leans(reading, before, number) or _is_second_level(run, claim)):
            run.append(claim)
        else:
            if len(run) > 1:
                yield run
            run = [claim]
        before = number
    if len(run) > 1:
        yield run


def _is_second_level(run: list[Claim], claim: Claim) -> bool:
    """Say whether a level is told a second time, of another time: "totalled 62 in 1960, whereas in 1966 they totalled 49"."""
    first = run[0]
    return (
        len(run) == 1
        and first.kind is Kind.LEVEL
        and claim.kind is Kind.LEVEL
        and bool(first.measure.words)
        and first.measure.words == claim.measure.words
        and _comparable(first, claim)
        and first.period is not None
        and claim.period is not None
        and first.period_how is How.STATED
        and claim.period_how is How.STATED
        and not first.period.overlaps(claim.period)
    )


def _leans(reading: Reading, earlier: int, number: int) -> bool:
    frame, before = reading.frames[number], reading.frames[earlier]
    between = reading.elements[before.place + 1 : frame.place]
    words = [element.lower for element in between]
    compares = bool(_COMPARING & set(words))
    reach = _FAR if compares or frame.preposition in _PREVIOUS else _NEAR
    if len(between) > reach or any(word in {";", ":", "—"} for word in words):
        return False
    if any(element.tag is Tag.SUBORDINATOR and element.lower not in {"which", "when"} for element in between):
        return False
    if frame.continues_list:
        return False
    if frame.predicate_at >= 0 and frame.predicate_at == before.predicate_at:
        return True
    if frame.inherits is not None and earlier <= frame.inherits:
        return True
    if (
        "which" in words
        and frame.predicate_at > before.place
        and reading.elements[frame.predicate_at].tag is Tag.CHANGE
    ):
        return True  # "87 communities, which is down 11%"
    quantity = reading.parse.quantities[number]
    if quantity.role == "to" and quantity.partner == number - 1:
        return True
    return bool(words) and (
        (
            frame.preposition in _PREVIOUS
            and (frame.predicate_at <= before.place or _is_than(reading, frame.predicate_at))
        )
        or (frame.preposition in {"to", "with"} and "compared" in words)
        or (compares and not any(element.tag is Tag.VERB for element in between if element.lower not in _COMPARING))
    )


def _sort_out(group: list[Claim], reading: Reading, evidence: Evidence) -> Movement | None:
    current = previous = None
    changes: list[Claim] = []
    earlier = -1
    for claim in group:
        number, before = reading.claims.index(claim.index), earlier
        earlier, quantity = number, claim.quantity
        assert quantity is not None
        if claim.modality is Modality.NEGATED or quantity.form is Form.ORDINAL:
            return None
        if claim.kind in (Kind.CHANGE, Kind.DIFFERENCE, Kind.RATIO) and claim.role not in _PREVIOUS:
            changes.append(claim)
        elif claim.role in _PREVIOUS or _is_compared(reading, before, number):
            if previous is not None:
                return None
            previous = claim
        elif claim.kind in _LEVELS:
            if current is not None and previous is None and _is_second_level([current], claim):
                current, previous = _by_time(current, claim)
                continue
            if current is not None:
                return None
            current = claim
    if previous is not None and current is not None and not _comparable(current, previous):
        return None
    if previous is not None and any(_other_base(change, previous) for change in changes):
        return None
    verb_at = next(
        (
            reading.frames[reading.claims.index(claim.index)].predicate_at
            for claim in (*changes, *([current] if current else []), *([previous] if previous else []))
            if evidence.grammar.change.get(reading.frames[reading.claims.index(claim.index)].predicate)
        ),
        -1,
    )
    if (current is None or previous is None) and not changes:
        return None
    verb = reading.elements[verb_at].lower if verb_at >= 0 else ""
    return Movement(current, previous, changes, verb, verb_at)


def _by_time(first: Claim, second: Claim) -> tuple[Claim, Claim]:
    """Return the later of two levels, then the earlier."""
    if first.period is not None and second.period is not None and first.period.start and second.period.start:
        return (second, first) if second.period.start > first.period.start else (first, second)
    return second, first


def _is_than(reading: Reading, predicate_at: int) -> bool:
    """Say whether a predicate is the word of change before "than": 9.4% more than the 1.21 million of 2021."""
    return reading.elements[predicate_at].tag is Tag.CHANGE


def _other_base(change: Claim, previous: Claim) -> bool:
    """Say whether a change is measured against another time than the level before: up from March, 4.4% a year earlier."""
    when = previous.period.text.lower() if previous.period is not None else ""
    of_a_year = previous.comparison == "yoy" or "year" in when.split()
    if change.comparison in ("qoq", "mom"):
        return of_a_year
    if change.against is None or change.against.span == (previous.period.span if previous.period else None):
        return False
    return of_a_year and "year" not in change.against.text.lower().split()


def _is_compared(reading: Reading, before: int, number: int) -> bool:
    """Say whether a word of comparison leads from the claim before to this one: compared to last year's price of 374."""
    start = reading.frames[before].place + 1 if before >= 0 else max(reading.frames[number].place - 4, 0)
    words = [element.lower for element in reading.elements[start : reading.frames[number].place]]
    return bool(_COMPARING & set(words))


def _comparable(current: Claim, previous: Claim) -> bool:
    """Say whether two levels are of one unit and one order of size: "to 405 -- 455 million" is a slip of the tongue."""
    first, second = current.quantity, previous.quantity
    assert first is not None and second is not None
    small, large = by_size(first, second)
    if large > small * _OUT_OF_SIZE:
        return False
    if {first.unit.name, second.unit.name} == {"", "number"}:
        return True  # "from 34.2 conceptions per thousand women to 30.8"
    return first.unit.dimension == second.unit.dimension and (
        first.unit.name == second.unit.name or (first.unit.factor is not None and second.unit.factor is not None)
    )


def changes_told_twice(evidence: Evidence) -> Iterator[tuple[list[Claim], Claim, Claim]]:
    """Yield levels, absolute change and change in percent: "employment was 439,000 ... has fallen by 10,000 (2.2%)".

    The percentage fills the brackets behind the change; the levels stand in the same paragraph under the same words.
    """
    for change, growth in bracketed(evidence):
        if change.kind is not Kind.CHANGE or change.quantity is None or growth.quantity is None:
            continue
        unit = change.quantity.unit
        if not growth.quantity.unit.is_percent or unit.is_percent or unit.is_point or change.direction is None:
            continue
        levels = _levels_near(evidence, change)
        if levels:
            yield levels, change, growth


def _levels_near(evidence: Evidence, change: Claim) -> list[Claim]:
    """Return the levels of the paragraph that the change may end at: same words, same unit, larger; nearest first."""
    assert change.quantity is not None
    paragraph = evidence.paragraph(change)
    found = [
        claim
        for claim, quantity in evidence.around(change.sentence, _NEIGHBOURS)
        if claim.kind is Kind.LEVEL
        and claim.role not in _PREVIOUS
        and claim.modality is Modality.ASSERTED
        and abs(claim.sentence - change.sentence) <= _NEIGHBOURS
        and evidence.paragraph(claim) == paragraph
        and _is_of_one_unit(claim, change)
        and bool(claim.measure.words)
        and claim.measure.words == change.measure.words
        and quantity.middle > change.quantity.middle
    ]
    return sorted(found, key=lambda claim: (abs(claim.sentence - change.sentence), claim.index))


def _is_of_one_unit(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    return first.quantity.unit.name == second.quantity.unit.name
