"""Words by which a text adds up, divides and compares: rules/lexicon/arithmetic.toml, and the identities of the packs."""

from fractions import Fraction

from factlint.knowledge.locate import rules_folder
from factlint.knowledge.packs import Identity, load_packs
from factlint.knowledge.plausible import PlausibleRange
from factlint.knowledge.strict import Collector, Table, read_table
from factlint.model.interval import Rational, tidy
from factlint.model.record import dataclass

Phrases = tuple[tuple[str, ...], ...]
"""Phrases as their words, the longest first."""


@dataclass(slots=True, frozen=True)
class Arithmetic:
    """Word lists by "table.key", phrases likewise, the halves that make a whole, and identities."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]
    halves: dict[str, tuple[int, int]]  # word -> (pair, side)
    factors: dict[str, dict[str, Rational]]  # dimension -> unit -> how many base units it is
    traditional: dict[str, tuple[Rational, ...]]  # unit -> what it is worth here and there
    identities: tuple[Identity, ...] = ()
    ranges: tuple[PlausibleRange, ...] = ()  # the user's own; none ship

    def side(self, word: str) -> tuple[int, int] | None:
        """Return which half of which pair a word names: "women" the second half of the pair of men and women."""
        return self.halves.get(word)


def load_arithmetic() -> Arithmetic:
    """Read the file; raises DataError where a value is neither a text nor a list of texts."""
    mistakes = Collector()
    table = read_table(rules_folder() / "lexicon" / "arithmetic.toml", mistakes)
    words: dict[str, frozenset[str]] = {}
    phrases: dict[str, Phrases] = {}
    halves: dict[str, tuple[int, int]] = {}
    factors: dict[str, dict[str, Rational]] = {}
    traditional: dict[str, tuple[Rational, ...]] = {}
    for name in table.keys():  # noqa: SIM118 - a Table is no dictionary
        inner = table.table(name)
        if name == "conversions":
            factors = {key: _factors(inner.table(key)) for key in inner.keys()}  # noqa: SIM118
            continue
        if name == "traditional":
            traditional = {key: _worths(inner, key) for key in inner.keys()}  # noqa: SIM118
            continue
        for key in inner.keys():  # noqa: SIM118
            if key == "halves":
                halves = _halves(inner)
            elif isinstance(inner.data[key], str):
                words[f"{name}.{key}"] = frozenset(inner.text(key).split())
            else:
                listed = (tuple(phrase.split()) for phrase in inner.texts(key))
                phrases[f"{name}.{key}"] = tuple(sorted(listed, key=lambda phrase: (-len(phrase), phrase)))
    mistakes.finish()
    return Arithmetic(words, phrases, halves, factors, traditional, load_packs().identities)


def _halves(table: Table) -> dict[str, tuple[int, int]]:
    """Return each word of "men boys / women girls" with its pair and its side."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(table.texts("halves")):
        sides = line.split("/")
        if len(sides) != 2:
            table.wrong("halves", f"{line!r} has no two sides", "words / words")
            continue
        for side, listed in enumerate(sides):
            for word in listed.split():
                if word in found:
                    table.wrong("halves", f"{word!r} stands in two pairs")
                found[word] = (number, side)
    return found


def _factors(table: Table) -> dict[str, Rational]:
    return {key: worth[0] for key in table.keys() if (worth := _worths(table, key))}  # noqa: SIM118


def _worths(table: Table, key: str) -> tuple[Rational, ...]:
    """Return the numbers of a text such as "1/2 0.6", exactly."""
    try:
        return tuple(tidy(Fraction(part)) for part in table.text(key).split())
    except (ValueError, ZeroDivisionError):
        table.wrong(key, f"{key!r} must be numbers", "1/2 0.6")
        return ()
