"""FL212: a stock's stated growth needs far more than the stated inflow."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Direction, Kind, Modality
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.period import Basis, Grain, Period
from factlint.model.verdict import Verdict

TIMES = 5
"""From this multiple of the inflow on the growth of the stock is out of reach: deliveries and leavers only add to it."""
NEAR = 6
"""How many sentences lie at most between stock and inflow."""
CERTAIN = 0.9
_REACH = 9
_PERIODS_A_YEAR = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 2, Grain.YEAR: 1}
_COMPARED_WITH = {"yoy": 1, "annualised": 1, "qoq": 4, "mom": 12}


@check("FL212")
def stock_and_flow(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare what a stock grew by with the inflow stretched to the growth's own period."""
    for stock, growth in _growing_stocks(evidence):
        assert stock.quantity is not None and growth.quantity is not None
        span = _COMPARED_WITH.get(growth.comparison, 1)
        rate = growth.quantity.admitted().closed().scaled(Fraction(1, 100))
        level = in_base(stock.quantity.admitted().closed(), stock.quantity)
        before = level.over(rate.shifted(1))
        if before is None or before.low is None or level.low is None or before.high is None:
            continue
        grown = before * rate
        for flow in _inflows(evidence, stock, growth):
            assert flow.quantity is not None
            periods = _times(flow, span)
            if periods is None:
                continue
            inflow = in_base(flow.quantity.admitted().closed(), flow.quantity).scaled(periods)
            if inflow.high is None or _middle(inflow) <= 0 or grown.low is None or grown.low <= inflow.high * TIMES:
                continue
            many = Fraction(_middle(grown)) / Fraction(_middle(inflow))
            stretched = f"{periods} times the stated inflow" if periods != 1 else "the stated inflow"
            yield card.conflict(
                [
                    evidence.place(stock, "stock"), evidence.place(growth, "growth of the stock"),
                    evidence.place(flow, "inflow"),
                ],
                f"The stock cannot have grown so much: {_short(evidence, flow)} came in",
                f"{figure(stock.quantity.middle, stock.quantity.unit)} after a rise of "
                f"{interval(growth.quantity.admitted().closed(), 'percent')} means a growth of {shown(grown, stock)}, "
                f"{round(many)} times what came in at {figure(_middle(inflow) / _factor(stock), stock.quantity.unit)} "
                f"({stretched}), what left not counted",
                confidence=CERTAIN,
                severity=Severity.ERROR,
            )  # fmt: skip
            break


def _growing_stocks(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield each level that is a stock, with the rise in percent told of it in the same sentence."""
    stocks, flows = evidence.grammar.stock_words, evidence.grammar.flow_words
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        for number, growth in enumerate(claims[1:], 1):
            level = claims[number - 1]
            if growth.kind is not Kind.CHANGE or growth.direction is not Direction.UP or growth.quantity is None:
                continue
            if not growth.quantity.unit.is_percent or reading.frames[number].inherits != number - 1:
                continue
            if level.kind is not Kind.LEVEL or level.quantity is None or level.quantity.middle <= 0:
                continue
            words = level.measure.words | {level.verb}
            is_stock = bool(words & stocks) or (level.period is not None and level.period.basis is Basis.AS_OF)
            if is_stock and not words & flows and level.modality is Modality.ASSERTED:
                yield level, growth


def _inflows(evidence: Evidence, stock: Claim, growth: Claim) -> Iterator[Claim]:
    """Yield the levels near by that tell what came into the stock."""
    assert stock.quantity is not None
    flows, general = evidence.grammar.flow_words, evidence.grammar.general
    for claim, quantity in evidence.around(stock.sentence, NEAR):
        if claim.index in (stock.index, growth.index) or abs(claim.sentence - stock.sentence) > NEAR:
            continue
        if claim.kind is not Kind.LEVEL or claim.modality is not Modality.ASSERTED or claim.role in ("from", "than"):
            continue
        if quantity.unit.dimension != stock.quantity.unit.dimension or quantity.unit.name != stock.quantity.unit.name:
            continue
        if quantity.bound.is_lower or not (claim.measure.words | {claim.verb}) & flows:
            continue
        if quantity.unit.per or _is_recurring(evidence, claim):
            continue  # a rate a day is no inflow of the quarter
        own = evidence.grammar.stock_words | flows | general
        only_flow, only_stock = (
            claim.measure.words - stock.measure.words - own,
            stock.measure.words - claim.measure.words - own,
        )
        if (claim.measure.words & stock.measure.words) - general - flows and not (only_flow and only_stock):
            yield claim


def _is_recurring(evidence: Evidence, claim: Claim) -> bool:
    """Say whether a figure is told of every day or month, which makes it a rate."""
    reading = evidence.reading_of[claim.sentence]
    place = reading.frames[reading.claims.index(claim.index)].place
    near = reading.elements[place : place + _REACH]
    return any(element.period is not None and element.period.recurring for element in near)


def _times(flow: Claim, span: int) -> Fraction | int | None:
    """Return how often the flow's own period fits into the growth's: four quarters into a year."""
    grain = _grain(flow.period)
    if grain is None:
        return None
    periods = Fraction(_PERIODS_A_YEAR[grain], span)
    return periods.numerator if periods.denominator == 1 else periods


def _grain(period: Period | None) -> Grain | None:
    if period is None:
        return None
    if period.grain in _PERIODS_A_YEAR:
        return period.grain
    if period.is_resolved:
        assert period.start is not None and period.end is not None
        days = (period.end - period.start).days + 1
        for grain, low, high in (
            (Grain.MONTH, 27, 32),
            (Grain.QUARTER, 85, 95),
            (Grain.HALF, 178, 186),
            (Grain.YEAR, 360, 370),
        ):
            if low <= days <= high:
                return grain
    return None


def _middle(values: Interval) -> Fraction:
    low, high = values.low, values.high
    if low is None or high is None:
        return Fraction(low if low is not None else high or 0)
    return Fraction(low + high) / 2


def _factor(claim: Claim) -> Fraction:
    assert claim.quantity is not None
    return Fraction(claim.quantity.unit.factor or 1)


def _short(evidence: Evidence, flow: Claim) -> str:
    return f"only {evidence.quote(flow.span)}"
