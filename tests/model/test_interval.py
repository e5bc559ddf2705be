"""The algebra of intervals, by laws that hold for all of them."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factlint.model.interval import Interval, Rational, decimal_text, quotient

numbers = st.one_of(st.integers(-1000, 1000), st.fractions(-1000, 1000, max_denominator=60))
ends = st.one_of(st.none(), numbers)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that holds at least one value."""
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    made = Interval(low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans()))
    return made if not made.is_empty else Interval(low, high)


@st.composite
def members(draw: st.DrawFn, of: Interval) -> Rational:
    """A value inside an interval."""
    low = of.low if of.low is not None else (of.high if of.high is not None else Fraction(0)) - 50
    high = of.high if of.high is not None else low + 50
    value = draw(st.fractions(min(low, high), max(low, high)))
    assume(of.holds(value))
    return value


@given(intervals(), intervals())
def test_meets_is_symmetric(a: Interval, b: Interval) -> None:
    """Whether two intervals share a value does not depend on which is asked."""
    assert a.meets(b) == b.meets(a)


@given(intervals())
def test_meets_itself(a: Interval) -> None:
    """Every interval that is not empty shares values with itself."""
    assert a.meets(a)


@given(st.data(), intervals(), intervals())
def test_a_common_value_means_they_meet(data: st.DataObject, a: Interval, b: Interval) -> None:
    """Where one value lies in both, they meet."""
    value = data.draw(members(a))
    if b.holds(value):
        assert a.meets(b)


@given(intervals(), intervals())
def test_disjoint_intervals_are_ordered(a: Interval, b: Interval) -> None:
    """Two intervals meet, or exactly one lies below the other."""
    assert [a.meets(b), a.below(b), b.below(a)].count(True) == 1


@given(intervals(), intervals())
def test_touching_intervals_have_no_gap(a: Interval, b: Interval) -> None:
    """A gap is zero for what meets or touches, and positive for all else."""
    if a.meets(b) or a.touches(b):
        assert a.gap(b) == 0
    else:
        assert a.gap(b) > 0
    assert a.gap(b) == b.gap(a)


@given(st.data(), intervals(), intervals())
def test_sums_hold_all_sums(data: st.DataObject, a: Interval, b: Interval) -> None:
    """The sum of two intervals holds the sum of any two of their values; the difference likewise."""
    x, y = data.draw(members(a)), data.draw(members(b))
    assert (a + b).holds(x + y)
    assert (a - b).holds(x - y)


@given(st.data(), intervals(), intervals())
def test_products_and_quotients_hold_all_of_them(data: st.DataObject, a: Interval, b: Interval) -> None:
    """The product holds every product, and the quotient every quotient where the divisor is clear of zero."""
    x, y = data.draw(members(a)), data.draw(members(b))
    assert (a * b).holds(x * y)
    ratio = a.over(b)
    if ratio is not None:
        assert ratio.holds(Fraction(x) / Fraction(y))
    else:
        assert b.closed().holds(0)


@given(st.data(), intervals(), numbers)
def test_scaling_holds_scaled_values(data: st.DataObject, a: Interval, factor: Rational) -> None:
    """Scaling an interval scales its values, whatever the sign of the factor."""
    assert a.scaled(factor).holds(data.draw(members(a)) * factor)


@given(intervals(), intervals(), st.integers(1, 50))
def test_scaling_keeps_order(a: Interval, b: Interval, factor: int) -> None:
    """A positive factor changes neither order nor whether two intervals meet."""
    assert a.scaled(factor).meets(b.scaled(factor)) == a.meets(b)
    assert (-a).meets(-b) == a.meets(b)


@given(intervals(), st.integers(0, 50))
def test_widening_only_adds(a: Interval, by: int) -> None:
    """A widened interval meets all that the narrow one meets."""
    wide = a.widened(by)
    assert wide.meets(a)
    assert not wide.is_empty


def test_half_open_ends_part_neighbouring_roundings() -> None:
    """7.7% and 7.8% share no value, though both might be rounded from 7.75."""
    lower = Interval(Fraction("7.65"), Fraction("7.75"), high_open=True)
    upper = Interval(Fraction("7.75"), Fraction("7.85"), high_open=True)
    assert not lower.meets(upper)
    assert lower.touches(upper)


def test_half_lines_of_one_sign_multiply() -> None:
    """More than 2 times at least 3 is at least 6; with a factor of unknown sign nothing is known."""
    assert Interval(2, None) * Interval(3, None) == Interval(6, None)
    assert Interval(None, -2) * Interval(3, None) == Interval(None, -6)
    assert Interval(None, -2) * Interval(None, -3) == Interval(6, None)
    assert Interval(2, None) * Interval(-1, None) == Interval(None, None)


def test_whole_results_are_ints() -> None:
    """Arithmetic gives ints where the result is whole, for they print as they are."""
    assert repr(Interval(Fraction(1, 2), 1) + Interval(Fraction(1, 2), 1)) == repr(Interval(1, 2))


def test_values_are_written_as_decimals() -> None:
    """Whole values, finite decimals to their last digit, and of what has no end twelve digits."""
    values = (
        None,
        2_640_000,
        Fraction(153, 20),
        Fraction(-1, 8),
        Fraction(1, 40),
        Fraction(1, 3),
        Fraction(-3, 7),
        Fraction(12, 5),
    )
    assert [decimal_text(value) for value in values] == [
        None, "2640000", "7.65", "-0.125", "0.025", "0.333333333333", "-0.428571428571", "2.4",
    ]  # fmt: skip


CLOSED, OPEN_BELOW, OPEN_ABOVE = Interval(2, 5), Interval(2, 5, low_open=True), Interval(2, 5, high_open=True)


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (CLOSED, (2, 3, 5), (1, 6)),
        (OPEN_BELOW, (3, 5), (1, 2, 6)),
        (OPEN_ABOVE, (2, 3), (1, 5, 6)),
        (Interval(2, None), (2, 900), (1,)),
        (Interval(None, 5), (5, -900), (6,)),
        (Interval(None, None), (-900, 0, 900), ()),
        (Interval.point(4), (4,), (3, 5)),
    ],
)
def test_an_end_is_inside_unless_it_is_open(
    interval: Interval, inside: tuple[int, ...], outside: tuple[int, ...]
) -> None:
    """At least 2 holds 2 and more than 2 does not; an end that is not there bounds nothing."""
    assert [value for value in (*inside, *outside) if interval.holds(value)] == list(inside)


@pytest.mark.parametrize(
    ("interval", "is_empty"),
    [
        (Interval(2, 5), False),
        (Interval(5, 2), True),
        (Interval(2, 2), False),
        (Interval(2, 2, low_open=True), True),
        (Interval(2, 2, high_open=True), True),
        (Interval(2, 5, low_open=True, high_open=True), False),
        (Interval(None, 2), False),
        (Interval(2, None), False),
    ],
)
def test_what_holds_no_value_is_empty(interval: Interval, is_empty: bool) -> None:
    """Ends in the wrong order leave nothing, nor does one value that is left out."""
    assert interval.is_empty is is_empty


@pytest.mark.parametrize(
    ("lower", "upper", "is_below", "touch", "gap"),
    [
        (Interval(1, 2), Interval(5, 9), True, False, 3),
        (Interval(None, 2), Interval(5, None), True, False, 3),
        (Interval(1, 5), Interval(5, 9), False, False, 0),
        (Interval(1, 5, high_open=True), Interval(5, 9), True, True, 0),
        (Interval(1, 5), Interval(5, 9, low_open=True), True, True, 0),
        (Interval(1, 7), Interval(5, 9), False, False, 0),
        (Interval(1, None), Interval(5, 9), False, False, 0),
        (Interval(1, 2), Interval(None, 9), False, False, 0),
        (Interval(1, Fraction(3, 2)), Interval(Fraction(7, 2), None), True, False, 2),
    ],
)
def test_two_intervals_are_apart_touch_or_meet(
    lower: Interval, upper: Interval, is_below: bool, touch: bool, gap: int
) -> None:
    """Which of two is the lower, whether they share an end only, and how far they are apart, asked from either side."""
    assert lower.below(upper) is is_below
    assert not upper.below(lower)
    assert lower.meets(upper) is upper.meets(lower) is not is_below
    assert lower.touches(upper) is upper.touches(lower) is touch
    assert repr(lower.gap(upper)) == repr(upper.gap(lower)) == repr(gap)


def test_two_half_lines_that_face_away_touch_nothing() -> None:
    """Ends that are missing on both sides are no common end."""
    assert not Interval(None, 2).touches(Interval(5, None))
    assert not Interval(5, None).touches(Interval(None, 2))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (OPEN_BELOW.closed(), Interval(2, 5)),
        (OPEN_ABOVE.closed(), Interval(2, 5)),
        (OPEN_ABOVE.widened(1), Interval(1, 6, high_open=True)),
        (OPEN_BELOW.widened(1, 3), Interval(1, 8, low_open=True)),
        (OPEN_BELOW.widened(1, 0), Interval(1, 5, low_open=True)),
        (Interval(2, None).widened(1), Interval(1, None)),
        (Interval(None, 5).widened(1), Interval(None, 6)),
        (OPEN_BELOW + Interval(1, 1), Interval(3, 6, low_open=True)),
        (Interval(1, 1) + OPEN_BELOW, Interval(3, 6, low_open=True)),
        (OPEN_ABOVE + Interval(1, 2), Interval(3, 7, high_open=True)),
        (Interval(1, 2) + OPEN_ABOVE, Interval(3, 7, high_open=True)),
        (Interval(2, None) + Interval(1, 2), Interval(3, None)),
        (Interval(1, 2) + Interval(None, 5), Interval(None, 7)),
        (-OPEN_ABOVE, Interval(-5, -2, low_open=True)),
        (-OPEN_BELOW, Interval(-5, -2, high_open=True)),
        (-Interval(2, None), Interval(None, -2)),
        (-Interval(None, 5), Interval(-5, None)),
        (Interval(7, 9) - OPEN_BELOW, Interval(2, 7, high_open=True)),
        (OPEN_ABOVE.scaled(3), Interval(6, 15, high_open=True)),
        (OPEN_BELOW.scaled(-3), Interval(-15, -6, high_open=True)),
        (OPEN_BELOW.scaled(0), Interval(0, 0)),
        (OPEN_BELOW.scaled(1), OPEN_BELOW),
        (Interval(2, None).scaled(2), Interval(4, None)),
        (Interval(None, 5).scaled(2), Interval(None, 10)),
        (OPEN_BELOW.shifted(10), Interval(12, 15, low_open=True)),
        (Interval(2, 5) * Interval(3, 4), Interval(6, 20)),
        (Interval(-2, 5) * Interval(3, 4), Interval(-8, 20)),
        (Interval(-2, 5) * Interval(-4, 3), Interval(-20, 15)),
        (OPEN_BELOW * Interval(3, 4), Interval(6, 20)),
    ],
)
def test_arithmetic_moves_the_ends(made: Interval, expected: Interval) -> None:
    """Each end moves by its own rule and stays open or closed; a product is closed."""
    assert made == expected


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [
        (Interval(2, 5), Interval(3, None), Interval(6, None)),
        (Interval(2, None), Interval(3, 4), Interval(6, None)),
        (Interval(0, None), Interval(0, 7), Interval(0, None)),
        (Interval(0, 7), Interval(0, None), Interval(0, None)),
        (Interval(-5, -2), Interval(3, None), Interval(None, -6)),
        (Interval(-5, 0), Interval(3, None), Interval(None, 0)),
        (Interval(None, -2), Interval(-4, -3), Interval(6, None)),
        (Interval(None, -2), Interval(-4, 0), Interval(0, None)),
        (Interval(None, 0), Interval(None, 0), Interval(0, None)),
        (Interval(3, None), Interval(-5, -2), Interval(None, -6)),
        (Interval(3, None), Interval(-5, 0), Interval(None, 0)),
        (Interval.point(0), Interval(-1, None), Interval.point(0)),
        (Interval(None, 1), Interval.point(0), Interval.point(0)),
        (Interval(None, 2), Interval(3, 4), Interval(None, None)),
        (Interval(3, 4), Interval(None, 2), Interval(None, None)),
        (Interval(3, None), Interval(-1, 2), Interval(None, None)),
    ],
)
def test_products_without_an_end(one: Interval, other: Interval, product: Interval) -> None:
    """A factor without an end leaves the end of the product that its sign reaches; of unknown sign it leaves none."""
    assert one * other == product


@pytest.mark.parametrize(
    ("interval", "divisor", "ratio"),
    [
        (Interval(6, 12), Interval(2, 3), Interval(2, 6)),
        (Interval(6, 12), Interval(-3, -2), Interval(-6, -2)),
        (Interval(1, 2), Interval(3, 3), Interval(Fraction(1, 3), Fraction(2, 3))),
        (Interval(6, 12), Interval(2, None), Interval(0, 6)),
        (Interval(6, 12), Interval(None, -2), Interval(-6, 0)),
        (Interval(6, None), Interval(2, 3), Interval(2, None)),
        (Interval(6, 12), Interval(0, 3), None),
        (Interval(6, 12), Interval(-3, 0), None),
        (Interval(6, 12), Interval(-1, 1), None),
        (Interval(6, 12), Interval(None, 1), None),
        (Interval(6, 12), Interval(-1, None), None),
        (Interval(6, 12), Interval(None, None), None),
    ],
)
def test_quotients(interval: Interval, divisor: Interval, ratio: Interval | None) -> None:
    """A divisor that holds or touches zero judges nothing; one without an end may be as large as it likes."""
    assert interval.over(divisor) == ratio


def test_a_quotient_by_zero_is_told_to_the_caller() -> None:
    """Dividing two figures is exact, and whole where it can be; by zero it raises."""
    assert repr(quotient(6, 3)) == "2"
    assert quotient(6, 4) == Fraction(3, 2)
    with pytest.raises(ZeroDivisionError):
        quotient(6, 0)
