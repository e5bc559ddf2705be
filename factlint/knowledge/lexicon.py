"""The words of numbers, units, money, bounds and time: rules/lexicon/ as look-up tables.

A :class:`Lexicon` is a value that is passed around. Sets and dictionaries only: no pattern of a thousand words.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import cast

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.strict import Collector, Table, read_table
from factlint.knowledge.units import Outside, Phrases, put, read_currencies, read_outside, read_units, words_of
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import Unit
from factlint.model.record import dataclass, field

_FILES = ("numerals", "units", "currencies", "bounds", "periods", "names", "counted", "cues")


@dataclass(slots=True, frozen=True)
class Numbers:
    """Words that are numbers or make them, in lower case but for those that touch digits."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    glued: dict[str, int]
    groups: dict[str, int]
    indefinite: dict[str, tuple[int, int]]
    digits: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    multiples: dict[str, Rational]
    minus: frozenset[str]
    folds: frozenset[str]
    idioms: frozenset[str]
    not_after_one: frozenset[str]
    not_before_one: frozenset[str]
    not_before_zero: frozenset[str]
    after_double: frozenset[str]


@dataclass(slots=True, frozen=True)
class Bounds:
    """Words that bound a figure. ``before`` and ``verbs`` are keyed by their last word and read leftwards."""

    before: Phrases[str]
    after: Phrases[str]
    verbs: Phrases[str]
    fillers: frozenset[str]
    marks: frozenset[str]
    need_mark: frozenset[str]
    movers: frozenset[str]
    spreads: frozenset[str]
    slack: dict[str, Fraction]


@dataclass(slots=True, frozen=True)
class Times:
    """Words of time; ``classes`` gives each the one character that the grammar's patterns know it by."""

    months: dict[str, int]
    weekdays: dict[str, int]
    grains: dict[str, str]
    seasons: dict[str, int]
    deixis: dict[str, str]
    parts: dict[str, str]
    relative: dict[str, int]
    repeated: dict[str, str]
    running: dict[str, str]
    decades: dict[str, int]
    plans: dict[str, tuple[int, int, int]]
    classes: dict[str, str]


@dataclass(slots=True, frozen=True)
class Names:
    """Words by which a number is known to name something."""

    labels: frozenset[str]
    streets: frozenset[str]
    heads: frozenset[str]
    ordinals: frozenset[str]
    free: frozenset[str]
    scores: frozenset[str]
    catchwords: frozenset[str]


@dataclass(slots=True, frozen=True)
class Nouns:
    """Where the noun phrase behind a bare count ends."""

    plural: frozenset[str]
    not_plural: frozenset[str]
    stop: frozenset[str]
    inside: frozenset[str]


@dataclass(slots=True, frozen=True)
class Lexicon:
    """All word tables that reading numbers needs."""

    numbers: Numbers
    symbols: Phrases[Unit]  # units as written: km, °C, US$
    names: Phrases[Unit]  # units in lower case: kilometers, percentage points
    signs: dict[str, Unit]  # what stands before the figure, as written: $, US$, RM
    context: dict[str, dict[str, tuple[str, ...]]]  # a shared sign -> the code that some words of a text settle it for
    tails: frozenset[str]  # letters that may touch digits and are no part of a name: 200lbs, 1.2bn, 3pm
    bounds: Bounds
    times: Times
    labels: Names
    nouns: Nouns
    cues: dict[str, frozenset[str]]  # small lists that tell two readings apart, by name
    outside: Outside  # units that only pint knows
    anchors: frozenset[str]  # a sentence without a digit and without one of these holds nothing to read
    memory: dict[str, object] = field(default_factory=dict)  # what a stage derives from the tables, once


def load_lexicon() -> Lexicon:
    """Read rules/lexicon/; mistakes in it are raised all at once, with file and line."""
    mistakes = Collector()
    folder = rules_folder() / "lexicon"
    tables = {name: read_table(folder / f"{name}.toml", mistakes) for name in _FILES}
    numbers = _numbers(tables["numerals"])
    symbols, names = read_units(tables["units"])
    signs, context = read_currencies(tables["currencies"], symbols, names)
    bounds = _bounds(tables["bounds"])
    times = _times(tables["periods"])
    before, after, prefixes = (tables["names"].table(key) for key in ("before", "after", "prefixes"))
    labels = Names(
        _set(before, "labels"),
        _set(before, "streets"),
        _set(after, "heads"),
        _set(after, "ordinals"),
        _set(prefixes, "free"),
        _set(tables["names"].table("scores"), "words"),
        _set(after, "catchwords"),
    )
    nouns = tables["counted"].table("nouns")
    counted = Nouns(*(_set(nouns, key) for key in ("plural", "not_plural", "stop", "inside")))
    small = tables["cues"].table("cues")
    cues = {name: _set(small, name) for name in small.keys()}  # noqa: SIM118
    mistakes.finish()
    tails = {*numbers.glued, *numbers.scales, *symbols, *names, "am", "pm", "x"}
    return Lexicon(
        numbers,
        symbols,
        names,
        signs,
        context,
        frozenset(tails),
        bounds,
        times,
        labels,
        counted,
        cues,
        read_outside(tables["units"]),
        _anchors(numbers, times),
    )


def _set(table: Table, key: str) -> frozenset[str]:
    """Return a list of words, or a text of words apart by spaces, which is quicker to load."""
    return frozenset(table.text(key).split() if isinstance(table.data.get(key), str) else table.texts(key))


def _words(table: Table, key: str) -> dict[str, int]:
    return {word: cast("int", value) for word, value in table.mapping(key).items()}


def _pairs(table: Table, key: str) -> dict[str, tuple[int, int]]:
    found = {word: cast("list[int]", value) for word, value in table.mapping(key).items()}
    return {word: (ends[0], ends[1]) for word, ends in found.items()}


def _exact(value: object) -> Rational:
    return tidy(Fraction(str(value)))


def _numbers(table: Table) -> Numbers:
    ordinals = _words(table, "ordinals")
    denominators = {**_words(table, "denominators")}
    for word, value in ordinals.items():
        if value > 2:
            denominators[word] = denominators[word + "s"] = value
    marks = table.table("marks")
    scales = _words(table, "scales")
    return Numbers(
        cardinals=_words(table, "cardinals"),
        scales={word.lower(): value for word, value in scales.items()},
        glued={**scales, **_words(table, "glued")},
        groups={form: value for word, value in _words(table, "groups").items() for form in (word, word + "s")},
        indefinite=_pairs(table, "indefinite"),
        digits=_pairs(table, "digits"),
        ordinals=ordinals,
        denominators=denominators,
        multiples={
            **{word: _exact(value) for word, value in table.mapping("multiples").items()},
            **{word + fold: value for word, value in _words(table, "cardinals").items() for fold in ("fold", "-fold")},
        },
        minus=_set(marks, "minus"),
        folds=_set(marks, "fold"),
        idioms=_set(marks, "idioms"),
        not_after_one=_set(marks, "not_after_one"),
        not_before_one=_set(marks, "not_before_one"),
        not_before_zero=_set(marks, "not_before_zero"),
        after_double=_set(marks, "after_double"),
    )


def _phrases(table: Table, *, leftwards: bool) -> Phrases[str]:
    phrases: Phrases[str] = {}
    for bound in table.keys():  # noqa: SIM118 - a Table is no dictionary
        for phrase in table.texts(bound):
            words = words_of(phrase.lower())
            put(phrases, words[::-1] if leftwards else words, bound)
    return phrases


def _bounds(table: Table) -> Bounds:
    verbs, movement = table.table("verbs"), table.table("movement")
    lists = {key: _set(verbs, key) for key in ("fillers", "marks", "need_mark")}
    by_bound = {bound: verbs.texts(bound) for bound in verbs.keys() if bound not in lists}  # noqa: SIM118
    governing: Phrases[str] = {}
    for bound, phrases in by_bound.items():
        for phrase in phrases:
            put(governing, words_of(phrase)[::-1], bound)
    return Bounds(
        before=_phrases(table.table("before"), leftwards=True),
        after=_phrases(table.table("after"), leftwards=False),
        verbs=governing,
        movers=_set(movement, "movers"),
        spreads=_set(movement, "spreads"),
        slack={key: Fraction(str(value)) for key, value in table.mapping("slack").items()},
        **lists,
    )


_CLASSES = {
    "in": "I", "on": "I", "at": "I", "during": "I", "throughout": "I", "over": "V", "for": "V", "within": "V", "of": "O",
    "by": "B", "to": ">", "until": "U", "since": "Z", "from": "f", "after": "a", "before": "b", "between": "N", "and": "&",
    "or": "|", "the": "T", "a": "A", "per": "P", "each": "P", "as": "s", "fiscal": "F", "ago": "g", "few": "m", "row": "r",
    "starting": "c", "ahead": "h", "whole": "j", "date": "t",
}  # fmt: skip
"""Role of a small word in the grammar of time -> its character."""


def _times(table: Table) -> Times:
    keys = ("months", "weekdays", "grains", "seasons", "deixis", "parts", "relative", "repeated", "running", "decades")
    words = {key: dict(table.mapping(key)) for key in keys}
    for word, grain in list(words["grains"].items()):
        words["grains"].setdefault(word if word.endswith("s") else word + "s", grain)
    for word, first in list(words["seasons"].items()):
        words["seasons"][word + "s"] = first
    classes = {word: _CLASSES[str(role)] for word, role in table.mapping("prepositions").items()}
    for key, character in zip(keys, "MDGSdERyze", strict=True):
        classes.update(dict.fromkeys(words[key], character))
    plans = {name: cast("dict[str, int]", plan) for name, plan in table.mapping("plans").items()}
    return Times(
        months=cast("dict[str, int]", words["months"]),
        weekdays=cast("dict[str, int]", words["weekdays"]),
        grains=cast("dict[str, str]", words["grains"]),
        seasons=cast("dict[str, int]", words["seasons"]),
        deixis=cast("dict[str, str]", words["deixis"]),
        parts=cast("dict[str, str]", words["parts"]),
        relative=cast("dict[str, int]", words["relative"]),
        repeated=cast("dict[str, str]", words["repeated"]),
        running=cast("dict[str, str]", words["running"]),
        decades=cast("dict[str, int]", words["decades"]),
        plans={name: (plan["number"], plan["start"], plan["years"]) for name, plan in plans.items()},
        classes=classes,
    )


def _anchors(numbers: Numbers, times: Times) -> frozenset[str]:
    """Return the words that make a sentence worth reading, in lower case and without hyphens."""
    tables: Iterable[Iterable[str]] = (
        numbers.cardinals, numbers.scales, numbers.groups, numbers.indefinite, numbers.digits, numbers.ordinals,
        numbers.denominators, numbers.multiples, times.months, times.weekdays, times.grains, times.seasons, times.relative,
        times.repeated, times.running, times.decades,
    )  # fmt: skip
    words = {word for table in tables for word in table}
    words |= {word + "fold" for word in numbers.cardinals}
    words = {word for word in words if word.isalpha()}
    return frozenset(words - {"k", "m", "b", "t", "may", "now", "half's", "mill", "mil", "arab", "point"} | {"may"})
