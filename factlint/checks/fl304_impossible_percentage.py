"""FL304: no count of so few members makes the percentage that is stated."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from factlint.alignment import Evidence
from factlint.alignment.fractions import shares_of_few
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.88


@check("FL304")
def impossible_percentage(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Look for a whole k of which k / N is the percentage, rounding and cutting both allowed."""
    for share, members in shares_of_few(evidence):
        assert share.quantity is not None and members.quantity is not None and members.quantity.value is not None
        stated, n = share.quantity.admitted().closed(), Fraction(members.quantity.value)
        if stated.low is None or stated.high is None or stated.low < 0 or stated.high > 101:
            continue
        # cut instead of rounded, 42.9% may stand as 42%
        reading = Interval(stated.low, stated.high + share.quantity.half_quantum())
        below = int(Fraction(stated.low) * n // 100)
        near = [count for count in range(max(below - 1, 0), below + 3) if count <= n]
        fitting = [count for count in near if reading.holds(Fraction(100 * count) / n)]
        places = [evidence.place(share, "share"), evidence.place(members, "members")]
        if fitting:
            yield card.tie(places, f"{fitting[0]} of {n} is {figure(Fraction(100 * fitting[0]) / n, 'percent')}")
            continue
        middle = Fraction(share.quantity.middle)
        around = sorted(near, key=partial(_distance, n=n, middle=middle))
        shown = " and ".join(
            f"{count} of {n} is {figure(Fraction(100 * count) / n, 'percent')}" for count in sorted(around[:2])
        )
        yield card.conflict(
            places,
            "No count of so few makes this percentage",
            f"{shown}, and stated is {interval(stated, 'percent')}",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )


def _distance(count: int, *, n: Fraction, middle: Fraction) -> tuple[Fraction, int]:
    """Return how far the share of a count lies from the stated one."""
    return abs(Fraction(100 * count) / n - middle), count
