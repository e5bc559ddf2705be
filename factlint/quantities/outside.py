"""Units that the table lacks, asked of pint: 42 furlongs per fortnight, 3 slugs, 12 exajoules.

pint is slow to start, so it is imported for the first such unit of a run and never for a text without one. Which words
may be units at all is told by a list of names and prefixes; a common noun never asks.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexing.kinds import WORD
from factlint.model.interval import tidy
from factlint.model.quantity import Unit

if TYPE_CHECKING:
    import pint

    from factlint.knowledge.lexicon import Lexicon
    from factlint.quantities.draft import Scene

_SHORTEST = 3  # letters: shorter names are symbols, and those stand in the table


def outside_unit(scene: "Scene", at: int) -> tuple[Unit, int] | None:
    """Return the unit of pint that one word names, and its end."""
    if scene.kind(at) is not WORD or scene.taken[at : at + 1] == b"\x01" or not scene.word(at).islower():
        return None
    name = pint_name(scene.lower(at), scene.lexicon)
    if name is None:
        return None
    unit = _asked(name, scene.lexicon)
    return None if unit is None else (unit, at + 1)


def pint_name(word: str, lexicon: "Lexicon") -> str | None:
    """Return pint's name for a word that may be a unit: acre-feet is acre_foot, kilolitres kiloliter."""
    if len(word) < _SHORTEST or not word.replace("-", "").isalpha():
        return None
    singular = word.replace("-", "_").replace("feet", "foot").replace("inches", "inch").removesuffix("s")
    for form in (singular, re.sub("(?<=[tT])re$", "er", singular)):
        if form in lexicon.outside.names:
            return form
        for prefix in lexicon.outside.prefixes:
            rest = form.removeprefix(prefix)
            if rest is form or len(rest) < len("bit"):
                continue
            if rest in lexicon.outside.names or any(
                not tail and unit.name == rest for tail, unit in lexicon.names.get(rest, ())
            ):
                return form
    return None


def _asked(name: str, lexicon: "Lexicon") -> Unit | None:
    memory = lexicon.memory.setdefault("outside", {})
    assert isinstance(memory, dict)
    if name not in memory:
        memory[name] = _ask(name, lexicon)
    found: Unit | None = memory[name]
    return found


def _ask(name: str, lexicon: "Lexicon") -> Unit | None:
    """Ask pint for the dimension of a unit and the factor to its base."""
    import pint

    made = registry(lexicon.outside.definitions)
    try:
        units = made.parse_units(name)
    except pint.UndefinedUnitError:
        return None
    for dimension, base in lexicon.outside.bases.items():
        into = made.parse_units(base)
        if units.dimensionality == into.dimensionality:
            return Unit(name, dimension, tidy(Fraction(made.Quantity(Fraction(1), units).to(into).magnitude)))
    return Unit(name, " ".join(sorted(units.dimensionality)) or "number")


@lru_cache(maxsize=1)
def registry(definitions: tuple[str, ...]) -> "pint.UnitRegistry[Fraction]":
    """Return pint with the definitions of our own, in exact fractions."""
    import pint

    made: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    for line in definitions:
        made.define(line)
    return made
