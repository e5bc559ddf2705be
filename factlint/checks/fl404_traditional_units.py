"""FL404: a conversion of mu, li, jin or catties does not come out by any of their values."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.conversions import told_twice
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import apart, quoted, shown
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.interval import Rational
from factlint.model.verdict import Verdict

CERTAIN = 0.96


@check("FL404")
def traditional_units(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Convert by each value of the unit, and compare in the reading that rounding allows."""
    for first, second in told_twice(evidence):
        a, b = (first, second) if _factors(evidence, first) else (second, first)
        factors = _factors(evidence, a)
        assert a.quantity is not None and b.quantity is not None
        if not factors or _factors(evidence, b) or a.quantity.unit.dimension != b.quantity.unit.dimension:
            continue
        if b.quantity.unit.factor is None or a.quantity.unit.per or b.quantity.unit.per:
            continue
        stated = in_base(b.quantity.admitted(round_reading=True).closed(), b.quantity)
        readings = [a.quantity.admitted(round_reading=True).closed().scaled(factor) for factor in factors]
        places = [evidence.place(a, "amount"), evidence.place(b, "its conversion")]
        words = f"{quoted(evidence, a)} is {' or '.join(shown(reading, b) for reading in readings)}"
        if any(reading.meets(stated) for reading in readings):
            yield card.tie(places, f"{words}, stated is {shown(stated, b)}")
            continue
        yield card.conflict(
            places,
            "The conversion of a traditional unit does not come out",
            f"{words}, and stated is {shown(stated, b)}",
            confidence=CERTAIN,
            severity=Severity.ERROR if all(apart(reading, stated) >= 2 for reading in readings) else Severity.WARNING,
        )


def _factors(evidence: Evidence, claim: Claim) -> tuple[Rational, ...]:
    assert claim.quantity is not None
    return evidence.arithmetic.traditional.get(claim.quantity.unit.name, ())
