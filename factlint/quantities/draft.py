"""The sentence as the passes see it: tokens, numerals, one class character for each token, and what is taken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.figures import Numeral
from factlint.model.interval import Rational
from factlint.model.parse import Token, TokenKind
from factlint.model.period import Period
from factlint.model.quantity import COUNT, Bound, Form, Unit
from factlint.model.span import Span


@dataclass(slots=True)
class Draft:
    """A quantity in the making, over ``tokens[first:last]``."""

    numeral: Numeral
    first: int
    last: int
    value: Rational | None
    quantum: Rational
    scale: Rational
    form: Form
    unit: Unit = COUNT
    low: Rational | None = None
    high: Rational | None = None
    bound: Bound = Bound.EXACT
    bound_word: str = ""
    slack_below: Rational = 0
    slack_above: Rational = 0
    role: str = ""
    partner: "Draft | None" = None
    core_first: int = 0  # without its bound words
    core_last: int = 0
    counted: Span | None = None
    per_item: str = ""
    is_exactly: bool = False

    @classmethod
    def of(cls, numeral: Numeral) -> "Draft":
        """Start a quantity from its numeral."""
        bound = Bound.RANGE if numeral.value is None else Bound.EXACT
        return cls(
            numeral, numeral.first, numeral.last, numeral.value, numeral.quantum, numeral.scale, numeral.form,
            low=numeral.low, high=numeral.high, bound=bound, core_first=numeral.first, core_last=numeral.last,
        )  # fmt: skip

    @property
    def is_bare(self) -> bool:
        """Whether no unit was found."""
        return self.unit is COUNT

    def magnitude(self) -> Fraction:
        """Return the size of the value, or of the upper end of a range."""
        value = self.value if self.value is not None else self.high if self.high is not None else self.low
        return abs(Fraction(value or 0))


@dataclass(slots=True)
class Scene:
    """One sentence with everything that was read of it so far."""

    text: str
    tokens: list[Token]
    lower: Callable[[int], str]  # the token here in lower case; nothing a little beyond the ends
    word: Callable[[int], str]  # the token here as written
    kind: Callable[[int], TokenKind | None]
    numerals: list[Numeral]
    classes: str
    lexicon: Lexicon
    today: date | None
    context: "Context"
    taken: bytearray
    names: list[Span] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    numeral_at: dict[int, Numeral] = field(default_factory=dict)  # by their first token
    draft_at: dict[int, Draft] = field(default_factory=dict)  # by the first token of their numeral
    period_at: dict[int, Period] = field(default_factory=dict)  # by their first token
    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """All words of the sentence in lower case: the company that settles a shared name."""
        if self._words is None:
            self._words = frozenset(token.lower for token in self.tokens)
        return self._words

    def touches(self, at: int) -> bool:
        """Say whether the token here touches the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def is_free(self, first: int, last: int) -> bool:
        """Say whether no token in between belongs to a period, name or quantity."""
        return not any(self.taken[first:last])

    def take(self, first: int, last: int) -> None:
        """Mark tokens as belonging to something."""
        for at in range(first, last):
            self.taken[at] = 1

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(slots=True, frozen=True)
class Context:
    """What the whole text says of signs that several countries share: $ is USD where it speaks of U.S. dollars."""

    currencies: dict[str, str] = field(default_factory=dict)


def classify(tokens: list[Token], numerals: list[Numeral], lexicon: Lexicon) -> str:
    """Return one character a token: M for a month, D a weekday, G a grain, Y a year, i 1 to 31, n a number, o an ordinal."""
    table = lexicon.times.classes
    out: list[str] = []
    for token in tokens:
        if token.kind is TokenKind.WORD:
            lower = token.lower
            found = table.get(lower)
            if found is None and lower.endswith(("'s", "\u2019s")):
                found = table.get(lower[:-2])
            if found is None and lower.endswith(("s'", "s\u2019")):
                found = table.get(lower[:-1])
            out.append(found or ("W" if token.text[0].isupper() else "w"))
        elif token.kind is TokenKind.DESIGNATOR:
            out.append(_designator(token))
        elif token.kind is TokenKind.NUMBER:
            out.append("n")
        else:
            text = token.text
            out.append("-" if text in "-\u2010\u2011\u2013" else text if text in ",./'\u2019:()" else "*")
    for numeral in numerals:
        for at in range(numeral.first, numeral.last):
            out[at] = "_"
        out[numeral.first] = _numeral(numeral)
    _settle_ambiguous(out, tokens)
    return "".join(out)


def _numeral(numeral: Numeral) -> str:
    if numeral.form is Form.ORDINAL:
        return "o"
    value = numeral.whole
    if value is None or numeral.form is not Form.CARDINAL or numeral.grouped:
        return "n"
    if 1 <= value <= 31 and numeral.scale == 1:
        return "i"
    if 1700 <= value <= 2100 and (numeral.in_words or (numeral.scale == 1 and len(numeral.digits) == 4)):
        return "Y" if numeral.is_plain or (numeral.in_words and value > 1900) else "n"
    return "n"


def _designator(token: Token) -> str:
    text = token.text
    if len(text) == 2 and text[0] in "Qq" and text[1] in "1234":
        return "Q"
    if len(text) == 2 and ((text[0] in "H" and text[1] in "12") or (text[1] in "Hh" and text[0] in "12")):
        return "H"
    if len(text) == 2 and text[1] in "Qq" and text[0] in "1234":
        return "Q"
    if text[:2] == "FY" and text[2:].isdecimal() and len(text) in (4, 6):
        return "X"
    if len(text) == 4 and text[1] in "QH" and text[0].isdecimal() and text[2:].isdecimal():
        return "X"
    lower = text.lower()
    if lower.endswith("s") and lower[:-1].isdecimal() and len(lower) in (3, 5) and lower[-2] == "0":
        return "e"
    return "x"


_UNSURE = frozenset(("may", "march", "mar", "sun", "sat", "mon", "wed", "fri", "dec", "jan"))


def _settle_ambiguous(out: list[str], tokens: list[Token]) -> None:
    """Tell May from may, second from second: a month has its capital, and what follows is not its verb."""
    size = len(tokens)
    for at, character in enumerate(out):
        if character in "MD":
            token = tokens[at]
            if token.text[0].isupper():
                if (
                    (token.lower == "may" and _is_modal_may(at, out, tokens))
                    or (
                        token.lower in ("sun", "sat", "mon", "wed", "fri")
                        and not (at + 1 < size and out[at + 1] in ",.Mi")
                    )
                    or (token.lower == "mar" and at + 1 < size and out[at + 1] == "-")
                ):
                    out[at] = "W"
                elif (
                    token.text.isupper()
                    and len(token.text) == 3
                    and token.lower in ("sun", "sat", "mar", "may", "dec", "mon", "fri")
                ):
                    following = out[at + 1] if at + 1 < size else ""
                    out[at] = character if following in ("i", "Y") else "W"
            elif token.lower in _UNSURE or token.text.endswith("'s"):
                out[at] = "w"
        elif (character == "e" and tokens[at].kind is TokenKind.WORD and not (at and out[at - 1] in "T_-iG")) or (
            character == "d" and tokens[at].text in ("That", "that") and not (at + 1 < size and out[at + 1] == "G")
        ):
            out[at] = "w"


def _is_modal_may(at: int, out: list[str], tokens: list[Token]) -> bool:
    following = out[at + 1] if at + 1 < len(tokens) else ""
    if following and following in "iYo,":
        return False
    before = out[at - 1] if at else ""
    if before and before in "IOBZf>UNab&-diGE|":
        return False
    return bool(following) and following in "wWT"
