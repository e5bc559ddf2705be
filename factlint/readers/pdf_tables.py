"""Tables on a page: rows of several segments below one another, drawn together to columns."""

from factlint.model.record import dataclass
from factlint.readers.extract import GridCell
from factlint.readers.pdf_page import Segment, Word

_LEAST_ROWS = 2
_FARTHEST = 2.6  # of the size of the letters, between two rows


@dataclass(slots=True)
class FoundTable:
    """The cells of a table, and the row of the page that follows it."""

    rows: list[list[GridCell]]
    words: list[list[list[Word]]]
    end: int


def table_at(rows: list[list[Segment]], at: int) -> FoundTable | None:
    """Return the table that begins with this row of a page, where one does."""
    if len(rows[at]) < 2:
        return None
    end = at + 1
    full = 1
    while end < len(rows) and _is_near(rows[end - 1], rows[end]):
        if len(rows[end]) >= 2:
            full += 1
        elif end + 1 >= len(rows) or len(rows[end + 1]) < 2 or len(rows[end][0].text) > 60:
            break
        end += 1
    inside = rows[at:end]
    figures = sum(1 for row in inside for one in row[1:] if any(map(str.isdigit, one.text)))
    if full < _LEAST_ROWS or figures < 2:
        return None
    columns = _columns(inside)
    if len(columns) < 2:
        return None
    cells: list[list[GridCell]] = []
    words: list[list[list[Word]]] = []
    for row in inside:
        placed: dict[int, list[Segment]] = {}
        spans: dict[int, int] = {}
        for segment in row:
            first, last = _placed(segment, columns)
            placed.setdefault(first, []).append(segment)
            spans[first] = last - first + 1
        line = [
            GridCell(" ".join(one.text for one in segments), column, False, spans[column])
            for column, segments in sorted(placed.items())
        ]
        cells.append(line)
        words.append([[word for one in placed[column] for word in one.words] for column in sorted(placed)])
    return FoundTable(cells, words, end)


def _is_near(a: list[Segment], b: list[Segment]) -> bool:
    gap = min(one.top for one in b) - max(one.bottom for one in a)
    return -1 <= gap <= _FARTHEST * max(a[0].size, b[0].size, 4)


def _columns(rows: list[list[Segment]]) -> list[tuple[float, float]]:
    """Return the columns as stretches from left to right, drawn from the rows that have most segments."""
    most = max(len(row) for row in rows)
    spans = sorted((one.left, one.right) for row in rows if len(row) == most for one in row)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns if len(columns) == most else []


def _placed(segment: Segment, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """Return the first and last column that a segment stands in; one beside all stands in the nearest."""
    touched = [
        at for at, (left, right) in enumerate(columns) if min(segment.right, right) - max(segment.left, left) > 0.5
    ]
    if touched:
        return touched[0], touched[-1]
    middle = (segment.left + segment.right) / 2
    nearest = min(range(len(columns)), key=lambda at: abs((columns[at][0] + columns[at][1]) / 2 - middle))
    return nearest, nearest
