"""Half-open ranges of code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points: ``text[span.start:span.end]`` are the words it covers."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """Return the span so many code points on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]
