"""A decision to let findings stand: where it is written, of which rules, for which words, and why."""

from factlint.model.finding import Finding, Location
from factlint.model.record import dataclass
from factlint.model.span import Span


@dataclass(slots=True, frozen=True)
class Allowance:
    """A suppression of one text: in the text itself, in its side file, or by its name in a configuration.

    ``words`` are rules as they are written, each with the codes that it means among the rules of the run. Without
    ``lines``, ``spans`` and ``fingerprint`` the whole text is meant.
    """

    path: str
    words: tuple[tuple[str, frozenset[str]], ...]
    where: Location
    reason: str = ""
    lines: tuple[int, int] | None = None  # first and last
    spans: tuple[Span, ...] | None = None  # of the source
    fingerprint: str = ""
    hint: str = ""  # what to do where it is of no use
    is_judged: bool = True  # whether this run can tell that it is of no use

    def word_for(self, finding: Finding) -> str | None:
        """Return the word that lets a finding stand, None where it is another rule or place; one place is enough."""
        word = next((word for word, codes in self.words if finding.rule in codes), None)
        if word is None or (self.fingerprint and self.fingerprint != finding.fingerprint):
            return None
        return word if any(self._covers(location) for location in finding.locations) else None

    def _covers(self, location: Location) -> bool:
        if location.path != self.path:
            return False
        if self.lines is not None and not (self.lines[0] <= location.end_line and location.line <= self.lines[1]):
            return False
        if self.spans is None:
            return True
        return any(span.start < location.end and location.start < span.end for span in self.spans)

    def key(self, word: str) -> tuple[str, int, str]:
        """Return what tells the use of one word from that of others."""
        return self.where.path, self.where.start, word
