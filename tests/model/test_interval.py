"""The algebra of intervals, by laws that hold for all of them."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from factlint.model.interval import Interval, Rational, decimal_text

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
    quotient = a.over(b)
    if quotient is not None:
        assert quotient.holds(Fraction(x) / Fraction(y))
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
