"""Tokens into numerals: 2.64 million, two thirds, one and a half, 1.2bn, dozens.

A numeral is the longest run of tokens that makes one number. The last printed digit gives its quantum: 2.64 million is
2,640,000 to the nearest 10,000. What it counts or measures is read later.
"""

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.digits import read_digits, read_vulgar
from factlint.lexing.figures import MINUS, Numeral
from factlint.lexing.integers import WordNumber
from factlint.lexing.kinds import CARDINAL, DESIGNATOR, FRACTION, NUMBER, ORDINAL, SYMBOL, WORD
from factlint.lexing.ordinals import read_ordinal
from factlint.lexing.scales import ScaleReader
from factlint.lexing.tokens import VULGAR
from factlint.lexing.wordnumbers import WordReader
from factlint.model.parse import Token

_THOUSAND = 1000  # the 20 millionth car is a place in a row


class NumeralReader(ScaleReader):
    """Reads the numerals of one sentence from left to right."""

    _has_ordinal: bool | None = None  # whether any word of the sentence is an ordinal
    _in_words: WordReader | None = None

    def read(self) -> list[Numeral]:
        """Return the numerals of the sentence in text order."""
        found: list[Numeral] = []
        tokens = self.tokens
        starters, done = _starters(self.lexicon), 0
        lowers = self.lowers
        places = [at for at, token in enumerate(tokens) if token.kind is NUMBER or token.kind is DESIGNATOR]
        if not starters.isdisjoint(lowers):
            places += [at for at, word in enumerate(lowers) if word in starters]
            places.sort()
        for at in places:
            kind = tokens[at].kind
            if at < done or kind is SYMBOL:
                continue
            if kind is WORD:
                if lowers[at] in ("a", "an") and lowers[at + 1] not in starters:
                    continue
                numeral = self._words(at)
            else:
                numeral = self.printed(at) if kind is NUMBER else self._printed_ordinal(at)
            if numeral is not None:
                self._signed(numeral)
                found.append(numeral)
                done = numeral.last
        return found

    def printed(self, at: int) -> Numeral | None:
        """Return the numeral in digits that begins at a token."""
        tokens = self.tokens
        text = tokens[at].text
        if text[0] in VULGAR:
            return Numeral(at, at + 1, read_vulgar(text), 0, form=FRACTION)
        merged = self._spaced_groups(at) or self._comma_gap(at)
        printed = read_digits(text if merged is None else merged[0])
        if printed is None:
            return None
        last = at + 1 if merged is None else merged[1]
        numeral = Numeral(at, last, printed.value, printed.quantum, printed.digits, grouped=printed.grouped)
        self._printed_fraction(numeral)
        self._power(numeral)
        place = self.numbers.ordinals.get(self._lower(last), 0)
        if place >= _THOUSAND and numeral.form is CARDINAL and numeral.value is not None:
            numeral.value, numeral.quantum, numeral.last, numeral.form = numeral.value * place, 0, last + 1, ORDINAL
        if numeral.form is CARDINAL:
            self._scaled(numeral)
            self._tail_words(numeral)
        return numeral

    def _words(self, at: int) -> Numeral | None:
        if self._in_words is None:
            self._in_words = WordReader(self.tokens, self.lowers, self.lexicon)
            self._has_ordinal = not self.numbers.ordinals.keys().isdisjoint(self.lowers)
        word = self._in_words.read(at)
        ordinal = read_ordinal(self._in_words, at) if self._has_ordinal else None
        if ordinal is not None and (word is None or (word.form is not FRACTION and ordinal.last > word.last)):
            return _numeral(ordinal)
        return None if word is None else _numeral(word)

    def _printed_ordinal(self, at: int) -> Numeral | None:
        """Read 1st, 22nd and 15th."""
        text = self.tokens[at].lower
        if text[-2:] not in ("st", "nd", "rd", "th") or not text[:-2].replace(",", "").isdecimal() or len(text) > 9:
            return None
        digits = text[:-2].replace(",", "")
        return Numeral(at, at + 1, int(digits), 0, digits, form=ORDINAL)

    def _signed(self, numeral: Numeral) -> None:
        """Take a minus sign, or minus or negative in words, in front of the figure."""
        at = numeral.first - 1
        if at < 0 or not numeral.value or numeral.form is ORDINAL:
            return  # the -first quarter, as a scan leaves it: no place in a row is below the first
        token = self.tokens[at]
        if token.lower in self.numbers.minus:
            if self._lower(at - 1) == "or" and self._lower(at - 2) == "plus":
                return  # plus or minus 3 points
            numeral.value, numeral.first = -numeral.value, at
        elif (
            token.text in MINUS
            and (token.text != "\u2013" or self._is_measured(numeral.last))
            and self.tokens[numeral.first].start - token.end <= 1
        ):
            before = self.tokens[at - 1] if at else None
            loose = self.tokens[numeral.first].start > token.end
            if before is not None and before.kind is NUMBER and self._lower(at - 2) in ("aged", "age", "ages"):
                return  # aged 15 -44, as a line break leaves it
            if before is None or before.text in ("(", "[", "<", ">", "=") or (before.end < token.start and (not loose)):
                numeral.value, numeral.first = -numeral.value, at
            elif before.text in self.lexicon.signs and before.end == token.start:
                numeral.value, numeral.sign_from = -numeral.value, at

    def _is_measured(self, at: int) -> bool:
        """Say whether a sign of percent or degree follows: an en dash before such a figure is a minus."""
        return self._lower(at) in ("%", "percent", "\u00b0", "per") and self._lower(at + 1) != "capita"


def _numeral(word: WordNumber) -> Numeral:
    return Numeral(
        word.first,
        word.last,
        word.value,
        word.quantum,
        scale=word.scale,
        in_words=True,
        form=word.form,
        low=word.low,
        high=word.high,
    )


def _starters(lexicon: Lexicon) -> frozenset[str]:
    found = lexicon.memory.get("starters")
    if found is None:
        numbers = lexicon.numbers
        found = frozenset(
            {
                *numbers.cardinals,
                *numbers.scales,
                *numbers.groups,
                *numbers.indefinite,
                *numbers.digits,
                *numbers.denominators,
            }
            | {*numbers.ordinals, "a", "an", "several", "few", "couple"}
        ) - {"k", "m"}
        lexicon.memory["starters"] = found
    return found  # type: ignore[return-value]


PADDING = [""] * 24
"""What follows the words of a sentence in a list of them, so that looking a little beyond its ends finds nothing."""


def read_numerals(tokens: list[Token], lowers: list[str], lexicon: Lexicon) -> list[Numeral]:
    """Return the numerals of a sentence in text order; ``lowers`` are its words in lower case and the padding."""
    return NumeralReader(tokens, lowers, lexicon).read()
