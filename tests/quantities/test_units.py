"""The table of units is pint's, and the words of it are found as the text's tokens have them."""

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pint
import pytest

from factlint.knowledge.lexicon import Lexicon, load_lexicon
from factlint.knowledge.units import spellings, words_of
from factlint.lexing.tokens import tokenize
from factlint.model.document import Document, Sentence
from factlint.model.quantity import Unit
from factlint.model.span import Span
from factlint.quantities import parse_document
from factlint.quantities.outside import registry

UNITS = Path(__file__).parents[2] / "rules" / "lexicon" / "units.toml"
ALIASES = {
    "li": "chinese_li", "mu": "chinese_mu", "jin": "chinese_jin", "gross_ton": "gross_ton_of_ships", "CGT": "compensated_gross_ton",
    "TEU": "twenty_foot_unit", "FEU": "forty_foot_unit", "percentage_point": "point_of_percent", "basis_point": "point_of_percent / 100",
    "passenger_kilometer": "passenger_distance", "ton_kilometer": "freight_distance", "per_mille": "percent / 10", "part_per_million": "ppm",
    "part_per_billion": "ppm / 1000", "milliampere_hour": "milliampere * hour", "ampere_hour": "ampere * hour", "newton_meter": "newton * meter",
    "watt_hour": "watt * hour", "kilowatt_hour": "kilowatt * hour", "megawatt_hour": "megawatt * hour", "gigawatt_hour": "gigawatt * hour",
    "terawatt_hour": "terawatt * hour", "kilotonne": "1000 * metric_ton", "megatonne": "1000000 * metric_ton", "gigatonne": "1000000000 * metric_ton",
    "quarter": "year / 4", "barrel": "oil_barrel", "decade": "10 * year", "century": "100 * year", "millennium": "1000 * year", "pound-mass": "pound",
    "knot": "nautical_mile / hour",
}  # fmt: skip
"""What the contract's names are in pint where they are not its own."""

BASES = {
    "length": "meter", "area": "meter ** 2", "volume": "meter ** 3", "mass": "kilogram", "time": "second", "angle": "radian",
    "speed": "meter / second", "energy": "joule", "power": "watt", "data": "bit", "data_rate": "bit / second", "frequency": "hertz",
    "electric": "volt", "current": "ampere", "charge": "coulomb", "pressure": "pascal", "force": "newton", "torque": "newton * meter",
    "radiation": "gray", "light": "candela", "substance": "mole", "shipping_capacity": "deadweight_ton", "ship_size": "gross_ton_of_ships",
    "ship_work": "compensated_gross_ton", "containers": "twenty_foot_unit", "concentration": "dimensionless", "percent": "dimensionless",
    "percentage_point": "point_of_percent", "index": "dimensionless", "traffic": "passenger_distance", "freight": "freight_distance",
}  # fmt: skip
"""The base unit of each dimension of the table."""


def expression(name: str) -> str:
    """Return a unit's name as pint writes it: kilometer_per_hour is kilometer / hour."""
    if name in ALIASES:
        return ALIASES[name]
    text = re.sub(r"^square_(\w+)$", r"\1 ** 2", name)
    return re.sub(r"^cubic_(\w+)$", r"\1 ** 3", text).replace("_per_", " / ")


def factor(made: "pint.UnitRegistry[Fraction]", name: str, dimension: str) -> Fraction:
    """Return how many of the dimension's base units one of these is, as pint knows it."""
    if dimension == "index":
        return Fraction(1)
    return Fraction(made.parse_expression(expression(name)).to(BASES[dimension]).magnitude)


def stated() -> list[tuple[str, str, Fraction]]:
    """Return name, dimension and factor of every unit of the table that has a factor."""
    tables = tomllib.loads(UNITS.read_text(encoding="utf-8"))
    return [
        (name, kind, Fraction(row[0]))
        for kind, units in tables.items()
        for name, row in units.items()
        if kind != "pint" and row[0]
    ]


MADE = registry(load_lexicon().outside.definitions)


@pytest.mark.parametrize(("name", "dimension", "value"), stated())
def test_factor_is_that_of_pint(name: str, dimension: str, value: Fraction) -> None:
    """A factor of the table is exactly the one that pint has."""
    assert factor(MADE, name, dimension) == value


def test_every_phrase_is_split_as_the_text_is(lexicon: Lexicon) -> None:
    """Units and signs are looked up by the very tokens that a text would give."""
    phrases = {
        " ".join((first, *rest))
        for table in (lexicon.symbols, lexicon.names)
        for first, found in table.items()
        for rest, _ in found
    }
    for phrase in phrases:
        words = tuple(token.text for token in tokenize(phrase, 0, len(phrase)))
        assert words_of(phrase) == words, phrase


def test_spellings_are_plural_and_british() -> None:
    """A unit's name is known in both numbers and both spellings."""
    assert spellings("kilometer per hour") == [
        "kilometer per hour", "kilometers per hour", "kilometre per hour", "kilometres per hour",
    ]  # fmt: skip
    assert spellings("square foot") == ["square foot", "square feet"]
    assert spellings("yuan") == ["yuan"]


def test_outside_units_convert(lexicon: Lexicon) -> None:
    """A unit of pint converts exactly by its factor, and one of our own definitions too."""
    slug, _ = unit_of("3 slugs", lexicon)
    furlong, below = unit_of("42 furlongs per fortnight", lexicon)
    quintal, _ = unit_of("4 quintals", lexicon)
    assert (slug.dimension, slug.factor) == ("mass", Fraction(8896443230521, 609600000000))
    assert (quintal.dimension, quintal.factor) == ("mass", 100)
    assert (furlong.dimension, furlong.factor, below) == ("length", Fraction(792000, 3937), "fortnight")
    speed = 42 * Fraction(furlong.factor or 0) / Fraction(unit_of("a wait of 1 fortnight", lexicon)[0].factor or 0)
    assert speed == Fraction(MADE.Quantity(Fraction(42), "furlong / fortnight").to("meter / second").magnitude)


def test_outside_names_are_known_to_pint(lexicon: Lexicon) -> None:
    """Every name that may be asked for has a meaning there and is none of the table's."""
    for name in lexicon.outside.names:
        assert MADE.parse_units(name)
        assert name not in lexicon.names


def unit_of(text: str, lexicon: Lexicon) -> tuple[Unit, str]:
    """Return the unit of the one quantity of a text, and what stands below its line."""
    document = Document("units.txt", text, text)
    document.sentences = [Sentence(Span(0, len(text)), 0, 0)]
    [parse] = parse_document(document, lexicon)
    [found] = parse.quantities
    return found.unit, found.unit.per
