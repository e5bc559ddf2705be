"""Numerals as printed: grouping, fractions and powers of one figure: 816 000, 5, 000, 2 1/2, 2.48×10−5."""

from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.digits import read_vulgar
from factlint.lexing.kinds import CARDINAL, DESIGNATOR, FRACTION, NUMBER
from factlint.lexing.tokens import VULGAR
from factlint.model.interval import Rational, tidy
from factlint.model.parse import Token
from factlint.model.quantity import Form
from factlint.model.record import dataclass


@dataclass(slots=True)
class Numeral:
    """A number over ``tokens[first:last]``, not yet of anything."""

    first: int
    last: int
    value: Rational | None  # None where the words are indefinite
    quantum: Rational
    digits: str = ""
    scale: Rational = 1
    in_words: bool = False
    form: Form = CARDINAL
    low: Rational | None = None
    high: Rational | None = None
    grouped: bool = False
    sign_from: int | None = None  # the token of its minus sign, where that is not the first

    @property
    def is_plain(self) -> bool:
        """Whether it is digits alone, with no scale word: what a year, a day or a name may be."""
        return not self.in_words and self.scale == 1 and self.last - self.first == 1 and self.form is CARDINAL

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number."""
        return self.value if isinstance(self.value, int) else None


_EIGHTHS = ("2", "3", "4", "5", "8", "16", "32", "64")
MINUS = ("-", "\u2212", "\u2013")


class FigureReader:
    """Reads what belongs to one printed figure."""

    def __init__(self, tokens: list[Token], lowers: list[str], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lowers = lowers
        self._lower = lowers.__getitem__
        self.lexicon = lexicon
        self.numbers = lexicon.numbers
        self._loose: bool | None = None  # whether the text sets brackets and hyphens apart with spaces

    def _touch(self, at: int) -> bool:
        """Say whether the token here touches the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def _spaced_groups(self, at: int) -> tuple[str, int] | None:
        """Join groups of three digits set apart by plain spaces: 816 000, 1 414 021 100."""
        tokens = self.tokens
        if not (tokens[at].text.isdecimal() and len(tokens[at].text) <= 3 and tokens[at].text[0] != "0"):
            return None
        last = at + 1
        while (
            last - at < 10 and             last < len(tokens) and tokens[last].kind is NUMBER and tokens[last].start == tokens[last - 1].end + 1
            and len(tokens[last].text.partition(".")[0]) == 3 and tokens[last].text[:3].isdecimal()
            and (len(tokens[last].text) == 3 or tokens[last].text[3] == ".") and "." not in tokens[last - 1].text
        ):  # fmt: skip
            last += 1
        if last == at + 1 or (last < len(tokens) and tokens[last].kind is NUMBER and not self._touch(last)):
            return None
        groups = [token.text for token in tokens[at:last]]
        if (
            len(groups) == 2
            and not groups[1].endswith("00")
            and "." not in groups[1]
            and self._lower(last) not in self.lexicon.names
        ):
            return None
        if at and (tokens[at - 1].kind is DESIGNATOR or self._lower(at - 1) in self.lexicon.times.months):
            return None
        return "\u00a0".join(groups), last

    def _comma_gap(self, at: int) -> tuple[str, int] | None:
        """Join 5, 000 and, in text that sets brackets and hyphens apart with spaces, 16, 800."""
        tokens = self.tokens
        if (
            at + 2 >= len(tokens)
            or tokens[at + 1].text != ","
            or not self._touch(at + 1)
            or tokens[at + 2].start != tokens[at + 1].end + 1
        ):
            return None
        head, group = tokens[at].text, tokens[at + 2].text
        if not (head.isdecimal() and len(head) <= 3 and head[0] != "0" and len(group) == 3 and group.isdecimal()):
            return None
        if (
            at + 3 < len(tokens)
            and tokens[at + 3].text == ","
            and at + 4 < len(tokens)
            and tokens[at + 4].kind is NUMBER
        ):
            return None
        if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].kind is NUMBER:
            return None
        if self._loose is None:
            self._loose = any(token.text in "(-`" and self._is_loose(place) for place, token in enumerate(tokens))
        return (head + "," + group, at + 3) if group[0] == "0" or self._loose else None

    def _is_loose(self, at: int) -> bool:
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end + 1:
            return False
        return tokens[at].text in "(`" or (
            at > 0 and tokens[at - 1].end + 1 == tokens[at].start and tokens[at - 1].text[-1].isalnum()
        )

    def _printed_fraction(self, numeral: Numeral) -> None:
        """Read 1/40, 2 1/2 and 2½; a slash between other numbers is left to dates and names."""
        tokens, at = self.tokens, numeral.last
        if at < len(tokens) and tokens[at].text[0] in VULGAR and numeral.whole is not None:
            numeral.value = tidy(Fraction(numeral.value or 0) + read_vulgar(tokens[at].text))
            numeral.last, numeral.quantum, numeral.form = at + 1, 0, CARDINAL
            return
        if self._is_eighths(at) and numeral.whole is not None:
            numeral.value = tidy(numeral.whole + Fraction(int(tokens[at + 1].text), int(tokens[at + 3].text)))
            numeral.last, numeral.quantum, numeral.digits = at + 4, 0, ""
            return
        first = at if self._is_ratio(at) else None
        if first is None and self._is_ratio(numeral.first) and numeral.whole is not None:
            top, bottom = numeral.whole, int(tokens[numeral.first + 2].text)
            numeral.value, numeral.last = tidy(Fraction(top, bottom)), numeral.first + 3
            numeral.quantum, numeral.form, numeral.digits = 0, FRACTION, ""
        elif first is not None and not self._touch(first) and numeral.whole is not None and numeral.whole < 1000:
            top, bottom = int(tokens[first].text), int(tokens[first + 2].text)
            if top < bottom and tokens[first].start - tokens[first - 1].end <= 2:
                numeral.value = tidy(numeral.whole + Fraction(top, bottom))
                numeral.last, numeral.quantum, numeral.digits = first + 3, 0, ""

    def _is_eighths(self, at: int) -> bool:
        """Say whether a part of one is joined by a hyphen, as prices were quoted: 88-3/8, 1-1/2."""
        tokens = self.tokens
        if at + 3 >= len(tokens) or tokens[at].text != "-" or tokens[at + 2].text not in ("/", "\u2044"):
            return False
        top, bottom = tokens[at + 1].text, tokens[at + 3].text
        return (
            bottom in _EIGHTHS
            and top.isdecimal()
            and len(top) <= len(bottom)
            and 0 < int(top) < int(bottom)
            and all(self._touch(step) for step in range(at, at + 4))
        )

    def _is_ratio(self, at: int) -> bool:
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text not in ("/", "\u2044"):
            return False
        top, bottom = tokens[at].text, tokens[at + 2].text
        if not (top.isdecimal() and bottom.isdecimal() and len(top) <= 3 and len(bottom) <= 3 and int(bottom) > 1):
            return False
        if not (self._touch(at + 1) and self._touch(at + 2)):
            return False
        after = self.tokens[at + 3] if at + 3 < len(tokens) else None
        if (
            after is not None
            and after.text in ("/", "-")
            and self._touch(at + 3)
            and at + 4 < len(tokens)
            and tokens[at + 4].text[0].isdecimal()
        ):
            return False
        if (
            at
            and tokens[at - 1].text in ("/", "-")
            and self._touch(at)
            and at > 1
            and tokens[at - 2].text[-1:].isdecimal()
        ):
            return False
        return int(top) < int(bottom) or int(bottom) in (2, 3, 4, 8)

    def _power(self, numeral: Numeral) -> None:
        """Read 2.48×10−5, 1.3x10^6 and 1.1^23."""
        tokens, at = self.tokens, numeral.last
        if numeral.value is None or at >= len(tokens):
            return
        if tokens[at].text == "e" or (
            tokens[at].lower.startswith("e") and tokens[at].text[1:].isdecimal() and self._touch(at)
        ):
            return
        base: Rational | None = None
        factor: Rational = numeral.value
        if tokens[at].text in ("×", "x", "X", "*", "·") and at + 1 < len(tokens) and tokens[at + 1].text in ("10", "2"):
            base, at = int(tokens[at + 1].text), at + 2
            marked = at < len(tokens) and tokens[at].text == "^"
            if not marked and not (
                base == 10 and at + 1 < len(tokens) and tokens[at].text in MINUS and self._touch(at + 1)
            ):
                return
        elif tokens[at].text == "^" and self._touch(at):
            base, factor, marked = numeral.value, 1, True
        else:
            return
        at += marked
        sign = 1
        while at < len(tokens) and tokens[at].text in (*MINUS, "+"):
            sign, at = (1 if tokens[at].text == "+" else -1), at + 1
        if at >= len(tokens) or not tokens[at].text.isdecimal() or len(tokens[at].text) > 2 or not base:
            return
        power = int(tokens[at].text)
        worth = Fraction(base) ** (sign * power)
        numeral.value, numeral.last = tidy(factor * worth), at + 1
        numeral.quantum = tidy(numeral.quantum * worth) if factor != 1 else 0
        if factor != 1:
            numeral.scale = tidy(worth)
