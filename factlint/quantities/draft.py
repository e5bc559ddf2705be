"""The sentence as the passes see it: tokens, numerals, one class character for each token, and what is taken."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from factlint.knowledge.lexicon import Lexicon
from factlint.lexing.figures import Numeral
from factlint.lexing.kinds import EXACT, RANGE
from factlint.model.interval import Rational
from factlint.model.parse import Token, TokenKind
from factlint.model.period import Period
from factlint.model.quantity import COUNT, Bound, Form, Unit
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.quantities.context import Context


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
    bound: Bound = EXACT
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
        bound = RANGE if numeral.value is None else EXACT
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
    lowers: list[str]  # all words in lower case, and the padding
    lower: Callable[[int], str]  # the token here in lower case; nothing a little beyond the ends
    word: Callable[[int], str]  # the token here as written
    kind: Callable[[int], TokenKind | None]
    numerals: list[Numeral]
    classes: str
    lexicon: Lexicon
    today: date | None
    context: Context
    taken: bytearray
    names: list[Span] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    numeral_at: dict[int, Numeral] = field(default_factory=dict)  # by their first token
    draft_at: dict[int, Draft] = field(default_factory=dict)  # by the first token of their numeral
    period_at: dict[int, Period] = field(default_factory=dict)  # by their first token
    index: int = 0  # of the sentence in its document
    is_cell: bool = False  # whether it stands in a table
    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """All words of the sentence in lower case: the company that settles a shared name."""
        if self._words is None:
            self._words = frozenset(self.lowers)
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
