"""FL110: one change is told in percent and in percentage points."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.figures import numbers_for_tie
from factlint.checks.check import check
from factlint.checks.judging import SURE, about, confidence_of
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.verdict import Verdict

_CHANGES = (Kind.CHANGE, Kind.DIFFERENCE)


@check("FL110")
def percent_or_point(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare equal digits of one change, in percent at one place and in points at another."""
    for pair in evidence.same_digits:
        percent, point = pair.first, pair.second
        if point.quantity is not None and point.quantity.unit.is_percent:
            percent, point = point, percent
        if not _is_percent(percent) or not _is_point(point):
            continue
        found = _alike(evidence, percent, point)
        if found < SURE:
            continue
        yield card.conflict(
            [evidence.place(pair.first, "stated"), evidence.place(pair.second, "restated")],
            f"{about(pair.first) or 'One change'} is told in percent and in percentage points",
            f"{evidence.quote(pair.first.span)} of a rate is not {evidence.quote(pair.second.span)}",
            confidence=found,
        )


def _is_percent(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.is_percent and claim.kind in (*_CHANGES, Kind.RATE)


def _is_point(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit.name == "percentage_point"


def _alike(evidence: Evidence, percent: Claim, point: Claim) -> float:
    if percent.quantity is None or point.quantity is None or percent.quantity.value != point.quantity.value:
        return 0.0
    kind, percent.kind = percent.kind, point.kind
    try:
        found = evidence.weigh(percent, point)
    finally:
        percent.kind = kind
    if found.blocked or not (found.is_full or found.one_sided):
        return 0.0
    return confidence_of(found, numbers_for_tie(percent, point, evidence.weights))
