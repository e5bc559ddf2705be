"""Whole numbers in words: twenty-one hundred, two hundred and two thousand, nineteen ninety-nine."""

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.kinds import CARDINAL
from factlint.model.interval import Rational
from factlint.model.parse import Token
from factlint.model.quantity import Form
from factlint.model.record import dataclass


@dataclass(slots=True)
class WordNumber:
    """A number in words over ``tokens[first:last]``."""

    first: int
    last: int
    value: Rational | None
    quantum: Rational = 1
    scale: Rational = 1
    form: Form = CARDINAL
    low: Rational | None = None
    high: Rational | None = None


_LARGEST = 10**30  # no count of anything is larger


class IntegerReader:
    """Reads whole numbers in words from a given token."""

    def __init__(self, tokens: list[Token], lowers: list[str], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = lowers.__getitem__
        self.lexicon = lexicon
        self.numbers = lexicon.numbers

    def skip_hyphen(self, at: int) -> int:
        """Step over a hyphen: fifty-two, and fifty - two."""
        return at + 1 if self.lower(at) in ("-", "\u2011", "\u2010") else at

    def integer(self, at: int) -> tuple[int, int, int] | None:
        """Return value, end and last scale of a whole number in words: two hundred and two thousand."""
        numbers = self.numbers
        total, current, last_scale, start, scale_seen = 0, None, 0, at, 0
        top: int | None = None
        article = self.lower(at) in ("a", "an")
        if article:
            if self.lower(at + 1) not in numbers.scales or len(self.lower(at + 1)) < 4 or (
                self.lower(at + 2) == "-" and self.lower(at + 3) not in self.lexicon.names
            ):  # fmt: skip
                return None
            current, at = 1, at + 1
        elif self.lower(at) in numbers.scales:
            if self.lower(at) not in ("hundred", "thousand", "million", "billion", "trillion"):
                return None
            after = self.lower(self.skip_hyphen(at + 1))
            if after not in self.lexicon.names and after not in numbers.scales and after not in self.lexicon.nouns.plural and (
                not after.endswith("s") or self.lower(at + 1) == "-"
            ):  # fmt: skip
                return None  # the million-selling band
            current = 1
        ends = at
        while at < len(self.tokens) and total < _LARGEST:
            joined = at
            if at > start and self.lower(at) == "and":
                if not scale_seen or self.lower(at - 1) not in numbers.scales or self.begins_proper_part(at + 1):
                    break
                at += 1
            elif (
                at > start
                and self.lower(at) == ","
                and scale_seen
                and self.lower(at + 1) in numbers.cardinals
                and self._scale_follows(at + 1)
            ):
                at += 1
            elif at > start:
                at = self.skip_hyphen(at)
            word = self.lower(at)
            if word in numbers.cardinals:
                value = numbers.cardinals[word]
                if current is None:
                    if scale_seen and value >= scale_seen:
                        break
                    current = value
                elif (20 <= current % 100 < 100 and current % 10 == 0 and 0 < value < 10) or (
                    current and current % 100 == 0 and value < 100
                ):
                    current += value
                elif joined == at and current in range(13, 21) and value >= 20 and not scale_seen and total == 0:
                    units = numbers.cardinals.get(self.lower(self.skip_hyphen(at + 1)), 0)
                    two = 0 < units < 10
                    end = self.skip_hyphen(at + 1) + 1 if two else at + 1
                    return current * 100 + value + (units if two else 0), end, -1  # nineteen ninety-nine: a year
                else:
                    break
            elif word in numbers.scales and (len(word) > 3 or word in ("lac", "mln", "bln")):
                scale = numbers.scales[word]
                if at > joined and self.lower(joined) == "and":
                    break
                if current is None:
                    if joined != at or not total:
                        break
                    total *= scale  # hundred thousand million
                    last_scale = scale_seen = scale
                elif scale == 100:
                    current *= 100
                    scale_seen = last_scale = scale
                else:
                    if top is not None and scale >= top:
                        total = (total + current) * scale
                    else:
                        total += current * scale
                    top = last_scale = scale_seen = scale
                    current = None
            else:
                break
            at += 1
            ends = at
        if current is None and not total:
            return None
        value = total + (current or 0)
        words = self.lower(ends - 1)
        return value, ends, (last_scale if words in numbers.scales else 1)

    def begins_proper_part(self, at: int) -> bool:
        """Say whether a fraction below one begins here: two million and three fifths."""
        top = self.numbers.cardinals.get(self.lower(at), 0)
        step = self.skip_hyphen(at + 1)
        if top >= 20 and 0 < self.numbers.cardinals.get(self.lower(step), 0) < 10:
            top, step = top + self.numbers.cardinals[self.lower(step)], self.skip_hyphen(step + 1)
        word = self.lower(step)
        bottom = self.numbers.denominators.get(word, 0)
        return 0 < top < bottom and (word.endswith("s") or (top == 1 and word in ("half", "quarter", "third")))

    def _scale_follows(self, at: int) -> bool:
        return any(self.lower(step) in ("hundred", "thousand") for step in range(at + 1, at + 4))
