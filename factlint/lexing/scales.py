"""Scales behind a printed figure: 2.64 million, 1.2bn, 3 lakh crore, 3 million and a half, 4 thousand 3 hundred and 21."""

from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.figures import FigureReader, Numeral
from factlint.lexing.kinds import NUMBER, WORD
from factlint.lexing.wordnumbers import read_word_number
from factlint.model.interval import tidy


class ScaleReader(FigureReader):
    """Reads the words and letters that multiply a figure."""

    def printed(self, at: int) -> Numeral | None:
        """Return the numeral in digits that begins at a token."""
        raise NotImplementedError

    def _scaled(self, numeral: Numeral) -> None:
        """Take the scale words behind the digits: 2.64 million, 3 lakh crore, 1.2bn, 10 bn."""
        tokens, numbers = self.tokens, self.numbers
        while numeral.last < len(tokens) and numeral.scale < 10**24:
            at = numeral.last
            token = tokens[at]
            if token.lower in numbers.groups and token.lower.startswith("dozen"):
                numeral.value, numeral.quantum, numeral.last = (
                    tidy((numeral.value or 0) * numbers.groups[token.lower]),
                    0,
                    at + 1,
                )
                numeral.digits, numeral.in_words = "", True
                return
            if token.lower in ("and", "-") and self._and_part(numeral):
                return
            if token.text == "-" and self._touch(at) and self._touch(at + 1) and at + 1 < len(tokens):
                if tokens[at + 1].lower not in numbers.scales or len(tokens[at + 1].text) < 3:
                    return
                scale, step = numbers.scales[tokens[at + 1].lower], 2
            elif token.kind is not WORD:
                return
            elif self._touch(at) and token.text in numbers.glued:
                if not self._glued_scale(at):
                    return
                scale, step = numbers.glued[token.text], 1
            elif token.lower in numbers.scales and (len(token.text) > 1 or not token.text.isupper()):
                if (
                    len(token.text) < 4
                    and token.text.isupper()
                    and token.text not in ("MM", "BN", "TN", "MN", "TRN", "BLN")
                ):
                    return
                scale, step = numbers.scales[token.lower], 1
            else:
                return
            numeral.value = tidy((numeral.value or 0) * scale)
            numeral.quantum = tidy(numeral.quantum * scale)
            numeral.scale = tidy(numeral.scale * scale)
            numeral.last += step

    def _and_part(self, numeral: Numeral) -> bool:
        """Read 3 million and a half, a half of the scale word, and 5 and a half, 94-and-a-half, a half of one."""
        at = self._skip_hyphen(numeral.last)
        if self._lower(at) != "and" or "." in numeral.digits or numeral.grouped:
            return False
        at = self._skip_hyphen(at + 1)
        top = {"a": 1, "one": 1, "two": 2, "three": 3}.get(self._lower(at))
        step = self._skip_hyphen(at + 1)
        bottom = self.numbers.denominators.get(self._lower(step))
        if top is None or bottom is None or (top > 1) != self._lower(step).endswith("s") or 1 < numeral.scale < 1000:
            return False
        named = self._lower(step)
        if self._lower(step + 1) in ("of", "year", "century") or (
            numeral.scale == 1 and (top > 1 or named not in ("half", "quarter"))
        ):
            return False
        numeral.value = tidy((numeral.value or 0) + Fraction(top, bottom) * numeral.scale)
        numeral.quantum, numeral.last, numeral.digits = 0, step + 1, ""
        return True

    def _skip_hyphen(self, at: int) -> int:
        return at + 1 if self._lower(at) == "-" else at

    def _glued_scale(self, at: int) -> bool:
        """Say whether a letter that touches digits multiplies them: $5m, 1.8m people; 1.8m tall is a length."""
        tokens, letter = self.tokens, self.tokens[at].text
        if letter in ("k", "M", "bn", "mn", "tn", "MM", "B") or len(letter) > 1:
            return not (letter == "M" and _is_network(self._lower(at + 1), self.lexicon))
        before = tokens[at - 2].text if at >= 2 else ""
        money = before in self.lexicon.signs or self._lower(at + 1) in self.lexicon.names or before.endswith("$")
        if letter == "K":
            return not (tokens[at - 1].text.count(".") and not money)
        if letter in "bT":
            return money or ("." in tokens[at - 1].text and letter == "b")
        if letter != "m":
            return False
        following = self._lower(at + 1)
        if (
            following in ("-", "\u2013", "to", "and", "or")
            and at + 3 < len(tokens)
            and tokens[at + 2].kind is NUMBER
            and self._touch(at + 3)
            and tokens[at + 3].text == letter
        ):
            return self._glued_scale(at + 3)  # 12m-14m tonnes
        if money or following in self.lexicon.nouns.plural:
            return True
        return (following.endswith("s") and following not in self.lexicon.nouns.not_plural and len(following) > 3) or (
            following in ("of", "in") and before in self.lexicon.signs
        )

    def _tail_words(self, numeral: Numeral) -> None:
        """Take what goes on in words behind a scale: 3 hundred and 21, 4 thousand 3 hundred and 21."""
        if numeral.scale not in (100, 1000) or numeral.whole is None or "." in numeral.digits:
            return
        at = numeral.last
        if self._lower(at) == "and":
            at += 1
            word = (
                read_word_number(self.tokens, self.lowers, at, self.lexicon)
                if self._lower(at) in self.numbers.cardinals
                else None
            )
            if (
                word is not None
                and isinstance(word.value, int)
                and 0 < word.value < numeral.scale
                and self._lower(at) != "a"
            ):
                numeral.value, numeral.last, numeral.quantum = tidy((numeral.value or 0) + word.value), word.last, 1
                numeral.scale, numeral.digits, numeral.in_words = 1, "", True
                return
        rest = self.printed(at) if at < len(self.tokens) and self.tokens[at].kind is NUMBER else None
        if (
            rest is None
            or rest.whole is None
            or "." in rest.digits
            or rest.grouped
            or not 0 < rest.whole < numeral.scale
        ):
            return
        if rest.scale == 1 and at == numeral.last:
            return
        numeral.value = tidy((numeral.value or 0) + rest.whole)
        numeral.quantum, numeral.last, numeral.scale, numeral.digits = rest.quantum, rest.last, 1, ""


def _is_network(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.cues["network"]
