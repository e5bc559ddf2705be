"""A page of a PDF: its words, drawn together to segments of lines, and those to bands that stand below one another."""

from itertools import accumulate, pairwise
from typing import Any

from factlint.model.record import dataclass, field

RAISED, HYPHEN = 1, 2
_PARTED = 0.85  # of the size of the letters: a wider gap parts columns or cells

_ACROSS = 0.45  # the same for the gap between two zones of a page, which a line may run across
_RICH, _POOR = 0.5, 0.22  # of what the fullest place of a page holds
_LEAST_STRETCH = 6  # points
_AFTER_MARK = 4.0  # the same after the mark of a list's item
_BULLETS = frozenset("\u2022\u00b7\u25cf\u25aa\u25e6\u25cb\u2023\u25a0\u25ba\uf0b7\u2013\u2014-*")


@dataclass(slots=True)
class Word:
    """A word and its place, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    flags: int

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The word's rectangle."""
        return self.left, self.top, self.right, self.bottom


@dataclass(slots=True)
class Segment:
    """Words of one line with no wide gap between them."""

    words: list[Word]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    letters: int  # signs of its text

    @classmethod
    def of(cls, words: list[Word]) -> "Segment":
        """Draw words together; the size is that of most letters."""
        letters = sum(len(word.text) for word in words)
        seen, size = 0, 0.0
        for word in sorted(words, key=lambda one: one.size):
            seen += len(word.text)
            if seen * 2 >= letters:
                size = word.size
                break
        return cls(
            words, min(w.left for w in words), min(w.top for w in words), max(w.right for w in words),
            max(w.bottom for w in words), size, letters + len(words) - 1,
        )  # fmt: skip

    @property
    def text(self) -> str:
        """The words, parted by spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """The height at which the words stand."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Page:
    """The words of a page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Page":
        """Make a page of what the worker tells."""
        return cls(row["page"], row["width"], row["height"], [Word(*one) for one in row["words"]])

    def segments(self) -> list[Segment]:
        """Return the segments of lines, from the top, those of one line from the left."""
        edges = [(left + right) / 2 for left, right in _empty_stretches(self.words)]
        zones: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
        for word in self.words:
            zones[sum(1 for edge in edges if edge <= word.left)].append(word)
        found: list[Segment] = []
        for words in zones:
            parts = [one for line in _lines(words) for one in _parted(line)]
            found = _joined(found, parts)
        found.sort(key=lambda one: (one.top, one.left))
        return found


def _empty_stretches(words: list[Word]) -> list[tuple[float, float]]:
    """Return the upright stretches of a page that hardly a word stands in, between others that are full.

    In prose of one column words stand four times in five at any place of a line.
    """
    if not words:
        return []
    width = int(max(word.right for word in words)) + 2
    steps = [0.0] * (width + 1)
    for word in words:
        first, end = max(int(word.left), 0), min(int(word.right) + 1, width)
        if first < end:
            steps[first] += word.bottom - word.top
            steps[end] -= word.bottom - word.top
    full = list(accumulate(steps))
    most = max(full)
    rich = [x for x in range(width) if full[x] >= _RICH * most]
    stretches: list[tuple[float, float]] = []
    start: int | None = None
    for x in range(rich[0], rich[-1] + 1):
        if full[x] <= _POOR * most:
            start = x if start is None else start
        elif start is not None:
            if x - start >= _LEAST_STRETCH:
                stretches.append((start, x))
            start = None
    return stretches


def _joined(left: list[Segment], right: list[Segment]) -> list[Segment]:
    """Return the segments of two zones, those of a line that runs across drawn together."""
    found = list(left)
    for segment in right:
        at = next(
            (
                number
                for number, other in enumerate(found)
                if segment.left - other.right < _ACROSS * max(min(segment.size, other.size), 4)
                and segment.right > other.right
                and min(segment.bottom, other.bottom) - max(segment.top, other.top)
                > 0.6 * min(segment.bottom - segment.top, other.bottom - other.top)
            ),
            -1,
        )
        if at < 0:
            found.append(segment)
        else:
            found[at] = Segment.of(found[at].words + segment.words)
    return found


def _lines(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.bottom + one.top, one.left)):
        line = _line_of(word, lines)
        if line is None:
            lines.append([word])
        else:
            line.append(word)
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _line_of(word: Word, lines: list[list[Word]]) -> list[Word] | None:
    """Return the line, of the last few, that a word stands on."""
    best: list[Word] | None = None
    for line in lines[-8:]:
        other = line[-1]
        shared = min(word.bottom, other.bottom) - max(word.top, other.top)
        if shared <= 0:
            continue
        least = min(word.bottom - word.top, other.bottom - other.top)
        raised = (word.flags | other.flags) & RAISED
        if shared * 2 > least or raised:
            best = line
    return best


def _is_mark(text: str) -> bool:
    """Say whether a word is the mark of a list's item."""
    bare = text.strip("().")
    return text in _BULLETS or (bare != text and len(bare) <= 2 and bare.isalnum())


def _parted(words: list[Word]) -> list[Segment]:
    """Divide a line at its wide gaps; where all gaps are alike, it is spaced out to fill its column."""
    gaps = [b.left - a.right for a, b in pairwise(words)]
    size = max(words[0].size, 4)
    is_spaced = len(gaps) > 1 and max(gaps) <= 1.4 * min(gaps) + 0.3 * size and max(gaps) < 3 * size
    if is_spaced and (len(gaps) > 2 or max(gaps) < 1.2 * size):
        return [Segment.of(words)]
    found: list[Segment] = []
    current: list[Word] = []
    for word in words:
        room = _AFTER_MARK if len(current) == 1 and _is_mark(current[0].text) else _PARTED
        if current and word.left - current[-1].right > room * max(min(word.size, current[-1].size), 4):
            found.append(Segment.of(current))
            current = []
        current.append(word)
    if current:
        found.append(Segment.of(current))
    return found


def bands(segments: list[Segment]) -> list[list[Segment]]:
    """Return the segments in groups that stand below one another, none beside another group's."""
    groups: list[list[Segment]] = []
    floor = float("-inf")
    for segment in sorted(segments, key=lambda one: one.top):
        if groups and segment.top < floor - 0.2:
            groups[-1].append(segment)
        else:
            groups.append([segment])
        floor = max(floor, segment.bottom)
    return groups


def merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return from the left the stretches that spans between left and right cover together."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found
