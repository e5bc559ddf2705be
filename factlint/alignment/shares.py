"""A part and its share in one sentence, and the whole near by: "$143 million, or 15.7% of revenue"."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import (
    between,
    is_amount,
    is_rate,
    lower,
    mended_by_one_slip,
    neighbours,
    same_time,
    same_unit,
    value_of,
)
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, Direction, How, Kind, Modality
from factlint.model.interval import Interval
from factlint.model.quantity import Form
from factlint.model.record import dataclass

NEAR_WHOLE, FAR_WHOLE, WITH_REST = 0.85, 0.8, 0.85
_REACH = 150  # sentences
_NEAR = 4
_JOINT = 12
_DIGITS = 3  # of a figure whose slip may explain a gap
_ASIDE = ("from", "than", "per", "by")
_OF_NAMES = frozenset({"net", "gross", "record", "reported"})  # bases that are part of a measure's own name
_PERCENT = Fraction(1, 100)
_OPENING = 4
_OUT_OF = (["of"], ["out", "of"], ["of", "the"], ["out", "of", "the"], ["of", "all"])
_BREAKS = frozenset({",", ";", "and", "but", "while"})
_OPENS = frozenset({"(", "or"})


@dataclass(slots=True)
class PartOfWhole:
    """A part, the share that is stated of it, and the whole; or the rest, which with the part makes the whole."""

    part: Claim
    share: Claim
    whole: Claim
    confidence: float
    is_rest: bool = False
    needs_slip: bool = False

    def implied(self) -> Interval | None:
        """Return the share in percent that part and whole make."""
        part, whole = value_of(self.part), value_of(self.whole)
        ratio = part.over(part + whole) if self.is_rest else part.over(whole)
        if ratio is None:
            return None
        if (
            self.is_rest
            and whole.low is not None
            and whole.high is not None
            and part.low is not None
            and part.high is not None
        ):
            low, high = Interval.point(part.low), Interval.point(part.high)
            least, most = low.over(low.shifted(whole.high)), high.over(high.shifted(whole.low))
            ratio = Interval(least.low, most.high) if least and most else ratio
        return ratio.scaled(100)

    def stated(self) -> Interval:
        """Return the stated share in percent."""
        return percent_of(self.share)

    def agrees(self) -> bool:
        """Say whether part and whole make the share that is stated."""
        implied = self.implied()
        return implied is not None and implied.meets(self.stated())

    def slipped(self) -> bool:
        """Say whether one slip in one of the three figures explains the gap."""
        assert self.share.quantity is not None
        part, whole = value_of(self.part, rounded=False), value_of(self.whole, rounded=False)
        stated = self.stated().scaled(_PERCENT)
        implied, of_share = part.over(whole), part.over(stated)
        if (
            implied is not None
            and self.share.quantity.unit.is_percent
            and mended_by_one_slip(
                self.share, implied.widened(self.share.quantity.half_quantum() * _PERCENT), least=_DIGITS
            )
        ):
            return True
        if mended_by_one_slip(self.part, whole * stated, least=_DIGITS):
            return True
        return of_share is not None and bool(mended_by_one_slip(self.whole, of_share, least=_DIGITS))


def percent_of(share: Claim) -> Interval:
    """Return a share as percent: 15.7% as it stands, a third as 30% to 36.7%."""
    quantity = share.quantity
    assert quantity is not None
    reading = quantity.admitted().closed()
    if quantity.unit.is_percent:
        return reading
    is_loose = quantity.in_words and not (quantity.slack_below or quantity.slack_above)
    if is_loose and quantity.value is not None and "exact" not in quantity.bound_word:
        reading = reading.widened(Fraction(quantity.value) / 10)
    return reading.scaled(100)


def is_share(claim: Claim) -> bool:
    """Say whether a claim is a plain share: percent or a fraction, no change and no rate of change."""
    quantity = claim.quantity
    if quantity is None or claim.comparison or claim.kind not in (Kind.SHARE, Kind.RATE):
        return False
    if claim.direction is not None and (claim.kind is Kind.RATE or claim.role == "by"):
        return False  # of a share "down from 16.3%" the way that it went is told, and it is a share all the same
    return (quantity.unit.is_percent and not quantity.unit.per) or quantity.form is Form.FRACTION


def parts_of_wholes(evidence: Evidence) -> Iterator[PartOfWhole]:
    """Yield parts with their shares and wholes."""
    for at, reading in enumerate(evidence.readings):
        claims = evidence.in_sentence(reading)
        for number in range(1, len(claims)):
            part, share = claims[number - 1], claims[number]
            if not is_share(share) or not is_amount(part) or part.role in _ASIDE or part.direction is Direction.DOWN:
                continue
            if part.kind is not Kind.LEVEL or not _is_tied(evidence, reading, number) or is_rate(reading, number - 1):
                continue
            found = _with_whole_beside(reading, claims, number) or _whole_afar(evidence, at, reading, number)
            if found is not None:
                yield found


def _whole_afar(evidence: Evidence, at: int, reading: Reading, number: int) -> PartOfWhole | None:
    """Find the whole that a share names, or its rest, or the sales that an expense is told by, around the sentence."""
    part, share = evidence.in_sentence(reading)[number - 1 : number + 1]
    words = _whole_words(evidence, reading, number)
    if words:
        return _with_whole(evidence, part, share, words)
    if words is not None:
        return _with_rest(evidence, at, part, share)
    if not _is_of_sales(evidence, reading, number, part):
        return None
    sales = (_with_whole(evidence, part, share, frozenset({name}), is_implied=True) for name in _sales(evidence))
    return next((one for one in sales if one is not None), None)


def _with_whole_beside(reading: Reading, claims: list[Claim], number: int) -> PartOfWhole | None:
    """Find the whole in the sentence itself: 4,000 jobs, or 20% of its workforce of 20,000; of the 800 births, 320 ..., or 40%."""
    part, share, frame = claims[number - 1], claims[number], reading.frames[number]
    if number + 1 < len(claims) and frame.complement_by == "of" and frame.complement:
        joint = between(reading, number, number + 1)
        is_whole = (
            joint[-1:]
            and joint[-1].lower == "of"
            and all(e.tag in (Tag.NOUN, Tag.DETERMINER) or e.lower == "of" for e in joint)
            and [e.lower for e in joint].count("of") == 2
        )
        if is_whole and _are_of_one_unit(part, claims[number + 1]):
            return PartOfWhole(part, share, claims[number + 1], NEAR_WHOLE)
    opens = number == 2 and lower(reading.elements[:2]) == ["of", "the"] and reading.frames[0].place == 2
    is_last = opens and not frame.complement and lower(between(reading, 1, 2))[-2:] == [",", "or"]
    if is_last and _are_of_one_unit(part, claims[0]):
        return PartOfWhole(part, share, claims[0], NEAR_WHOLE)
    return None


def _are_of_one_unit(part: Claim, whole: Claim) -> bool:
    return is_amount(whole) and whole.kind is Kind.LEVEL and whole.role not in _ASIDE and same_unit(part, whole)


def shares_beside(evidence: Evidence) -> Iterator[PartOfWhole]:
    """Yield "nearly half of the firms (412 of 840)" and "a third of the 1,500 respondents, 500 people,"."""
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number in range(len(claims) - 2):
            share, second, third = claims[number : number + 3]
            if not is_share(share) or share.modality is not Modality.ASSERTED:
                continue
            ahead, joint = (lower(between(reading, at, at + 1)) for at in (number, number + 1))
            behind = lower(between(reading, number + 2, number + 3))
            if ahead[-1:] == ["("] and joint in _OUT_OF and ")" in behind[:3] and not _BREAKS & set(ahead):
                part, whole = second, third
            elif (
                ahead == ["of", "the"]
                and joint[-1:] in ([","], ["or"])
                and "," in behind[:3]
                and len(joint) <= _OPENING
            ):
                part, whole = third, second
            else:
                continue
            if is_amount(part) and _are_of_one_unit(part, whole):
                yield PartOfWhole(part, share, whole, NEAR_WHOLE)


def _sales(evidence: Evidence) -> list[str]:
    """Return what companies call their sales: a share without a whole beside an expense is of these."""
    return sorted({evidence.grammar.stem(word) for word in evidence.arithmetic.words["margins.revenue"]})


def _is_of_sales(evidence: Evidence, reading: Reading, number: int, part: Claim) -> bool:
    """Say whether a share that names no whole stands behind an expense or a profit: "expenses were 27 million or 21%"."""
    lists = evidence.arithmetic.words
    frame = reading.frames[number]
    if frame.complement or part.quantity is None or not part.quantity.unit.is_money or part.direction is not None:
        return False
    if any(element.tag is Tag.CHANGE for element in between(reading, number - 1, number)):
        return False
    words = set(part.measure.text.lower().replace("-", " ").split())
    return bool(words & (lists["margins.profit"] | lists["margins.expense"])) and not words & lists["margins.one_off"]


def _is_tied(evidence: Evidence, reading: Reading, number: int) -> bool:
    """Say whether the words between a part and its share say that it is its share: "or", "(", "made up"."""
    elements = between(reading, number - 1, number)
    linking = evidence.arithmetic.words["shares.linking"]
    while elements and elements[-1].tag in (Tag.ADVERB, Tag.DETERMINER):
        elements = elements[:-1]
    if not elements or len(elements) > _JOINT or any(e.lower in {"and", "but", ";", "while", "down"} for e in elements):
        return False
    words = lower(elements)
    if words[-1] in _OPENS:
        return all(
            e.tag in (Tag.NOUN, Tag.PREPOSITION, Tag.PERIOD, Tag.DETERMINER, Tag.MARK, Tag.ADVERB) or e.lower in linking
            for e in elements
        )
    tail = words[-3:]
    shares = evidence.grammar.share_verbs
    if not (set(tail) & shares):
        return False
    rest = elements[: -len(tail)]
    return not any(e.tag in (Tag.VERB, Tag.SUBORDINATOR, Tag.CONJUNCTION) and e.lower not in linking for e in rest)


def _whole_words(evidence: Evidence, reading: Reading, number: int) -> frozenset[str] | None:
    """Return the content words of the whole; empty for "of the total"; None where no whole is named."""
    frame = reading.frames[number]
    if frame.complement_by != "of" or not frame.complement:
        return None
    lists = evidence.arithmetic.words
    whole = lists["shares.whole"]
    grammar = evidence.grammar
    phrase = frame.complement
    cut = next((at for at, e in enumerate(phrase) if e.tag is Tag.PREPOSITION), len(phrase))
    nouns = [e.lower for e in phrase[:cut] if e.tag in (Tag.NOUN, Tag.VERB) and e.lower not in whole]
    if cut < len(phrase) and any(e.tag is Tag.NOUN for e in phrase[cut:]):
        return None  # "of revenue in the north": a whole of its own
    if (
        set(lower(between(reading, number, number + 1))[len(phrase) + 1 : len(phrase) + 4])
        & lists["shares.leaving_out"]
    ):
        return None  # "of revenue excluding fuel"
    return frozenset(grammar.stem(noun) for noun in nouns)


def _with_whole(
    evidence: Evidence, part: Claim, share: Claim, words: frozenset[str], *, is_implied: bool = False
) -> PartOfWhole | None:
    """Return the whole that the share names, of one unit and time with the part; the farther, the surer of its time."""
    found: list[PartOfWhole] = []
    foretold = _foretells(evidence, evidence.reading_of[part.sentence])
    for claim in evidence.measuring(part, min(words), _REACH):
        if (claim.sentence == part.sentence and claim.index > share.index) or claim.index == part.index:
            continue  # "of revenue, resulting in cash of": told of something else
        if not _may_be_whole(evidence, claim, part, words):
            continue
        near = evidence.reading_of[claim.sentence]
        if is_rate(near, near.claims.index(claim.index)) or (_foretells(evidence, near) and not foretold):
            continue
        when = same_time(part, claim)
        distance = claim.sentence - part.sentence
        is_close = abs(distance) <= _NEAR and evidence.is_one_turn(claim, part)
        is_told = claim.period_how is not How.ASSUMED and part.period_how is not How.ASSUMED
        if when == "other" or (when == "unknown" and not is_close) or (distance > _NEAR and not is_told):
            continue
        if _is_compared(evidence, claim) or (_is_compared(evidence, part) and claim.period_how is not How.STATED):
            continue
        sure = is_close and not is_implied and _says_total(claim) and _says_total_of(evidence, share)
        dated = when == "same" and claim.period_how is How.STATED and part.period_how is How.STATED
        needs_slip = not sure and (is_implied or not dated)
        found.append(PartOfWhole(part, share, claim, NEAR_WHOLE if sure else FAR_WHOLE, needs_slip=needs_slip))
    for each in found:
        if each.agrees():
            return each
    values = {each.whole.quantity.middle for each in found if each.whole.quantity is not None}
    return found[0] if len(values) == 1 else None


def _is_compared(evidence: Evidence, claim: Claim) -> bool:
    """Say whether a figure is what another is compared with, or by how much something changed."""
    reading = evidence.reading_of[claim.sentence]
    number = reading.claims.index(claim.index)
    words = lower(between(reading, number - 1, number))[-_NEAR:]
    return bool(set(words) & evidence.arithmetic.words["shares.compared"])


def _may_be_whole(evidence: Evidence, claim: Claim, part: Claim, words: frozenset[str]) -> bool:
    """Say whether a claim is a level of the whole's name, on the part's basis and in its unit."""
    return (
        claim.kind is Kind.LEVEL
        and claim.role not in _ASIDE
        and claim.modality is part.modality
        and claim.quantity is not None
        and not claim.quantity.is_range
        and is_amount(claim)
        and same_unit(claim, part)
        and _names_whole(evidence, claim, words)
        and not (claim.bases ^ part.bases) - _OF_NAMES
        and _count_alike(evidence, claim, part)
    )


def _foretells(evidence: Evidence, reading: Reading) -> bool:
    """Say whether a sentence speaks of what is expected or planned, whatever verb its figure leans on."""
    words = {element.lower for element in reading.elements}
    return bool(words & evidence.grammar.forecast)


def _count_alike(evidence: Evidence, first: Claim, second: Claim) -> bool:
    """Say whether two bare figures count one kind of thing: barns and barns, not barrels and feet."""
    assert first.quantity is not None
    if not first.quantity.unit.is_count:
        return True
    heads = [{evidence.grammar.stem(word) for word in claim.counted.lower().split()} for claim in (first, second)]
    return bool(heads[0] & heads[1]) or not (heads[0] and heads[1])


def _names_whole(evidence: Evidence, claim: Claim, words: frozenset[str]) -> bool:
    """Say whether a claim measures the whole: its words are those of the whole, names and "total" aside."""
    grammar = evidence.grammar
    if not words <= claim.measure.words:
        return False
    if claim.measure.words == words:
        return True
    owners = {
        grammar.stem(word[:-2]) for word in claim.measure.text.lower().replace("’", "'").split() if word.endswith("'s")
    }
    extra = claim.measure.words - words - owners
    telling = {grammar.stem(word) for word in evidence.arithmetic.words["shares.whole"]}
    return all(word in telling for word in extra)


def _says_total(claim: Claim) -> bool:
    return bool(set(claim.measure.text.lower().split()) & {"total", "overall"})


def _says_total_of(evidence: Evidence, share: Claim) -> bool:
    reading = evidence.reading_of[share.sentence]
    frame = reading.frames[reading.claims.index(share.index)]
    return any(element.lower in {"total", "overall"} for element in frame.complement)


def _with_rest(evidence: Evidence, at: int, part: Claim, share: Claim) -> PartOfWhole | None:
    """Find "1,218 homes or 60% of the total. The north contributed the balance of 801"."""
    remaining = evidence.arithmetic.words["sums.remaining"] - {"other", "others"}
    for _, near in neighbours(evidence, at, 0, 2):
        for number, claim in enumerate(evidence.in_sentence(near)):
            if (
                claim.index <= share.index
                or not is_amount(claim)
                or claim.kind is not Kind.LEVEL
                or claim.role in _ASIDE
            ):
                continue
            if not same_unit(claim, part):
                continue
            if set(lower(between(near, number - 1, number))[-4:]) & remaining:
                return PartOfWhole(part, share, claim, WITH_REST, is_rest=True)
            if claim.sentence != part.sentence:
                return None
    return None
