"""The judging of multiples in words, for the rules on doubled and on times."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.multiples import Multiple
from factlint.checks.judging import quoted
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval, tidy
from factlint.model.quantity import Bound
from factlint.model.verdict import Verdict

CERTAIN, ROUGH = 0.92, 0.6
TWOFOLD = 2


def judge_multiple(evidence: Evidence, card: Card, found: Multiple) -> Iterator[Verdict]:
    """Compare the ratio of the two levels with every ratio that the words allow."""
    implied = found.implied()
    current, previous = found.current.quantity, found.previous.quantity
    assert current is not None and previous is not None
    if implied is None:
        return
    places = [
        evidence.place(found.ratio, "multiple"),
        evidence.place(found.current, "level"),
        evidence.place(found.previous, "level before"),
    ]
    before = previous.value if previous.value is not None else previous.middle
    words = f"{figure(current.middle, current.unit)} / {figure(before, previous.unit)} is {interval(implied)}"
    said = f"{quoted(evidence, found.ratio)} is {' or '.join(interval(reading) for reading in found.readings)}"
    if any(implied.meets(reading) for reading in found.readings):
        yield card.tie(places, f"{words}, {said}")
        return
    is_summed_up = _sums_up(found, implied)
    yield card.conflict(
        places,
        "The multiple does not follow from the two levels",
        f"{words}, and {said}",
        confidence=ROUGH if is_summed_up else CERTAIN,
        severity=Severity.INFO if is_summed_up else Severity.ERROR,
    )


def _sums_up(found: Multiple, implied: Interval) -> bool:
    """Say whether a multiple sums up, behind both levels, what comes to it as a whole number: 59 against 26, so doubled."""
    quantity = found.ratio.quantity
    assert quantity is not None
    if quantity.value is None or quantity.value < TWOFOLD or not quantity.in_words or quantity.bound is not Bound.EXACT:
        return False
    is_behind = found.ratio.span.start > max(found.current.span.end, found.previous.span.end)
    above = Interval(quantity.value, tidy(Fraction(quantity.value) + Fraction(1, 2)))
    return is_behind and implied.meets(above)
