"""The order in which a page is read: full lines from the top, columns one after the other, tables row by row."""

from itertools import pairwise

from factlint.readers.pdf_page import Segment, bands, merged

_LEAST_LINES = 3  # of a column
_LEAST_LETTERS = 16  # of most lines of a column of prose
_GUTTER = 7.0  # points
_ONE_COLUMN = 0.62  # of the page's width: what is narrower may be the beginning of a column
_FILLED = 0.55  # of a column's width, by most of its lines


def rows_in_order(segments: list[Segment]) -> list[list[Segment]]:
    """Return the rows of a page in reading order; a row of several segments is one of a table."""
    ordered: list[list[Segment]] = []
    groups = bands(segments)
    at = 0
    while at < len(groups):
        end, gutter = _columns_from(groups, at)
        if gutter is None:
            ordered += _lines(groups[at])
            at += 1
            continue
        inside = [one for group in groups[at:end] for one in group]
        left = [one for one in inside if one.right <= gutter[0] + 0.1]
        right = [one for one in inside if one.left >= gutter[1] - 0.1]
        ordered += rows_in_order(left)
        ordered += rows_in_order(right)
        at = end
    return ordered


def _lines(segments: list[Segment]) -> list[list[Segment]]:
    """Return the lines of a band: segments at one height are one row."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (one.middle, one.left)):
        if rows and abs(segment.middle - rows[-1][0].middle) < 0.5 * max(segment.size, 4):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _columns_from(groups: list[list[Segment]], at: int) -> tuple[int, tuple[float, float] | None]:
    """Return where a stretch of bands ends that one gutter parts into columns of prose, and the gutter."""
    every = [one for group in groups for one in group]
    width = max(one.right for one in every) - min(one.left for one in every)
    if sum(one.letters >= _LEAST_LETTERS for group in groups[at:] for one in group) < _LEAST_LINES:
        return at + 1, None
    covered: list[tuple[float, float]] = []
    found: list[list[tuple[float, float]]] = []
    for end in range(at, len(groups)):
        covered = merged([*covered, *((one.left, one.right) for one in groups[end])])
        gaps = [(left[1], right[0]) for left, right in pairwise(covered) if right[0] - left[1] >= _GUTTER]
        if not gaps and covered[-1][1] - covered[0][0] > _ONE_COLUMN * width:
            break  # a line runs across
        found.append(gaps)
    for number in range(len(found) - 1, -1, -1):
        if found[number]:
            inside = [one for group in groups[at : at + number + 1] for one in group]
            prose = [gutter for gutter in found[number] if _is_prose(inside, gutter)]
            if prose:
                return at + number + 1, max(prose, key=lambda gutter: gutter[1] - gutter[0])
    return at + 1, None


def _is_prose(segments: list[Segment], gutter: tuple[float, float]) -> bool:
    """Say whether what stands on both sides of a gutter are lines of prose, not the cells of a table."""
    for side in (
        [one for one in segments if one.right <= gutter[0] + 0.1],
        [one for one in segments if one.left >= gutter[1] - 0.1],
    ):
        if len(side) < _LEAST_LINES:
            return False
        width = max(one.right for one in side) - min(one.left for one in side)
        filled = sum(1 for one in side if one.right - one.left >= _FILLED * width)
        long = sum(1 for one in side if one.letters >= _LEAST_LETTERS)
        if filled * 2 < len(side) or long * 2 < len(side) + len(side) % 2:
            return False
    return True
