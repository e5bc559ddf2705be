"""Average growth a year with its end points and its number of years."""

from collections.abc import Iterator
from fractions import Fraction

import regex

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import is_amount, is_plain, same_unit, value_of
from factlint.alignment.slips import in_base
from factlint.alignment.written import compiled, holds_any
from factlint.claims.build import Reading
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval, quotient
from factlint.model.quantity import Bound
from factlint.model.record import dataclass
from factlint.model.span import Span

_REACH = 70
_MOST_YEARS = 100
_STEPS = 24


@dataclass(slots=True)
class Compounding:
    """A growth a year, the ratio of the end points, the places of both, and the years that the text allows."""

    growth: Claim
    ends: list[Claim]
    years: list[int]
    ratio: Interval
    when: list[tuple[Span, int]]

    def fits(self) -> bool:
        """Say whether the stated growth, compounded over some of the years, makes the ratio."""
        assert self.growth.quantity is not None
        stated = self.growth.quantity.admitted().closed()
        if stated.low is None or stated.high is None:
            return True
        low, high = (1 + Fraction(end) / 100 for end in (stated.low, stated.high))
        if low < 0:
            return False
        made = [end**years for end in (low, high) for years in self.years]  # a part of a year may be counted
        return self.ratio.meets(Interval(min(made), max(made)))


def compoundings(evidence: Evidence) -> Iterator[Compounding]:
    """Yield "from 287 million in 2015 to 1.1 billion in 2020, a compound annual growth rate of 31%"."""
    yield from evidence.tied(Compounding)
    phrases = "|".join(r"\s+".join(map(regex.escape, phrase)) for phrase in evidence.arithmetic.phrases["rates.annual"])
    annual = compiled(phrases, ignore_case=True)
    if not holds_any(evidence, (max(phrase, key=len) for phrase in evidence.arithmetic.phrases["rates.annual"])):
        return
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        if not any(claim.quantity is not None and claim.quantity.unit.is_percent for claim in claims):
            continue
        span = _annual(evidence, reading, annual)
        if span is None:
            continue
        growth = _growth(claims, span)
        if growth is None:
            continue
        ends = _ends(claims)
        years = _years(evidence, reading, claims)
        if ends is None or years is None:
            continue
        listed, ratio = ends
        count, when = years
        if 1 < count <= _MOST_YEARS and ratio.low is not None and ratio.low > 0:
            yield Compounding(growth, listed, [count - 1, count, count + 1], ratio, when)


def _annual(evidence: Evidence, reading: Reading, annual: "regex.Pattern[str]") -> Span | None:
    """Return where the sentence speaks of a growth a year."""
    sentence = reading.parse.sentence.span
    found = annual.search(evidence.document.text, sentence.start, sentence.end)
    return Span(*found.span()) if found is not None else None


def _growth(claims: list[Claim], span: Span) -> Claim | None:
    near = [
        claim
        for claim in claims
        if claim.quantity is not None and claim.quantity.unit.is_percent and is_plain(claim)
        and claim.span.start - span.end <= _REACH and span.start - claim.span.end <= _REACH
    ]  # fmt: skip
    return near[0] if len(near) == 1 else None


def _ends(claims: list[Claim]) -> tuple[list[Claim], Interval] | None:
    """Return the levels at both ends and their ratio: two figures from ... to, or one range."""
    amounts = [claim for claim in claims if is_amount(claim) and claim.kind is Kind.LEVEL]
    before = [claim for claim in amounts if claim.role == "from"]
    after = [claim for claim in amounts if claim.role == "to"]
    if len(before) == 1 and len(after) == 1 and len(amounts) == 2 and same_unit(before[0], after[0]):
        ratio = value_of(after[0]).over(value_of(before[0]))
        return None if ratio is None else ([before[0], after[0]], ratio)
    if len(amounts) == 1 and amounts[0].quantity is not None and amounts[0].quantity.bound is Bound.RANGE:
        quantity = amounts[0].quantity
        if quantity.low is None or quantity.high is None or quantity.low <= 0:
            return None
        spread = in_base(Interval(quantity.low, quantity.high), quantity)
        assert spread.low is not None and spread.high is not None
        middle = quotient(spread.high, spread.low)
        slack = Fraction(middle) / 10
        return amounts, Interval.point(middle).widened(slack)
    return None


def _years(evidence: Evidence, reading: Reading, claims: list[Claim]) -> tuple[int, list[tuple[Span, int]]] | None:
    """Return the number of years: from two years that are named, else from "over five years"."""
    named = [
        claim
        for claim in evidence.claims[reading.first : reading.first + len(claims) + len(reading.parse.periods)]
        if claim.kind is Kind.DATE
        and claim.period is not None
        and claim.period.has_year
        and claim.period.start is not None
    ]
    if len(named) == 2:
        years = [
            claim.period.start.year for claim in named if claim.period is not None and claim.period.start is not None
        ]
        return abs(years[1] - years[0]), [(claim.span, claim.index) for claim in named]
    spans = [
        claim
        for claim in claims
        if claim.kind is Kind.DURATION and claim.quantity is not None and claim.quantity.unit.name == "year"
        and isinstance(claim.quantity.value, int)
    ]  # fmt: skip
    dated = evidence.claims[reading.first : reading.first + len(claims) + len(reading.parse.periods)]
    told = [
        (claim, int(words[0]))
        for claim in dated
        if claim.kind is Kind.DATE and claim.period is not None
        and len(words := claim.period.text.split()[-2:]) == 2 and words[0].isdigit() and words[1] == "years"
    ]  # fmt: skip
    if len(told) == 1 and not named and not spans:  # over the last 41 years
        return told[0][1], [(told[0][0].span, told[0][0].index)]
    if len(spans) == 1 and not named and spans[0].quantity is not None and isinstance(spans[0].quantity.value, int):
        return spans[0].quantity.value, [(spans[0].span, spans[0].index)]
    return None


def root_percent(ratio: Fraction, years: int) -> Fraction:
    """Return the growth in percent a year, to a tenth, that makes the ratio over the years: for wording only."""
    low, high = Fraction(0), max(ratio, Fraction(1)) + 1
    for _ in range(_STEPS):
        middle = Fraction(round((low + high) / 2 * 100_000), 100_000)
        low, high = (middle, high) if middle**years <= ratio else (low, middle)
    return Fraction(round((low - 1) * 1000), 10)
