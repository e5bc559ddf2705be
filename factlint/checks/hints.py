"""How a figure may have slipped, in an editor's words: which digits, and thirteen for thirty."""

from fractions import Fraction

from factlint.alignment.slips import Slip
from factlint.checks.wording import figure
from factlint.model.claim import Claim
from factlint.model.quantity import Quantity

_TEENS = {
    13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen",
    30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip


def slip_notes(first: Claim, second: Claim, slip: Slip) -> list[str]:
    """Return the hint that a slip gives: "a slip? two digits swapped, 64 and 46: 18,640, 18,460"; none without one."""
    a, b = first.quantity, second.quantity
    if slip is Slip.NONE or a is None or b is None:
        return []
    both = f"{figure(a.middle)}, {figure(b.middle)}"
    if slip is Slip.TEEN and a.value in _TEENS and b.value in _TEENS:
        return [f"a slip? {_TEENS[int(a.value)]} and {_TEENS[int(b.value)]} sound alike"]
    x, y = _digits(a, b)
    places = [at for at in range(min(len(x), len(y))) if x[at] != y[at]]
    if slip is Slip.TRANSPOSITION and len(x) == len(y) and len(places) == 2:
        start, end = places[0], places[1] + 1
        return [f"a slip? {slip}, {x[start:end]} and {y[start:end]}: {both}"]
    if slip is Slip.DIGIT and len(x) == len(y) and len(places) == 1:
        return [f"a slip? {slip}, {x[places[0]]} and {y[places[0]]}: {both}"]
    if slip is Slip.MISSING:
        return [f"a slip? {slip}: {both}"]
    return [f"a slip? {slip}: {both}"]


def _digits(first: Quantity, second: Quantity) -> tuple[str, str]:
    """Return the digits of both down to the finer of their places, so that a digit stands under its digit."""
    unit = min(Fraction(first.quantum or 1), Fraction(second.quantum or 1))
    x, y = (str(round(abs(Fraction(quantity.middle)) / unit)) for quantity in (first, second))
    return x, y
