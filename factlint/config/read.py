"""A configuration file, read strictly: what nobody asked for is a mistake, told with its line and the nearest name."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.acceptance.perfile import PerFile
from factlint.config.values import Config
from factlint.errors import DataError, UsageError

if TYPE_CHECKING:
    from factlint.knowledge.card import Card
    from factlint.knowledge.packs import Identity
    from factlint.knowledge.strict import Table
    from factlint.model.finding import Severity

OWN_FILE, SHARED_FILE = "factlint.toml", "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """Return the nearest configuration in a folder or above it: factlint.toml, else a pyproject.toml that speaks of us."""
    for place in (folder, *folder.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and "tool.factlint" in shared.read_text(encoding="utf-8", errors="replace"):
            return shared
    return None


def load_config(path: Path, cards: "Mapping[str, Card]") -> Config:
    """Read a configuration file; every mistake in it is told at once, with file and line."""
    from factlint.knowledge.strict import Collector, read_table

    if not path.is_file():
        raise UsageError(f"{path}: there is no such configuration file")
    mistakes = Collector()
    table = read_table(path, mistakes)
    if path.name == SHARED_FILE and not mistakes.errors:
        if "factlint" not in table.table("tool", {}).data:
            raise DataError(path, 0, "there is no table [tool.factlint] in this file")
        table = table.table("tool").table("factlint")
    config = _read(table, path, cards)
    mistakes.finish()
    return config


def _read(table: "Table", path: Path, cards: "Mapping[str, Card]") -> Config:
    from factlint.config.keys import KEYS

    folder = path.parent
    select, ignore, extend = (_rules(table, key, cards) for key in ("select", "ignore", "extend-select"))
    packs, facts = (_files(table, key, folder) for key in ("packs", "facts"))
    baseline = table.text("baseline", "")
    config = Config(
        select,
        ignore,
        extend,
        _severity(table.table("severity", {}), cards),
        packs,
        facts,
        path=path,
        per_file_ignores=_per_file(table.table("per-file-ignores", {}), cards),
        exclude=_patterns(table, "exclude"),
        force_exclude=table.boolean("force-exclude", False),
        languages=_words(table, "languages"),
        identities=_identities(table.table("identities", {})),
        baseline=folder / baseline if baseline else None,
        cross=_word(table, "cross"),
        min_confidence=_part(table, "min-confidence"),
        min_severity=_word(table, "min-severity"),
        fail_on=_word(table, "fail-on"),
        given=frozenset(key.name for key in KEYS if table.has(key.name)),
    )
    table.close()
    return config


def _rules(table: "Table", key: str, cards: "Mapping[str, Card]") -> tuple[str, ...]:
    """Return names, codes and prefixes of rules; each that means none is a mistake."""
    from factlint.checks.select import complaint_about

    words = table.texts(key, ())
    for word in words:
        if complaint := complaint_about(word, cards):
            table.wrong(key, complaint)
    return words


def _severity(levels: "Table", cards: "Mapping[str, Card]") -> "dict[str, Severity]":
    from factlint.checks.select import find_card
    from factlint.model.finding import Severity

    severity: dict[str, Severity] = {}
    for word in levels.keys():  # noqa: SIM118 -- a Table is no dictionary
        level = levels.choice(word, Severity)
        try:
            severity[find_card(cards, word).code] = level
        except UsageError as error:
            levels.wrong(word, str(error))
    return severity


def _per_file(table: "Table", cards: "Mapping[str, Card]") -> tuple[PerFile, ...]:
    found = []
    for pattern in table.keys():  # noqa: SIM118 -- a Table is no dictionary
        _complain_of_pattern(table, pattern, pattern)
        found.append(PerFile(pattern, _rules(table, pattern, cards), table.line(pattern)))
    return tuple(found)


def _patterns(table: "Table", key: str) -> tuple[str, ...]:
    patterns = table.texts(key, ())
    for pattern in patterns:
        _complain_of_pattern(table, key, pattern)
    return patterns


def _complain_of_pattern(table: "Table", key: str, pattern: str) -> None:
    from pathspec import GitIgnoreSpec

    if not pattern.strip("! "):
        table.wrong(key, "a pattern of files is empty", 'as in .gitignore: "drafts/", "*.old.txt"')
        return
    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        table.wrong(key, f"{pattern!r} is no pattern of files", 'as in .gitignore: "drafts/", "*.old.txt"')


def _files(table: "Table", key: str, folder: Path) -> tuple[Path, ...]:
    """Return files that are named from the configuration's folder; one that is not there is a mistake."""
    files = tuple(folder / name for name in table.texts(key, ()))
    for file in files:
        if not file.is_file():
            table.wrong(key, f"{file}: there is no such file")
    return files


def _identities(table: "Table") -> "tuple[Identity, ...]":
    """Read equations as the ones of a pack are read."""
    from factlint.knowledge.packs import read_identity

    found = []
    for name in table.keys():  # noqa: SIM118 -- a Table is no dictionary
        if not (equation := table.text(name)):
            continue
        identity = read_identity(table.stand_in(name, {"name": name, "equation": equation}))
        if identity is not None:
            found.append(identity)
    return tuple(found)


def _word(table: "Table", key: str) -> str | None:
    """Return one of the words of a key, None where it is not given."""
    word = table.text(key, "")
    if not table.has(key):
        return None
    from factlint.config.keys import key_called

    choices = key_called(key).choices
    if word not in choices:
        table.wrong(key, f"{key!r} is {word!r}", _meant(word, choices))
        return None
    return word


def _words(table: "Table", key: str) -> tuple[str, ...]:
    """Return some of the words of a key, by default all that there are."""
    from factlint.config.keys import key_called

    choices = key_called(key).choices
    words = table.texts(key, choices)
    for word in words:
        if word not in choices:
            table.wrong(key, f"{key!r} holds {word!r}", _meant(word, choices))
    return words


def _meant(word: str, choices: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(choices), n=1)
    return (f"did you mean {near[0]!r}? " if near else "") + "it is one of " + ", ".join(choices)


def _part(table: "Table", key: str) -> float | None:
    """Return a number from 0 to 1, None where it is not given."""
    number = table.number(key, 0)
    if not table.has(key):
        return None
    if not 0 <= number <= 1:
        table.wrong(key, f"{key!r} is {number}", "a number from 0 to 1")
    return float(number)
