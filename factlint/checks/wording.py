"""Figures and arithmetic as an editor reads them: "2,640,000", "7.65% to 7.75%", "more than CNY 500 billion"."""

from fractions import Fraction

from factlint.model.interval import Interval, Rational
from factlint.model.quantity import Unit

_DIGITS = 6  # significant ones that an exact figure may show
_CUT_DIGITS = 5  # and one that has more
_SCALES = ((10**12, " trillion"), (10**9, " billion"))
_PREFIX_LENGTH = 3  # of an ISO 4217 code
_UNCHANGED = ("hertz", "TEU", "CGT")


def figure(value: Rational, unit: Unit | str = "") -> str:
    """Return a value with its unit: "2,640,000", "7.65%", "CNY 513.62 billion", "about 22.543 billion deadweight tons".

    Whole numbers below a billion are written in full. Of others six significant digits are written, or five after
    "about" where that does not say them exactly.
    """
    number, was_cut = _number(value)
    before, after = _unit_words(unit, is_one=value == 1)
    return f"{'about ' if was_cut else ''}{before}{number}{after}"


def interval(values: Interval, unit: Unit | str = "") -> str:
    """Return what values an interval holds: "more than 2,640,000", "2,455,000 to 2,465,000", "at most 5%"."""
    low, high = values.low, values.high
    if low is None and high is None:
        return "any value"
    if high is None:
        assert low is not None
        return f"{'more than' if values.low_open else 'at least'} {figure(low, unit)}"
    if low is None:
        return f"{'less than' if values.high_open else 'at most'} {figure(high, unit)}"
    if low == high:
        return figure(low, unit)
    before, after = _unit_words(unit, is_one=False)
    (first, first_cut), (second, second_cut) = _number(low), _number(high)
    about = "about " if first_cut or second_cut else ""
    scale = second[second.find(" ") :] if " " in second else ""
    if scale and first.endswith(scale):
        first = first.removesuffix(scale)  # 1.5 to 1.6 billion
    if after == "%":
        first += after
    return f"{about}{before}{first} to {second}{after}"


def _number(value: Rational) -> tuple[str, bool]:
    """Return the digits with a scale word for large numbers, and whether digits were cut."""
    size = abs(Fraction(value))
    for scale, word in _SCALES:
        if size >= scale:
            digits, was_cut = _digits(Fraction(value) / scale)
            return digits + word, was_cut
    return _digits(Fraction(value))


def _digits(value: Fraction) -> tuple[str, bool]:
    """Return a value in digits: a whole one in full, another with as many digits as may be shown."""
    if value.denominator == 1:
        return f"{value.numerator:,}", False
    before = _length(abs(value))
    exact = round(value, _DIGITS - before)
    shown = exact if exact == value else round(value, _CUT_DIGITS - before)
    places = max(_DIGITS - before, 0)
    whole, part = divmod(abs(shown) * 10**places, 10**places)
    decimals = f".{int(part):0{places}d}".rstrip("0").rstrip(".") if places else ""
    return f"{'-' if shown < 0 else ''}{int(whole):,}{decimals}", shown != value


def _length(value: Fraction) -> int:
    """Return the number of digits before the decimal point; below 1, the noughts after it count negative."""
    if value >= 1:
        return len(str(value.numerator // value.denominator))
    noughts = 0
    while value * 10 < 1:
        value *= 10
        noughts += 1
    return -noughts


def _unit_words(unit: Unit | str, *, is_one: bool) -> tuple[str, str]:
    """Return what stands before and after a number: ("CNY ", ""), ("", "%"), ("", " percentage points")."""
    name, per = (unit, "") if isinstance(unit, str) else (unit.name, unit.per)
    after = f" per {per.replace('_', ' ')}" if per else ""
    if name in {"", "number"}:
        return "", after
    if name == "percent":
        return "", "%" + after
    if len(name) == _PREFIX_LENGTH and name.isupper() and name not in _UNCHANGED:
        return f"{name} ", after
    words = name.replace("_", " ")
    if not is_one and not words.endswith(_UNCHANGED):
        words = words.replace("degree ", "degrees ", 1) if words.startswith("degree ") else _plural(words)
    return "", f" {words}{after}"


def _plural(words: str) -> str:
    irregular = {"foot": "feet", "inch": "inches", "person": "people", "mu": "mu", "jin": "jin", "li": "li"}
    *front, last = words.split(" ")
    return " ".join((*front, irregular.get(last, last if last.endswith("s") else f"{last}s")))
