"""What a check yields, before a report gives it paths and lines: conflicts and ties between places of one text."""

from factlint.model.finding import Severity
from factlint.model.record import dataclass, field
from factlint.model.span import Span


@dataclass(slots=True, frozen=True)
class Place:
    """Words that a verdict points at: a span of ``Document.text``, its part in the arithmetic, the claim if it is one."""

    span: Span
    role: str
    claim: int | None = None  # index into the document's claims
    document: int = 0  # which of the compared documents it stands in


@dataclass(slots=True)
class Conflict:
    """Places that cannot all be right, with the arithmetic that shows it; ``severity`` is the card's ceiling or lower."""

    rule: str
    places: list[Place]
    message: str
    arithmetic: str
    confidence: float
    severity: Severity
    advice: str = ""
    notes: list[str] = field(default_factory=list)  # hints and the arithmetic of further rules on the same cause


@dataclass(slots=True)
class Tie:
    """Places that were compared and agree."""

    rule: str
    places: list[Place]
    arithmetic: str


Verdict = Conflict | Tie
