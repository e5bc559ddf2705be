"""What a check has to say: findings, agreements, and the report of a run."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.model.record import dataclass, field
from factlint.model.span import Span

if TYPE_CHECKING:
    from factlint.model.allowance import Allowance
    from factlint.model.claim import Claim
    from factlint.model.document import Document


class Severity(StrEnum):
    """How much a finding matters; ``rank`` orders them."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for an error, 1 for a warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]

    def lowered(self) -> "Severity":
        """Return the next milder severity."""
        return {"error": Severity.WARNING, "warning": Severity.INFO, "info": Severity.INFO}[self.value]


@dataclass(slots=True, frozen=True)
class Location:
    """A place in a source, quoted: offsets are half-open code points, line and column count from 1."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str
    role: str
    context: str = ""  # the whole line, for reporters that quote it
    where: Mapping[str, object] = field(
        default_factory=dict, hash=False
    )  # page, paragraph, time or cell in a file that is no text

    @property
    def span(self) -> Span:
        """The offsets as a span."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Finding:
    """An inconsistency: the rule, the places (the first is primary) and arithmetic that an editor can redo."""

    rule: str
    name: str
    severity: Severity
    confidence: float
    message: str
    arithmetic: str | None
    locations: list[Location]
    advice: str = ""
    fingerprint: str = ""


@dataclass(slots=True)
class Agreement:
    """Claims that were compared and agree: the other half of an editor's tie-out."""

    rule: str
    arithmetic: str
    locations: list[Location]


@dataclass(slots=True)
class FileReport:
    """One file of a run: how many words and claims it holds, and how many claims a rule could compare."""

    path: str
    words: int
    claims: int
    checked: int
    agreeing: int = 0  # claims that agree with another and conflict with none
    conflicting: int = 0  # claims that a finding names


@dataclass(slots=True)
class RuleCount:
    """What one rule did in a run, counted in claims: a claim that it compared twice counts once."""

    code: str
    name: str
    compared: int = 0
    agreeing: int = 0  # compared, and in no conflict of this rule
    conflicting: int = 0


@dataclass(slots=True, frozen=True)
class Problem:
    """An input that could not be read, and why."""

    path: str
    message: str


@dataclass(slots=True)
class Text:
    """A text as a run read it, with its claims: for reports that draw the text itself."""

    document: "Document"
    claims: "list[Claim]"


@dataclass(slots=True)
class Report:
    """All that one run found."""

    files: list[FileReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    verified: list[Agreement] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rules: dict[str, RuleCount] = field(default_factory=dict)  # every rule that was applied, by code
    allowances: "list[Allowance]" = field(default_factory=list)
    used: set[tuple[str, int, str]] = field(default_factory=set)  # the allowances that let something stand
    suppressed: int = 0  # findings that an allowance or the baseline lets stand
    texts: list[Text] = field(default_factory=list)  # only where the run was told to keep them
