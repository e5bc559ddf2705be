"""Amounts of the parts of a year and of the whole: four quarters and their year, three months and their quarter."""

from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import is_amount
from factlint.model.claim import Claim, Kind
from factlint.model.period import Basis, Grain, Period
from factlint.model.record import dataclass

_REACH = 6
_ASIDE = ("from", "than", "per", "by")
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "final": 3}
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_LENGTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}


@dataclass(slots=True, frozen=True)
class _Months:
    """A stretch of a year: its year where known, first month and length."""

    year: int | None
    first: int
    length: int


@dataclass(slots=True)
class PeriodSum:
    """The amounts of all parts of a period, in order, and the amount of the whole."""

    parts: list[Claim]
    total: Claim


def period_sums(evidence: Evidence) -> Iterator[PeriodSum]:
    """Yield the amounts of one flow whose periods make up the period of another amount of it near by."""
    groups: dict[tuple[frozenset[str], str, str], list[tuple[Claim, _Months]]] = defaultdict(list)
    stem, words = evidence.grammar.stem, evidence.arithmetic.words
    stock = {stem(word) for word in words["periods.stock"]}
    flow = {stem(word) for word in words["periods.flow"]}
    for claim, quantity in evidence.quantities():
        if not is_amount(claim) or claim.kind is not Kind.LEVEL or claim.role in _ASIDE or claim.period is None:
            continue
        if quantity.unit.per or quantity.per_item or claim.comparison or _stands(claim, stock):
            continue
        months = _months(claim.period)
        if months is not None:
            key = (claim.measure.words, quantity.unit.name, claim.modality.value)
            groups[key].append((claim, months))
    for group in groups.values():
        for at, (total, whole) in enumerate(group):
            near = [
                item for item in group[max(at - 16, 0) : at + 17] if abs(item[0].sentence - total.sentence) <= _REACH
            ]
            parts = _tile(near, whole)
            if (
                parts is not None
                and _flow([total, *parts], flow)
                and not any(other is not total and months == whole for other, months in near)
            ):
                yield PeriodSum(parts, total)


def _stands(claim: Claim, stock: set[str]) -> bool:
    """Say whether a measure is one that never adds up over time: staff, prices, averages."""
    bases = {"average", "cumulative", "maximum", "minimum"}
    return bool((claim.measure.words | {claim.verb}) & stock or claim.bases & bases)


def _flow(claims: list[Claim], flow: set[str]) -> bool:
    """Say whether claims tell one flow: a word of flow stands in their measure or is their one verb."""
    verbs = {claim.verb for claim in claims} - {""}
    return len(verbs) <= 1 and bool((claims[0].measure.words | verbs) & flow)


def _months(period: Period) -> _Months | None:
    """Return the months of a calendar period that its dates or its words tell."""
    length = _LENGTHS.get(period.grain)
    if length is None or period.basis is not Basis.CALENDAR or period.recurring or period.count not in (None, 1):
        return None
    if period.start is not None and period.end is not None:
        return _Months(period.start.year, period.start.month - 1, length) if period.start.day == 1 else None
    words = period.text.lower().replace("-", " ").split()
    if period.grain is Grain.YEAR:
        is_this = words in (["the", "year"], ["the", "full", "year"], ["the", "whole", "year"], ["full", "year"])
        return _Months(None, 0, length) if is_this else None
    if period.grain is Grain.MONTH:
        number = next((_MONTHS.index(word) for word in words if word in _MONTHS), None)
        return None if number is None or len(words) > 1 else _Months(None, number, length)
    number = next((_ORDINALS[word] for word in words if word in _ORDINALS), None)
    if number is None or set(words) & {"last", "prior", "previous", "same", "next", "fiscal"}:
        return None
    return _Months(None, number * length, length)


def _tile(group: list[tuple[Claim, _Months]], whole: _Months) -> list[Claim] | None:
    """Return the claims whose equal stretches fill the whole without gap, one value each."""
    for length in (6, 3, 1):
        if length >= whole.length:
            continue
        found: dict[int, Claim] = {}
        for claim, months in group:
            if (
                months.length == length
                and months.year == whole.year
                and whole.first <= months.first < whole.first + whole.length
            ):
                if months.first in found:
                    return None
                found[months.first] = claim
        wanted = range(whole.first, whole.first + whole.length, length)
        if sorted(found) == list(wanted):
            return [found[first] for first in wanted]
    return None
