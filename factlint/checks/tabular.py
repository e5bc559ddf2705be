"""What several rules say of tables: a figure of the prose beside its cell, and growth beside levels in one row."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.cell_growth import growth_rows
from factlint.alignment.cell_sums import reading, table_sums
from factlint.alignment.cells import beside_tables
from factlint.alignment.slips import compare
from factlint.checks.hints import slip_notes
from factlint.checks.judging import SURE, about, severity_of, shown
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.record import replace
from factlint.model.verdict import Verdict


def prose_and_cells(
    evidence: Evidence, card: Card, *, bounded: bool, tables: Evidence | None = None
) -> Iterator[Verdict]:
    """Compare figures of the prose with the cells that they restate; ``bounded`` tells of those that are half-lines.

    The cells are those of the text itself, or of a file of tables beside it, whose places are of document 1.
    """
    if not (tables or evidence).cells:
        return
    for found in beside_tables(evidence, tables):
        first, second = found.prose.quantity, found.cell.quantity
        assert first is not None and second is not None
        is_bounded = first.is_range or first.bound.is_lower or first.bound.is_upper
        if is_bounded is not bounded:
            continue
        comparison = compare(first, second)
        cell = (tables or evidence).place(found.cell, "in the table")
        if tables is not None:
            cell = replace(cell, document=1)
        places = [evidence.place(found.prose, "stated"), cell]
        words = f"{shown(comparison.first, found.prose)}, and in the table {shown(comparison.second, found.cell)}"
        if comparison.agree:
            yield card.tie(places, words)
            continue
        if comparison.touch:
            continue
        yield card.conflict(
            places,
            f"{about(found.prose) or 'The figure'}: the text and its table give two values",
            f"{words}: they share no value",
            confidence=found.confidence,
            severity=severity_of(comparison.first, comparison.second, found.confidence),
            notes=slip_notes(found.prose, found.cell, found.slip),
        )


def sums_of_cells(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Add up the cells that a total of a table sums, and compare."""
    if not evidence.cells:
        return
    for found in table_sums(evidence):
        added, stated = found.added(), reading(found.total)
        places = [evidence.place(found.total, "total"), *(evidence.place(part, "part") for part in found.parts)]
        words = f"{_terms(found.parts)} is {_shown(added, found.total)}"
        if added.meets(stated):
            yield card.tie(places, f"{words}, stated is {_shown(stated, found.total)}")
            continue
        yield card.conflict(
            places,
            "The cells do not add up to their total",
            f"{words}, and stated is {_shown(stated, found.total)}",
            confidence=found.confidence,
            severity=Severity.ERROR if found.shown_by else severity_of(added, stated, found.confidence),
        )


def growth_in_rows(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the growth that a row states with the levels that stand in it."""
    if not evidence.cells:
        return
    for found in growth_rows(evidence):
        assert found.current.quantity is not None and found.previous.quantity is not None
        places = [
            evidence.place(found.growth, "growth"), evidence.place(found.current, "level"),
            evidence.place(found.previous, "level before"),
        ]  # fmt: skip
        words = (
            f"{figure(found.current.quantity.middle, found.current.quantity.unit)} / "
            f"{figure(found.previous.quantity.middle, found.previous.quantity.unit)} - 1 is {interval(found.implied, 'percent')}"
        )
        if found.implied.meets(found.stated):
            yield card.tie(places, f"{words}, stated is {interval(found.stated, 'percent')}")
            continue
        yield card.conflict(
            places,
            "The growth in the table does not follow from the levels beside it",
            f"{words}, and stated is {interval(found.stated, 'percent')}",
            confidence=found.confidence,
            severity=Severity.WARNING if found.confidence >= SURE else Severity.INFO,
        )


def _terms(parts: list[Claim]) -> str:
    words = ""
    for part in parts:
        assert part.quantity is not None
        value = Fraction(part.quantity.middle)
        words += ("-" if value < 0 else "") if not words else (" - " if value < 0 else " + ")
        words += figure(abs(value))
    return words


def _shown(values: Interval, claim: Claim) -> str:
    assert claim.quantity is not None
    if claim.quantity.is_exact_count and values.low is not None and values.high is not None:
        return interval(values)
    return interval(values, claim.quantity.unit)
