"""A series for people and programs: a table, CSV or JSON."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.reporters.machine import SCHEMA, dump

if TYPE_CHECKING:
    from factlint.archive.series import Point

COLUMNS = ("period", "start", "end", "value", "low", "high", "bound", "unit", "kind", "modality", "name", "text", "path", "line", "date", "texts")  # fmt: skip
_SHOWN = ("period", "value", "unit", "name", "texts", "told by")


def row(point: "Point") -> dict[str, object]:
    """Return the fields of a point."""
    return {
        "period": point.period,
        "start": point.start.isoformat(),
        "end": point.end.isoformat(),
        "value": point.value or None,
        "low": point.low or None,
        "high": point.high or None,
        "bound": point.bound,
        "unit": point.unit,
        "kind": point.kind,
        "modality": point.modality,
        "name": point.name,
        "text": point.text,
        "path": point.path,
        "line": point.line,
        "date": point.date.isoformat() if point.date is not None else None,
        "texts": point.texts,
    }


def render(points: Sequence["Point"], form: str) -> str:
    """Return points as ``json``, ``csv`` or ``table``."""
    if form == "json":
        return dump({"schema": SCHEMA, "version": __version__, "series": [row(point) for point in points]}, indent=2)
    if form == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(point) for point in points)
        return out.getvalue()
    return _table(points)


def _table(points: Sequence["Point"]) -> str:
    if not points:
        return (
            "No figure of this measure with a period that is known. `factlint archive query --help` tells how to ask.\n"
        )
    rows = [_SHOWN, *(_cells(point) for point in points)]
    widths = [max(len(cells[at]) for cells in rows) for at in range(len(_SHOWN) - 1)]
    right = {1, 4}
    drawn = []
    for cells in rows:
        padded = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=False))
        ]
        drawn.append("  ".join([*padded, cells[-1]]).rstrip())
    return "\n".join(drawn) + "\n"


def _cells(point: "Point") -> tuple[str, ...]:
    day = f", {point.date.isoformat()}" if point.date is not None else ""
    return point.period, value_words(point), point.unit, point.name, str(point.texts), f"{point.path}:{point.line}{day}"


def value_words(point: "Point") -> str:
    """Return the value of a point for people: over 2,700,000."""
    words = {
        "at_least": "at least ",
        "more_than": "over ",
        "at_most": "at most ",
        "less_than": "under ",
        "approx": "about ",
    }
    sign = {"planned": " (planned)", "forecast": " (forecast)"}.get(point.modality, "")
    if point.value:
        return f"{words.get(point.bound, '')}{_grouped(point.value)}{sign}"
    return f"{_grouped(point.low)} to {_grouped(point.high)}{sign}"


def _grouped(value: str) -> str:
    whole, dot, rest = value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    return f"{sign}{int(digits):,}{dot}{rest}" if digits.isdigit() else value
