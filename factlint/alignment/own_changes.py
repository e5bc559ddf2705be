"""Two figures each told with a change, or a level, of its own: $88 million, down 22; $38 million, down 17."""

from collections import defaultdict
from typing import cast

from factlint.alignment.evidence import Evidence
from factlint.alignment.movements import movements
from factlint.alignment.slips import compare
from factlint.model.claim import Claim
from factlint.model.quantity import Form

Figure = tuple[int, object, str]  # sentence, value and unit: a figure said twice in one sentence is one


def are_told_apart(evidence: Evidence, first: Claim, second: Claim) -> bool:
    """Say whether two figures that differ are told with changes, or of changes with levels, that differ as well.

    One slip makes one figure differ; where the figure beside it differs too, two things are told.
    """
    beside = _beside(evidence)
    pairs = [
        (a, b) for a in beside.get(_figure(first), ()) for b in beside.get(_figure(second), ()) if _are_comparable(a, b)
    ]
    return bool(pairs) and not any(_agree(a, b) for a, b in pairs)


def _figure(claim: Claim) -> Figure:
    quantity = claim.quantity
    return (claim.sentence, None, "") if quantity is None else (claim.sentence, quantity.middle, quantity.unit.name)


def _beside(evidence: Evidence) -> dict[Figure, list[Claim]]:
    """Return the changes of each level and the level of each change."""
    if "own changes" not in evidence.kept:
        found: dict[Figure, list[Claim]] = defaultdict(list)
        for movement in movements(evidence):
            level = movement.current
            if level is None or not movement.is_sure:
                continue
            for change in movement.changes:
                if change.quantity is not None and change.quantity.form is Form.CARDINAL:
                    found[_figure(level)].append(change)
                    found[_figure(change)].append(level)
        evidence.kept["own changes"] = found
    return cast("dict[Figure, list[Claim]]", evidence.kept["own changes"])


def _are_comparable(first: Claim, second: Claim) -> bool:
    """Say whether two figures may be held against one another: one unit, and changes since one time."""
    a, b = first.quantity, second.quantity
    assert a is not None and b is not None
    since = {first.comparison, second.comparison}
    one_time = len(since) == 1 or ("" in since and not a.unit.is_percent)
    return a.unit == b.unit and a.per_item == b.per_item and one_time


def _agree(first: Claim, second: Claim) -> bool:
    assert first.quantity is not None and second.quantity is not None
    same_way = first.direction is second.direction or None in (first.direction, second.direction)
    return same_way and compare(first.quantity, second.quantity).agree
