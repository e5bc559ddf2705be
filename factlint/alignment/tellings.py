"""What each figure of a sentence is in a telling of change: the level reached, the level before, or the change."""

from collections.abc import Sequence
from enum import Enum

from factlint.alignment.beside import is_at_earlier, is_end_of_range, names_instrument, stands_off, turns_away
from factlint.alignment.earlier import is_dealt_out, is_of_then
from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, holds_phrase, lower
from factlint.alignment.known import Alone, alone
from factlint.claims.build import Reading
from factlint.claims.chunks import Element, Tag
from factlint.claims.clause import Frame
from factlint.model.claim import Claim, How, Kind
from factlint.model.period import Period
from factlint.model.quantity import Form
from factlint.model.record import dataclass

LEVELS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.DURATION)
PREVIOUS = frozenset({"from", "than"})
_CHANGES = (Kind.CHANGE, Kind.DIFFERENCE, Kind.RATIO)
_ASIDE = (Kind.AGE, Kind.ORDINAL, Kind.RANK)
_OPENERS = frozenset({"(", "[", "（"})
_SPANS = frozenset({"year", "quarter", "month", "season", "week", "decade", "years", "months", "period"})
_OWNING = frozenset({"its", "their", "his", "her", "our", "my"})
_BESIDE = frozenset({"below", "above", "under"})
_NOT_THAN = frozenset({"rather", "other"})
_CUE = 7  # elements between a word of comparison and its figure
_BASE = 6
_OF_LEVEL = 6  # elements of "from a volume of" at most


class Part(Enum):
    """What a figure is in a telling of change."""

    LEVEL = "level"
    BEFORE = "before"
    CHANGE = "change"
    ASIDE = "aside"


@dataclass(slots=True)
class Slot:
    """A figure with its part, and what leads to it."""

    claim: Claim
    part: Part
    reading: Reading
    number: int  # among the figures of its sentence
    cue: str = ""  # from, compared, base, bracket, earlier: how a level before is known

    @property
    def series(self) -> tuple[str, str, str]:
        """What figures must share to be levels of one thing: unit, and what it is counted by."""
        quantity = self.claim.quantity
        assert quantity is not None
        unit = quantity.unit
        name = "" if unit.name == "number" else unit.name if unit.factor is None or unit.is_money else unit.dimension
        return name, unit.per, quantity.per_item


def alike(first: Slot, second: Slot) -> bool:
    """Say whether two figures may be levels of one series; a bare count leans on its neighbour's "per thousand"."""
    a, b = first.series, second.series
    return a == b or (a[0] == b[0] == "" and ("", "") in (a[1:], b[1:]))


def slots_of(evidence: Evidence, reading: Reading) -> list[Slot]:
    """Return the figures of a sentence with their parts, in text order; what takes no part is left out."""
    return [Slot(slot.claim, slot.part, reading, slot.number, slot.cue) for slot in _slots(evidence, reading)]


@alone
def _slots(evidence: Alone, reading: Reading) -> list[Slot]:
    """Return the figures as their sentence alone has them: what a breath makes of them is written into copies."""
    found: list[Slot] = []
    for number, claim in enumerate(evidence.in_sentence(reading)):
        quantity = claim.quantity
        assert quantity is not None
        if claim.kind in _ASIDE or claim.role == "per" or quantity.form in (Form.ORDINAL, Form.INDEFINITE):
            continue  # "per thousand women aged 15 to 19" stands between two rates and is neither
        if _names_ages(claim, reading, number):
            continue
        part, cue = _part(evidence, reading, number, claim, found)
        if part is Part.CHANGE and quantity.unit.is_point and _contributes(evidence, reading, number):
            continue  # points added to the growth of a whole are no difference of rates
        if part is Part.CHANGE and (
            _is_annual(evidence, reading, number) or _is_measured_elsewhere(evidence, reading, number)
        ):
            continue
        if part is not Part.ASIDE:
            found.append(Slot(claim, part, reading, number, cue))
    return found


def _names_ages(claim: Claim, reading: Reading, number: int) -> bool:
    """Say whether a bounded figure only names who is meant: the under 18 conception rate fell by 9.8%."""
    quantity, frame = claim.quantity, reading.frames[number]
    assert quantity is not None
    if (
        quantity.bound_word not in {"under", "over"}
        or not quantity.is_exact_count
        or frame.predicate
        or frame.preposition
    ):
        return False
    if number + 1 >= len(reading.frames):
        return False
    before = reading.elements[frame.place - 1] if frame.place else None
    behind_people = before is not None and before.tag is Tag.NOUN  # children under five
    return behind_people or (bool(frame.counted) and not frame.subject)


def _part(evidence: Alone, reading: Reading, number: int, claim: Claim, before: Sequence[Slot]) -> tuple[Part, str]:
    frame = reading.frames[number]
    ahead = between(reading, number - 1, number)
    last = before[-1] if before else None
    if _is_change(evidence, reading, number, before):
        return Part.CHANGE, ""
    if stands_off(evidence, reading, number, claim) or (before and turns_away(evidence, ahead)):
        return Part.ASIDE, ""
    behind = reading.elements[frame.place + 1 :]
    words = lower(ahead[-2:])
    if words[:1] and words[0] in _BESIDE and words[1:] and words[1] in _OWNING and last is not None:
        return Part.ASIDE, ""  # 75,000 barrels a day below its 1.2 million quota
    if _is_told_anew(last, number, frame, claim) or is_end_of_range(evidence, reading, number):
        return Part.ASIDE, ""
    if names_instrument(evidence, claim, behind):
        return Part.ASIDE, ""
    cue = _cue_before(evidence, claim, ahead, behind, last)
    if not cue and any(slot.part is Part.LEVEL for slot in before) and _is_at_earlier(evidence, ahead):
        cue = "from"
    if cue:
        return Part.BEFORE, cue
    has_own = bool(frame.complement) and last is not None and not last.reading.frames[last.number].complement
    if last is not None and last.part is Part.BEFORE and frame.continues_list and not frame.predicate and not has_own:
        return Part.BEFORE, last.cue  # compared with $52.8 million, or $0.88 per share
    return (Part.LEVEL, "") if claim.kind in LEVELS else (Part.ASIDE, "")


def _is_told_anew(last: Slot | None, number: int, frame: Frame, claim: Claim) -> bool:
    """Say whether brackets tell the level before once more in another unit: from 1.35 dollars a pound ($194 a bag)."""
    if last is None or last.part is not Part.BEFORE or last.number != number - 1 or not frame.in_brackets:
        return False
    return claim.quantity is not None and not claim.quantity.unit.is_percent and not claim.quantity.unit.is_point


def _is_change(evidence: Alone, reading: Reading, number: int, before: Sequence[Slot]) -> bool:
    claim, frame = evidence.in_sentence(reading)[number], reading.frames[number]
    quantity = claim.quantity
    last = before[-1] if before and before[-1].number == number - 1 else None
    assert quantity is not None
    if claim.kind is Kind.DIFFERENCE and claim.role != "by" and _leads_noun(reading, number):
        return False  # this 57 basis points shift in mix
    if (
        last is not None
        and last.part is Part.BEFORE
        and quantity.unit.is_percent
        and lower(between(reading, number - 1, number))[-1:] == ["or"]
        and _is_share_again(evidence, reading, before)
    ):
        return False
    if quantity.unit.is_percent and last is not None and is_dealt_out(reading, number):
        return False
    if claim.kind is Kind.DIFFERENCE and _is_earned(evidence, reading, number):
        return False
    if claim.kind in _CHANGES or tells_difference(reading, number) or _leads_to_level(evidence, reading, number):
        return claim.role not in PREVIOUS
    if last is None or not quantity.unit.is_percent or last.claim.quantity is None:
        return False
    unit = last.claim.quantity.unit
    if unit.is_percent or unit.is_point:
        return False
    if last.part is Part.CHANGE:
        return frame.in_brackets or frame.continues_list  # a fall of 103,000 (1.9%); 3.2 million, or 12%
    joint = lower(between(reading, number - 1, number))
    if claim.kind is Kind.SHARE or claim.whole.words:
        return False
    if frame.in_brackets or joint[-2:] == ["(", "+"]:
        return joint[-1:] in (["("], ["+"]) and _fills_change(
            evidence, claim, before
        )  # up from 301.9 million in 2021 (44 percent)
    return (joint[-2:] in ([",", "or"], ["or"], ["or", "by"]) or claim.role == "by") and _moves(reading)


def _is_share_again(evidence: Alone, reading: Reading, before: Sequence[Slot]) -> bool:
    """Say whether the level was told with a share as well: 6.2 billion, or 8% of assets, from 5.3 billion, or 7%."""
    amounts = [slot for slot in before if slot.claim.quantity is not None and not slot.claim.quantity.unit.is_percent]
    level = next((slot for slot in reversed(amounts) if slot.part is Part.LEVEL), None)
    claims = evidence.in_sentence(reading)
    if level is None or level.reading is not reading or level.number + 1 >= len(claims):
        return False
    beside = claims[level.number + 1]
    joint = lower(between(reading, level.number, level.number + 1))
    return beside.quantity is not None and beside.quantity.unit.is_percent and joint[-1:] in (["or"], ["("])


def _is_earned(evidence: Alone, reading: Reading, number: int) -> bool:
    """Say whether points are the object of a verb that changes nothing: deposits earning 10 basis points."""
    frame, grammar = reading.frames[number], evidence.grammar
    if not frame.predicate or frame.is_noun or frame.preposition:
        return False
    moving = frame.predicate in grammar.change or frame.predicate in grammar.signless
    tells = frame.predicate in grammar.auxiliaries or frame.predicate in evidence.arithmetic.words["movements.adding"]
    return not moving and not tells


def _leads_to_level(evidence: Alone, reading: Reading, number: int) -> bool:
    """Say whether a counted figure is the change that leads to the next: decreased 16,029 members to 51,037 members."""
    if number + 1 >= len(reading.frames):
        return False
    frame, quantity = reading.frames[number], reading.parse.quantities[number]
    following = evidence.in_sentence(reading)[number + 1]
    if frame.predicate not in evidence.grammar.change or frame.is_noun or frame.preposition not in ("", "by"):
        return False
    if frame.predicate in evidence.grammar.transitive or following.quantity is None:
        return False
    joint = lower(between(reading, number, number + 1))
    return joint[-1:] == ["to"] and len(joint) <= 4 and following.quantity.unit == quantity.unit


def _leads_noun(reading: Reading, number: int) -> bool:
    following = between(reading, number, number + 1)
    return bool(following) and following[0].tag is Tag.NOUN and following[0].lower not in {"points", "point"}


def tells_difference(reading: Reading, number: int) -> bool:
    """Say whether a figure is so much more or less than another: 15% less than, 310 people more than."""
    if reading.parse.quantities[number].form is not Form.CARDINAL:
        return False
    behind = lower(between(reading, number, number + 1))[:4]
    at = next((place for place, word in enumerate(behind[:3]) if word in {"more", "less", "fewer"}), -1)
    return at >= 0 and behind[at + 1 : at + 2] == ["than"] and all(word not in {",", "and"} for word in behind[:at])


def has_plus(evidence: Alone, claim: Claim) -> bool:
    """Say whether a figure is written with its sign: +33%."""
    return claim.text.startswith("+") or evidence.letters(claim.span.start - 1, claim.span.start) == "+"


def _contributes(evidence: Alone, reading: Reading, number: int) -> bool:
    joint = {*lower(between(reading, number - 1, number))[-_CUE:], *lower(between(reading, number, number + 1))[:2]}
    return not joint.isdisjoint(evidence.grammar.contribution)


def _is_annual(evidence: Alone, reading: Reading, number: int) -> bool:
    """Say whether a change is an average of so much a year, which compounds between the levels."""
    ahead, behind = between(reading, number - 1, number), between(reading, number, number + 1)[:3]
    words = lower(ahead)
    return (
        reading.parse.quantities[number].unit.per != ""
        or evidence.in_sentence(reading)[number].comparison == "annualised"
        or holds_phrase(words, evidence.arithmetic.phrases["rates.annual"])
        or words[-1:] == ["averaging"]
        or words[-2:] in (["average", "of"], ["average", "annual"])
        or any(element.period is not None and element.period.recurring for element in behind[:1])
        or lower(behind)[:2] in (["a", "year"], ["per", "year"], ["each", "year"])
    )


def _is_measured_elsewhere(evidence: Alone, reading: Reading, number: int) -> bool:
    """Say whether a change is told from what is no level of the sentence: 2.1 points short of the record."""
    following = between(reading, number, number + 1)
    lists = evidence.arithmetic.words
    if evidence.in_sentence(reading)[number].kind is Kind.RATIO:
        return False  # doubled over the decade
    if not following or following[0].lower not in lists["movements.basing"] | lists["movements.away"]:
        return False
    for place, element in enumerate(following):
        if element.tag in (Tag.PERIOD, Tag.COMPARISON) or element.lower in _SPANS:
            return False
        if element.tag in (Tag.MARK, Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION):
            return place > 1
    return number + 1 >= len(reading.frames) and len(following) > 1


def _fills_change(evidence: Alone, claim: Claim, before: Sequence[Slot]) -> bool:
    """Say whether brackets behind two levels tell the change: with its sign, or where no other level has such."""
    quantity = claim.quantity
    assert quantity is not None
    if not any(slot.part is Part.BEFORE for slot in before):
        return False
    if quantity.middle < 0 or has_plus(evidence, claim):
        return True
    return before[-1].part is Part.BEFORE and not any(slot.claim.role == "bracket" for slot in before)


def _moves(reading: Reading) -> bool:
    """Say whether a sentence has a word of change at all."""
    return any(frame.predicate and element.tag in (Tag.VERB, Tag.CHANGE, Tag.NOUN)
               for frame in reading.frames
               for element in reading.elements[frame.predicate_at : frame.predicate_at + 1])  # fmt: skip


def _cue_before(evidence: Alone, claim: Claim, ahead: list[Element], behind: list[Element], last: Slot | None) -> str:
    """Return how a figure is known to be the level before, or nothing."""
    words, lists = lower(ahead), evidence.arithmetic.words
    if claim.role == "than" and not _NOT_THAN.isdisjoint(words[-4:]):
        return ""  # one percent rather than the two percent
    if last is not None and last.part is Part.CHANGE and is_of_then(claim, ahead):
        return "when"
    if claim.role in PREVIOUS or _is_from_measure(ahead, last, lists["movements.turns"]):
        return "from"
    bracket = max((at for at, word in enumerate(words) if word in _OPENERS), default=-1)
    if bracket >= 0 and last is not None and last.part is Part.LEVEL:
        return "bracket" if _is_earlier_inside(evidence, claim, ahead[bracket + 1 :], last) else ""
    near = words[-_CUE:]
    at = max((place for place, word in enumerate(near) if word in lists["movements.comparing"]), default=-1)
    if at >= 0 and not _has_verb(evidence, ahead[len(words) - len(near) + at + 1 :]):
        return "compared"
    if last is not None and last.part is Part.CHANGE and _is_base(words[-_BASE:], ahead[-_BASE:], lists):
        return "base"
    if _is_told_earlier(evidence, claim, ahead, behind):
        return "earlier"
    return ""


def _is_from_measure(ahead: Sequence[Element], last: Slot | None, turns: frozenset[str]) -> bool:
    """Say whether "from" and a measure lead to a figure: up 78.4%, from a volume of 825,087 contracts."""
    steps = [element for element in ahead if element.lower != ","]
    if last is None or not 2 < len(steps) <= _OF_LEVEL or steps[0].lower != "from" or steps[-1].lower != "of":
        return False
    if not turns.isdisjoint(lower(steps)):
        return False
    return all(element.tag in (Tag.NOUN, Tag.DETERMINER) for element in steps[1:-1])


def _is_at_earlier(evidence: Alone, ahead: list[Element]) -> bool:
    earlier = [each.period for each in ahead if each.period is not None and tells_earlier(evidence, each.period)]
    return is_at_earlier(ahead, earlier, evidence.arithmetic.words["movements.comparing"])


def _has_verb(evidence: Alone, elements: Sequence[Element]) -> bool:
    comparing = evidence.arithmetic.words["movements.comparing"]
    return any(element.tag in (Tag.VERB, Tag.AUXILIARY) and element.lower not in comparing for element in elements)


def _is_base(words: list[str], elements: list[Element], lists: dict[str, frozenset[str]]) -> bool:
    """Say whether "over the", "on the previous year's" leads from a change to the figure that it is measured against."""
    while elements and elements[0].tag in (Tag.NOUN, Tag.CHANGE):
        words, elements = words[1:], elements[1:]  # a rise of 1.87 million passengers over the
    if not words or words[0] not in lists["movements.basing"] or "," in words:
        return False
    if not lists["movements.parting"].isdisjoint(words):
        return False
    if words[1:2] and words[1] in _OWNING:
        return True  # 500,000 barrels less than its quota of
    return "the" in words[1:] or any(element.tag is Tag.PERIOD for element in elements) or words[0] == "than"


def _is_earlier_inside(evidence: Alone, claim: Claim, inside: list[Element], last: Slot) -> bool:
    """Say whether brackets hold an earlier value: "(17,981 tonnes in 2021)", "(Q1 2022: 24,305)", "(from 48.9)"."""
    if any(element.tag in (Tag.VERB, Tag.AUXILIARY) for element in inside):
        return False
    period = next((element.period for element in inside if element.tag is Tag.PERIOD), None)
    earlier = evidence.arithmetic.words["movements.earlier"] | {"from"}
    if set(lower(inside)) & earlier:
        return True
    if period is None:
        period = claim.period if claim.period_how is How.STATED else None
        if period is None or period.span.start < claim.span.end:
            return False
    if tells_earlier(evidence, period):
        return True
    now = last.claim.period if last.claim.period is not None and last.claim.period.span != period.span else None
    today = evidence.today
    if period.start is None:
        return False
    if now is not None and now.start is not None:
        return period.start < now.start
    return today is None or period.start < today


def tells_earlier(evidence: Alone, period: Period) -> bool:
    """Say whether the words of a period tell of an earlier time: a year ago, the prior-year quarter."""
    words = set(period.text.lower().replace("’", "'").replace("'s", "").split())
    parts = {part for word in words for part in word.split("-")}
    return bool((words | parts) & evidence.arithmetic.words["movements.earlier"])


def _is_told_earlier(evidence: Alone, claim: Claim, ahead: list[Element], behind: list[Element]) -> bool:
    """Say whether the clause of a figure tells of an earlier time: "a year earlier, it was 6.77 million"."""
    if claim.kind not in LEVELS or claim.role == "to":
        return False
    if any(element.lower in {"that", "which", "who"} for element in ahead):
        return False  # from the prior year, that had 99 million of other income
    if not any(element.tag is Tag.AUXILIARY or element.lower in evidence.grammar.level_verbs for element in ahead):
        return False
    if not {"before", "earlier", "previously"}.isdisjoint(lower(ahead)) and any(e.lower in _SPANS for e in ahead):
        return True  # in the year before it was 5.1
    periods = [element.period for element in ahead if element.period is not None]
    if any(tells_earlier(evidence, period) for period in periods):
        return True
    own = claim.period if claim.period_how is How.STATED else None
    if own is None or own.span.start < claim.span.end or not tells_earlier(evidence, own):
        return False
    led = [element for element in behind if element.start < own.span.start]
    return all(element.tag is not Tag.CHANGE for element in led)  # 4,590, 2% up from the prior quarter
