"""Figures of an original and of its translation, paired without a dictionary: by value, unit and order.

Equal figures are paired first, each with the nearest in order. What is left on both sides is paired where its digits or
its place among the others say that one stands for the other; the rest is missing on one side.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction

from factlint.alignment.rounding import agree
from factlint.model.figure import Figure
from factlint.model.interval import Rational
from factlint.model.record import dataclass

_SHORTEST = 2
_CROWD = 400
Test = Callable[[Figure, Figure], Rational | None]


class Tie(StrEnum):
    """How two figures belong together."""

    EQUAL = "equal"
    UNIT = "unit"  # equal numbers in different units
    SCALE = "scale"  # equal digits at another power of ten
    DIGITS = "digits"  # digits that one slip makes equal
    PLACE = "place"  # the only figures left at one place among the others


@dataclass(slots=True)
class Couple:
    """A figure of the original and the one of the translation that stands for it; None where it has none."""

    original: Figure | None
    translation: Figure | None
    tie: Tie | None = None
    factor: Rational = 1  # of a slip of scale: the translation over the original


def couple(originals: Sequence[Figure], translations: Sequence[Figure]) -> list[Couple]:
    """Return every figure of both sides once, with its partner where it has one."""
    if max(len(originals), len(translations)) > _CROWD:
        return []
    left, right = list(range(len(originals))), list(range(len(translations)))
    made: list[tuple[int, int, Tie, Rational]] = []

    def pair(test: Test, *, hard_only: bool = False) -> None:
        options = []
        for i in left:
            for j in right:
                if hard_only and (originals[i].is_soft or translations[j].is_soft):
                    continue
                factor = test(originals[i], translations[j])
                if factor is not None:
                    options.append((_distance(i, j, originals, translations, made), i, j, factor))
        for _, i, j, factor in sorted(options, key=lambda option: option[:3]):
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                made.append((i, j, test_ties[test], factor))

    test_ties: dict[Test, Tie] = {
        _same_value: Tie.EQUAL,
        _equal: Tie.EQUAL,
        _equal_but_for_unit: Tie.EQUAL,
        _same_number: Tie.UNIT,
        _scaled: Tie.SCALE,
        _slipped: Tie.DIGITS,
    }
    pair(_same_value)
    pair(_equal)
    pair(_equal_but_for_unit)
    pair(_same_number)
    pair(_scaled)
    pair(_slipped, hard_only=True)
    for i in list(left):
        one = [j for j in right if _slot(i, j, made) and _same_sort(originals[i], translations[j])]
        others = [k for k in left if k != i and any(_slot(k, j, made) for j in one)]
        if len(one) == 1 and not others and _is_hard(originals[i], translations[one[0]]):
            left.remove(i)
            right.remove(one[0])
            made.append((i, one[0], Tie.PLACE, 1))
    _drop_conversions(left, originals, [translations[j] for _, j, _, _ in made])
    _drop_conversions(right, translations, [originals[i] for i, _, _, _ in made])
    couples = [Couple(originals[i], translations[j], tie, factor) for i, j, tie, factor in sorted(made)]
    couples += [Couple(originals[i], None) for i in left]
    couples += [Couple(None, translations[j]) for j in right]
    return couples


def _drop_conversions(lone: list[int], figures: Sequence[Figure], others: Sequence[Figure]) -> None:
    """Leave out what tells a figure that has a partner once more in another unit: 36.3 million hectares (545 million mu)."""
    for at in list(lone):
        unit = figures[at].unit
        if unit.factor is not None and any(
            other.unit.dimension == unit.dimension and other.unit.name != unit.name and shares_value(figures[at], other)
            for other in others
        ):
            lone.remove(at)


def _is_hard(first: Figure, second: Figure) -> bool:
    """Say whether both figures must have a partner: neither is soft, or both multiply (doubled, tripled)."""
    return first.unit.dimension == second.unit.dimension == "multiple" or not (first.is_soft or second.is_soft)


def _distance(
    i: int,
    j: int,
    originals: Sequence[Figure],
    translations: Sequence[Figure],
    made: list[tuple[int, int, Tie, Rational]],
) -> Fraction:
    """Return how far apart two figures stand in the order of their texts, crossing of other couples counted double."""
    crossings = sum((i < a) != (j < b) for a, b, _, _ in made)
    return abs(Fraction(i + 1, len(originals) + 1) - Fraction(j + 1, len(translations) + 1)) + 2 * crossings


def _slot(i: int, j: int, made: list[tuple[int, int, Tie, Rational]]) -> bool:
    """Say whether two figures stand between the same couples."""
    return all((i < a) == (j < b) for a, b, _, _ in made)


def _same_value(first: Figure, second: Figure) -> Rational | None:
    """Return 1 where two figures of one unit have the same value to the last digit."""
    same = first.value is not None and first.value == second.value and first.unit.name == second.unit.name
    return 1 if same else None


def _equal(first: Figure, second: Figure) -> Rational | None:
    """Return 1 where two figures of one sort share a value, rounding included."""
    return 1 if _same_sort(first, second) and shares_value(first, second) else None


def _equal_but_for_unit(first: Figure, second: Figure) -> Rational | None:
    """Return 1 where the numbers are equal and one side has no unit, or one that the other tells by its measure word."""
    dimensions = {first.unit.dimension, second.unit.dimension}
    if "count" not in dimensions or dimensions & {"currency", "percentage_point"} or first.is_soft or second.is_soft:
        return None
    return 1 if shares_value(first, second) and first.digits == second.digits else None


def _leaves_out_money(first: Figure, second: Figure) -> bool:
    """Say whether one side leaves out what the other names: 从54万亿增加到82.7万亿 in yuan, "400 billion more" of any money."""
    return any(
        one.is_nameless and other.unit.is_money and (one.text.isascii() or other.unit.name == "CNY")
        for one, other in ((first, second), (second, first))
    )


def _same_number(first: Figure, second: Figure) -> Rational | None:
    """Return 1 where the numbers are equal and the units are not of one sort."""
    if _same_sort(first, second) or first.value is None or second.value is None:
        return None
    if not _may_be_confused(first, second):
        return None
    return 1 if agree(first, first.value, second, second.value) else None


def _may_be_confused(first: Figure, second: Figure) -> bool:
    """Say whether two units are told for one another: percent and points, two currencies, money and a count."""
    dimensions = {first.unit.dimension, second.unit.dimension}
    if dimensions <= {"percent", "percentage_point"}:
        return True
    if dimensions <= {"currency"} or dimensions == {"currency", "count"}:
        return len(first.digits) >= _SHORTEST
    return "count" in dimensions and len(first.digits) > _SHORTEST


def _scaled(first: Figure, second: Figure) -> Rational | None:
    """Return the power of ten between two figures with the same digits."""
    if first.value is None or second.value is None or not first.value or not second.value:
        return None
    if not _same_sort(first, second) or first.unit.dimension in ("time", "multiple"):
        return None
    if first.is_soft and second.is_soft:
        return None
    if first.unit.name != second.unit.name and first.unit.factor is not None and second.unit.factor is not None:
        return None
    ratio = Fraction(second.value) / Fraction(first.value)
    for power in range(-12, 13):
        factor = Fraction(10) ** power
        if not power or not Fraction(1, 2) < ratio / factor < 2:
            continue
        half = Fraction(second.quantum) / 2
        low, high = Fraction(second.value) - half, Fraction(second.value) + half
        width = Fraction(first.quantum) / 2 * factor
        if low - width <= Fraction(first.value) * factor <= high + width and _tells(first, second):
            return factor
    return None


def _tells(first: Figure, second: Figure) -> bool:
    """Say whether the digits are enough to tell a slip from another figure: two significant ones, or one sort of money."""
    return min(len(first.digits), len(second.digits)) >= _SHORTEST or not (first.is_soft or second.is_soft)


def _slipped(first: Figure, second: Figure) -> Rational | None:
    """Return 1 where one slip of the digits makes two figures of one sort equal."""
    if first.value is None or second.value is None or not _same_sort(first, second):
        return None
    a, b = first.digits, second.digits
    if first.quantum and first.quantum == second.quantum:  # 60 and 65
        a, b = (str(abs(int(Fraction(one.value or 0) / Fraction(one.quantum)))) for one in (first, second))
    if min(len(a), len(b)) < _SHORTEST or a == b:
        return None
    if len(a) == len(b):
        wrong = [at for at in range(len(a)) if a[at] != b[at]]
        swapped = len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        return 1 if len(wrong) == 1 or swapped else None
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) - len(shorter) != 1:
        return None
    return 1 if any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))) else None


def _same_sort(first: Figure, second: Figure) -> bool:
    """Say whether two units measure one thing."""
    one, other = first.unit, second.unit
    if {one.dimension, other.dimension} == {"currency", "count"} and _leaves_out_money(first, second):
        return True
    if one.is_money and other.is_money:
        loose = _LOOSE_MONEY.get(one.name, ()), _LOOSE_MONEY.get(other.name, ())
        return one.name == other.name or other.name in loose[0] or one.name in loose[1]
    if "point" in (one.name, other.name) and "percentage_point" in (one.name, other.name):
        return True  # "N points"
    if {one.dimension, other.dimension} == {"multiple", "percent"}:
        return True
    names = {one.name, other.name}
    if names == _OF_THOUSAND:
        return True
    return one.dimension == other.dimension or names <= _COUNTED or names == _SPEED


_LOOSE_MONEY = {
    "USD": ("dollar",), "HKD": ("dollar",), "SGD": ("dollar",), "AUD": ("dollar",), "CAD": ("dollar",), "TWD": ("dollar",),
    "GBP": ("pound",),
}  # fmt: skip
_SPEED = frozenset(("kilometer", "kilometer_per_hour"))  # a top speed of 350 km
_OF_THOUSAND = frozenset(("per_mille", ""))  # 6.8‰, and 6.8 per 1,000
_COUNTED = frozenset(("", "TEU", "point"))


def shares_value(first: Figure, second: Figure) -> bool:
    """Say whether two figures can tell one number, whatever their bounds: rounding of either, and their loose readings."""
    if (first.value is None) != (second.value is None):
        return False
    if first.value is None:
        return all(_near(first, a, second, b) for a, b in zip(first.values, second.values, strict=False)) and len(
            first.values
        ) == len(second.values)
    for a in first.values:
        for b in second.values:
            if _near(first, a, second, b):
                return True
    return False


def _near(first: Figure, a: Rational, second: Figure, b: Rational) -> bool:
    """Say whether two values of two units are one number."""
    one, other = first.unit, second.unit
    if (
        one.factor is not None
        and other.factor is not None
        and one.name != other.name
        and {one.name, other.name} != _SPEED
    ):
        return agree(first, a, second, b, Fraction(one.factor) / Fraction(other.factor))
    if {one.dimension, other.dimension} == {"multiple", "percent"}:
        return agree(first, a, second, b, Fraction(100) if one.dimension == "multiple" else Fraction(1, 100))
    return agree(first, a, second, b)
