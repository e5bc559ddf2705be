"""A text that was read to rows of the archive's tables."""

import json
from typing import TYPE_CHECKING

from factlint import __version__
from factlint.alignment.cross import Comparable, comparables
from factlint.alignment.packing import Standing, fields_of
from factlint.alignment.principals import about
from factlint.alignment.ranks import records
from factlint.alignment.retelling import dimension_of
from factlint.model.interval import decimal_text
from factlint.model.quantity import Bound, Quantity
from factlint.placing import locate

if TYPE_CHECKING:
    from datetime import date

    from factlint.alignment.evidence import Evidence
    from factlint.model.claim import Claim
    from factlint.model.document import Document

Row = dict[str, object]
_AROUND = 300  # letters of the line that are kept on each side of a figure


def claim_rows(evidence: "Evidence", document: str) -> list[Row]:
    """Return a row for each claim of a text, those of its tables included."""
    of = about(evidence.document, evidence.grammar)
    compared = {one.claim.index: one for one in comparables(evidence, of)}
    said = {one.claim.index: record_words(one.is_high, one.since) for one in records(evidence)}
    listed = [*evidence.claims, *evidence.cells]
    return [
        _row(claim, evidence.document, document, number, compared.get(claim.index), said.get(claim.index))
        for number, claim in enumerate(listed)
    ]


def document_row(evidence: "Evidence", document: str, path: str, size: int, run: int, claims: int) -> Row:
    """Return the row of a text."""
    text = evidence.document
    return {
        "document": document,
        "path": path,
        "date": _day(text.dateline.date),
        "principal": sorted(about(text, evidence.grammar).principal),
        "words": len(text.text[: text.prose].split()),
        "claims": claims,
        "bytes": size,
        "run": run,
        "factlint": __version__,
    }


def record_words(is_high: bool, since: int | None) -> str:
    """Return what a text says of a record as the column ``record`` holds it: highest, lowest since 2015."""
    return ("highest" if is_high else "lowest") + ("" if since is None else f" since {since}")


def name_of(stems: frozenset[str]) -> str:
    """Return a name as the column ``name`` holds it."""
    return " ".join(sorted(stems))


def _row(
    claim: "Claim", text: "Document", document: str, number: int, compared: Comparable | None, record: str | None
) -> Row:
    at = locate(text, claim.span)
    period = claim.period
    before = max(at.column - 1 - _AROUND, 0)
    row: Row = {
        "document": document,
        "number": number,
        "start": at.start,
        "end": at.end,
        "text": at.text,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "sentence": claim.sentence,
        "kind": claim.kind.value,
        **_figures(claim.quantity),
        "dimension": dimension_of(claim) if claim.quantity is not None else "",
        "counted": claim.counted,
        "direction": claim.direction.value if claim.direction else None,
        "measure": claim.measure.text,
        "subject": claim.subject.text,
        "modality": claim.modality.value,
        "period_text": period.text if period is not None else None,
        "period_start": _day(period.start) if period is not None else None,
        "period_end": _day(period.end) if period is not None else None,
        "grain": period.grain.value if period is not None else None,
        "how_measure": claim.measure.how.value,
        "how_subject": claim.subject.how.value,
        "how_period": claim.period_how.value,
        "speaker": claim.speaker,
        "context": at.context[before : at.column - 1 + len(at.text) + _AROUND],
        "context_start": before,
        "place": json.dumps(dict(at.where), ensure_ascii=False) if at.where else None,
        "measure_words": sorted(claim.measure.words),
        "verb": claim.verb,
        "name": "",
        "time": "",
        "words": [],
        "record": record,
        "reference": None,
    }
    if compared is not None and compared.whose:
        fields = fields_of(claim, compared.whose, compared.scope, Standing.ALONE, in_title=compared.in_title)
        row |= {
            "name": name_of(compared.whose),
            "time": compared.time,
            "measure_words": sorted(claim.measure.words - compared.whose or claim.measure.words),
            "words": list(compared.words),
            "reference": json.dumps(fields, ensure_ascii=False, separators=(",", ":")),
        }
    return row


def _figures(quantity: Quantity | None) -> Row:
    if quantity is None:
        return {"value": None, "low": None, "high": None, "number_value": None, "bound": Bound.EXACT.value, "unit": ""}
    low, high = quantity.stated_ends
    return {
        "value": decimal_text(quantity.value),
        "low": decimal_text(low),
        "high": decimal_text(high),
        "number_value": _approximate(quantity),
        "bound": quantity.bound.value,
        "unit": quantity.unit.full_name,
    }


def _approximate(quantity: Quantity) -> float | None:
    try:
        return float(quantity.middle)
    except OverflowError:
        return None


def _day(day: "date | None") -> str | None:
    return None if day is None else day.isoformat()
