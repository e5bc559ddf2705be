"""Claims for people: a table of what was read, cut to the width of the terminal."""

from collections.abc import Sequence

from factlint.reporters.claim_rows import Row
from factlint.reporters.segments import clean, width

_HEADER = ("line", "text", "kind", "value", "unit", "measure", "period")
_SHARES = {"line": 8, "text": 18, "kind": 8, "value": 18, "unit": 11, "measure": 16, "period": 9}  # in hundredths
_GREEDY = ("value", "text", "measure", "unit", "period")  # who gets what is left
_SIGNS = {"more_than": "> ", "at_least": ">= ", "less_than": "< ", "at_most": "<= ", "approx": "~ "}


def render_table(rows: Sequence[Row], columns: int) -> str:
    """Return a table of claims, the paths as headings where there are several."""
    cells = [_cells(row) for row in rows]
    widths = _widths(cells, columns)
    several = len({row["path"] for row in rows}) > 1
    lines = [_line(_HEADER, widths)]
    path = None
    for row, line in zip(rows, cells, strict=True):
        if several and row["path"] != path:
            path = row["path"]
            lines += ["", clean(str(path))]
        lines.append(_line(line, widths))
    files = len({row["path"] for row in rows})
    closing = f"{len(rows):,} claim{'' if len(rows) == 1 else 's'}" + (f" in {files:,} files" if several else "")
    return "\n".join((*lines, "", closing)) if rows else "no claims"


def _cells(row: Row) -> tuple[str, ...]:
    period, unit = row["period"], row["unit"] or row["counted"]
    about = period["text"] if isinstance(period, dict) else ""
    measure = " / ".join(str(row[key]) for key in ("measure", "subject") if row[key])
    texts = (str(row["line"]), row["text"], row["kind"], _value(row), unit, measure, about)
    return tuple(clean(" ".join(str(text).split())) for text in texts)


def _value(row: Row) -> str:
    if row["value"] is None:
        return f"{_grouped(row['low'])} to {_grouped(row['high'])}" if row["low"] is not None else ""
    sign = "-" if row["direction"] == "down" else "+" if row["direction"] == "up" else ""
    return f"{_SIGNS.get(str(row['bound']), '')}{sign}{_grouped(row['value'])}"


def _grouped(value: object) -> str:
    whole, point, part = str(value).partition(".")
    return f"{int(whole):,}{point}{part}" if whole != "-0" else f"{whole}{point}{part}"


def _widths(cells: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Return the width of each column: what it wants where all fits, else its share first and then what is left."""
    wanted = [max(width(line[at]) for line in (_HEADER, *cells)) for at in range(len(_HEADER))]
    given = [min(want, _SHARES[name] * columns // 100) for name, want in zip(_HEADER, wanted, strict=True)]
    left = columns - sum(given) - 2 * (len(_HEADER) - 1)
    for name in _GREEDY:
        at = _HEADER.index(name)
        more = max(min(wanted[at] - given[at], left), 0)
        given[at] += more
        left -= more
    return given


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for name, cell, room in zip(_HEADER, cells, widths, strict=True):
        shown = cell if width(cell) <= room else _cut(cell, room)
        space = " " * (room - width(shown))
        padded.append(space + shown if name in ("line", "value") else shown + space)
    return "  ".join(padded).rstrip()


def _cut(text: str, room: int) -> str:
    kept = ""
    for letter in text:
        if width(kept + letter) > room - 2:
            break
        kept += letter
    return kept + ".."
