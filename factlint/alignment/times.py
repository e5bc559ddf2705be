"""How the times of two claims stand to each other."""

from factlint.model.claim import Claim
from factlint.model.period import Basis, Grain, Period

_TIMELESS = frozenset(
    "in on at of the this that a an by during for from to as end beginning start month months quarter quarters year years "
    "week weeks day days period half since until through fiscal full".split()
)


def periods_of(a: Claim, b: Claim) -> str:
    """Return how the periods of two claims stand to each other: same, unknown or other."""
    if a.against is not None and b.against is not None and a.against.same_days(b.against):
        return "same"  # both from the fourth quarter of 2022
    if a.period is None or b.period is None:
        return "unknown"
    return periods(a.period, b.period)


def periods(a: Period, b: Period) -> str:
    """Return same, unknown or other: January to March is the first quarter, March is another flow."""
    if a.same_days(b):
        return "same"
    if a.is_resolved and b.is_resolved:
        if Basis.AS_OF in (a.basis, b.basis) and (a.end == b.end or (a.contains(b) or b.contains(a))):
            return "unknown" if a.end != b.end else "same"
        return "other"
    if a.text.lower() == b.text.lower():
        return "same"
    if a.start is not None and b.start is not None and a.start == b.start and Basis.SINCE in (a.basis, b.basis):
        return "unknown"
    if not a.overlaps(b):
        return "other"
    if a.grain is not b.grain:
        return "unknown" if Grain.OTHER in (a.grain, b.grain) and not (a.start or b.start) else "other"
    named_a, named_b = _named(a), _named(b)
    return "other" if named_a and named_b and named_a != named_b else "unknown"


def _named(period: Period) -> frozenset[str]:
    """Return the words of a period that tell it from others of its grain: march, first, 2021."""
    words = period.text.lower().replace(",", " ").replace("-", " ").split()
    return frozenset(word for word in words if word not in _TIMELESS)
