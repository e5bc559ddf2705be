"""What is sealed comes back as it was, or not at all."""

import pickle
from fractions import Fraction

import pytest

from factlint.cache.installed import digest
from factlint.cache.sealed import seal, unseal
from factlint.model.finding import Finding, Location, Severity
from factlint.model.interval import Interval

PLACE = Location("a.txt", 1, 1, 1, 3, 0, 2, "40", "stated", "40 ships", {"page": 2})
FINDING = Finding("FL101", "restated-value-differs", Severity.WARNING, 0.91, "x", None, [PLACE])


class Order:
    """A value that, when it is opened by other hands, gives an order."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return exec, ("raise SystemExit(99)",)


@pytest.mark.parametrize(
    "value", [(1, "x"), (FINDING,), (Interval(Fraction(1, 3), None),), ({"a": {1}, "b": frozenset("c")},)]
)
def test_values_come_back(value: tuple[object, ...]) -> None:
    """Records, fractions and plain values are what they were."""
    assert unseal(seal(value), tuple) == value


def test_every_change_is_seen() -> None:
    """A byte that differs, or is lost, opens nothing."""
    data = seal((FINDING,))
    for at in range(0, len(data), 7):
        assert unseal(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], tuple) is None
        assert unseal(data[:at], tuple) is None


def test_a_value_of_another_type_is_none() -> None:
    """Who asks for a tuple gets no list."""
    assert unseal(seal([1]), tuple) is None


def test_a_well_sealed_order_is_not_followed() -> None:
    """Opening makes records of the program only, even where the seal is right."""
    body = pickle.dumps((Order(),))
    assert unseal(digest(body).encode() + body, tuple) is None
