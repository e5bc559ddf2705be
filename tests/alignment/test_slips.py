"""How two figures differ, and the laws of comparing them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.alignment.slips import Slip, compare, looks_round, significant, tell_slip
from factlint.model.quantity import Bound, Quantity, Unit
from factlint.model.span import Span
from tests.alignment.reading import quantity

MILE, KILOMETER = Unit("mile", "length", 1609), Unit("kilometer", "length", 1000)


def made(value: int, quantum: int, bound: Bound, unit: Unit) -> Quantity:
    """Return a figure that is written to a place."""
    value = value * quantum
    return Quantity(
        Span(0, 1), Span(0, 1), value, value, value, bound, quantum, unit, digits=str(value), scale=1
    )  # fmt: skip


quantities = st.builds(
    made,
    st.integers(-99_999, 99_999),
    st.sampled_from([1, 10, 1000, 10**6]),
    st.sampled_from([bound for bound in Bound if bound is not Bound.RANGE]),
    st.sampled_from([Unit(), MILE, KILOMETER]),
)


@given(quantities, quantities)
def test_comparing_is_symmetric(first: Quantity, second: Quantity) -> None:
    """Which figure comes first decides neither whether the two agree nor what they are taken to mean."""
    there, back = compare(first, second), compare(second, first)
    assert (there.agree, there.touch) == (back.agree, back.touch)
    assert there.implied_only is back.implied_only
    assert (there.first, there.second) == (back.second, back.first)


@given(quantities, quantities)
def test_telling_a_slip_is_symmetric(first: Quantity, second: Quantity) -> None:
    """A slip from one figure to the other is one from the other to the first."""
    assert tell_slip(first, second) is tell_slip(second, first)


@given(quantities)
def test_a_figure_agrees_with_itself(figure: Quantity) -> None:
    """Whatever its bound; and nothing slipped."""
    assert compare(figure, figure).agree
    assert tell_slip(figure, figure) is Slip.NONE


@given(quantities, quantities)
def test_figures_that_conflict_share_no_value(first: Quantity, second: Quantity) -> None:
    """The intervals of a conflict, as shown to the reader, are disjoint; those of an agreement meet."""
    found = compare(first, second)
    assert found.first.meets(found.second) is found.agree


@pytest.mark.parametrize(
    ("first", "second", "slip"),
    [
        ("2.64 million", "2.46 million", Slip.TRANSPOSITION),
        ("513.62 billion", "413.62 billion", Slip.DIGIT),
        ("1,284", "1,824", Slip.TRANSPOSITION),
        ("1,284", "1,288", Slip.DIGIT),
        ("1,284", "12,284", Slip.MISSING),
        ("11.45 million", "11.45 billion", Slip.SCALE),
        ("26.4 million", "2,640", Slip.WAN),
        ("26.4 billion", "264", Slip.WAN),
        ("13", "30", Slip.TEEN),
        ("17", "70", Slip.TEEN),
        ("1,284", "5,917", Slip.NONE),
        ("1,284", "1,284", Slip.NONE),
        ("1,284", "8,421", Slip.NONE),
        ("412", "412.0", Slip.NONE),
    ],
)
def test_slips(first: str, second: str, slip: Slip) -> None:
    """The one known way in which a figure is miswritten for the other."""
    assert tell_slip(quantity(first), quantity(second)) is slip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("500 km", "512 km"),
        ("620 million", "623 million"),
        ("7.7%", "7.72%"),
        ("over 2.64 million", "2.646 million"),
        ("over 2.6 million", "over 2.64 million"),
        ("over 500 billion", "513.62 billion"),
        ("over 500 billion", "over 513 billion"),
        ("at least 30%", "29.6%"),
        ("nearly 90%", "87.5%"),
        ("about 50,000", "46,000"),
        ("under 20%", "19.9%"),
        ("over 2.64 million", "2.6 million"),
        ("two thirds", "64.3%"),
    ],
)
def test_figures_that_agree(first: str, second: str) -> None:
    """Rounding, bounds and words of nearness are kind."""
    a, b = quantity(first), quantity(second)
    if a.unit.dimension == b.unit.dimension:
        assert compare(a, b).agree


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("7.7%", "7.8%"),
        ("500 km", "560 km"),
        ("500 km", "600 km"),
        ("100 million", "140 million"),
        ("over 2.64 million", "2.61 million"),
        ("over 2.64 million", "2.46 million"),
        ("over 30%", "29.9%"),
        ("under 20%", "20.4%"),
        ("nearly 90%", "93%"),
        ("1,487", "1,478"),
        ("between 14,000 and 15,000", "16,320"),
    ],
)
def test_figures_that_conflict(first: str, second: str) -> None:
    """Two figures rounded to one place are compared finely; open ends are not widened."""
    found = compare(quantity(first), quantity(second))
    assert not found.agree
    assert not found.implied_only


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("over 2.64 million", "over 2.46 million", False),
        ("over 160 million", "over 660 million", False),
        ("over 2.6 million", "over 2.64 million", True),
        ("under 40", "under 70", False),
        ("more than half", "more than two thirds", True),
        ("less than half", "less than a third", True),
    ],
)
def test_bounds_of_one_direction_are_judged_as_a_fair_reader_takes_them(first: str, second: str, agree: bool) -> None:
    """Two half-lines always meet; what the words lead one to expect may not."""
    found = compare(quantity(first), quantity(second))
    assert found.agree is agree
    assert found.implied_only is not agree


def test_a_common_end_is_no_common_value() -> None:
    """Over 20, and 20: they touch."""
    found = compare(quantity("over 20"), quantity("20"))
    assert (found.agree, found.touch) == (False, True)


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("2.64 million", "264"),
        ("5,000,000", "5"),
        ("0.485", "485"),
        ("1,050", "105"),
        ("10", "1"),
        ("seven", "7"),
        ("0", "0"),
    ],
)
def test_the_digits_that_count(words: str, digits: str) -> None:
    """Without scale, grouping and the noughts at either end."""
    assert significant(quantity(words)) == digits


@pytest.mark.parametrize(
    ("words", "is_round"), [("50,000", True), ("20%", True), ("513.62 billion", False), ("47", False)]
)
def test_round_figures(words: str, is_round: bool) -> None:
    """One digit that counts is shared by accident."""
    assert looks_round(quantity(words)) is is_round
