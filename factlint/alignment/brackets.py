"""Figures in brackets right behind a figure: 1.2 trillion yuan ($170 billion), 200 miles (320 km)."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from factlint.alignment.evidence import Evidence
from factlint.model.claim import Claim
from factlint.model.quantity import Form, Quantity


class Bracketed(NamedTuple):
    """A figure and the one in brackets right behind it."""

    outside: Claim
    inside: Claim


def bracketed(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim with the claim that stands in brackets right behind it and fills them."""
    yield from evidence.tied(Bracketed)
    if "bracketed" not in evidence.kept:
        evidence.kept["bracketed"] = list(_bracketed(evidence))
    yield from cast("list[tuple[Claim, Claim]]", evidence.kept["bracketed"])


def _bracketed(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    text = evidence.document.text
    for reading in evidence.readings:
        quantities = reading.parse.quantities
        for number in range(1, len(quantities)):
            before, inside = quantities[number - 1], quantities[number]
            between = text[before.span.end : inside.span.start].strip()
            if between.startswith(counted_words(before, text)):
                between = between.removeprefix(counted_words(before, text)).strip()  # "by 90,000 jobs (31.9%)"
            after = text[inside.span.end : inside.span.end + 2].lstrip()
            if between not in {"(", "(or", "(about", "[", "（"} or after[:1] not in {")", "]", "）"}:
                continue
            if Form.ORDINAL not in (before.form, inside.form):
                yield evidence.claims[reading.claims[number - 1]], evidence.claims[reading.claims[number]]


def counted_words(quantity: Quantity, text: str) -> str:
    """Return the counted noun that stands right behind a figure, as written."""
    span = quantity.counted_span
    return "" if span is None else text[span.start : span.end]
