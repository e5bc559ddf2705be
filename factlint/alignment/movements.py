"""Before, after and change told in one breath: "rose 8.5% to 2.64 million from 2.33 million"."""

from collections.abc import Iterator, Sequence

from factlint.alignment.below_zero import readings_of
from factlint.alignment.breaths import Breath, breaths
from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, lower
from factlint.alignment.slips import by_size
from factlint.alignment.tellings import Part, Slot, alike, has_plus
from factlint.alignment.tightness import is_measure, is_rate_told, is_tight, prices_money
from factlint.model.claim import Claim, Direction, How, Kind, Modality
from factlint.model.period import Grain
from factlint.model.record import dataclass, field, replace
from factlint.model.span import Span

_OUT_OF_SIZE = 500
_STANDING = frozenset({"up", "down", "higher", "lower"})  # words of change that tell of no event
_HALVED = 2
_PARTS_OF_YEAR = frozenset((Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF))
_RANGE = 2  # the ends of a range of change are seldom further apart


@dataclass(slots=True)
class Movement:
    """Claims that one grammar ties: the level reached, the level before, and the changes between them."""

    current: Claim | None
    previous: Claim | None
    changes: list[Claim]
    verb: str = ""  # the word of change that ties them
    verb_span: Span | None = None
    is_sure: bool = True  # else the change may be measured from elsewhere: a conflict wants a slip that explains it
    is_likely: bool = True  # a growth in percent is more often measured from the level before than an amount is
    rates: list[Claim] = field(default_factory=list)  # percentages of the breath, growths with their direction
    signs: list[tuple[int, int]] = field(default_factory=lambda: [(1, 1)])  # of the levels now and before: a loss is -1
    direction: Direction | None = None  # of the word of change, where another language's own words say so
    out_of_size: bool = False  # the levels lie thousands apart: a slip of scale, or no levels of one thing
    prices_money: bool = False  # a currency in another: "the yen rose to 153 from 155" is right as well
    tells_rates: bool = False  # "grew at a 1.3% rate, compared with 0.7%": the word of change does not tie the two


def movements(evidence: Evidence) -> list[Movement]:
    """Return the movements of the text in text order, worked out once."""
    found = evidence.kept.get("movements")
    if not isinstance(found, list):
        found = evidence.tied(Movement)
        found += [movement for breath in breaths(evidence) for movement in _movements(breath, evidence)]
        evidence.kept["movements"] = found
    return found


def _movements(breath: Breath, evidence: Evidence) -> Iterator[Movement]:
    """Yield one movement for each series of a breath: revenue, and earnings a share."""
    slots = breath.slots
    if any(slot.claim.modality is Modality.NEGATED for slot in slots):
        return
    verb, verb_span = _verb(slots, evidence)
    changes = [_directed(slot, verb, evidence) for slot in slots if slot.part is Part.CHANGE]
    series: list[list[Slot]] = []
    for slot in slots:
        if slot.part in (Part.LEVEL, Part.BEFORE):
            own_series = next((listed for listed in series if alike(listed[0], slot)), None)
            if own_series is None:
                series.append([slot])
            else:
                own_series.append(slot)
    compared = _growths_compared(slots, changes, evidence)
    if compared is not None:
        yield Movement(None, None, compared[1], verb, verb_span, rates=compared[0])
    series = [levels for levels in series if levels[0].claim.kind is not Kind.DURATION] or series
    for number, levels in enumerate(series):
        current = next((slot for slot in levels if slot.part is Part.LEVEL), None)
        previous = next((slot for slot in levels if slot.part is Part.BEFORE), None)
        own = _changes_of(changes, current or previous, is_first=number == 0, alone=len(series) == 1)
        movement = _movement(current, previous, own, breath)
        if movement is not None and not (
            (previous is None or previous.cue != "from")
            and any(_may_be_range(change, movement.current, verb) for change in own)
        ):
            movement.verb, movement.verb_span = verb, verb_span
            told = [claim for claim in (movement.current, movement.previous, *movement.changes) if claim is not None]
            if not is_tight(evidence, slots, told):
                movement.is_sure = movement.is_likely = False
            movement.prices_money = prices_money(evidence, told)
            movement.tells_rates = current is not None and is_rate_told(current.reading, current)
            if movement.current is not None and movement.previous is not None:
                movement.signs = readings_of(evidence, movement.current, movement.previous)
            yield movement


def _growths_compared(
    slots: Sequence[Slot], changes: list[Claim], evidence: Evidence
) -> tuple[list[Claim], list[Claim]] | None:
    """Return two growths and the points told behind them: up 0.2%, compared with a fall of 0.2%; 0.4 points higher."""
    rates = [slot for slot in slots if slot.claim.quantity is not None and slot.claim.quantity.unit.is_percent]
    if len(rates) != 2 or not any(slot.claim.kind is Kind.CHANGE for slot in rates):
        return None
    first, second = rates
    points = [
        change
        for change in changes
        if change.quantity is not None and change.quantity.unit.is_point and change.span.start > second.claim.span.start
    ]
    compares = second.cue != "" or (
        first.reading is second.reading
        and not evidence.arithmetic.words["movements.comparing"].isdisjoint(
            lower(between(first.reading, first.number, second.number))
        )
    )
    if not points or not (compares or first.claim.direction is second.claim.direction):
        return None
    if not compares and any(_is_of_other_measure(point, (first.claim, second.claim)) for point in points):
        return None
    return [first.claim, second.claim], points


def _is_of_other_measure(point: Claim, rates: Sequence[Claim]) -> bool:
    """Say whether points are told of a measure of their own: revenue up 1%, income up 8%, 100 basis points of margin."""
    if point.measure.how is not How.STATED or not point.measure.words:
        return False
    return all(rate.measure.words and point.measure.words.isdisjoint(rate.measure.words) for rate in rates)


def _changes_of(changes: list[Claim], level: Slot | None, *, is_first: bool, alone: bool) -> list[Claim]:
    """Return the changes that may be of a series: those of its unit, and percentages where it is the first."""
    if alone or level is None:
        return changes
    unit = level.claim.quantity.unit if level.claim.quantity is not None else None
    return [
        change
        for change in changes
        if change.quantity is not None
        and (
            change.quantity.unit == unit
            or (is_first and (change.quantity.unit.is_percent or change.quantity.unit.is_point))
            or (unit is not None and unit.is_percent and change.quantity.unit.is_point)
        )
    ]


def _movement(current: Slot | None, previous: Slot | None, changes: list[Claim], breath: Breath) -> Movement | None:
    if current is not None and previous is None and not changes:
        return None
    if current is None and (previous is None or not changes):
        return None
    found = Movement(current.claim if current else None, previous.claim if previous else None, list(changes))
    if current is not None and previous is not None:
        if not _comparable(current.claim, previous.claim):
            return None
        assert current.claim.quantity is not None and previous.claim.quantity is not None
        small, large = by_size(current.claim.quantity, previous.claim.quantity)
        if (
            previous.cue not in ("from", "base", "when")
            and large > small * _HALVED
            and _is_of_whole_year(current.claim, previous.claim)
        ):
            return None
        if previous.cue == "when" and large > small * _HALVED:
            return None  # 118 members fewer than in May, when the club had 41 boats
        if large > small * _OUT_OF_SIZE:
            if not changes:
                return None
            found.out_of_size = True
        if any(_other_base(change, previous.claim) for change in changes):
            return None
        if previous.cue == "when":
            found.changes = [change for change in changes if change.span.start < previous.claim.span.start][-1:]
        found.is_sure = previous.cue in ("from", "base", "when") or not changes or _follows(changes, previous)
        if breath.is_long and not _follows(changes, previous) and previous.cue != "when":
            found.is_sure = found.is_likely = False
    elif breath.is_long:
        found.is_sure = found.is_likely = False
    return found


def _is_of_whole_year(current: Claim, previous: Claim) -> bool:
    """Say whether a part of a year stands against a whole one: 1.9 billion in the first quarter, 7.3 billion last year."""
    part, whole = current.period, previous.period
    return part is not None and whole is not None and part.grain in _PARTS_OF_YEAR and whole.grain is Grain.YEAR


def _may_be_range(change: Claim, current: Claim | None, verb: str) -> bool:
    """Say whether "by A to B" may tell a change of A to B: expected to be higher by $20 million to $25 million."""
    if current is None or change.quantity is None or current.quantity is None:
        return False
    if change.role != "by" or current.role != "to":
        return False
    if change.modality is Modality.ASSERTED and verb not in _STANDING:
        return False  # rose by 1,200 to 2,100
    joint = current.quantity.span.start - change.quantity.span.end
    low, high = by_size(change.quantity, current.quantity)
    is_upward = change.quantity.middle < current.quantity.middle
    return joint == len(" to ") and is_upward and high <= low * _RANGE


def _follows(changes: list[Claim], previous: Slot) -> bool:
    """Say whether the changes are told after the level before, or right ahead of it: they are measured against it."""
    return bool(changes) and all(change.span.start > previous.claim.span.start for change in changes)


def _verb(slots: Sequence[Slot], evidence: Evidence) -> tuple[str, Span | None]:
    """Return the word of change that governs a breath, and where it stands."""
    order = (Part.CHANGE, Part.LEVEL, Part.BEFORE)
    for slot in sorted(slots, key=lambda slot: order.index(slot.part)):
        frame = slot.reading.frames[slot.number]
        if frame.predicate_at >= 0 and evidence.grammar.change.get(frame.predicate):
            element = slot.reading.elements[frame.predicate_at]
            if element.lower == "up" and lower(slot.reading.elements[: frame.predicate_at])[-1:] == ["by"]:
                continue  # reduce it by up to two billion
            if slot.part is not Part.CHANGE and is_measure(evidence, slot.reading, frame.predicate_at):
                return "", None
            return element.lower, Span(element.start, element.end)
    return "", None


def _directed(slot: Slot, verb: str, evidence: Evidence) -> Claim:
    """Return a change with the direction that its own sign or the word of change of its breath gives it."""
    claim = slot.claim
    if claim.direction is not None or claim.quantity is None:
        return claim
    if claim.quantity.middle < 0:
        return replace(claim, direction=Direction.DOWN)
    behind = lower(between(slot.reading, slot.number, slot.number + 1))[:3]
    compared = next((evidence.grammar.change.get(word, "") for word in behind if word in ("more", "less", "fewer")), "")
    way = "up" if has_plus(evidence, claim) else compared or evidence.grammar.change.get(verb, "")
    if not way or (not compared and verb in evidence.grammar.signless):
        return claim
    return replace(claim, direction=Direction(way))


def _other_base(change: Claim, previous: Claim) -> bool:
    """Say whether a change is measured against another time than the level before: up from March, 4.4% a year earlier."""
    when = previous.period.text.lower() if previous.period is not None else ""
    of_a_year = previous.comparison == "yoy" or "year" in when.split()
    if change.comparison == "yoy" and previous.period is not None and previous.period.grain is Grain.MONTH:
        return not of_a_year and not any(word.isdigit() for word in when.split())  # from 5.7 billion in January
    if change.comparison in ("qoq", "mom"):
        return of_a_year
    if change.against is None or change.against.span == (previous.period.span if previous.period else None):
        return False
    return of_a_year and "year" not in change.against.text.lower().split()


def _comparable(current: Claim, previous: Claim) -> bool:
    """Say whether two levels are of one unit."""
    first, second = current.quantity, previous.quantity
    assert first is not None and second is not None
    if {first.unit.name, second.unit.name} == {"", "number"}:
        return True  # "from 34.2 conceptions per thousand women to 30.8"
    return first.unit.dimension == second.unit.dimension and (
        first.unit.name == second.unit.name or (first.unit.factor is not None and second.unit.factor is not None)
    )
