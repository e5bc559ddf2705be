"""Units and currencies of rules/lexicon/ as phrases that are looked up token by token."""

import re
from fractions import Fraction
from typing import TypeVar

from factlint.knowledge.strict import Table
from factlint.model.interval import Rational, tidy
from factlint.model.quantity import Unit
from factlint.model.record import dataclass

T = TypeVar("T")
Phrases = dict[str, list[tuple[tuple[str, ...], T]]]
"""First word -> (the words that follow, what it means), the longest first."""

_LETTER = r"[^\W\d_]|[\u00b2\u00b3\u00b9]"
_WORDS = re.compile(rf"(?:[A-Z]\.){{2,}}|(?:{_LETTER})+(?:['\u2019-](?:{_LETTER})+)*\d*|\d+|\S")
_BRITISH = (("meter", "metre"), ("liter", "litre"))
_PLURALS = {"foot": "feet", "inch": "inches", "henry": "henries"}
_NO_PLURAL = frozenset(("feet", "hertz", "celsius", "fahrenheit", "centigrade", "celcius", "farenheit", "siemens", "stone", "yuan", "renminbi", "rmb", "yen",
    "baht", "marks", "stg", "cts", "fps", "rand", "won", "ringgit", "sterling", "pct", "c", "f", "kms", "cms", "mms", "mls", "kgs", "secs", "mins", "hrs", "yrs",
    "mos", "wks", "lbs", "bps", "pp", "ppt", "gigs", "leva", "lei", "lire", "reais", "kronor", "kroner", "pence", "pennies", "paise"))  # fmt: skip


def put(phrases: Phrases[T], words: tuple[str, ...], value: T) -> None:
    """Add a phrase; the earlier of two equal ones stays."""
    found = phrases.setdefault(words[0], [])
    if all(rest != words[1:] for rest, _ in found):
        found.append((words[1:], value))
        found.sort(key=lambda item: -len(item[0]))


def words_of(phrase: str) -> tuple[str, ...]:
    """Return a phrase as the tokens that the text would have."""
    return tuple(_WORDS.findall(phrase))


def spellings(name: str) -> list[str]:
    """Return a unit's name with its plural and its British spelling: kilometer, kilometers, kilometre, kilometres."""
    found = [name]
    head, link, tail = name, "", ""
    for word in (" per ", " an ", " a ", " to the ", " of ", " squared", " cubed"):
        if word in name:
            head, link, tail = name.partition(word)
            break
    last = head.rsplit(" ", 1)[-1]
    if last in _PLURALS:
        found.append(head[: -len(last)] + _PLURALS[last] + link + tail)
    elif last not in _NO_PLURAL:
        found.append(head + "s" + link + tail)
    if head.startswith(("degree ", "deg ")):
        found.append("degrees" + head[head.index(" ") :])
    for american, british in _BRITISH:
        if american in name:
            found += [form.replace(american, british) for form in found]
    return found


def _factor(text: str) -> Rational | None:
    return tidy(Fraction(text)) if text else None


def read_units(table: Table) -> tuple[Phrases[Unit], Phrases[Unit]]:
    """Return the symbols (as written) and the names (lower case) of all units."""
    symbols: Phrases[Unit] = {}
    names: Phrases[Unit] = {}
    for dimension in table.keys():  # noqa: SIM118 - a Table is no dictionary
        if dimension == "pint":
            continue
        units = table.table(dimension)
        for name in units.keys():  # noqa: SIM118
            row = units.texts(name)
            if len(row) != 3:
                units.wrong(name, f"{name!r} needs three texts", "factor, symbols, names")
                continue
            unit = Unit(name, dimension, _factor(row[0]))
            for symbol in row[1].split():
                put(symbols, words_of(symbol), unit)
            for phrase in filter(None, (part.strip() for part in row[2].split(","))):
                for form in spellings(phrase):
                    put(names, words_of(form), unit)
    return symbols, names


@dataclass(slots=True, frozen=True)
class Outside:
    """What may be asked of pint: its names that the table lacks, prefixes, definitions of our own, bases by dimension."""

    names: frozenset[str]
    prefixes: tuple[str, ...]
    definitions: tuple[str, ...]
    bases: dict[str, str]


def read_outside(table: Table) -> Outside:
    """Return what may be asked of pint."""
    pint = table.table("pint")
    bases = {dimension: str(base) for dimension, base in pint.mapping("bases").items()}
    return Outside(frozenset(pint.texts("names")), pint.texts("prefixes"), pint.texts("definitions"), bases)


def read_currencies(
    table: Table, symbols: Phrases[Unit], names: Phrases[Unit]
) -> tuple[dict[str, Unit], dict[str, dict[str, tuple[str, ...]]]]:
    """Add money to the units; return the signs that stand before a figure and what a text says of shared ones."""
    signs: dict[str, Unit] = {}
    units = table.table("units")
    for code in units.keys():  # noqa: SIM118
        row = units.texts(code)
        if len(row) != 3:
            units.wrong(code, f"{code!r} needs three texts", "signs before, signs after, names")
            continue
        unit = Unit(code, "currency")
        for sign in row[0].split():
            signs.setdefault(sign, unit)
        for sign in row[1].split():
            put(symbols, words_of(sign), unit)
        for sign in row[0].split():
            if not sign.isascii() and not sign[0].isalpha():
                put(symbols, words_of(sign), unit)
        _put_names(names, row[2], unit)
    minor = table.table("minor")
    for name in minor.keys():  # noqa: SIM118
        row = minor.texts(name)
        unit = Unit(name, "currency", Fraction(1, 100))
        for sign in row[1].split():
            put(symbols, words_of(sign), unit)
        _put_names(names, row[2], unit)
    context = {
        sign: {code: tuple(map(str, words)) for code, words in settled.items()}
        for sign, settled in table.mapping("context").items()
        if isinstance(settled, dict)
    }
    return signs, context


def _put_names(names: Phrases[Unit], listed: str, unit: Unit) -> None:
    for phrase in filter(None, (part.strip() for part in listed.split(","))):
        for form in spellings(phrase):
            put(names, tuple(word.lower() for word in words_of(form)), unit)
