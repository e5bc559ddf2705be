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
    """Read facts files; raises DataError where one is malformed."""
    mistakes = Collector()
    entries: list[Entry] = []
    for path in paths:
        table = read_table(path, mistakes)
        entries += [entry for inner in table.tables("fact", ()) if (entry := read_fact(inner)) is not None]
        table.tables("example", ())  # for `factlint rule --test`
        table.close()
    mistakes.finish()
    return tuple(entries)


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
