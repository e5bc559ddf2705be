"""Fractions in words: two thirds, a quarter of the firms, half; and what only looks like one: a third term."""

from fractions import Fraction

from factlint.lexing.integers import IntegerReader
from factlint.lexing.kinds import WORD

_OF_YEARS = ("year", "fiscal", "financial")


class FractionReader(IntegerReader):
    """Reads fractions in words from a given token."""

    def denominator(self, at: int, numerator: int) -> tuple[int, int] | None:
        """Return the denominator and its end: thirds, twenty-fifths, hundredths."""
        numbers = self.numbers
        at = self.skip_hyphen(at)
        word = self.lower(at)
        tens = numbers.cardinals.get(word)
        if tens is not None and tens >= 20 and tens % 10 == 0:
            last = self.skip_hyphen(at + 1)
            unit = self.lower(last).removesuffix("s")
            if numbers.ordinals.get(unit, 99) < 10 and (
                last > at + 1 or numerator == 1 or self.lower(last).endswith("s")
            ):
                return tens + numbers.ordinals[unit], last + 1
        if word not in numbers.denominators:
            return None
        value = numbers.denominators[word]
        if word == "second":
            return None
        if numerator != 1 and not word.endswith("s") and word != "half":
            is_part = word == "quarter" and self.lower(at - 1) == "-" and self.lower(at + 1) == "of"
            return (value, at + 1) if is_part else None  # three-quarter of the firms
        return value, at + 1

    def part(self, at: int, *, bare: bool) -> tuple[Fraction, int] | None:
        """Return a fraction in words and its end: two thirds, a third of, one-fifth, half, three-quarters."""
        word = self.lower(at)
        numbers = self.numbers
        if word == "half":
            return (Fraction(1, 2), at + 1) if bare and self._is_half(at) else None
        if word in ("quarter", "quarters") or word in numbers.ordinals:
            if bare and word == "quarter" and self.lower(at + 1) in ("million", "billion", "trillion"):
                return Fraction(1, 4), at + 1
            if (
                bare
                and word == "quarter"
                and self.lower(at + 1) == "-"
                and self.lower(at + 2) in ("point", "million", "percentage", "percent")
            ):
                return Fraction(1, 4), at + 1
            return None
        if word in ("a", "an") and self.lower(at + 1) not in numbers.scales:
            found = self.denominator(at + 1, 1)
            if found is None or not self._is_part(at, found[1]):
                return None
            return Fraction(1, found[0]), found[1]
        whole = self.integer(at)
        if whole is None or whole[0] == 0:
            return None
        found = self.denominator(whole[1], whole[0])
        if found is None:
            return None
        bottom, end = found
        last = self.lower(end - 1)
        hyphen = self.lower(whole[1]) == "-"
        if last == "quarters" and whole[0] >= 4:
            return None
        if last in ("quarter", "quarters") and not hyphen and not self._is_quarter_part(at, end):
            return None
        if last == "half" and whole[0] != 1:
            return None
        if not last.endswith("s") and not hyphen and last != "half" and not self._is_one_part(end):
            return None
        return Fraction(whole[0], bottom), end

    def _is_half(self, at: int) -> bool:
        before, after = self.lower(at - 1), self.lower(at + 1)
        if before in self.numbers.ordinals or before in self.lexicon.cues["before_half_period"]:
            return False
        if after == "-":
            return self.lower(at + 2) in self.lexicon.cues["half_hyphen"]
        return after not in self.lexicon.cues["after_half_idiom"]

    def _is_part(self, at: int, end: int) -> bool:
        """Tell "a third of" from "a third term"."""
        last = self.lower(end - 1)
        after = self.lower(end)
        if last.endswith("s") and last not in ("quarters",):
            return False
        if last in ("half",):
            return after not in ("year", "century", "season", "-", "time", "marathon")
        if last == "quarter":
            return self._is_quarter_part(at, end)
        if self.lower(at + 1) == "-":
            return False
        return after in self.lexicon.cues["after_part"] or not after or not (after[0].isalpha() or after == "-")

    def _is_one_part(self, end: int) -> bool:
        after = self.lower(end)
        return (
            after in self.lexicon.cues["after_part"]
            or not after
            or not after[0].isalpha()
            or after in self.lexicon.cues["part_nouns"]
            or (self.tokens[end].kind is WORD and self.lexicon.times.classes.get(after, "j") in "jt")
        )

    def _is_quarter_part(self, at: int, end: int) -> bool:
        """Tell three quarters of the firms from three quarters of growth."""
        after = self.lower(end)
        if (
            after == "of"
            and self.lower(at - 1) in ("first", "last")
            and self.lower(end + 1) in ("this", "that", "last", "the")
        ):
            return self.lower(end + 2) not in _OF_YEARS  # the first three quarters of this year
        if after == "of":
            following = self.lower(end + 1)
            return following in self.lexicon.cues["of_which"] or (
                self.lower(at - 1) not in self.lexicon.cues["before_quarter_period"]
                and following not in self.lexicon.cues["after_quarter_period"]
                and not following.isdecimal()
            )
        if after in ("and", "or") and self.lower(at - 1) in self.lexicon.cues["before_part"]:
            return True
        return after in self.lexicon.cues["part_measures"] or (
            (not after or after in (".", ",", ")", ";")) and self.lower(at - 1) in self.lexicon.cues["before_part"]
        )
