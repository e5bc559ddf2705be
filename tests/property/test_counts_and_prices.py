"""Counts, prices, averages and conversions with labels that are known."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.property.judging import joined, loud

_COUNTRIES = (
    "Austria",
    "Belgium",
    "Chile",
    "Denmark",
    "Egypt",
    "France",
    "Ghana",
    "Haiti",
    "India",
    "Japan",
    "Kenya",
    "Laos",
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LISTS = (
    "The chain entered {count} new markets ({items}).",
    "The survey covers {count} countries: {items}.",
    "The club played in {count} countries, namely {items}.",
    "Boats from {count} countries ({items}) took part.",
    "{count} countries signed the treaty: {items}.",
)
_AVERAGES = (
    "{number} donors gave {amount}, an average of {rate}.",
    "The {number} donors gave {amount}, or {rate} each.",
    "Last year {number} guests spent {amount}, an average of {rate}.",
)
_CONVERTED = (
    "The trail is {first} ({second}) long.",
    "The trail runs for {first}, or {second}.",
    "They walked {first} ({second}) in a day.",
)
_UNITS = (
    ("miles", "km", Fraction(1609344, 1000000)),
    ("km", "miles", Fraction(1000000, 1609344)),
    ("feet", "metres", Fraction(3048, 10000)),
    ("acres", "hectares", Fraction(40468564224, 100000000000)),
    ("yards", "metres", Fraction(9144, 10000)),
)


@given(
    size=st.integers(3, 10),
    off=st.sampled_from((-1, 1)),
    wording=st.sampled_from(_LISTS),
    right=st.booleans(),
    data=st.data(),
)
def test_listed_countries(size: int, off: int, wording: str, right: bool, data: st.DataObject) -> None:
    """As many are listed as were announced."""
    items = data.draw(st.permutations(_COUNTRIES))[:size]
    count = _WORDS[size - 2 + (0 if right else off)]
    text = wording.format(count=count, items=joined(list(items)))
    text = text[0].upper() + text[1:]
    assert loud(text) == (set() if right else {"FL604"}), text


@given(number=st.integers(101, 1900), rate=st.integers(21, 99), wording=st.sampled_from(_AVERAGES), right=st.booleans())
def test_averages(number: int, rate: int, wording: str, right: bool) -> None:
    """The average times the number is the amount."""
    number += number % 10 == 0
    rate += rate % 10 == 0
    told = rate if right else rate + 1 + rate // 4
    text = wording.format(number=f"{number:,}", amount=f"{number * rate:,} euros", rate=f"{told} euros")
    assert loud(text) == (set() if right else {"FL309"}), text


@given(
    price=st.integers(111, 989), number=st.integers(12, 97), right=st.booleans(),
    wording=st.sampled_from((
        "It paid {price} dollars per share, or {amount} million dollars, for the {number} million shares.",
        "At a price of {price} dollars per share, the {number} million shares cost {amount} million dollars.",
    )),
)  # fmt: skip
def test_prices(price: int, number: int, right: bool, wording: str) -> None:
    """The price times the number of shares is the amount."""
    number += number % 10 == 0
    each = Fraction(price, 100)
    amount = each * number * (1 if right else Fraction(13, 10))
    text = wording.format(price=f"{float(each):.2f}", number=number, amount=f"{float(amount):.1f}")
    assert loud(text) == (set() if right else {"FL310"}), text


@given(
    value=st.integers(101, 989), unit=st.sampled_from(_UNITS), wording=st.sampled_from(_CONVERTED), right=st.booleans()
)
def test_conversions(value: int, unit: tuple[str, str, Fraction], wording: str, right: bool) -> None:
    """What stands in brackets is the same in another unit."""
    value += value % 10 == 0
    name, other, factor = unit
    converted = value * factor * (1 if right else Fraction(6, 5))
    text = wording.format(first=f"{value} {name}", second=f"{float(converted):.1f} {other}")
    assert loud(text) == (set() if right else {"FL402"}), text
