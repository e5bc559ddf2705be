"""Numbers in words: two thirds of a million, one and a half, a dozen, two point five million, hundreds of thousands."""

from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.fractions import FractionReader
from factlint.lexing.integers import WordNumber
from factlint.lexing.kinds import CARDINAL, FRACTION, INDEFINITE
from factlint.model.interval import Rational, tidy
from factlint.model.parse import Token

_BEFORE_ONE_IN = frozenset("that the as is was only while and than whereas where because".split())
_FEWEST, _MOST = 3, 1000  # what one may be said to be one in: five, 100; a year is none


class WordReader(FractionReader):
    """Reads the longest number in words that begins at a given token of a sentence."""

    def read(self, at: int) -> WordNumber | None:
        """Return the longest number in words that begins here."""
        special = self.indefinite(at)
        if special is not None:
            return special
        part = self.part(at, bare=True)
        if part is not None:
            return self._scaled_part(at, part[0], part[1])
        whole = self.integer(at)
        grouped = self._grouped(at, whole)
        if grouped is not None:
            return grouped
        if whole is None:
            return None
        value, end, scale = whole
        if scale == -1:
            return WordNumber(at, end, value)
        decimal = self._decimal(value, end)
        if decimal is not None:
            return WordNumber(at, decimal[2], decimal[0], decimal[1], scale=decimal[3])
        mixed = self._mixed(at, value, end)
        if mixed is not None:
            return mixed
        if value in (0, 1) and end == at + 1 and not self._counts(at, end):
            return None
        return WordNumber(at, end, value, quantum=scale or 1, scale=scale or 1)

    def _mixed(self, at: int, value: int, end: int) -> WordNumber | None:
        """Read one and a half, two and three quarters, a million and a half, one and a half million."""
        if self.lower(end) == "and" and self.begins_proper_part(end + 1):
            whole = self.integer(end + 1)
            part = self.part(end + 1, bare=True) if whole is not None else None
            if part is None and whole is not None:
                found = self.denominator(whole[1], whole[0])
                part = (Fraction(whole[0], found[0]), found[1]) if found is not None else None
            if part is not None:
                return self._with_part(at, value, end, part)
        if self.lower(end) in ("and", "-") and (self.lower(end) == "and" or self.lower(end + 1) == "and"):
            start = end + 1 if self.lower(end) == "and" else end + 2
            start = self.skip_hyphen(start)
            part = self.part(start, bare=False)
            if (
                part is None
                and self.lower(start) == "a"
                and self.lower(self.skip_hyphen(start + 1)) in ("half", "quarter", "third", "fourth", "fifth")
            ):
                word = self.lower(self.skip_hyphen(start + 1))
                if word == "half" or value < 100:
                    part = Fraction(1, self.numbers.denominators[word]), self.skip_hyphen(start + 1) + 1
            if part is None and self.lower(start) == "half":
                part = Fraction(1, 2), start + 1
            if part is not None and part[0] < 1:
                return self._with_part(at, value, end, part)
        return None

    def _with_part(self, at: int, value: int, end: int, part: tuple[Fraction, int]) -> WordNumber:
        """Add a fraction: of one, of the scale word just before it, or of the one that follows."""
        scale = self.numbers.scales.get(self.lower(end - 1), 1)
        following = self.numbers.scales.get(self.lower(part[1]), 1)
        if scale >= 1000 and 1000 <= following < scale:  # a billion and a half million
            return WordNumber(at, part[1] + 1, tidy(value + part[0] * following), 0)
        if scale >= 1000:  # a million and a half
            return WordNumber(at, part[1], tidy(value + part[0] * scale), 0)
        found = self._scaled_part(at, value + part[0], part[1])
        found.form = CARDINAL
        return found

    def _scaled_part(self, at: int, value: Rational, end: int) -> WordNumber:
        """Multiply a fraction by what follows: half a million, two thirds of a million, half a dozen."""
        numbers, last, form = self.numbers, end, FRACTION
        step = self.skip_hyphen(end)
        if self.lower(step) == "of" and self.lower(step + 1) in ("a", "an", "one"):
            step += 2
        elif self.lower(step) in ("a", "an"):
            step += 1
        word = self.lower(step)
        scale = numbers.scales.get(word) if len(word) > 3 else None
        if scale is None:
            scale = numbers.groups.get(word)
        if scale is not None:
            value, last, form = value * scale, step + 1, CARDINAL
            while self.lower(last) in numbers.scales and len(self.lower(last)) > 3:
                value, last = value * numbers.scales[self.lower(last)], last + 1
        return WordNumber(at, last, tidy(value), 0, form=form)

    def _grouped(self, at: int, whole: tuple[int, int, int] | None) -> WordNumber | None:
        """Read a dozen, three dozen, two score."""
        groups = self.numbers.groups
        if self.lower(at) in ("a", "an", "one") and self.lower(at + 1) in groups and self.lower(at + 1) != "score":
            return WordNumber(at, at + 2, groups[self.lower(at + 1)], 0)
        if whole is not None and self.lower(whole[1]) in groups and self.lower(whole[1]) not in ("score", "scores"):
            return WordNumber(at, whole[1] + 1, whole[0] * groups[self.lower(whole[1])], 0)
        return None

    def _decimal(self, value: int, end: int) -> tuple[Rational, Rational, int, int] | None:
        """Read two point five million."""
        cardinals = self.numbers.cardinals
        if self.lower(end) != "point" or self.lower(end + 1) not in cardinals:
            return None
        at, digits = end + 1, ""
        while (word := self.lower(at)) in cardinals:
            step = cardinals[word]
            follows = self.skip_hyphen(at + 1)
            if step >= 20 and 0 < cardinals.get(self.lower(follows), 0) < 10:
                step, at = step + cardinals[self.lower(follows)], follows
            digits += str(step)
            at += 1
        power = 10 ** len(digits)
        exact, quantum, scale = value + Fraction(int(digits), power), Fraction(1, power), 1
        while self.lower(at) in self.numbers.scales and len(self.lower(at)) > 3:
            scale *= self.numbers.scales[self.lower(at)]
            at += 1
        return tidy(exact * scale), tidy(quantum * scale), at, scale

    def indefinite(self, at: int) -> WordNumber | None:
        """Read dozens, tens of thousands, double-digit."""
        numbers, word = self.numbers, self.lower(at)
        if word in numbers.digits and self.lower(at + 1) == "-" and self.lower(at + 2) in ("digit", "digits"):
            low, high = numbers.digits[word]
            return WordNumber(at, at + 3, None, 0, form=INDEFINITE, low=low, high=high)
        if word in numbers.digits and self.lower(at + 1) in ("digit", "digits"):
            low, high = numbers.digits[word]
            return WordNumber(at, at + 2, None, 0, form=INDEFINITE, low=low, high=high)
        if (
            word == "couple"
            and self.lower(at + 1) == "of"
            and (scale := numbers.scales.get(self.lower(at + 2), 0)) >= 100
        ):
            last = at + 3
            while (more := numbers.scales.get(self.lower(last), 0)) >= 1000 and len(self.lower(last)) > 3:
                scale, last = scale * more, last + 1
            first = at - 1 if self.lower(at - 1) == "a" else at
            return WordNumber(first, last, None, 0, form=INDEFINITE, low=2 * scale, high=3 * scale)
        if (
            word in ("several", "few")
            and (scale := numbers.scales.get(self.lower(at + 1), numbers.groups.get(self.lower(at + 1), 0))) >= 12
        ):
            last = at + 2
            while (more := numbers.scales.get(self.lower(last), 0)) >= 1000 and len(self.lower(last)) > 3:
                scale, last = scale * more, last + 1
            first = at - 1 if self.lower(at - 1) == "a" else at
            return WordNumber(first, last, None, 0, form=INDEFINITE, low=2 * scale, high=10 * scale)
        if word not in numbers.indefinite or (word in ("tens", "scores") and self.lower(at + 1) != "of"):
            return None
        low, high = numbers.indefinite[word]
        last = at + 1
        while self.lower(last) == "of" and self.lower(last + 1) in numbers.indefinite and last < at + 6:
            step, _ = numbers.indefinite[self.lower(last + 1)]
            low, high, last = low * step, (high if high <= 1000 else low * 10) * step, last + 2
        return WordNumber(at, last, None, 0, form=INDEFINITE, low=low, high=high)

    def _counts(self, at: int, end: int) -> bool:
        """Tell "one person" from "no one", "one of", "this one"."""
        numbers = self.numbers
        before, after = self.lower(at - 1), self.lower(end)
        if after == "-" and self.lower(end + 1) in self.lexicon.names:
            return True
        if self.lower(at) == "zero":
            return before not in numbers.not_before_zero and after != "-"
        if self.lower(at) in ("a", "an"):
            return True
        if before in numbers.minus:
            return True
        if (
            after in self.lexicon.names
            and after not in ("day", "point", "second", "quarter")
            and before not in ("no", "the", "another", "this")
        ):
            return True
        if before in _BEFORE_ONE_IN and self._is_one_in(end):
            return True
        if before in numbers.not_before_one or after in numbers.not_after_one:
            if before in ("only", "just", "exactly") and after == "of" and self._is_number_near(end + 1):
                return True  # only one of the seven suspects
            return (
                before in ("least", "than", "only", "just", "exactly")
                and (bool(after) or before in ("least", "than"))
                and (before in ("least", "than") or after not in ("of", "another", "more", "is", "who", "that"))
            )
        if before == "-" or after == "-":
            return after == "-" and self.lower(end + 1) in self.lexicon.names
        return (after[0].isalpha() or after[0] in "%$") if after else not before

    def _is_number_near(self, at: int) -> bool:
        """Say whether a whole in figures follows, with what owns it or without: the seven suspects, its 12 ships."""
        step = at + (self.lower(at) in self.lexicon.cues["of_words"])
        word = self.lower(step)
        return word.isdecimal() or self.numbers.cardinals.get(word, 0) > 1

    def _is_one_in(self, end: int) -> bool:
        """Say whether a number of things, and no time, follows: one in five houses."""
        step = end + 2 if (self.lower(end), self.lower(end + 1)) == ("out", "of") else end + 1
        if step == end + 1 and self.lower(end) != "in":
            return False
        found = self.lower(step)
        named = self.numbers.cardinals.get(found, 0) >= _FEWEST or (
            found.isdecimal() and _FEWEST <= int(found) <= _MOST
        )
        return named and self.lower(step + 1) not in self.lexicon.names


def read_word_number(tokens: list[Token], lowers: list[str], at: int, lexicon: Lexicon) -> WordNumber | None:
    """Return the longest number in words that begins at this token, or None."""
    return WordReader(tokens, lowers, lexicon).read(at)
