"""Rule cards: what a rule is called, why it matters, and the examples that prove it."""

import os
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.model.finding import Severity
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.model.verdict import Conflict, Place, Tie

if TYPE_CHECKING:
    from datetime import date

    from factlint.knowledge.facts import Entry
    from factlint.knowledge.plausible import RangeEntry
    from factlint.model.interval import Interval
    from factlint.model.quantity import Quantity


class Compare(StrEnum):
    """Which reading of a quantity a rule compares: the tolerance is a reading, not an epsilon."""

    ADMITTED = "admitted"
    IMPLIED = "implied"
    STATED = "stated"


class TextKind(StrEnum):
    """How an example is read."""

    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(slots=True, frozen=True)
class Example:
    """A text that a rule fires on (``spans``: the marked places in text order) or stays silent on, and why."""

    text: str
    spans: tuple[Span, ...]
    fires: bool
    says: str
    because: str
    kind: TextKind
    date: "date | None"  # the date of the document, for examples that say "Thursday" or "last year"
    path: str
    line: int
    primary: Span | None = None  # marked [[!so]] where it is pinned which place comes first
    original: str = ""  # the text that this one translates, for rules of translations
    original_spans: tuple[Span, ...] = ()
    facts: "tuple[Entry, ...]" = ()  # what the facts file holds for this text
    beside: str = ""  # a second file, for rules that hold across files
    beside_spans: tuple[Span, ...] = ()  # the marked places of that file
    ranges: "tuple[RangeEntry, ...]" = ()  # what a pack says that measures can come to

    @property
    def label(self) -> str:
        """A short name for test reports: FL101-restated-value-differs.toml:14."""
        return f"{os.path.basename(self.path)}:{self.line}"


@dataclass(slots=True, frozen=True)
class Card:
    """A rule as its users know it; ``severity`` is the ceiling, a finding may be milder."""

    code: str
    name: str
    severity: Severity
    since: str
    summary: str
    why: str
    advice: str  # what an editor should do next
    compare: Compare = Compare.ADMITTED
    options: Mapping[str, object] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()  # codes that tell more where they name the same places
    examples: tuple[Example, ...] = ()
    path: str = ""

    def reading(self, quantity: "Quantity", *, round_reading: bool = False) -> "Interval":
        """Return the reading of a quantity that this rule compares."""
        match self.compare:
            case Compare.STATED:
                return quantity.stated()
            case Compare.IMPLIED:
                return quantity.implied()
            case _:
                return quantity.admitted(round_reading=round_reading)

    def capped(self, severity: Severity) -> Severity:
        """Return the severity, at most the card's own."""
        return severity if severity.rank <= self.severity.rank else self.severity

    def conflict(
        self,
        places: Iterable[Place],
        message: str,
        arithmetic: str,
        *,
        confidence: float,
        severity: Severity | None = None,
        notes: Iterable[str] = (),
    ) -> Conflict:
        """Return a conflict under this rule, with its severity capped and its advice."""
        capped = self.severity if severity is None else self.capped(severity)
        return Conflict(
            self.code, list(places), message, arithmetic, round(confidence, 2), capped, self.advice, list(notes)
        )

    def tie(self, places: Iterable[Place], arithmetic: str) -> Tie:
        """Return an agreement under this rule."""
        return Tie(self.code, list(places), arithmetic)
