"""TOML read strictly: a key that nobody asked for, or a value of another type, is an error with file and line.

``tomllib`` keeps no positions, so the line of a key is searched for in the text. Decimals stay exact: 2.640 is a
Decimal, never a float. All mistakes of a load are collected and raised at once.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factlint.errors import DataError, DataErrors
from factlint.model.interval import Rational, tidy

if TYPE_CHECKING:
    from decimal import Decimal

Choice = TypeVar("Choice", bound=StrEnum)
Place = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")
_PARSE_ERROR_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class Collector:
    """The mistakes of one load, over as many files as it reads."""

    def __init__(self) -> None:
        self.errors: list[DataError] = []

    def add(self, path: Path | str, line: int, message: str, hint: str = "") -> None:
        """Note a mistake and go on."""
        self.errors.append(DataError(path, line, message, hint))

    def finish(self) -> None:
        """Raise what was collected: the error itself where there is one only."""
        if len(self.errors) == 1:
            raise self.errors[0]
        if self.errors:
            raise DataErrors(self.errors)


class Table:
    """A TOML table that is read key by key; ``close`` complains of every key that was not asked for.

    A method returns an empty value where it noted a mistake, so that one load tells all mistakes of a file.
    """

    def __init__(self, data: Mapping[str, object], path: Path | str, lines: dict[Place, int], mistakes: Collector,
                 place: Place = ()) -> None:  # fmt: skip
        self.data = data
        self.path = path
        self.place = place
        self._lines = lines
        self._mistakes = mistakes
        self._asked: set[str] = set()

    def line(self, key: str | None = None) -> int:
        """Return the line of a key, or of the table itself; 0 where it was not found."""
        if key is not None and (*self.place, key) in self._lines:
            return self._lines[*self.place, key]
        return self._lines.get(self.place, 1 if not self.place else 0)

    def wrong(self, key: str | None, message: str, hint: str = "") -> None:
        """Note a mistake at the line of a key, or of the table."""
        self._mistakes.add(self.path, self.line(key), message, hint)

    def _value(self, key: str, kinds: tuple[type, ...], called: str, default: object) -> object:
        self._asked.add(key)
        if key not in self.data:
            if default is ...:
                self.wrong(None, f"{key!r} is missing", f"it is {called}")
                return None
            return default
        value = self.data[key]
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            self.wrong(key, f"{key!r} must be {called}")
            return None
        return value

    def has(self, key: str) -> bool:
        """Say whether the key stands in the table."""
        return key in self.data

    def text(self, key: str, default: object = ...) -> str:
        """Return a text; blank is a mistake where it is required."""
        value = self._value(key, (str,), "a text in quotes", default)
        if default is ... and value is not None and not str(value).strip():
            self.wrong(key, f"{key!r} is empty")
        return "" if value is None else str(value)

    def texts(self, key: str, default: object = ...) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._value(key, (list, tuple), "a list of texts", default)
        if value is None:
            return ()
        assert isinstance(value, (list, tuple))
        if not all(isinstance(item, str) for item in value):
            self.wrong(key, f"{key!r} must be a list of texts")
            return ()
        return tuple(value)

    def number(self, key: str, default: object = ...) -> Rational:
        """Return an exact number, an int where it is whole."""
        from decimal import Decimal

        value = self._value(key, (int, Decimal, Fraction), "a number", default)
        if value is None:
            return 0
        assert isinstance(value, (int, Decimal, Fraction))
        return exact(value)

    def integer(self, key: str, default: object = ...) -> int:
        """Return a whole number."""
        value = self._value(key, (int,), "a whole number", default)
        return value if isinstance(value, int) else 0

    def boolean(self, key: str, default: object = ...) -> bool:
        """Return true or false."""
        return bool(self._value(key, (bool,), "true or false", default))

    def day(self, key: str, default: object = ...) -> date | None:
        """Return a day, written without quotes: 2023-04-20."""
        value = self._value(key, (date,), "a day without quotes: 2023-04-20", default)
        return value if isinstance(value, date) and not isinstance(value, datetime) else None

    def choice(self, key: str, of: type[Choice], default: object = ...) -> Choice:
        """Return one of a fixed set of words, or its first one where a mistake was noted."""
        options = list(of)
        value = self._value(key, (str,), "one of " + ", ".join(options), default)
        if value is None:
            return options[0]
        if value not in options:
            self.wrong(key, f"{key!r} is {value!r}", "it is one of " + ", ".join(options))
            return options[0]
        return of(str(value))

    def mapping(self, key: str, default: object = ...) -> Mapping[str, object]:
        """Return a table as it stands, its keys unchecked."""
        value = self._value(key, (dict,), "a table", default)
        return value if isinstance(value, dict) else {}

    def table(self, key: str, default: object = ...) -> "Table":
        """Return a table inside this one."""
        return self._inner(self.mapping(key, default), (*self.place, key))

    def tables(self, key: str, default: object = ...) -> list["Table"]:
        """Return the tables of an array of tables."""
        value = self._value(key, (list, tuple), "a list of tables", default)
        if value is None:
            return []
        assert isinstance(value, (list, tuple))
        if not all(isinstance(item, dict) for item in value):
            self.wrong(key, f"{key!r} must be a list of tables")
            return []
        return [self._inner(item, (*self.place, key, number)) for number, item in enumerate(value)]

    def stand_in(self, key: str, data: Mapping[str, object]) -> "Table":
        """Return a table that tells in full what a key tells in short; its mistakes are told at the key's line."""
        return Table(data, self.path, {(): self.line(key)}, self._mistakes)

    def keys(self) -> list[str]:
        """Return all keys as they stand and count them as asked for: tables whose keys are words of the language."""
        self._asked.update(self.data)
        return list(self.data)

    def close(self) -> None:
        """Complain of every key that was not asked for."""
        for key in self.data:
            if key not in self._asked:
                known = sorted(self._asked)
                from difflib import get_close_matches

                near = get_close_matches(key, known, n=1)
                meant = f"did you mean {near[0]!r}? " if near else ""
                self.wrong(key, f"{key!r} is unknown here", f"{meant}known are {', '.join(known)}")

    def _inner(self, data: Mapping[str, object], place: Place) -> "Table":
        return Table(data, self.path, self._lines, self._mistakes, place)


def read_table(path: Path, mistakes: Collector, *, text: str | None = None) -> Table:
    """Read a TOML file, or the given text as if it stood in that file."""
    if path.suffix != ".toml":
        mistakes.add(path, 0, "the name does not end in .toml", "rename it or move it elsewhere")
        return Table({}, path, {}, mistakes)
    # Only here: most runs find what an earlier one made of these files.
    import tomllib
    from decimal import Decimal

    try:
        source = path.read_text(encoding="utf-8") if text is None else text
        data = tomllib.loads(source, parse_float=Decimal)
    except (OSError, UnicodeDecodeError) as error:
        mistakes.add(path, 0, f"cannot be read: {error}")
    except tomllib.TOMLDecodeError as error:
        found = _PARSE_ERROR_LINE.search(str(error))
        line = int(found[1]) if found and found[1] else source.rstrip().count("\n") + 1
        mistakes.add(path, line, _PARSE_ERROR_LINE.sub("", str(error)))
    else:
        return Table(data, path, _Lines(source), mistakes)
    return Table({}, path, {}, mistakes)


def toml_files(folder: Path, mistakes: Collector) -> list[Path]:
    """Return the TOML files of a folder by name; any other visible file there is a mistake."""
    files = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "__")) and path.is_file())
    for path in files:
        if path.suffix != ".toml" and path.name != "README.md":
            mistakes.add(path, 0, "the name does not end in .toml", "rename it or move it elsewhere")
    return [path for path in files if path.suffix == ".toml"]


def exact(value: "int | Decimal | Fraction") -> Rational:
    """Return a number of a data file as an exact rational, an int where it is whole."""
    return value if isinstance(value, int) else tidy(Fraction(value))


class _Lines(dict[Place, int]):
    """The line of each key and table; the text is searched on the first question only, for most loads ask none."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source: str | None = source

    def _search(self) -> None:
        if self._source is not None:
            source, self._source = self._source, None
            self.update(_find_lines(source))

    def __contains__(self, place: object) -> bool:
        self._search()
        return super().__contains__(place)

    def get(self, place: Place, default: int = 0) -> int:  # type: ignore[override]
        """Return the line of a place."""
        self._search()
        return self[place] if super().__contains__(place) else default


def _find_lines(source: str) -> dict[Place, int]:
    """Return the line, from 1, of every header and key; what stands inside a long text is skipped."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    quote = ""
    for number, line in enumerate(source.split("\n"), 1):
        if quote:
            quote = "" if line.count(quote) % 2 else quote
            continue
        if header := _HEADER.match(line):
            name: Place = tuple(part.strip(" \"'") for part in header[2].split("."))
            if header[1] == "[[":
                at = counts[name] = counts.get(name, -1) + 1
                name = (*name, at)
            elif len(name) > 1 and name[:-1] in counts:  # [example.part] belongs to the latest [[example]]
                name = (*name[:-1], counts[name[:-1]], name[-1])
            table = name
            lines[table] = number
        elif key := _KEY.match(line):
            quoted = key[1][0] in "\"'"
            parts = [key[1].strip("\"'")] if quoted else key[1].split(".")  # severity.FL101 = "info"
            for end in range(1, len(parts) + 1):
                lines.setdefault((*table, *parts[:end]), number)
        for mark in ('"""', "'''"):
            if line.count(mark) % 2:
                quote = mark
    return lines
