"""Plausible ranges: what a measure of a user's field can come to, as a pack says it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.knowledge.strict import Collector, Table
from factlint.model.interval import Interval, Rational
from factlint.model.quantity import COUNT, Unit
from factlint.model.record import dataclass

if TYPE_CHECKING:
    from factlint.knowledge.grammar import Grammar
    from factlint.knowledge.lexicon import Lexicon


@dataclass(slots=True, frozen=True)
class RangeEntry:
    """A [[range]] as it is written; one of its ends may be missing."""

    measure: str
    unit: str
    low: Rational | None
    high: Rational | None
    path: str
    line: int
    unit_line: int


@dataclass(slots=True, frozen=True)
class PlausibleRange:
    """A range that claims can be held against: the measure's words as stems, the unit, and the values it can have."""

    entry: RangeEntry
    words: frozenset[str]
    unit: Unit
    values: Interval

    @property
    def told(self) -> str:
        """Where that is written: "rail.toml:12"."""
        name = Path(self.entry.path).name
        return f"{name}:{self.entry.line}" if self.entry.line else name


def read_range(table: Table) -> RangeEntry:
    """Read one [[range]]: measure, unit, and low or high or both."""
    measure, unit = table.text("measure"), table.text("unit", "")
    low = table.number("low") if table.has("low") else None
    high = table.number("high") if table.has("high") else None
    if low is None and high is None:
        table.wrong(None, "the range has no end", "low = 0, high = 30")
    elif low is not None and high is not None and low > high:
        table.wrong("low", "'low' lies above 'high'", "turn the two round")
    table.close()
    return RangeEntry(measure, unit, low, high, str(table.path), table.line(), table.line("unit"))


def settle_ranges(entries: Iterable[RangeEntry], lexicon: "Lexicon", grammar: "Grammar") -> tuple[PlausibleRange, ...]:
    """Return the ranges with their units; a unit or measure that is not known is an error at its line."""
    mistakes = Collector()
    found: list[PlausibleRange] = []
    for entry in entries:
        unit = unit_named(entry.unit, lexicon)
        words = frozenset(stem for word in entry.measure.lower().split() for stem in grammar.content(word))
        if unit is None:
            mistakes.add(
                entry.path, entry.unit_line, f"{entry.unit!r} is no unit that is known", "percent, CNY, hectare"
            )
        elif not words:
            mistakes.add(entry.path, entry.line, f"{entry.measure!r} names nothing that is measured", "vacancy rate")
        else:
            found.append(PlausibleRange(entry, words, unit, Interval(entry.low, entry.high)))
    mistakes.finish()
    return tuple(found)


def unit_named(name: str, lexicon: "Lexicon") -> Unit | None:
    """Return the unit of a name, symbol or code as a text would write it: percent, km, CNY; none for a bare count."""
    if not name:
        return COUNT
    name = name.replace("°", "degree ")
    if name in lexicon.signs:
        return lexicon.signs[name]
    for words, table in ((name.split(), lexicon.symbols), (name.lower().split(), lexicon.names)):
        for rest, unit in table.get(words[0], ()):
            if tuple(rest) == tuple(words[1:]):
                return unit
    return None
