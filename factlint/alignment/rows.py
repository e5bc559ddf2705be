"""Rows of figures in one order, and what every row but one satisfies: price before - price after = saving."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, mended_by_one_slip, mended_in_own_unit
from factlint.alignment.slips import in_base
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim
from factlint.model.interval import Interval
from factlint.model.quantity import Form
from factlint.model.record import dataclass

_LEAST_ROWS, _LEAST_FIGURES, _MOST_FIGURES = 4, 3, 6
_MOST_GAP = 1  # readings without a row between two rows
_UNCERTAIN = 2  # quanta by which sums of rounded figures are off
_OUTLIERS = 4  # one row in so many may fail


@dataclass(slots=True)
class Relation:
    """What the columns of a table satisfy: first = second + third, or third = (first / second - 1) in percent."""

    columns: tuple[int, int, int]
    is_growth: bool

    def implied(self, row: list[Claim]) -> Interval | None:
        """Return what the first two figures say of the third."""
        first, second = (_value(row[column]) for column in self.columns[:2])
        if not self.is_growth:
            return (first - second).widened(self._slack(row))
        ratio = first.over(second) if second.low is not None and second.low > 0 else None
        return None if ratio is None else ratio.shifted(-1).scaled(100)

    def _slack(self, row: list[Claim]) -> Fraction:
        quanta = [claim.quantity.quantum for column in self.columns if (claim := row[column]).quantity is not None]
        exact = all(claim.quantity is not None and claim.quantity.is_exact_count for claim in row)
        return Fraction(max(quanta)) * _UNCERTAIN if exact else Fraction(0)

    def holds(self, row: list[Claim]) -> bool | None:
        """Say whether a row satisfies it; None where it cannot tell."""
        implied = self.implied(row)
        return None if implied is None else implied.meets(_value(row[self.columns[2]]))

    def is_slip(self, row: list[Claim]) -> bool:
        """Say whether one slip in one of the three figures explains why a row fails."""
        first, second, third = (row[column] for column in self.columns)
        a, b, c = (_value(claim) for claim in (first, second, third))
        implied = self.implied(row)
        if implied is None:
            return False
        size = implied if implied.low is not None and implied.low >= 0 else -implied
        if self.is_growth:
            factor = c.scaled(Fraction(1, 100)).shifted(1)
            wanted, base = b * factor, a.over(factor)
        else:
            wanted, base = b + c, a - c
        return bool(
            (mended_in_own_unit if self.is_growth else mended_by_one_slip)(third, size)
            or mended_by_one_slip(first, wanted)
            or (base is not None and mended_by_one_slip(second, base))
        )


@dataclass(slots=True)
class OddRow:
    """A row that fails what the others satisfy, or one of those that satisfy it."""

    row: list[Claim]
    relation: Relation
    is_odd: bool
    others: int  # how many rows satisfy it


def odd_rows(evidence: Evidence) -> Iterator[OddRow]:
    """Yield the rows of each table under each relation that nearly all of them satisfy."""
    for table in _tables(evidence):
        for relation in _relations(table):
            held = [(row, relation.holds(row)) for row in table]
            good = sum(1 for _, holds in held if holds)
            bad = [row for row, holds in held if holds is False]
            if good < _LEAST_ROWS - 1 or len(bad) > len(table) // _OUTLIERS:
                continue
            for row, holds in held:
                if holds:
                    yield OddRow(row, relation, is_odd=False, others=good)
                elif holds is False and relation.is_slip(row):
                    yield OddRow(row, relation, is_odd=True, others=good)


def _tables(evidence: Evidence) -> Iterator[list[list[Claim]]]:
    """Yield runs of rows that have the same units in the same order."""
    table: list[list[Claim]] = []
    gap = 0
    for reading in evidence.readings:
        row = _row(evidence, reading)
        if row is None:
            gap += 1
            if gap > _MOST_GAP and table:
                if len(table) >= _LEAST_ROWS:
                    yield table
                table = []
            continue
        width = min(len(row), len(table[0])) if table else len(row)
        if table and (width < _LEAST_FIGURES or _units(row[-width:]) != _units(table[0][-width:])):
            if len(table) >= _LEAST_ROWS:
                yield table
            table = []
        if table and width < len(table[0]):
            table = [other[-width:] for other in table]
        table.append(row[-width:] if table else row)
        gap = 0
    if len(table) >= _LEAST_ROWS:
        yield table


def _row(evidence: Evidence, reading: Reading) -> list[Claim] | None:
    """Return the figures that end a line with no word between them, where they are enough for a row."""
    claims = evidence.in_sentence(reading)
    if len(claims) < _LEAST_FIGURES:
        return None
    last = between(reading, len(claims) - 1, len(claims))
    if any(element.tag is not Tag.MARK for element in last):
        return None
    first = len(claims) - 1
    while first > 0 and all(element.tag is Tag.MARK for element in between(reading, first - 1, first)):
        first -= 1
    row = claims[max(first, len(claims) - _MOST_FIGURES) :]
    plain = all(
        c.quantity is not None and c.quantity.form is Form.CARDINAL and c.quantity.value is not None for c in row
    )
    return row if plain and len(row) >= _LEAST_FIGURES else None


def _units(row: list[Claim]) -> list[str]:
    return [claim.quantity.unit.name for claim in row if claim.quantity is not None]


def _relations(table: list[list[Claim]]) -> Iterator[Relation]:
    """Yield the relations that the units of the columns allow."""
    units = _units(table[0])
    for first, second, third in permutations(range(len(units)), 3):
        if units[first] != units[second]:
            continue
        if units[third] == units[first] and units[first] != "percent" and second < third:
            yield Relation((first, second, third), is_growth=False)
        elif units[third] == "percent" and units[first] != "percent":
            yield Relation((first, second, third), is_growth=True)


def _value(claim: Claim) -> Interval:
    assert claim.quantity is not None
    reading = claim.quantity.admitted().closed()
    return reading if claim.quantity.unit.is_percent else in_base(reading, claim.quantity)
