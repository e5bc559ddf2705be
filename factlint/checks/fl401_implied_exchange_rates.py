"""FL401: bracketed conversions imply exchange rates that differ."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.brackets import bracketed
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Modality
from factlint.model.interval import Interval
from factlint.model.record import dataclass
from factlint.model.verdict import Verdict

LEAST_GAP = Fraction(2, 100)
"""Rates move within a day; what lies closer than this is no finding."""
CERTAIN = 0.9
_TWOFOLD = 2


@dataclass(slots=True)
class _Rate:
    amount: Claim
    converted: Claim
    rate: Interval


@check("FL401")
def implied_exchange_rates(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the rates that the brackets of one pair of currencies imply; each odd one out is told against the rest."""
    rates: dict[tuple[str, str], list[_Rate]] = defaultdict(list)
    for amount, converted in bracketed(evidence):
        first, second = amount.quantity, converted.quantity
        assert first is not None and second is not None
        if not (first.unit.is_money and second.unit.is_money) or first.unit.name == second.unit.name:
            continue
        if first.unit.per != second.unit.per:
            continue  # dollars a tonne in cents a gallon: the goods have a rate of their own
        if Modality.FORECAST in (amount.modality, converted.modality):
            continue
        rate = first.admitted().closed().over(second.admitted().closed())
        if rate is not None and rate.low is not None and rate.high is not None and rate.low > 0:
            rates[first.unit.name, second.unit.name].append(_Rate(amount, converted, rate))
    for (unit, other), found in rates.items():
        yield from _judge(evidence, card, found, f"{unit} per {other}")


def _judge(evidence: Evidence, card: Card, rates: list[_Rate], unit: str) -> Iterator[Verdict]:
    for at, rate in enumerate(rates):
        alike = [other for other in rates if other is not rate and not _differ(rate, other)]
        unlike = [other for other in rates if _differ(rate, other)]
        if not unlike:
            if at and alike and alike[0] in rates[:at]:
                yield card.tie(
                    _places(evidence, alike[0], rate), f"{_words(alike[0])}, {_words(rate)}: the rates agree"
                )
            continue
        if len(alike) > len(rates) // 2 - 1 and len(rates) > 2:
            continue  # it stands with the most
        other = unlike[0]
        if len(rates) == 2 and at == 1:
            continue  # told already
        far = max(_middle(rate.rate), _middle(other.rate)) / min(_middle(rate.rate), _middle(other.rate))
        yield card.conflict(
            _places(evidence, rate, other),
            "Two conversions imply different exchange rates",
            f"{_words(rate)} is {interval(rate.rate)} {unit}; {_words(other)} is {interval(other.rate)} {unit}",
            confidence=CERTAIN,
            severity=None if far >= _TWOFOLD else card.severity.lowered() if card.severity.rank > 1 else None,
        )


def _differ(one: _Rate, other: _Rate) -> bool:
    """Say whether two rates share no value and lie clearly apart; of two times each may have its own."""
    a, b = one.amount.period, other.amount.period
    if a is not None and b is not None and a.is_resolved and b.is_resolved and not a.overlaps(b):
        return False
    first, second = one.rate, other.rate
    if first.meets(second):
        return False
    low, high = (first, second) if first.below(second) else (second, first)
    assert low.high is not None and high.low is not None
    return Fraction(high.low) / Fraction(low.high) - 1 > LEAST_GAP


def _middle(values: Interval) -> Fraction:
    assert values.low is not None and values.high is not None
    return Fraction(values.low + values.high) / 2


def _places(evidence: Evidence, first: _Rate, second: _Rate) -> list:  # type: ignore[type-arg]
    return [
        evidence.place(first.amount, "amount"), evidence.place(first.converted, "its conversion"),
        evidence.place(second.amount, "amount"), evidence.place(second.converted, "its conversion"),
    ]  # fmt: skip


def _words(rate: _Rate) -> str:
    first, second = rate.amount.quantity, rate.converted.quantity
    assert first is not None and second is not None
    return f"{figure(first.middle, first.unit)} / {figure(second.middle, second.unit)}"
