"""Totals of tables: the rows above a total, or the columns before one, of which other columns or rows show that they add up."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.alignment.cells import Grid, Row, grids
from factlint.alignment.joints import mended_by_one_slip
from factlint.claims.heads import is_total
from factlint.model.claim import Claim, Kind
from factlint.model.interval import Interval
from factlint.model.quantity import Bound
from factlint.model.record import dataclass

if TYPE_CHECKING:
    from factlint.alignment.evidence import Evidence

SHOWN, SLIPPED, CLOSE = 0.93, 0.82, 0.76
_LEAST_PARTS = 2
_CLOSE_GAP = 50  # a gap of a fiftieth of the total is close
_ASIDE = ("of which", "o/w", "thereof", "including", "incl", "memo", "excluding", "excl", "average", "median", "mean", "change",
          "growth", "per", "ratio", "margin", "rate")  # fmt: skip


_ASIDE_IN_CHINESE = ("其中", "#", "平均", "人均", "户均", "比重", "占比", "增速", "同比", "环比", "率")


@dataclass(slots=True)
class TableSum:
    """Cells that a total of their table adds up, and how sure that is."""

    parts: list[Claim]
    total: Claim
    confidence: float
    shown_by: int  # other columns or rows of the table in which the same parts add up

    def added(self) -> Interval:
        """Return what the parts add up to, each rounded to its last printed digit."""
        result = Interval.point(0)
        for part in self.parts:
            result = result + reading(part)
        return result


def reading(claim: Claim) -> Interval:
    """Return a cell's figure within half a unit of its last printed digit: the cells of a table are rounded alike."""
    quantity = claim.quantity
    assert quantity is not None
    if quantity.is_exact_count:
        return Interval.point(quantity.middle).widened(Fraction(1, 2))  # a table in thousands that does not say so
    return quantity.admitted(round_reading=False).closed()


def table_sums(evidence: "Evidence") -> Iterator[TableSum]:
    """Yield the totals of all tables with what they add up."""
    for grid in grids(evidence):
        columns = sorted(grid.heads)
        by_place = {
            (at, claim.cell.column): claim for at, row in enumerate(grid.rows) for claim in row.cells if claim.cell
        }
        for at, row in enumerate(grid.rows):
            if row.is_total:
                lines = [
                    [
                        [by_place.get((part, column)) for part in parts] + [by_place.get((at, column))]
                        for column in columns
                    ]
                    for parts in _parts_of(grid.rows, at)
                ]
                yield from _told(lines)
        totals = [column for column in columns if _is_total_column(evidence, grid, column)]
        if len(totals) == 1:
            before = [column for column in columns if column < totals[0]] or [c for c in columns if c > totals[0]]
            rows = range(len(grid.rows))
            yield from _told([[[by_place.get((at, c)) for c in (*before, totals[0])] for at in rows]])


def _parts_of(rows: list[Row], total: int) -> list[list[int]]:
    """Return the rows that a total may add up: those since the last total, all before it, or the totals before it."""
    plain = [at for at, row in enumerate(rows) if not row.is_total and not _is_aside(row.label)]
    totals = [at for at in range(total) if rows[at].is_total]
    choices = [
        [at for at in plain if (totals[-1] if totals else -1) < at < total],
        [at for at in plain if at < total],
        totals,
    ]
    if total == 0:
        later = next((at for at in range(1, len(rows)) if rows[at].is_total), len(rows))
        choices = [[at for at in plain if total < at < later]]
    found: list[list[int]] = []
    for choice in choices:
        if len(choice) >= _LEAST_PARTS and choice not in found:
            found.append(choice)
    return found


def _is_aside(label: str) -> bool:
    """Say whether a row is no part of a total by its words, whole ones: per head, but not Upper Sill."""
    padded = f" {' '.join(label.replace('(', ' ').replace(')', ' ').replace(':', ' ').replace('.', ' ').split())} "
    return any(f" {words} " in padded for words in _ASIDE) or any(words in label for words in _ASIDE_IN_CHINESE)


def _is_total_column(evidence: "Evidence", grid: Grid, column: int) -> bool:
    for row in grid.rows:
        for claim in row.cells:
            if claim.cell is not None and claim.cell.column == column:
                figure = evidence.document.tables[claim.cell.table].figures[claim.cell.figure]
                return any(is_total(span.of(evidence.document.text)) for span in figure.columns)
    return False


def _told(choices: list[list[list[Claim | None]]]) -> Iterator[TableSum]:
    """Yield the sums of the choice that most lines bear out; each line is its parts with the total last."""
    best: list[TableSum] = []
    most = -1
    for lines in choices:
        sums = [
            TableSum([one for one in line[:-1] if one is not None], line[-1], 0, 0)
            for line in lines
            if line[-1] is not None and None not in line and _adds(line)
        ]
        sums = [one for one in sums if len(one.parts) >= _LEAST_PARTS]
        holding = sum(1 for one in sums if one.added().meets(reading(one.total)))
        if holding > most:
            best, most = sums, holding
    for one in best:
        holds = one.added().meets(reading(one.total))
        one.shown_by = most - holds
        one.confidence = SHOWN if holds or one.shown_by * 2 > len(best) - 1 else _alone(one)
        if one.confidence:
            yield one


def _adds(line: list[Claim | None]) -> bool:
    """Say whether the figures of a line are amounts of one unit, which may be added."""
    claims = [claim for claim in line if claim is not None]
    quantities = [claim.quantity for claim in claims if claim.quantity is not None]
    units = {(quantity.unit.name, quantity.unit.per) for quantity in quantities}
    total = quantities[-1]
    if len(units) != 1 or total.unit.per or any(claim.kind is Kind.CHANGE for claim in claims):
        return False
    if total.unit.is_percent and total.middle != 100:
        return False
    return all(quantity.value is not None and quantity.bound is Bound.EXACT for quantity in quantities)


def _alone(one: TableSum) -> float:
    """Return how sure a total is that no other line bears out: a slip explains the gap, or the gap is small."""
    added, stated = one.added(), one.total.quantity
    assert stated is not None
    if mended_by_one_slip(one.total, added):
        return SLIPPED
    total = Fraction(stated.middle)
    gap = sum((Fraction(part.quantity.middle) for part in one.parts if part.quantity is not None), -total)
    return CLOSE if abs(gap) * _CLOSE_GAP <= abs(total) else 0.0
