"""Runs of figures that one telling of change ties, over clauses, brackets and sentences that go on about it."""

from collections.abc import Iterator, Sequence

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import lower
from factlint.alignment.tellings import Part, Slot, alike, slots_of, tells_earlier
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.model.claim import Claim, How, Kind
from factlint.model.period import Grain
from factlint.model.record import dataclass, field

_NEAR, _FAR = 12, 18
_OPENING = 8
_LEADING = ("base", "from")
_VERBS = frozenset({"represents", "means", "compares", "marks", "equals", "rose", "fell"})
_GRAINS = {Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR}


@dataclass(slots=True)
class Breath:
    """Figures of one telling: at most one level reached and one level before of each unit, and the changes."""

    slots: list[Slot] = field(default_factory=list)
    is_long: bool = False  # it goes over the end of a sentence

    def has(self, part: Part) -> bool:
        """Say whether a figure of the breath has this part."""
        return any(slot.part is part for slot in self.slots)

    def takes(self, slot: Slot) -> bool:
        """Say whether a figure still has its place free."""
        if slot.part is Part.CHANGE:
            return True
        return not any(other.part is slot.part and alike(other, slot) for other in self.slots)


def breaths(evidence: Evidence) -> Iterator[Breath]:
    """Yield the breaths of a text in text order."""
    current = Breath()
    last: Reading | None = None
    for reading in evidence.readings:
        slots = slots_of(evidence, reading) if reading.claims else []
        if not slots:
            continue
        goes_on = bool(current.slots) and last is not None and _goes_on(evidence, current, last, reading, slots)
        current.is_long = current.is_long or goes_on
        for place, slot in enumerate(slots):
            is_tied = goes_on if not place else _is_tied(evidence, current, slots[place - 1], slot)
            following = _add(evidence, current, slot) if is_tied else Breath([slot])
            if following is not current:
                if current.slots:
                    yield current
                current = following
        last = reading
    if current.slots:
        yield current


def _add(evidence: Evidence, current: Breath, slot: Slot) -> Breath:
    """Add a figure; where its place is taken return a new breath, with a change that leads to the new level."""
    if _leads_on(current, slot):
        return Breath([current.slots.pop(), slot])
    _give_way(current, slot)
    if current.takes(slot) or _becomes_earlier(current, slot):
        current.slots.append(slot)
        return current
    if _is_aside(evidence, current, slot):
        return current
    begun = Breath()
    leads = slot.claim.role == "to" or slot.cue in _LEADING  # down 6% on the 12.4 million of last year
    if leads and current.slots[-1].part is Part.CHANGE and len(current.slots) > 1:
        begun.slots.append(current.slots.pop())
    begun.slots.append(slot)
    return begun


def _leads_on(current: Breath, slot: Slot) -> bool:
    """Say whether a figure is what the one right before it moved to, not the level told first: prices fell from 30 to 10."""
    if slot.part is not Part.LEVEL or slot.claim.role != "to" or len(current.slots) < 2:
        return False
    last = current.slots[-1]
    levels = [other for other in current.slots if other.part is Part.LEVEL and alike(other, slot)]
    return last.part is Part.BEFORE and last.cue == "from" and bool(levels) and levels[-1].claim.role != "to"


def _give_way(current: Breath, slot: Slot) -> None:
    """Take out a level that was held for the one before by its time alone, where words now name another."""
    if slot.part is Part.BEFORE and slot.cue in ("from", "compared"):
        current.slots = [
            other for other in current.slots if other.cue != "time" or not (alike(other, slot) or slot.series[0] == "")
        ]


def _is_aside(evidence: Evidence, current: Breath, slot: Slot) -> bool:
    """Say whether a level of an earlier time stands beside the level reached, and is not gone on from."""
    when = slot.claim.period
    if (
        slot.part is not Part.LEVEL
        or current.has(Part.BEFORE)
        or when is None
        or current.slots[-1].reading is not slot.reading
    ):
        return False
    is_own = slot.claim.period_how is How.STATED and when.span.start >= slot.claim.span.end
    return is_own and slot.claim.role != "to" and tells_earlier(evidence, when)


def _becomes_earlier(current: Breath, slot: Slot) -> bool:
    """Take a level told a second time, of another time, as the level before: 62 in 1960, whereas in 1966 it was 49."""
    if slot.part is not Part.LEVEL or current.has(Part.BEFORE):
        return False
    first = next((other for other in current.slots if other.part is Part.LEVEL and alike(other, slot)), None)
    if first is None:
        return False
    a, b = first.claim, slot.claim
    if current.is_long and b.role == "to" and b.kind is a.kind and first.claim.sentence < b.sentence:
        first.part, first.cue = Part.BEFORE, "time"  # the herd was 310 cows in 2015. It has doubled to 620.
        return True
    if a.kind is not b.kind or not _is_same_measure(a, b):
        return False
    if a.period is None or b.period is None or How.STATED not in (b.period_how,) or a.period_how is not How.STATED:
        return False
    if a.period.overlaps(b.period) or a.period.start is None or b.period.start is None:
        return False
    if a.period.grain is not b.period.grain and {a.period.grain, b.period.grain} <= _GRAINS:
        return False  # a month and a year
    earlier = first if a.period.start < b.period.start else slot
    earlier.part, earlier.cue = Part.BEFORE, "time"
    return True


def _is_same_measure(first: Claim, second: Claim) -> bool:
    """Say whether the words of one measure are those of the other, or some of them."""
    a, b = first.measure.words, second.measure.words
    return bool(a and b) and (a <= b or b <= a)


def _is_tied(evidence: Evidence, current: Breath, before: Slot, slot: Slot) -> bool:
    """Say whether a figure belongs to the telling of the figure before it in its sentence."""
    reading = slot.reading
    frame, earlier = reading.frames[slot.number], reading.frames[before.number]
    between = reading.elements[earlier.place + 1 : frame.place]
    words = lower(between)
    lists = evidence.arithmetic.words
    compares = bool(lists["movements.comparing"] & set(words)) or slot.cue in ("from", "compared")
    if not current.has(Part.LEVEL) and not current.has(Part.CHANGE):
        compares = True  # from 41,038 members in 2021, membership rose to ...
    if len(between) > (_FAR if compares else _NEAR) or any(word in {";", "—"} for word in words):
        return False
    if ":" in words and slot.cue != "bracket":
        return False
    if not (lists["movements.elsewhere"] | lists["movements.holding"]).isdisjoint(words):
        return False
    if _adds_to_earlier(current, slot, words):
        return False
    if any(
        element.tag is Tag.SUBORDINATOR and element.lower not in lists["movements.continuing"] for element in between
    ):
        return slot.part is Part.LEVEL and _tells_again(current, slot)
    if slot.cue:
        return slot.cue != "earlier" or not _has_own_subject(current, slot)
    if slot.part is Part.LEVEL and frame.continues_list and not frame.predicate:
        return not current.has(Part.BEFORE) and not any(alike(other, slot) for other in current.slots)
    return not _has_own_subject(current, slot)


def _adds_to_earlier(current: Breath, slot: Slot, words: Sequence[str]) -> bool:
    """Say whether a figure only goes on with what a level came from: up from 234 in May and a range of 230 to 232 in June."""
    if slot.part is not Part.LEVEL or slot.claim.role == "to" or slot.reading.frames[slot.number].predicate:
        return False
    return current.slots[-1].part is Part.BEFORE and not current.has(Part.LEVEL) and "and" in words


def _tells_again(current: Breath, slot: Slot) -> bool:
    """Say whether a level is of the same measure and unit as the level of the breath, and of another time."""
    return any(
        other.part is Part.LEVEL and alike(other, slot) and _is_same_measure(other.claim, slot.claim)
        and other.claim.period is not slot.claim.period
        for other in current.slots
    )  # fmt: skip


def _has_own_subject(current: Breath, slot: Slot) -> bool:
    """Say whether a figure is told of something else than the figures before it."""
    frame = slot.reading.frames[slot.number]
    if frame.inherits is not None or not frame.subject:
        return _counts_other(current, slot)
    measure = slot.claim.measure
    if measure.how is not How.STATED or not measure.words:
        return False
    begins = frame.subject[0].start
    reading, last = slot.reading, current.slots[-1]
    if last.reading is reading:
        behind = reading.elements[reading.frames[last.number].place + 1 : frame.place]
        if behind and behind[0].lower == "of" and any(e.start == begins for e in behind[1:3]):
            return False  # 11% of revenue, improving by 120 basis points
    if begins < current.slots[-1].claim.span.end:
        return False  # one subject for both
    told = [slot for slot in current.slots if slot.part is not Part.BEFORE]
    if not told:
        return False  # compared with 75,755 members in 2021, membership dropped to 59,543 members
    first = next((other.claim.measure.words for other in told if other.claim.measure.words), frozenset())
    return not (measure.words <= first or first <= measure.words) if first else current.has(Part.LEVEL)


def _counts_other(current: Breath, slot: Slot) -> bool:
    """Say whether a figure counts other things than the levels before: 24 shops, up 3; 300 staff."""
    if slot.part is not Part.LEVEL or not slot.claim.counted:
        return False
    if slot.reading.frames[slot.number].preposition == "to":
        return False
    counted = [other.claim.counted for other in current.slots if other.part is Part.LEVEL and other.claim.counted]
    return bool(counted) and slot.claim.counted not in counted


def _goes_on(evidence: Evidence, current: Breath, last: Reading, reading: Reading, slots: Sequence[Slot]) -> bool:
    """Say whether a sentence goes on about the figures of the one before: "This compares with ...", "In 2021 it was ..."."""
    sentences = evidence.document.sentences
    before, here = last.parse.sentence, reading.parse.sentence
    if here.index - before.index != 1 or sentences[before.index].paragraph != sentences[here.index].paragraph:
        return False
    if before.turn != here.turn or not (current.has(Part.LEVEL) or current.has(Part.CHANGE)):
        return False
    if current.slots[-1].number != len(last.claims) - 1 and not current.is_long:
        return False
    first = slots[0]
    lists = evidence.arithmetic.words
    ahead = reading.elements[: reading.frames[first.number].place]
    words = [element.lower for element in ahead[:_OPENING] if element.tag is not Tag.PERIOD]
    if first.number != 0 or len(ahead) > _FAR or any(element.tag is Tag.SUBORDINATOR for element in ahead):
        return False
    if _concludes(current, reading, slots, lists["movements.concluding"]):
        return True
    pronoun = next((at for at, word in enumerate(words[:5]) if word in lists["movements.resuming"]), -1)
    if pronoun >= 0 and _stands_alone(ahead, words[pronoun]):
        return True
    if first.cue == "compared" and words[:1] and words[0] in lists["movements.comparing"]:
        return True
    level = next((slot.claim for slot in current.slots if slot.claim.measure.words), None)
    if level is None or first.claim.kind is Kind.SHARE:
        return False
    same = (
        _is_same_measure(level, first.claim)
        if first.cue == "earlier"
        else level.measure.words == first.claim.measure.words
    )
    if not same:
        return False
    return first.part is not Part.LEVEL or first.claim.period_how is How.STATED


def _concludes(current: Breath, reading: Reading, slots: Sequence[Slot], cues: frozenset[str]) -> bool:
    """Say whether a sentence draws the difference of two rates: "The gap is therefore 0.4 percentage points"."""
    told = [slot for slot in slots if slot.claim.kind is not Kind.DURATION]
    rates = [slot for slot in current.slots if slot.claim.kind is not Kind.DURATION]
    if len(told) != 1 or len(rates) != 2 or told[0].claim.quantity is None:
        return False
    if not all(slot.claim.quantity is not None and slot.claim.quantity.unit.is_percent for slot in rates):
        return False
    return told[0].claim.quantity.unit.is_point and not cues.isdisjoint(lower(reading.elements))


def _stands_alone(elements: Sequence[Element], word: str) -> bool:
    """Say whether "this" or "it" stands for a figure told before and opens no phrase of its own: this year, these firms."""
    at = next(place for place, element in enumerate(elements) if element.lower == word)
    following = elements[at + 1] if at + 1 < len(elements) else None
    return following is not None and (
        following.tag in (Tag.VERB, Tag.AUXILIARY, Tag.CHANGE) or following.lower in _VERBS
    )
