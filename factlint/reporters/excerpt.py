"""Places of a finding as quoted lines: a window of the line around the words, the words underlined, the role beside."""

from collections.abc import Sequence

from factlint.model.finding import Location
from factlint.model.record import dataclass
from factlint.reporters.marks import Marks
from factlint.reporters.segments import Line, Segment, Style, clean, width

_AROUND = 12  # columns that the words keep free on each side where a line is cut


@dataclass(slots=True)
class _Row:
    """Places that are quoted in one window of a line: offsets count from the line's start."""

    line: int
    context: str
    places: list[tuple[int, int, str]]


def quote(locations: Sequence[Location], marks: Marks, columns: int) -> list[Line]:
    """Return the quoted lines of a finding's places, each with its line number, in the order of the text."""
    locations = sorted(
        locations, key=lambda location: (location.path != locations[0].path, location.path, location.start)
    )
    digits = max(len(str(location.line)) for location in locations)
    room = columns - digits - 5
    lines: list[Line] = []
    several = len({location.path for location in locations}) > 1
    path = locations[0].path
    for location_path, row in _rows(locations, room):
        if several and (location_path != path or not lines):
            lines.append([Segment(f"  {' ' * digits} {marks.gutter} ", Style.DIM), Segment(location_path, Style.PATH)])
        path = location_path
        lines += _draw(row, marks, digits, room)
    return lines


def inline(location: Location, marks: Marks, room: int) -> Line:
    """Return the words of a place in [brackets] with what stands around them, in one line of at most ``room`` columns."""
    context, start = location.context, location.column - 1
    end = len(context) if location.end_line != location.line else min(start + len(location.text), len(context))
    begin, stop = _window(context, start, end, room - 2, len(marks.ellipsis))
    return [
        Segment(marks.ellipsis if begin > 0 else "", Style.DIM),
        Segment(clean(context[begin:start])),
        Segment(f"[{clean(context[start:end])}]", Style.WORDS),
        Segment(clean(context[end:stop])),
        Segment(marks.ellipsis if stop < len(context) else "", Style.DIM),
    ]


def _rows(locations: Sequence[Location], room: int) -> list[tuple[str, _Row]]:
    """Group neighbours of one line that fit into one window."""
    rows: list[tuple[str, _Row]] = []
    for location in locations:
        start = location.column - 1
        end = min(start + (location.end - location.start), len(location.context))
        if location.end_line != location.line:
            end = len(location.context)
        place = (start, max(end, start + 1), location.role)
        if rows:
            path, row = rows[-1]
            first = min(start, *(p[0] for p in row.places))
            last = max(end, *(p[1] for p in row.places))
            fits = width(row.context) <= room or width(row.context[first:last]) <= room - 2 * _AROUND
            if path == location.path and row.line == location.line and fits:
                row.places.append(place)
                continue
        rows.append((location.path, _Row(location.line, location.context, [place])))
    return rows


def _draw(row: _Row, marks: Marks, digits: int, room: int) -> list[Line]:
    places = sorted(row.places)
    first, last = places[0][0], max(end for _, end, _ in places)
    begin, stop = _window(row.context, first, last, room, len(marks.ellipsis))
    before = marks.ellipsis if begin > 0 else ""
    after = marks.ellipsis if stop < len(row.context) else ""
    gutter = f"{row.line:>{digits}} {marks.gutter} "
    line: Line = [Segment(f"  {gutter}", Style.DIM), Segment(before, Style.DIM)]
    at = begin
    for start, end, _ in places:
        start = max(start, at)  # places may overlap
        line.append(Segment(clean(row.context[at:start])))
        line.append(Segment(clean(row.context[start : min(end, stop)]), Style.WORDS))
        at = max(at, min(end, stop))
    line += [Segment(clean(row.context[at:stop])), Segment(after, Style.DIM)]
    lines = [line]
    for start, end, role in places:
        indent = len(before) + width(clean(row.context[begin:start]))
        length = max(width(clean(row.context[start : min(end, stop)])), 1)
        lines.append([Segment(f"  {' ' * digits} {marks.gutter} ", Style.DIM), *_underline(indent, length, role, room)])
    return lines


def _underline(indent: int, length: int, role: str, room: int) -> Line:
    """Return the line under the words with their role behind it, or before it where there is no room behind."""
    marks = "^" * length
    if indent + length + 1 + width(role) > room and indent > width(role):
        return [Segment(f"{role:>{indent - 1}} {marks}", Style.ROLE)]
    return [Segment(" " * indent + marks, Style.ROLE), Segment(f" {role}" if role else "", Style.ROLE)]


def _window(text: str, first: int, last: int, room: int, mark: int) -> tuple[int, int]:
    """Return the part of a line to show: all where it fits, else what surrounds the words, cut between words."""
    if width(text) <= room:
        return 0, len(text)
    spare = max(room - 2 * mark - width(text[first:last]), 0)
    begin, stop = first, last
    left = spare * 2 // 3  # what comes before tells more of what a figure is about
    while begin > 0 and left >= width(text[begin - 1]):
        begin -= 1
        left -= width(text[begin])
    right = spare - spare * 2 // 3 + left
    while stop < len(text) and right >= width(text[stop]):
        stop += 1
        right -= width(text[stop - 1])
    while begin > 0 and right >= width(text[begin - 1]):
        begin -= 1
        right -= width(text[begin])
    return _to_word_start(text, begin, first), _to_word_end(text, stop, last)


def _to_word_start(text: str, begin: int, first: int) -> int:
    if begin == 0:
        return 0
    space = text.find(" ", begin - 1, first)
    return space + 1 if 0 <= space < first else begin


def _to_word_end(text: str, stop: int, last: int) -> int:
    if stop == len(text):
        return stop
    space = text.rfind(" ", last, stop + 1)
    return space if space >= last else stop
