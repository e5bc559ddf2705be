"""An average month or year beside the total of several: an average monthly intake of 1.5 million, 13.4 in nine months."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_amount, lower, same_unit
from factlint.alignment.products import Product
from factlint.model.claim import Claim, How, Kind
from factlint.model.record import dataclass

_MONTHS = {"monthly": 1, "quarterly": 3, "annual": 12, "yearly": 12}
_LEAST = 2  # figures of which an average is told
_NEAR = 4
_FAR = 8


@dataclass(slots=True)
class Listed:
    """An average and the figures that it is of, month by month."""

    average: Claim
    parts: list[Claim]


def listed_averages(evidence: Evidence) -> Iterator[Listed]:
    """Yield "gains averaged 240,000 a month over three months: 239,000 in December, 175,000 in January and 113,000 in February"."""
    averaging = evidence.arithmetic.words["rates.averaging"]
    for reading in evidence.readings:
        claims = evidence.in_sentence(reading)
        if len(claims) <= _LEAST or averaging.isdisjoint(lower(between(reading, -1, 0))):
            continue
        average, parts = claims[0], claims[1:]
        opening = lower(between(reading, 0, 1))
        if not is_amount(average) or not {":", "\u2014", "("} & set(opening[-2:]):
            continue
        periods = [claim.period.text for claim in parts if claim.period is not None and claim.period_how is How.STATED]
        if len(set(periods)) != len(parts) or not all(_is_alike(part, average) for part in parts):
            continue
        yield Listed(average, parts)


def _is_alike(part: Claim, average: Claim) -> bool:
    """Say whether a figure is in the unit of the average, whatever the average is told by."""
    a, b = part.quantity, average.quantity
    return a is not None and b is not None and is_amount(part) and a.unit.name == b.unit.name and a.value is not None


def averages_over_time(evidence: Evidence) -> Iterator[Product]:
    """Yield "an average monthly intake of 1.5 million" with the 13.4 million taken in from April to December near by."""
    average = evidence.arithmetic.words["rates.average"]
    for reading in evidence.readings:
        for number, rate in enumerate(evidence.in_sentence(reading)):
            ahead = between(reading, number - 1, number)[-_FAR:]
            times = [e for e in ahead if e.period is not None and e.period.recurring]
            if len(times) != 1 or not {e.lower for e in ahead} & average or not is_amount(rate):
                continue
            months = _MONTHS.get(evidence.document.text[times[0].start : times[0].end].lower())
            found = _total_over(evidence, rate, months) if months is not None else None
            if found is not None:
                yield found


def _total_over(evidence: Evidence, rate: Claim, each: int) -> Product | None:
    """Return the one total of the same measure, told of several whole months near by."""
    heads = rate.measure.words - {evidence.grammar.stem("average")}
    found: list[Product] = []
    for claim in evidence.measuring(rate, min(heads), _NEAR) if heads else ():
        months = _months(claim)
        if claim.index == rate.index or not heads <= claim.measure.words or not is_amount(claim) or not months:
            continue
        if claim.kind is not Kind.LEVEL or claim.period_how is not How.STATED or not same_unit(claim, rate):
            continue
        factor = Fraction(months, each)
        if factor > 1 and evidence.grammar.stem("average") not in claim.measure.words:
            found.append(Product(rate, None, claim, factor=factor, needs_slip=True))
    return (
        found[0] if len({one.amount.quantity.middle for one in found if one.amount.quantity is not None}) == 1 else None
    )


def _months(claim: Claim) -> int:
    """Return how many whole months the period of a claim has; nothing where the calendar does not say."""
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return 0
    after = period.end + timedelta(days=1)
    return (
        (after.year - period.start.year) * 12 + after.month - period.start.month if after.day == period.start.day else 0
    )
