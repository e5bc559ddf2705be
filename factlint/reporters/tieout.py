"""The tie-out: every figure of the texts with its tick mark, confirmed by which, in conflict with which, or alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from factlint.model.claim import Claim, Kind
from factlint.model.finding import Finding, Location, Report, Severity, Text
from factlint.model.record import dataclass, field
from factlint.model.span import Span
from factlint.reporters.wording import shown, spot


class State(StrEnum):
    """What became of a figure."""

    CONFIRMED = "confirmed"  # compared, and agrees
    CONFLICTING = "conflicting"  # named by a finding
    ALONE = "alone"  # nothing to compare it with


@dataclass(slots=True, eq=False)
class Link:
    """Figures that a rule put together: the arithmetic, and the finding where they do not hold together."""

    rule: str
    arithmetic: str
    figures: "list[Figure]"
    roles: list[str]
    finding: Finding | None = None
    number: int = 0  # of the finding, as the tick marks show it

    def others(self, figure: "Figure") -> "list[Figure]":
        """Return the figures that this one was put together with."""
        return [other for other in self.figures if other is not figure]


@dataclass(slots=True, eq=False)
class Figure:
    """A figure of a text: offsets into its source, line and column from 1, and what it was put together with."""

    path: str
    start: int
    end: int
    line: int
    column: int
    text: str
    claim: Claim | None = None
    links: list[Link] = field(default_factory=list)
    where: Mapping[str, object] = field(default_factory=dict)  # page, paragraph, time or cell, as in findings

    @property
    def spot(self) -> str:
        """Where it is within its file, for people."""
        return spot(self.line, self.where)

    @property
    def conflicts(self) -> list[Link]:
        """What names it as in conflict."""
        return [link for link in self.links if link.finding is not None]

    @property
    def agreements(self) -> list[Link]:
        """What confirms it."""
        return [link for link in self.links if link.finding is None]

    @property
    def state(self) -> State:
        """Its tick mark: one conflict outweighs any agreement."""
        if not self.links:
            return State.ALONE
        return State.CONFLICTING if self.conflicts else State.CONFIRMED


@dataclass(slots=True, eq=False)
class Sheet:
    """A text with its figures, in text order; none overlaps another."""

    text: Text
    figures: list[Figure]

    @property
    def path(self) -> str:
        """The path of the text."""
        return self.text.document.path


@dataclass(slots=True)
class Tieout:
    """All sheets of a run, and the links between their figures."""

    sheets: list[Sheet]
    links: list[Link]

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure, sheet by sheet."""
        return (figure for sheet in self.sheets for figure in sheet.figures)


def tie_out(report: Report, least: Severity = Severity.INFO) -> Tieout:
    """Return the tie-out of a report that kept its texts; findings milder than ``least`` make no mark."""
    findings = shown(report, least)
    places: dict[str, list[Location]] = {text.document.path: [] for text in report.texts}
    for locations in (*(one.locations for one in findings), *(one.locations for one in report.verified)):
        for location in locations:
            places.setdefault(location.path, []).append(location)
    sheets = [Sheet(text, _figures(text, places[text.document.path])) for text in report.texts]
    finders = {sheet.path: _Finder(sheet.figures) for sheet in sheets}
    links = []
    for number, finding in enumerate(findings, 1):
        link = _link(finding.rule, finding.arithmetic or "", finding.locations, finders)
        link.finding, link.number = finding, number
        links.append(link)
    links += [_link(one.rule, one.arithmetic, one.locations, finders) for one in report.verified]
    for link in links:
        for figure in link.figures:
            if link not in figure.links:
                figure.links.append(link)
    return Tieout(sheets, links)


class _Finder:
    """Finds the figure at a place."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self.ends = [figure.end for figure in figures]

    def at(self, location: Location) -> Figure | None:
        """Return the first figure that shares a letter with a place."""
        at = bisect_right(self.ends, location.start)
        if at < len(self.figures) and self.figures[at].start < max(location.end, location.start + 1):
            return self.figures[at]
        return None


def _link(rule: str, arithmetic: str, locations: Iterable[Location], finders: dict[str, _Finder]) -> Link:
    figures: list[Figure] = []
    roles: list[str] = []
    for location in locations:
        finder = finders.get(location.path)
        figure = finder.at(location) if finder else None
        if figure is not None and figure not in figures:
            figures.append(figure)
            roles.append(location.role)
    return Link(rule, arithmetic, figures, roles)


def _figures(text: Text, places: Iterable[Location]) -> list[Figure]:
    """Return the figures of a text: its claims, dates only where they were compared, and places that are no claim."""
    document = text.document
    claimed: list[tuple[int, int, Claim | None]] = []
    dates: dict[tuple[int, int], Claim] = {}
    for claim in text.claims:
        span = document.source_map.span(claim.span)
        if claim.kind is Kind.DATE:
            dates[span] = claim
        elif span.start < span.end:
            claimed.append((span.start, span.end, claim))
    kept = _apart(claimed)
    starts = [start for start, _, _ in kept]
    extra: list[tuple[int, int, Claim | None]] = []
    for place in places:
        at = bisect_left(starts, place.end)
        if place.start < place.end and (at == 0 or kept[at - 1][1] <= place.start):
            extra.append((place.start, place.end, dates.get((place.start, place.end))))
    figures = []
    for start, end, made in sorted([*kept, *_apart(extra)], key=lambda span: span[:2]):
        line, column = document.line_column(start)
        where = document.where(Span(start, end))
        figures.append(Figure(document.path, start, end, line, column, document.source[start:end], made, where=where))
    return figures


def _apart(spans: list[tuple[int, int, Claim | None]]) -> list[tuple[int, int, Claim | None]]:
    """Return spans of which none overlaps another: of those that do, the first and longest."""
    kept: list[tuple[int, int, Claim | None]] = []
    for start, end, claim in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end, claim))
    return kept
