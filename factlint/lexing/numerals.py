"""Tokens into numerals: 2.64 million, two thirds, one and a half, 1.2bn, dozens.

A numeral is the longest run of tokens that makes one number. The last printed digit gives its quantum: 2.64 million is
2,640,000 to the nearest 10,000. What it counts or measures is read later.
"""

from dataclasses import dataclass
from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.digits import read_digits, read_vulgar
from factlint.lexing.tokens import VULGAR
from factlint.lexing.wordnumbers import WordNumber, read_ordinal, read_word_number
from factlint.model.interval import Rational, tidy
from factlint.model.parse import Token, TokenKind
from factlint.model.quantity import Form


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
    form: Form = Form.CARDINAL
    low: Rational | None = None
    high: Rational | None = None
    grouped: bool = False
    sign_from: int | None = None  # the token of its minus sign, where that is not the first

    @property
    def is_plain(self) -> bool:
        """Whether it is digits alone, with no scale word: what a year, a day or a name may be."""
        return not self.in_words and self.scale == 1 and self.last - self.first == 1 and self.form is Form.CARDINAL

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number."""
        return self.value if isinstance(self.value, int) else None


_MINUS = ("-", "\u2212", "\u2013")
_BEFORE_MINUS = ("(", "[", "$", "\u20ac", "\u00a3", "\u00a5", ":", "to", "of", "at", "by", "<", ">", "=", "is", "was", "from", ",", "and")


class NumeralReader:
    """Reads the numerals of one sentence from left to right."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.numbers = lexicon.numbers

    def read(self) -> list[Numeral]:
        """Return the numerals of the sentence in text order."""
        found: list[Numeral] = []
        tokens = self.tokens
        at, size = 0, len(tokens)
        starters = _starters(self.lexicon)
        while at < size:
            token = tokens[at]
            numeral = None
            if token.kind is TokenKind.NUMBER:
                numeral = self._printed(at)
            elif token.kind is TokenKind.WORD and token.lower in starters:
                numeral = self._words(at)
            elif token.kind is TokenKind.DESIGNATOR:
                numeral = self._printed_ordinal(at)
            if numeral is None:
                at += 1
                continue
            self._signed(numeral)
            found.append(numeral)
            at = max(numeral.last, at + 1)
        return found

    # digits

    def _printed(self, at: int) -> Numeral | None:
        tokens = self.tokens
        text = tokens[at].text
        if text[0] in VULGAR:
            return Numeral(at, at + 1, read_vulgar(text), 0, form=Form.FRACTION)
        merged = self._spaced_groups(at) or self._comma_gap(at)
        printed = read_digits(text if merged is None else merged[0])
        if printed is None:
            return None
        last = at + 1 if merged is None else merged[1]
        numeral = Numeral(at, last, printed.value, printed.quantum, printed.digits, grouped=printed.grouped)
        self._printed_fraction(numeral)
        self._power(numeral)
        if numeral.form is Form.CARDINAL:
            self._scaled(numeral)
            self._tail_words(numeral)
        return numeral

    def _touch(self, at: int) -> bool:
        """Say whether the token here touches the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def _lower(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def _spaced_groups(self, at: int) -> tuple[str, int] | None:
        """Join groups of three digits set apart by plain spaces: 816 000, 1 414 021 100."""
        tokens = self.tokens
        if not (tokens[at].text.isdecimal() and len(tokens[at].text) <= 3 and tokens[at].text[0] != "0"):
            return None
        last = at + 1
        while (
            last < len(tokens) and tokens[last].kind is TokenKind.NUMBER and tokens[last].start == tokens[last - 1].end + 1
            and len(tokens[last].text.partition(".")[0]) == 3 and tokens[last].text[:3].isdecimal()
            and (len(tokens[last].text) == 3 or tokens[last].text[3] == ".") and "." not in tokens[last - 1].text
        ):  # fmt: skip
            last += 1
        if last == at + 1 or (last < len(tokens) and tokens[last].kind is TokenKind.NUMBER and not self._touch(last)):
            return None
        groups = [token.text for token in tokens[at:last]]
        if len(groups) == 2 and not groups[1].endswith("00") and self._lower(last) not in self.lexicon.names:
            return None
        if at and (tokens[at - 1].kind is TokenKind.DESIGNATOR or self._lower(at - 1) in self.lexicon.times.months):
            return None
        return "\u00a0".join(groups), last

    def _comma_gap(self, at: int) -> tuple[str, int] | None:
        """Join 5, 000 and, in text that sets brackets and hyphens apart with spaces, 16, 800."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text != "," or not self._touch(at + 1) or tokens[at + 2].start != tokens[at + 1].end + 1:
            return None
        head, group = tokens[at].text, tokens[at + 2].text
        if not (head.isdecimal() and len(head) <= 3 and head[0] != "0" and len(group) == 3 and group.isdecimal()):
            return None
        if at + 3 < len(tokens) and tokens[at + 3].text == "," and at + 4 < len(tokens) and tokens[at + 4].kind is TokenKind.NUMBER:
            return None
        if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].kind is TokenKind.NUMBER:
            return None
        loose = any(token.text in "(-`" and self._is_loose(place) for place, token in enumerate(tokens))
        return (head + "," + group, at + 3) if group[0] == "0" or loose else None

    def _is_loose(self, at: int) -> bool:
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end + 1:
            return False
        return tokens[at].text in "(`" or (at > 0 and tokens[at - 1].end + 1 == tokens[at].start and tokens[at - 1].text[-1].isalnum())

    def _printed_fraction(self, numeral: Numeral) -> None:
        """Read 1/40, 2 1/2 and 2½; a slash between other numbers is left to dates and names."""
        tokens, at = self.tokens, numeral.last
        if at < len(tokens) and tokens[at].text[0] in VULGAR and numeral.whole is not None:
            numeral.value = tidy(Fraction(numeral.value or 0) + read_vulgar(tokens[at].text))
            numeral.last, numeral.quantum, numeral.form = at + 1, 0, Form.CARDINAL
            return
        first = at if self._is_ratio(at) else None
        if first is None and self._is_ratio(numeral.first) and numeral.whole is not None:
            top, bottom = numeral.whole, int(tokens[numeral.first + 2].text)
            numeral.value, numeral.last = tidy(Fraction(top, bottom)), numeral.first + 3
            numeral.quantum, numeral.form, numeral.digits = 0, Form.FRACTION, ""
        elif first is not None and not self._touch(first) and numeral.whole is not None and numeral.whole < 1000:
            top, bottom = int(tokens[first].text), int(tokens[first + 2].text)
            if top < bottom and tokens[first].start - tokens[first - 1].end <= 2:
                numeral.value = tidy(numeral.whole + Fraction(top, bottom))
                numeral.last, numeral.quantum, numeral.digits = first + 3, 0, ""

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
        if after is not None and after.text in ("/", "-") and self._touch(at + 3) and at + 4 < len(tokens) and tokens[at + 4].text[0].isdecimal():
            return False
        if at and tokens[at - 1].text in ("/", "-") and self._touch(at) and at > 1 and tokens[at - 2].text[-1:].isdecimal():
            return False
        return int(top) < int(bottom) or int(bottom) in (2, 3, 4, 8)

    def _power(self, numeral: Numeral) -> None:
        """Read 2.48×10−5, 1.3x10^6 and 1.1^23."""
        tokens, at = self.tokens, numeral.last
        if numeral.value is None or at >= len(tokens):
            return
        if tokens[at].text == "e" or (tokens[at].lower.startswith("e") and tokens[at].text[1:].isdecimal() and self._touch(at)):
            return
        base: Rational | None = None
        factor: Rational = numeral.value
        if tokens[at].text in ("×", "x", "X", "*", "·") and at + 1 < len(tokens) and tokens[at + 1].text in ("10", "2"):
            base, at = int(tokens[at + 1].text), at + 2
            marked = at < len(tokens) and tokens[at].text == "^"
            if not marked and not (base == 10 and at + 1 < len(tokens) and tokens[at].text in _MINUS and self._touch(at + 1)):
                return
        elif tokens[at].text == "^" and self._touch(at):
            base, factor, marked = numeral.value, 1, True
        else:
            return
        at += marked
        sign = 1
        while at < len(tokens) and tokens[at].text in (*_MINUS, "+"):
            sign, at = (1 if tokens[at].text == "+" else -1), at + 1
        if at >= len(tokens) or not tokens[at].text.isdecimal() or len(tokens[at].text) > 2 or not base:
            return
        power = int(tokens[at].text)
        worth = Fraction(base) ** (sign * power)
        numeral.value, numeral.last = tidy(factor * worth), at + 1
        numeral.quantum = tidy(numeral.quantum * worth) if factor != 1 else 0
        if factor != 1:
            numeral.scale = tidy(worth)

    def _scaled(self, numeral: Numeral) -> None:
        """Take the scale words behind the digits: 2.64 million, 3 lakh crore, 1.2bn, 10 bn."""
        tokens, numbers = self.tokens, self.numbers
        while numeral.last < len(tokens):
            at = numeral.last
            token = tokens[at]
            if token.lower in numbers.groups and token.lower.startswith("dozen"):
                numeral.value, numeral.quantum, numeral.last = tidy((numeral.value or 0) * numbers.groups[token.lower]), 0, at + 1
                numeral.digits, numeral.in_words = "", True
                return
            if token.lower == "and" and numeral.scale >= 1000 and self._and_part(numeral):
                return
            if token.text == "-" and self._touch(at) and self._touch(at + 1) and at + 1 < len(tokens):
                if tokens[at + 1].lower not in numbers.scales or len(tokens[at + 1].text) < 3:
                    return
                scale, step = numbers.scales[tokens[at + 1].lower], 2
            elif token.kind is not TokenKind.WORD:
                return
            elif self._touch(at) and token.text in numbers.glued:
                if not self._glued_scale(at):
                    return
                scale, step = numbers.glued[token.text], 1
            elif token.lower in numbers.scales and (len(token.text) > 1 or not token.text.isupper()):
                if len(token.text) < 4 and token.text.isupper() and token.text not in ("MM", "BN", "TN", "MN", "TRN", "BLN"):
                    return
                scale, step = numbers.scales[token.lower], 1
            else:
                return
            numeral.value = tidy((numeral.value or 0) * scale)
            numeral.quantum = tidy(numeral.quantum * scale)
            numeral.scale = tidy(numeral.scale * scale)
            numeral.last += step

    def _and_part(self, numeral: Numeral) -> bool:
        """Read 3 million and a half: a half of the scale word."""
        at = numeral.last + 1
        if self._lower(at) not in ("a", "one", "two", "three"):
            return False
        step = at + 1
        bottom = self.numbers.denominators.get(self._lower(step))
        if bottom is None or (self._lower(at) in ("two", "three")) != self._lower(step).endswith("s"):
            return False
        if self.tokens[numeral.last - 1].lower not in self.numbers.scales or self._lower(step + 1) in ("of", "year", "century"):
            return False
        top = {"a": 1, "one": 1, "two": 2, "three": 3}[self._lower(at)]
        numeral.value = tidy((numeral.value or 0) + Fraction(top, bottom) * numeral.scale)
        numeral.quantum, numeral.last, numeral.digits = 0, step + 1, ""
        return True

    def _glued_scale(self, at: int) -> bool:
        """Say whether a letter that touches digits multiplies them: $5m, 1.8m people; 1.8m tall is a length."""
        tokens, letter = self.tokens, self.tokens[at].text
        if letter in ("k", "M", "bn", "mn", "tn", "MM", "B") or len(letter) > 1:
            return not (letter == "M" and _is_network(self._lower(at + 1)))
        before = tokens[at - 2].text if at >= 2 else ""
        money = before in self.lexicon.signs or self._lower(at + 1) in self.lexicon.names or before.endswith("$")
        if letter == "K":
            return not (tokens[at - 1].text.count(".") and not money)
        if letter in "bT":
            return money or ("." in tokens[at - 1].text and letter == "b")
        if letter != "m":
            return False
        following = self._lower(at + 1)
        if money or following in self.lexicon.nouns.plural:
            return True
        return following.endswith("s") and following not in self.lexicon.nouns.not_plural and len(following) > 3 or (
            following in ("of", "in") and before in self.lexicon.signs
        )

    def _tail_words(self, numeral: Numeral) -> None:
        """Take what goes on in words behind a scale: 3 hundred and 21, 4 thousand 3 hundred and 21."""
        if numeral.scale not in (100, 1000) or numeral.whole is None or "." in numeral.digits:
            return
        at = numeral.last
        if self._lower(at) == "and":
            at += 1
            word = read_word_number(self.tokens, at, self.lexicon) if self._lower(at) in self.numbers.cardinals else None
            if word is not None and isinstance(word.value, int) and 0 < word.value < numeral.scale and self._lower(at) != "a":
                numeral.value, numeral.last, numeral.quantum = tidy((numeral.value or 0) + word.value), word.last, 1
                numeral.scale, numeral.digits, numeral.in_words = 1, "", True
                return
        rest = self._printed(at) if at < len(self.tokens) and self.tokens[at].kind is TokenKind.NUMBER else None
        if rest is None or rest.whole is None or "." in rest.digits or rest.grouped or not 0 < rest.whole < numeral.scale:
            return
        if rest.scale == 1 and at == numeral.last:
            return
        numeral.value = tidy((numeral.value or 0) + rest.whole)
        numeral.quantum, numeral.last, numeral.scale, numeral.digits = rest.quantum, rest.last, 1, ""

    # words

    def _words(self, at: int) -> Numeral | None:
        word = read_word_number(self.tokens, at, self.lexicon)
        ordinal = read_ordinal(self.tokens, at, self.lexicon)
        if ordinal is not None and (word is None or (word.form is not Form.FRACTION and ordinal.last > word.last)):
            return _numeral(ordinal)
        return None if word is None else _numeral(word)

    def _printed_ordinal(self, at: int) -> Numeral | None:
        """Read 1st, 22nd and 15th."""
        text = self.tokens[at].lower
        if text[-2:] not in ("st", "nd", "rd", "th") or not text[:-2].replace(",", "").isdecimal() or len(text) > 9:
            return None
        digits = text[:-2].replace(",", "")
        return Numeral(at, at + 1, int(digits), 0, digits, form=Form.ORDINAL)

    def _signed(self, numeral: Numeral) -> None:
        """Take a minus sign, or minus or negative in words, in front of the figure."""
        at = numeral.first - 1
        if at < 0 or not numeral.value:
            return
        token = self.tokens[at]
        if token.lower in self.numbers.minus:
            numeral.value, numeral.first = -numeral.value, at
        elif token.text in _MINUS and token.text != "\u2013" and self.tokens[numeral.first].start - token.end <= 1:
            before = self.tokens[at - 1] if at else None
            loose = self.tokens[numeral.first].start > token.end
            if before is None or before.text in ("(", "[", "<", ">", "=") or (before.end < token.start and (not loose)):
                numeral.value, numeral.first = -numeral.value, at
            elif before.text in self.lexicon.signs and before.end == token.start:
                numeral.value, numeral.sign_from = -numeral.value, at


def _is_network(word: str) -> bool:
    return word in ("broadband", "fiber", "fibre", "fiber-optic", "optic", "optical", "bandwidth", "ethernet", "internet", "network", "networks")


def _numeral(word: WordNumber) -> Numeral:
    return Numeral(
        word.first, word.last, word.value, word.quantum, scale=word.scale, in_words=True, form=word.form, low=word.low, high=word.high
    )


def _starters(lexicon: Lexicon) -> frozenset[str]:
    found = lexicon.memory.get("starters")
    if found is None:
        numbers = lexicon.numbers
        found = frozenset(
            {*numbers.cardinals, *numbers.scales, *numbers.groups, *numbers.indefinite, *numbers.digits, *numbers.denominators}
            | {*numbers.ordinals, "a", "an"}
        ) - {"k", "m"}
        lexicon.memory["starters"] = found
    return found  # type: ignore[return-value]


def read_numerals(tokens: list[Token], lexicon: Lexicon) -> list[Numeral]:
    """Return the numerals of a sentence in text order."""
    return NumeralReader(tokens, lexicon).read()
