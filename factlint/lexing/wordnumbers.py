"""Numbers in words: twenty-one hundred, two thirds of a million, one and a half, a dozen, hundreds of thousands."""

from dataclasses import dataclass
from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.model.interval import Rational, tidy
from factlint.model.parse import Token, TokenKind
from factlint.model.quantity import Form


@dataclass(slots=True)
class WordNumber:
    """A number in words over ``tokens[first:last]``."""

    first: int
    last: int
    value: Rational | None
    quantum: Rational = 1
    scale: Rational = 1
    form: Form = Form.CARDINAL
    low: Rational | None = None
    high: Rational | None = None


_OF = frozenset(("of",))
_AFTER_A_PART = frozenset(
    "of the their its his her all more less higher lower larger smaller faster greater fewer in to from by at as and since that those our on over than during after compared".split()
)
_BEFORE_A_PART = frozenset(
    "by about nearly almost over than around some roughly to just under at least only approximately another up exactly nearly cut or and below above of".split()
)


class _Reader:
    """One attempt at reading a number in words from a given token."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.numbers = lexicon.numbers

    def lower(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

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
            if self.lower(at + 1) not in numbers.scales or len(self.lower(at + 1)) < 4:
                return None
            current, at = 1, at + 1
        elif self.lower(at) in numbers.scales:
            if self.lower(at) not in ("hundred", "thousand", "million", "billion", "trillion"):
                return None
            current = 1
        ends = at
        while at < len(self.tokens):
            joined = at
            if at > start and self.lower(at) == "and":
                if not scale_seen or self.lower(at - 1) not in numbers.scales or self._is_proper_part(at + 1):
                    break
                at += 1
            elif at > start and self.lower(at) == "," and scale_seen and self.lower(at + 1) in numbers.cardinals and self._scale_follows(at + 1):
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
                elif 20 <= current % 100 < 100 and current % 10 == 0 and 0 < value < 10:
                    current += value
                elif current and current % 100 == 0 and value < 100:
                    current += value
                elif joined == at and current in range(13, 21) and 20 <= value and not scale_seen and total == 0:
                    units = numbers.cardinals.get(self.lower(self.skip_hyphen(at + 1)), 0)
                    two = 0 < units < 10
                    end = self.skip_hyphen(at + 1) + 1 if two else at + 1
                    return current * 100 + value + (units if two else 0), end, -1  # nineteen ninety-nine: a year
                else:
                    break
            elif word in numbers.scales and (len(word) > 3 or word == "lac"):
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

    def _is_proper_part(self, at: int) -> bool:
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

    def denominator(self, at: int, numerator: int) -> tuple[int, int] | None:
        """Return the denominator and its end: thirds, twenty-fifths, hundredths."""
        numbers = self.numbers
        at = self.skip_hyphen(at)
        word = self.lower(at)
        tens = numbers.cardinals.get(word)
        if tens is not None and tens >= 20 and tens % 10 == 0:
            last = self.skip_hyphen(at + 1)
            unit = self.lower(last).removesuffix("s")
            if numbers.ordinals.get(unit, 99) < 10 and (last > at + 1 or numerator == 1 or self.lower(last).endswith("s")):
                return tens + numbers.ordinals[unit], last + 1
        if word not in numbers.denominators:
            return None
        value = numbers.denominators[word]
        if word == "second":
            return None
        if numerator != 1 and not word.endswith("s") and word != "half":
            return None
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
            if bare and word == "quarter" and self.lower(at + 1) == "-" and self.lower(at + 2) in ("point", "million", "percentage", "percent"):
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
        if last in ("quarter", "quarters") and not hyphen and not self._is_quarter_part(at, end):
            return None
        if last == "half" and whole[0] != 1:
            return None
        if not last.endswith("s") and not hyphen and last != "half" and not self._is_one_part(end):
            return None
        return Fraction(whole[0], bottom), end

    def _is_half(self, at: int) -> bool:
        before, after = self.lower(at - 1), self.lower(at + 1)
        if before in self.numbers.ordinals or before in ("last", "latter", "next", "other", "previous", "this", "better", "opening", "fiscal", "coming", "one", "current", "past", "second", "own", "same", "top", "bottom", "-", "calendar", "upper", "lower", "northern", "southern", "each", "either", "per"):
            return False
        if after == "-":
            return self.lower(at + 2) in ("a", "percentage", "point", "million", "billion", "percent", "dozen", "mile", "hour", "price", "kilometer", "inch")
        return after not in ("year", "time", "brother", "sister", "way", "years", "yearly", "results", "year's", "marathon", "earnings", "profit", "profits", "life", "court", "term", "empty", "full", "open", "dead", "century")

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
        return after in _AFTER_A_PART or not after or not (after[0].isalpha() or after == "-")

    def _is_one_part(self, end: int) -> bool:
        after = self.lower(end)
        return after in _AFTER_A_PART or not after or not after[0].isalpha() or after in ("stake", "share", "interest", "reduction", "cut", "majority") or (
            self.tokens[end].kind is TokenKind.WORD and after not in self.lexicon.times.classes
        )

    def _is_quarter_part(self, at: int, end: int) -> bool:
        """Tell three quarters of the firms from three quarters of growth."""
        after = self.lower(end)
        if after == "of":
            following = self.lower(end + 1)
            return following in ("the", "all", "a", "an", "its", "their", "these", "those", "our", "his", "her", "them", "us", "that", "this", "china's", "americans", "people") or (
                self.lower(at - 1) not in ("last", "past", "next", "previous", "consecutive", "for", "first", "in", "over", "recent", "after", "the")
                and following not in ("growth", "decline", "contraction", "expansion", "losses", "declines", "negative", "positive", "fiscal", "2023", "straight")
                and not following.isdecimal()
            )
        if after in ("and", "or") and self.lower(at - 1) in _BEFORE_A_PART:
            return True
        return after in ("more", "less", "higher", "lower", "larger", "percentage", "percent", "point", "million", "billion") or (
            (not after or after in (".", ",", ")", ";")) and self.lower(at - 1) in _BEFORE_A_PART
        )

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
        if self.lower(end) == "and" and self._is_proper_part(end + 1):
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
            if part is None and self.lower(start) == "a" and self.lower(self.skip_hyphen(start + 1)) in ("half", "quarter", "third", "fourth", "fifth"):
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
        found.form = Form.CARDINAL
        return found

    def _scaled_part(self, at: int, value: Rational, end: int) -> WordNumber:
        """Multiply a fraction by what follows: half a million, two thirds of a million, half a dozen."""
        numbers, last, form = self.numbers, end, Form.FRACTION
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
            value, last, form = value * scale, step + 1, Form.CARDINAL
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
            return WordNumber(at, at + 3, None, 0, form=Form.INDEFINITE, low=low, high=high)
        if word in numbers.digits and self.lower(at + 1) in ("digit", "digits"):
            low, high = numbers.digits[word]
            return WordNumber(at, at + 2, None, 0, form=Form.INDEFINITE, low=low, high=high)
        if word in ("several", "few") and (scale := numbers.scales.get(self.lower(at + 1), numbers.groups.get(self.lower(at + 1), 0))) >= 12:
            last = at + 2
            while (more := numbers.scales.get(self.lower(last), 0)) >= 1000 and len(self.lower(last)) > 3:
                scale, last = scale * more, last + 1
            first = at - 1 if self.lower(at - 1) == "a" else at
            return WordNumber(first, last, None, 0, form=Form.INDEFINITE, low=2 * scale, high=10 * scale)
        if word not in numbers.indefinite or (word in ("tens", "scores") and self.lower(at + 1) != "of"):
            return None
        low, high = numbers.indefinite[word]
        last = at + 1
        while self.lower(last) == "of" and self.lower(last + 1) in numbers.indefinite and last < at + 6:
            step, _ = numbers.indefinite[self.lower(last + 1)]
            low, high, last = low * step, (high if high <= 1000 else low * 10) * step, last + 2
        return WordNumber(at, last, None, 0, form=Form.INDEFINITE, low=low, high=high)

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
        if after in self.lexicon.names and after not in ("day", "point", "second", "quarter") and before not in ("no", "the", "another", "this"):
            return True
        if before in numbers.not_before_one or after in numbers.not_after_one:
            return before in ("least", "than", "only", "just", "exactly") and after not in ("of", "another", "more", "is", "who", "that")
        if before == "-" or after == "-":
            return after == "-" and self.lower(end + 1) in self.lexicon.names
        return (after[0].isalpha() or after[0] in "%$") if after else not before


def read_word_number(tokens: list[Token], at: int, lexicon: Lexicon) -> WordNumber | None:
    """Return the longest number in words that begins at this token, or None."""
    return _Reader(tokens, lexicon).read(at)


def read_ordinal(tokens: list[Token], at: int, lexicon: Lexicon) -> WordNumber | None:
    """Return the ordinal in words that begins at this token: third, twenty-first, two hundredth."""
    reader = _Reader(tokens, lexicon)
    ordinals = lexicon.numbers.ordinals
    word = reader.lower(at)
    if word in ordinals:
        if word == "second" and _is_time(reader, at):
            return None
        return WordNumber(at, at + 1, ordinals[word], 0, form=Form.ORDINAL)
    whole = reader.integer(at)
    if whole is None or whole[2] == -1:
        return None
    value, end, _ = whole
    last = reader.skip_hyphen(end)
    if reader.lower(last) == "and" and reader.lower(end - 1) in lexicon.numbers.scales:
        last += 1
    place = ordinals.get(reader.lower(last))
    if place is None or (place == 2 and _is_time(reader, last)):
        return None
    if place >= 100:
        return WordNumber(at, last + 1, value * place, 0, form=Form.ORDINAL)
    if (value % 10 == 0 and 20 <= value % 100 and place < 10) or value % 100 == 0:
        return WordNumber(at, last + 1, value + place, 0, form=Form.ORDINAL)
    return None


def _is_time(reader: _Reader, at: int) -> bool:
    """Tell the unit from the ordinal: 30 seconds, one second, per second."""
    before = reader.lower(at - 1)
    if before in ("per", "every", "each", "/", "split") or before[-1:].isdecimal():
        return True
    if before == "-":
        before = reader.lower(at - 2)
        return before in reader.numbers.cardinals or before[-1:].isdecimal()
    if before in reader.numbers.cardinals:
        return reader.numbers.cardinals[before] < 20 or reader.numbers.cardinals[before] % 10 != 0
    return before == "a" and reader.lower(at - 2) in reader.lexicon.names
