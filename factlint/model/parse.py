"""A sentence taken apart: tokens, and the quantities and periods that were read from them."""

from enum import StrEnum

from factlint.model.document import Sentence
from factlint.model.period import Period
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass, field
from factlint.model.span import Span


class TokenKind(StrEnum):
    """What a token is, before any meaning."""

    WORD = "word"  # letters, inner hyphens and apostrophes: year-on-year, China's
    NUMBER = "number"  # digits with grouping and decimal point: 1,487 or 2.64
    DESIGNATOR = "designator"  # a name that holds digits: 5G, ARJ21, IPv6, Q3
    SYMBOL = "symbol"  # anything else, one character: % $ ( ,


class Tag(StrEnum):
    """Word classes of the clause reader."""

    NOUN = "noun"  # nouns, adjectives and names: what references are made of
    VERB = "verb"
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    CHANGE = "change"  # up, down, higher
    COMPARISON = "comparison"  # year on year, from a year earlier
    QUANTITY = "quantity"
    PERIOD = "period"
    MARK = "mark"  # punctuation


@dataclass(slots=True)
class Token:
    """A token: offsets into the document's text, kind, words as written and in lower case.

    The clause reader gives it its class of words, too; before that it has none.
    """

    start: int
    end: int
    kind: TokenKind
    text: str
    lower: str
    tag: Tag = field(init=False, repr=False, compare=False)
    is_name: bool = field(init=False, repr=False, compare=False)
    quantity: int = field(init=False, repr=False, compare=False)  # index into Parse.quantities of what stands for one
    period: Period | None = field(init=False, repr=False, compare=False)


@dataclass(slots=True)
class Parse:
    """A sentence with its tokens, quantities, periods and the names that hold numbers, each in text order.

    No quantity overlaps another, nor a period, nor a name; a movement ("from 5% to 7%") is two quantities.
    """

    sentence: Sentence
    tokens: list[Token]
    quantities: list[Quantity] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    names: list[Span] = field(default_factory=list)  # 14th Five-Year Plan, 5G, iPhone 15, Section 427
