"""A claim: a quantity together with what it is about."""

from enum import StrEnum

from factlint.model.period import Period
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass, field
from factlint.model.span import Span


class Kind(StrEnum):
    """What sort of statement a quantity makes of its measure."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    RANK = "rank"
    ORDINAL = "ordinal"
    DATE = "date"
    DURATION = "duration"
    AGE = "age"
    RATE = "rate"  # a standing percentage that is no share: an interest rate, a margin


class Modality(StrEnum):
    """How the speaker commits to the figure."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    FORECAST = "forecast"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    ASKED = "asked"


class How(StrEnum):
    """How a part of the reference is known."""

    STATED = "stated"
    INHERITED = "inherited"
    ASSUMED = "assumed"


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


@dataclass(slots=True, frozen=True)
class Referent:
    """What words refer to: ``words`` the normalised content words, ``head`` the one that names the thing."""

    text: str = ""
    head: str = ""
    words: frozenset[str] = frozenset()
    how: How = How.ASSUMED
    span: Span | None = None


NOTHING = Referent()


@dataclass(slots=True, frozen=True)
class CellRef:
    """Which cell of which table a claim stands in: the table's place in ``Document.tables``, row and column."""

    table: int
    figure: int  # place in Table.figures
    row: int
    column: int


@dataclass(slots=True)
class Claim:
    """A quantity with kind, measure, subject, period and modality: what a rule may compare."""

    index: int
    sentence: int
    quantity: Quantity | None  # None for a claim of kind date
    kind: Kind
    span: Span
    text: str
    modality: Modality = Modality.ASSERTED
    direction: Direction | None = None
    measure: Referent = NOTHING
    whole: Referent = NOTHING  # of what a share is a share
    subject: Referent = NOTHING
    actor: Referent = NOTHING  # who does what is counted: "the ministry" employs 500 people
    period: Period | None = None
    period_how: How = How.ASSUMED
    comparison: str = ""  # yoy, qoq, mom, versus: what a change is measured against
    against: Period | None = None  # the period that a change is measured against, where it is named
    verb: str = ""  # the stem of the content verb that governs the figure
    bases: frozenset[str] = frozenset()  # adjusted, comparable, seasonally, per_share, cumulative ...
    counted: str = ""
    speaker: str | None = None
    role: str = ""  # from, to, by, than, per: what the grammar makes of it beside another claim
    list_id: int | None = None  # claims dealt out from one list share it
    list_place: int = 0
    topic: frozenset[str] = field(default_factory=frozenset)  # content words of the sentence around the reference
    thread: frozenset[str] = field(default_factory=frozenset)  # specific words of the topic that the claim stands under
    named_topic: frozenset[str] = field(default_factory=frozenset)  # names of the topic that it stands under
    names: frozenset[str] = field(default_factory=frozenset)  # proper names and designators near by
    cell: CellRef | None = None  # of a figure that stands in a table
