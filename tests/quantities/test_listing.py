"""The public function ``factlint.quantities``: typed results over slices of the text."""

import doctest
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import factlint
from factlint.model.quantity import Bound, Form

TEXT = (
    "Over 2.64 million 5G base stations were built by 1,487 firms. Sales rose 7.7% to $1.2 billion, or $98 a share; a third "
    "of the towns need 5 to 7 tonnes of grain."
)


def test_a_figure_has_value_bound_unit_and_noun() -> None:
    """What a figure says is in its fields, exactly."""
    first, second, third, fourth, fifth, sixth, seventh = factlint.quantities(TEXT)
    assert (first.text, first.value, first.low, first.high) == ("Over 2.64 million", 2_640_000, 2_640_000, None)
    assert (first.bound, first.counted) == (Bound.MORE_THAN, "5G base stations")
    assert (second.value, second.unit, second.counted) == (1487, "", "firms")
    assert (third.value, third.unit) == (Fraction(77, 10), "percent")
    assert (fourth.text, fourth.unit, fifth.unit, fifth.per) == ("$1.2 billion", "dollar", "dollar", "share")
    assert (sixth.value, sixth.form) == (Fraction(1, 3), Form.FRACTION)
    assert (seventh.value, seventh.low, seventh.high, seventh.unit) == (None, 5, 7, "metric_ton")
    assert [float(found) for found in (third, seventh, first)] == [7.7, 6.0, 2_640_000.0]


def test_markdown_keeps_its_offsets() -> None:
    """Spans point into the source with its markup."""
    source = "**Over 2.64 million** users &amp; *7.7%* of them"
    assert [source[found.span.start : found.span.end] for found in factlint.quantities(source, markdown=True)] == [
        "Over 2.64 million",
        "7.7%",
    ]


@given(st.text(alphabet="0123456789.,%$\u20ac -\u2013()\r\n\tabcmillionover\U0001f600e\u0301", max_size=60))
@settings(max_examples=100, deadline=None)
def test_spans_slice_the_text(text: str) -> None:
    """Whatever the text, a span gives the words of its quantity."""
    for found in factlint.quantities(text):
        assert text[found.span.start : found.span.end] == found.text


def test_function_and_room_keep_their_names() -> None:
    """The function is not hidden by the room of its name, whichever is imported first."""
    code = (
        "import factlint.quantities, factlint; from factlint.quantities import parse_document; "
        "assert callable(factlint.quantities) and callable(parse_document)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0


def asked_for_pint(text: str) -> bool:
    """Say whether reading a text imports pint."""
    code = f"import sys, factlint; factlint.quantities({text!r}); print('pint' in sys.modules)"
    return (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
        == "True"
    )


def test_pint_is_imported_for_an_exotic_unit_only() -> None:
    """Kilometers and dollars cost no start of pint; furlongs do."""
    assert not asked_for_pint("It ran 14 kilometers for $3 and 40 slugs-free gardens, 300 people, 12 megaphones.")
    assert asked_for_pint("It ran 42 furlongs per fortnight.")


def test_the_guide_shows_what_is_printed() -> None:
    """The example of the guide is run."""
    guide = Path(__file__).parents[2] / "docs" / "guide" / "what-is-read.md"
    tried = doctest.testfile(str(guide), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried.attempted > 0
    assert tried.failed == 0
