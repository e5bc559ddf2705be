"""The readings of a quantity: what its words say, what rounding admits, what a fair reader expects."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.interval import Interval, Rational
from factlint.model.quantity import COUNT, Bound, Quantity, Unit
from factlint.model.span import Span

PERCENT = Unit("percent", "percent")
POINTS = [Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN]


def quantity(printed: str, bound: Bound = Bound.EXACT, unit: Unit = COUNT, scale: int = 1) -> Quantity:
    """Return the quantity of a printed numeral, as the parser makes it."""
    value: Rational = Fraction(printed) * scale
    decimals = len(printed.partition(".")[2])
    return Quantity(
        span=Span(0, 1),
        number=Span(0, 1),
        value=value,
        low=None,
        high=None,
        bound=bound,
        quantum=Fraction(scale, 10**decimals),
        unit=unit,
        digits=printed,
        scale=scale,
    )


printed = st.builds(
    lambda whole, part: f"{whole}{part}", st.integers(0, 10**6), st.sampled_from(["", ".0", ".5", ".64"])
)
quantities = st.builds(
    quantity, printed, st.sampled_from(POINTS), st.sampled_from([COUNT, PERCENT]), st.sampled_from([1, 1000, 10**6])
)


@given(quantities)
def test_admitted_holds_what_is_stated_or_touches_it(given_quantity: Quantity) -> None:
    """Rounding only ever widens: the admitted reading meets the stated one."""
    assert given_quantity.admitted().meets(given_quantity.stated())


@given(quantities)
def test_round_reading_widens_the_fine_one(given_quantity: Quantity) -> None:
    """The round reading is never narrower than the fine one."""
    fine = given_quantity.half_quantum()
    assert given_quantity.half_quantum(round_reading=True) >= fine


@given(quantities)
def test_half_quantum_of_the_round_reading_is_at_most_a_tenth(given_quantity: Quantity) -> None:
    """Beyond the last written digit, no more than a tenth of the value may have been rounded away."""
    half = given_quantity.half_quantum(round_reading=True)
    fine = given_quantity.half_quantum()
    assert half == fine or half <= abs(Fraction(given_quantity.middle)) / 10


@given(quantities)
def test_implied_lies_within_what_the_bound_allows(given_quantity: Quantity) -> None:
    """What a fair reader expects contradicts neither the words nor their rounding."""
    assert given_quantity.implied().meets(given_quantity.admitted())


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        (quantity("7.7", unit=PERCENT), Interval(Fraction("7.65"), Fraction("7.75"), high_open=True)),
        (quantity("1487"), Interval.point(1487)),
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), Interval(2_640_000, None, low_open=True)),
        (quantity("30", Bound.AT_LEAST, PERCENT), Interval(Fraction("29.5"), None)),
        (quantity("5", Bound.LESS_THAN, PERCENT), Interval(None, 5, high_open=True)),
        (quantity("5", Bound.AT_MOST, PERCENT), Interval(None, Fraction("5.5"))),
        (quantity("2.46", scale=10**6), Interval(2_455_000, 2_465_000, high_open=True)),
    ],
    ids=lambda value: value.digits + value.bound if isinstance(value, Quantity) else "",
)
def test_admitted(figure: Quantity, interval: Interval) -> None:
    """Closed ends are widened by half a unit of the last digit, open ends and bare counts are not."""
    assert figure.admitted() == interval


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        (quantity("500", unit=PERCENT), quantity("512", unit=PERCENT), True),
        (quantity("500", unit=PERCENT), quantity("560", unit=PERCENT), False),
        (quantity("620", scale=10**6), quantity("623", scale=10**6), True),
        (quantity("100", scale=10**6), quantity("140", scale=10**6), False),
    ],
    ids=["500 and 512", "500 and 560", "620 and 623 million", "100 and 140 million"],
)
def test_round_figures_agree_with_finer_ones(first: Quantity, second: Quantity, *, agree: bool) -> None:
    """A rounder figure takes its round reading against a finer one."""
    assert first.admitted(round_reading=True).meets(second.admitted()) is agree


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), quantity("2.46", scale=10**6), False),
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), quantity("2.646", scale=10**6), True),
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), quantity("2.6", scale=10**6), True),
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), quantity("2.61", scale=10**6), False),
        (quantity("30", Bound.MORE_THAN, PERCENT), quantity("29.9", unit=PERCENT), False),
        (quantity("30", Bound.AT_LEAST, PERCENT), quantity("29.6", unit=PERCENT), True),
    ],
    ids=["2.46", "2.646", "2.6", "2.61", "over 30", "at least 30"],
)
def test_bounds_judge_figures(first: Quantity, second: Quantity, *, agree: bool) -> None:
    """Over 2.64 million conflicts with 2.61 million, not with 2.6 million, which may be 2.645."""
    assert first.admitted().meets(second.admitted()) is agree


@pytest.mark.parametrize(
    ("figure", "place"),
    [
        (quantity("500"), 100),
        (quantity("40"), 1),
        (quantity("2.64", scale=10**6), 10_000),
        (quantity("1487"), 1),
        (quantity("7.70"), Fraction(1, 10)),
        (quantity("500", scale=10**9), 100 * 10**9),
    ],
    ids=lambda value: value.digits if isinstance(value, Quantity) else "",
)
def test_place(figure: Quantity, place: Rational) -> None:
    """The place is what the last digit that is not nought is worth; a trailing nought of two figures counts."""
    assert figure.place == place


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        (quantity("2.64", Bound.MORE_THAN, scale=10**6), Interval(2_640_000, 2_650_000, low_open=True)),
        (quantity("500", Bound.MORE_THAN, scale=10**9), Interval(500 * 10**9, 600 * 10**9, low_open=True)),
        (quantity("40", Bound.AT_MOST), Interval(39, 40)),
    ],
    ids=["over 2.64 million", "over 500 billion", "up to 40"],
)
def test_implied(figure: Quantity, interval: Interval) -> None:
    """Over v is v and up to one unit more of its last digit that is not nought."""
    assert figure.implied() == interval


def test_approximate_words_add_their_slack() -> None:
    """About 280,000 with a slack of a tenth runs from 252,000 to 308,000; nearly stays below the figure."""
    about = quantity("280000", Bound.APPROX)
    about.slack_below = about.slack_above = 28_000
    assert about.admitted() == Interval(252_000, 308_000)
    nearly = quantity("280000", Bound.LESS_THAN)
    nearly.slack_below = 28_000
    assert nearly.admitted() == Interval(252_000, 280_000)
    assert nearly.stated() == Interval(None, 280_000, high_open=True)


def test_a_range_has_two_ends_and_no_value() -> None:
    """Between 12 and 14 million is both ends, widened by rounding when it is judged."""
    between = quantity("12", scale=10**6)
    between.value, between.low, between.high, between.bound = None, 12 * 10**6, 14 * 10**6, Bound.RANGE
    assert between.stated() == Interval(12 * 10**6, 14 * 10**6)
    assert between.admitted() == Interval(11_500_000, 14_500_000)
    assert between.middle == 13 * 10**6
