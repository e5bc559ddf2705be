"""A user's own facts: what a measure came to, of whom, when, and who says so."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from factlint.knowledge.strict import Collector, Table, read_table
from factlint.model.period import Basis, Grain, Period
from factlint.model.quantity import Quantity
from factlint.model.record import dataclass
from factlint.model.span import Span

COLUMNS = ("measure", "subject", "period", "value", "unit", "source", "date")
"""What is told of a fact, in the order in which it is written."""
_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|([QH])([1-4])))?")


@dataclass(slots=True, frozen=True)
class Entry:
    """A fact as it is written: the value as digits or words ("2.64 million"), the period as "2023-03"."""

    measure: str
    value: str
    unit: str
    subject: str
    period: str
    source: str
    date: date
    path: str
    line: int


@dataclass(slots=True, frozen=True)
class Fact:
    """A fact that texts can be checked against: its words as stems, its value as a quantity."""

    entry: Entry
    quantity: Quantity
    words: frozenset[str]
    subject: frozenset[str]
    period: Period | None

    @property
    def told(self) -> str:
        """Who says so, when, and where that is written: "the port office, 2024-05-02 (facts.toml:3)"."""
        return f"{self.entry.source}, {self.entry.date.isoformat()} ({Path(self.entry.path).name}:{self.entry.line})"


def load_facts(paths: Iterable[Path]) -> tuple[Entry, ...]:
    """Read facts files, TOML or CSV by their names; raises DataError where one is malformed."""
    mistakes = Collector()
    entries: list[Entry] = []
    for path in paths:
        if path.suffix.lower() == ".csv":
            tables = _csv_rows(path, mistakes)
        else:
            table = read_table(path, mistakes)
            tables = table.tables("fact", ())
            table.tables("example", ())  # for `factlint rule --test`
            table.close()
        entries += [entry for inner in tables if (entry := read_fact(inner)) is not None]
    mistakes.finish()
    return tuple(entries)


def _csv_rows(path: Path, mistakes: Collector) -> list[Table]:
    """Return the rows of a CSV file as tables: the first row names the columns, an empty cell is no key."""
    import csv

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        mistakes.add(path, 0, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        return []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if _uses_semicolons(text) else ",", strict=True)
    tables: list[Table] = []
    names: list[str] = []
    line = 0
    try:
        for cells in reader:
            start, line = line + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = [cell.strip().lower() for cell in cells]
                continue
            if len(cells) > len(names):
                mistakes.add(
                    path,
                    start,
                    f"there are {len(cells)} cells under {len(names)} names",
                    "quote a cell that holds a comma",
                )
                continue
            given = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
            tables.append(Table(_with_day(given), path, {(): start}, mistakes))
    except csv.Error as error:
        mistakes.add(path, reader.line_num, f"this is no CSV: {error}")
    if not names:
        mistakes.add(path, 0, "the file is empty", f"its first row names the columns: {', '.join(COLUMNS)}")
    return tables


def _uses_semicolons(text: str) -> bool:
    """Say whether cells are parted as spreadsheets do it where a comma is the decimal point."""
    first = text.partition("\n")[0]
    return ";" in first and "," not in first


def _with_day(given: dict[str, str]) -> dict[str, object]:
    """Return the cells of a row, with the day as a day where it is one."""
    try:
        return {**given, "date": date.fromisoformat(given["date"])}
    except (KeyError, ValueError):
        return dict(given)


def read_fact(table: Table) -> Entry | None:
    """Read one [[fact]]; None where a mistake was noted."""
    measure, source = table.text("measure"), table.text("source")
    unit, subject, day = table.text("unit", ""), table.text("subject", ""), table.day("date")
    value, period = _written(table, "value", ...), _written(table, "period", "")
    if period and period_of(period) is None:
        table.wrong("period", f"{period!r} is no period", "2023, 2023-03, 2023-03-31, 2023-Q1 or 2023-H1")
    table.close()
    if day is None:
        return None
    return Entry(measure, value, unit, subject, period, source, day, str(table.path), table.line())


def _written(table: Table, key: str, default: object) -> str:
    """Return a text, a number or a day as it is written."""
    found = table.data.get(key)
    if isinstance(found, bool) or not isinstance(found, (int, Decimal, date)):
        return table.text(key, default)
    if isinstance(found, date):
        day = table.day(key)
        return day.isoformat() if day is not None else ""
    table.number(key)
    return str(found)


def period_of(written: str) -> Period | None:
    """Return the period that "2023", "2023-03", "2023-Q1", "2023-H1" or "2023-03-31" names, None where it names none."""
    found = _PERIOD.fullmatch(written)
    if found is None:
        return None
    year, month, day, part, number = found.groups()
    try:
        if day:
            at = date(int(year), int(month), int(day))
            return Period(Span(0, 0), written, at, at, Grain.DAY, Basis.AS_OF, has_year=True)
        months = {"Q": 3, "H": 6}[part] if part else 1 if month else 12
        first = (int(number) - 1) * months + 1 if part else int(month or 1)
        grain = {1: Grain.MONTH, 3: Grain.QUARTER, 6: Grain.HALF, 12: Grain.YEAR}[months]
        start = date(int(year), first, 1)
        last = first + months - 1
        end = date(int(year), last, 1) + timedelta(days=monthrange(int(year), last)[1] - 1)
    except ValueError:
        return None
    return Period(Span(0, 0), written, start, end, grain, has_year=True)


def written_period(start: date, end: date) -> str:
    """Return the shortest form that ``period_of`` reads as these days: "2023", "2023-Q1", "2023-03"; nothing for others."""
    year = start.year
    months = (start.month - 1) // 3 + 1, (start.month - 1) // 6 + 1
    forms = (f"{year}", f"{year}-H{months[1]}", f"{year}-Q{months[0]}", f"{year}-{start.month:02}", start.isoformat())
    for form in forms:
        period = period_of(form)
        if period is not None and (period.start, period.end) == (start, end):
            return form
    return ""
