"""The words of Chinese figures: rules/languages/zh.toml as look-up tables."""

from functools import lru_cache

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.strict import Collector, Table, read_table
from factlint.model.record import dataclass

Words = tuple[tuple[str, str], ...]
"""Pairs of a word and what it means, the longest word first."""


@dataclass(slots=True, frozen=True)
class Chinese:
    """What the reader of Chinese figures knows."""

    digits: dict[str, int]
    small_scales: dict[str, int]
    indefinite: frozenset[str]
    ranks: tuple[str, ...]  # behind a scale alone: 百万量级
    minus: tuple[str, ...]
    before: Words  # word -> bound
    after: Words
    units: Words  # word -> canonical unit, currencies among them
    currencies: frozenset[str]
    measures: Words
    naming: frozenset[str]
    change: Words  # word -> up, down or loose
    change_nouns: Words  # behind a figure: 4.9%的增长
    between: Words
    governing: Words  # verbs with an object before their figure
    comparison: Words
    names: Words
    traditional: dict[int, str]
    listed: dict[str, tuple[str, ...]]  # lists of words by "table.key", the longest word first
    paired: dict[str, dict[str, str]]  # the same for lists of word=meaning


def _pairs(table: Table, *keys: str) -> Words:
    found = [(word, key) for key in keys for word in table.text(key).split()]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _numbers(text: str) -> dict[str, int]:
    return {word[0]: int(word[1:]) for word in text.split()}


@lru_cache(maxsize=1)
def load_chinese() -> Chinese:
    """Read rules/languages/zh.toml; raises DataError where it is missing or malformed."""
    mistakes = Collector()
    root = read_table(rules_folder() / "languages" / "zh.toml", mistakes)
    numerals, bounds = root.table("numerals"), root.table("bounds")
    currencies = root.table("currencies")
    codes = tuple(currencies.keys())
    units, change = root.table("units"), root.table("change")
    comparison, measures = root.table("comparison"), root.table("measures")
    both = _pairs(units, *units.keys()) + _pairs(currencies, *codes)
    known = Chinese(
        digits=_numbers(numerals.text("digits")),
        small_scales=_numbers(numerals.text("small_scales")),
        indefinite=frozenset(numerals.text("indefinite").split()),
        ranks=tuple(numerals.text("ranks").split()),
        minus=tuple(numerals.text("minus").split()),
        before=_pairs(
            bounds.table("before"), "more_than", "at_least", "less_than", "at_most", "nearly", "approx", "exact"
        ),
        after=_pairs(bounds.table("after"), "more_than", "at_least", "at_most", "approx", "within"),
        units=tuple(sorted(both, key=lambda pair: (-len(pair[0]), pair))),
        currencies=frozenset(codes),
        measures=_pairs(measures, "words"),
        naming=frozenset(measures.text("naming").split()),
        change=_pairs(change, "up", "down", "loose"),
        change_nouns=_pairs(change.table("nouns"), "up", "down"),
        between=_pairs(change, "between"),
        governing=_pairs(change.table("governing"), "up", "down"),
        comparison=_pairs(comparison, "yoy", "mom", "qoq", "prior"),
        names=_pairs(root.table("names"), "words"),
        traditional={ord(pair[0]): pair[1] for pair in root.table("traditional").text("pairs").split()},
        listed={},
        paired={},
    )
    _take_lists(root, known)
    mistakes.finish()
    return known


def _take_lists(root: Table, known: Chinese) -> None:
    """Read the words by which a text is checked by itself."""
    for name in ("naming", "modality", "sums", "dates", "tables"):
        table = root.table(name)
        for key in table.keys():  # noqa: SIM118 -- a Table is no dictionary
            listed = sorted(set(table.text(key).split()), key=lambda word: (-len(word), word))
            known.listed[f"{name}.{key}"] = tuple(listed)
            known.paired[f"{name}.{key}"] = {
                word: meaning for word, equals, meaning in (pair.partition("=") for pair in listed) if equals
            }


def first_of(words: Words, text: str, at: int) -> tuple[str, str] | None:
    """Return the longest word that begins at a place, with its meaning."""
    return next((pair for pair in words if text.startswith(pair[0], at)), None)


def last_of(words: Words, text: str, end: int, floor: int = 0) -> tuple[str, str] | None:
    """Return the longest word that ends at a place, with its meaning."""
    return next((pair for pair in words if end - len(pair[0]) >= floor and text.endswith(pair[0], 0, end)), None)
