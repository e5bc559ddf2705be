"""How the times of two claims stand to each other."""

from factlint.model.claim import Claim
from factlint.model.period import Basis, Grain, Period

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
_ORDINALS = frozenset("first second third fourth 1st 2nd 3rd 4th q1 q2 q3 q4 1q 2q 3q 4q h1 h2 1h 2h 1 2 3 4".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTH, _YEAR = 31, 364  # days
_EARLIER = frozenset("prior previous last preceding earlier ago year-ago prior-year".split())


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
        if _is_one_year(a, b):
            return "same"
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
    return _by_words(a, b)


def _is_one_year(a: Period, b: Period) -> bool:
    """Say whether two periods are a year told from month to month and as its twelve months: between June and June, the year to June."""
    if a.start is None or b.start is None or a.end is None or a.end != b.end:
        return False
    return abs((a.start - b.start).days) <= _MONTH and all(
        _YEAR <= (a.end - start).days <= _YEAR + _MONTH for start in (a.start, b.start)
    )


def _by_words(a: Period, b: Period) -> str:
    """Compare two periods of one grain by their words where the calendar does not place them: month, ordinal, year."""
    left, right = _words(a), _words(b)
    for listed in (_MONTHS, _ORDINALS, _WEEKDAYS):
        if left & listed and right & listed and not left & right & listed:
            return "other"
    years_a, years_b = ({word for word in words if word.isdigit() and len(word) == 4} for words in (left, right))
    if years_a and years_b and not years_a & years_b:
        return "other"
    if bool(left & _EARLIER) != bool(right & _EARLIER) and not (years_a or years_b):
        return "other"
    alike = left & right & (_MONTHS | _ORDINALS)
    return "same" if alike and bool(left & _EARLIER) == bool(right & _EARLIER) else "unknown"


def _words(period: Period) -> frozenset[str]:
    """Return the words of a period in lower case."""
    return frozenset(period.text.lower().replace(",", " ").split())
