"""Every number of the seed transcript is read right, in the order of the text."""

import tomllib
from pathlib import Path

from factlint.knowledge.lexicon import Lexicon
from factlint.model.quantity import Form, Quantity
from factlint.quantities import parse_document
from factlint.readers import read_path

ROOT = Path(__file__).parents[2]


def described(quantity: Quantity, text: str) -> str:
    """Return words, value, unit and bound of a quantity as the corpus writes them."""
    value = f"{quantity.low}..{quantity.high}" if quantity.value is None else str(quantity.value)
    unit = "ordinal" if quantity.form is Form.ORDINAL else quantity.unit.name or "-"
    return f"{quantity.span.of(text)} | {value} | {unit} | {quantity.bound.value}"


def test_seed_is_read_to_the_last_number(lexicon: Lexicon) -> None:
    """Quantities, periods and names of the transcript are those of the corpus, no more and no fewer."""
    seed = tomllib.loads((ROOT / "tests" / "corpus" / "seed.toml").read_text(encoding="utf-8"))["seed"]
    document = read_path(ROOT / "seeds" / seed["file"])
    read: list[tuple[int, str]] = []
    for parse in parse_document(document, lexicon):
        read += [(quantity.span.start, described(quantity, document.text)) for quantity in parse.quantities]
        read += [(p.span.start, f"{p.text} | {p.start} | {p.end} | period") for p in parse.periods]
        read += [(name.start, f"{name.of(document.text)} | name") for name in parse.names]
    assert [words for _, words in sorted(read)] == seed["rows"]
