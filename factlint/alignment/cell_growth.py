"""Growth in tables: a column of changes beside the levels of two periods, where most rows show what it is the growth of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.alignment.cell_sums import reading
from factlint.alignment.cells import Grid, grids
from factlint.model.claim import Claim, Direction, Kind
from factlint.model.interval import Interval
from factlint.model.record import dataclass

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence

_LEAST_HOLDING = 2
_SHOWN = 0.9


@dataclass(slots=True)
class RowGrowth:
    """The growth that a row states, the levels that it is the growth between, and what they imply."""

    growth: Claim
    current: Claim
    previous: Claim
    implied: Interval
    stated: Interval
    confidence: float = _SHOWN


def growth_rows(evidence: "Evidence") -> Iterator[RowGrowth]:
    """Yield the rows of each column of growth that two columns of levels, the same in all rows, explain."""
    for grid in grids(evidence):
        changes = sorted(
            {
                claim.cell.column
                for row in grid.rows
                for claim in row.cells
                if claim.cell and claim.kind is Kind.CHANGE and claim.quantity and claim.quantity.unit.is_percent
            }
        )
        for column in changes:
            yield from _explained(grid, column)


def _explained(grid: Grid, column: int) -> Iterator[RowGrowth]:
    """Yield the rows under the pair of columns that explains most of a column of growth, where it explains most rows."""
    dated = _dated(grid)
    best: list[RowGrowth] = []
    most = 0
    for current, previous in dated:
        rows = [found for row in grid.rows if (found := _row(row.cells, column, current, previous)) is not None]
        holding = sum(1 for found in rows if found.implied.meets(found.stated))
        if holding > most:
            best, most = rows, holding
    if most >= _LEAST_HOLDING and most * 2 >= len(best):
        yield from best


def _dated(grid: Grid) -> list[tuple[int, int]]:
    """Return the pairs of columns, the later first, that hold levels of two periods under one head."""
    periods: dict[int, Claim] = {}
    for row in grid.rows:
        for claim in row.cells:
            if claim.cell and claim.kind in (Kind.LEVEL, Kind.RATE) and claim.period and claim.period.start:
                periods.setdefault(claim.cell.column, claim)
    pairs = []
    for current, one in periods.items():
        for previous, other in periods.items():
            assert one.period and other.period and one.period.start and other.period.start
            if one.period.start > other.period.start and grid.heads.get(current) == grid.heads.get(previous):
                pairs.append((current, previous))
    return pairs


def _row(cells: list[Claim], growth: int, current: int, previous: int) -> RowGrowth | None:
    by_column = {claim.cell.column: claim for claim in cells if claim.cell is not None}
    if growth not in by_column or current not in by_column or previous not in by_column:
        return None
    stated, level, before = by_column[growth], by_column[current], by_column[previous]
    assert stated.quantity is not None and level.quantity is not None and before.quantity is not None
    if level.quantity.unit.is_percent or level.quantity.unit.name != before.quantity.unit.name:
        return None
    if stated.kind is not Kind.CHANGE or level.quantity.middle <= 0 or before.quantity.middle <= 0:
        return None
    earlier = reading(before)
    if earlier.low is None or earlier.low <= 0:
        return None
    ratio = reading(level).over(earlier)
    if ratio is None:
        return None
    told = reading(stated)
    told = -told if stated.direction is Direction.DOWN else told
    return RowGrowth(stated, level, before, (ratio + Interval.point(-1)).scaled(100), told)
