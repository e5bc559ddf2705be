"""Claims for programs: the fields that other tools rely on, as JSON, JSON lines or CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.model.finding import Problem
from factlint.model.interval import decimal_text
from factlint.model.quantity import Bound, Quantity
from factlint.reporters.machine import SCHEMA, dump, problem_fields
from factlint.reporters.segments import harmless

if TYPE_CHECKING:
    from factlint.model.claim import Claim
    from factlint.model.document import Document
    from factlint.model.period import Period

Row = dict[str, object]


def row(claim: "Claim", document: "Document") -> Row:
    """Return the fields of a claim."""
    span = document.source_map.span(claim.span)
    line, column = document.line_column(span.start)
    return {
        "path": document.path,
        "start": span.start,
        "end": span.end,
        "text": span.of(document.source),
        "line": line,
        "column": column,
        "sentence": claim.sentence,
        "kind": claim.kind.value,
        **_figures(claim.quantity),
        "counted": claim.counted or (claim.quantity.counted if claim.quantity is not None else ""),
        "direction": claim.direction.value if claim.direction else None,
        "measure": claim.measure.text,
        "subject": claim.subject.text,
        "modality": claim.modality.value,
        "period": _period(claim.period),
        "how": {
            "measure": claim.measure.how.value,
            "subject": claim.subject.how.value,
            "period": claim.period_how.value,
        },
        "speaker": claim.speaker,
        **document.where(span),
    }


def render(rows: Sequence[Row], form: str, problems: Iterable[Problem]) -> str:
    """Return the rows as ``json`` (one object), ``jsonl`` (one claim a line) or ``csv``."""
    if form == "jsonl":
        return "\n".join(dump(row) for row in rows)
    if form == "json":
        whole = {"schema": SCHEMA, "version": __version__, "claims": rows, "errors": problem_fields(problems)}
        return dump(whole, indent=2)
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=_COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_flat(row) for row in rows)
    return harmless(table.getvalue())


def _figures(quantity: Quantity | None) -> Row:
    if quantity is None:
        return {"value": None, "low": None, "high": None, "bound": Bound.EXACT.value, "unit": ""}
    low, high = quantity.stated_ends
    return {
        "value": decimal_text(quantity.value),
        "low": decimal_text(low),
        "high": decimal_text(high),
        "bound": quantity.bound.value,
        "unit": quantity.unit.full_name,
    }


def _period(period: "Period | None") -> Row | None:
    if period is None:
        return None
    return {"text": period.text, "start": _day(period.start), "end": _day(period.end)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_NESTED = ("period", "how")
_COLUMNS = [
    *("path", "start", "end", "text", "line", "column", "sentence", "kind", "value", "low", "high", "bound", "unit"),
    *("counted", "direction", "measure", "subject", "modality", "period_text", "period_start", "period_end"),
    *("how_measure", "how_subject", "how_period", "speaker"),
]


def _flat(row: Row) -> Row:
    """Return a row for CSV: period.start becomes period_start."""
    flat: Row = {key: value for key, value in row.items() if key not in _NESTED}
    for key in _NESTED:
        inner = row[key]
        if isinstance(inner, dict):
            flat |= {f"{key}_{name}": value for name, value in inner.items()}
    return flat
