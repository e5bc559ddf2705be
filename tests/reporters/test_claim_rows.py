"""Claims for programs: the promised fields, in each form."""

import csv
import io
import json
from datetime import date
from fractions import Fraction

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.claim import Claim, Direction, Kind
from factlint.model.document import Document
from factlint.model.interval import Rational, decimal_text
from factlint.model.period import Period
from factlint.model.quantity import Bound, Quantity, Unit
from factlint.model.span import Span
from factlint.reporters.claim_rows import Row, render, row
from tests.schemas import CLAIM

SOURCE = 'Profit rose\nover 2.5% in the "first, quarter".'
DOCUMENT = Document("a.txt", SOURCE, SOURCE)


def claim(bound: Bound = Bound.MORE_THAN, value: Rational | None = Fraction("2.5")) -> Claim:
    """Return a claim about the source."""
    quantity = Quantity(
        Span(12, 21), Span(17, 20), value, None, None, bound, Fraction(1, 10), Unit("percent", "percent")
    )
    if bound is Bound.RANGE:
        quantity.low, quantity.high = 2, 3
    period = Period(Span(25, 41), "first quarter", date(2023, 1, 1), date(2023, 3, 31))
    made = Claim(0, 0, quantity, Kind.CHANGE, Span(12, 21), "over 2.5%", direction=Direction.UP, period=period)
    made.speaker = "A, B"
    return made


def fields(made: Claim) -> Row:
    """Return a claim's fields."""
    return row(made, DOCUMENT)


def test_a_claim_fits_its_schema() -> None:
    """Every promised field is there, no other, each of its type."""
    made = fields(claim())
    jsonschema.validate(made, CLAIM)
    assert (made["line"], made["column"], made["text"]) == (2, 1, "over 2.5%")


@pytest.mark.parametrize(
    ("bound", "value", "told"),
    [
        (Bound.EXACT, 5, ("5", None, None)),
        (Bound.APPROX, 5, ("5", None, None)),
        (Bound.MORE_THAN, 5, ("5", "5", None)),
        (Bound.AT_LEAST, 5, ("5", "5", None)),
        (Bound.LESS_THAN, 5, ("5", None, "5")),
        (Bound.AT_MOST, 5, ("5", None, "5")),
        (Bound.RANGE, None, (None, "2", "3")),
    ],
)
def test_ends_are_given_for_the_bound_alone(bound: Bound, value: Rational | None, told: tuple[str | None, ...]) -> None:
    """A single figure has a value and the end that its bound gives; a range has two ends and no value."""
    made = fields(claim(bound, value))
    assert (made["value"], made["low"], made["high"]) == told


def test_a_date_is_a_claim_without_a_value() -> None:
    """A period is a claim of kind date."""
    made = claim()
    made.quantity, made.kind = None, Kind.DATE
    told = fields(made)
    jsonschema.validate(told, CLAIM)
    assert (told["kind"], told["value"], told["unit"], told["bound"]) == ("date", None, "", "exact")


def test_a_rate_tells_what_it_is_per() -> None:
    """Kilometers per hour are kilometer/hour."""
    made = claim()
    assert made.quantity is not None
    made.quantity.unit = Unit("kilometer", "speed", per="hour")
    assert fields(made)["unit"] == "kilometer/hour"


def test_csv_is_flat_and_quoted() -> None:
    """Inner fields get names of their own, and commas in a text survive."""
    told = list(csv.DictReader(io.StringIO(render([fields(claim())], "csv", []))))
    assert told[0]["period_start"] == "2023-01-01"
    assert told[0]["how_measure"] == "assumed"
    assert told[0]["speaker"] == "A, B"


def test_json_and_jsonl_hold_the_same_claims() -> None:
    """The one object lists what the lines hold."""
    rows = [fields(claim()), fields(claim(Bound.RANGE, None))]
    lines = [json.loads(line) for line in render(rows, "jsonl", []).splitlines()]
    assert lines == json.loads(render(rows, "json", []))["claims"] == rows


@given(st.fractions(max_denominator=10**6))
def test_decimals_are_exact_where_they_can_be(value: Fraction) -> None:
    """A value that a decimal number can say is said exactly; any other to twelve digits; never with an exponent."""
    text = decimal_text(value)
    assert text is not None
    assert "E" not in text.upper()
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert Fraction(text) == value if rest == 1 else abs(Fraction(text) - value) <= abs(value) / 10**11
