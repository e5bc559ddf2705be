"""Quantities as a user of the library gets them: words, exact value, bound, unit, and what is counted."""

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.model.interval import Rational
from factlint.model.quantity import Bound, Form
from factlint.model.record import dataclass
from factlint.model.span import Span

if TYPE_CHECKING:
    from factlint.knowledge.lexicon import Lexicon
    from factlint.model.document import Document
    from factlint.model.quantity import Quantity as Parsed


@dataclass(slots=True, frozen=True)
class Quantity:
    """One figure of a text: "over 2.64 million 5G base stations".

    ``value`` is exact, an int where it is whole and a Fraction else; it is None where two ends are stated, and these are
    then ``low`` and ``high``. A single figure has ``low`` or ``high`` only for the end that its bound gives: over 20 has
    a ``low`` of 20 and no ``high``.
    """

    text: str  # the words as written, bound word and unit included: "over 2.64 million", "7.7%"
    span: Span  # where they stand: text[start:end], in code points
    value: Rational | None
    low: Rational | None
    high: Rational | None
    bound: Bound
    unit: str  # "percent", "percentage_point", ISO 4217 for money, pint's name for measures; "" for a bare count
    per: str  # what stands below the line of a rate: "share" in $98 a share, "year", "1000 women"; else ""
    counted: str  # the noun phrase that a bare count counts: "5G base stations"
    form: Form  # cardinal, ordinal, fraction, multiple, indefinite

    def __float__(self) -> float:
        """Return the value, or the middle of the two ends, as a float: for plotting, never for comparing."""
        if self.value is not None:
            return float(self.value)
        ends = [end for end in (self.low, self.high) if end is not None]
        return float(sum(ends)) / len(ends) if ends else 0.0


@lru_cache(maxsize=1)
def shipped_lexicon() -> "Lexicon":
    """Return the word tables as they ship, read on the first call."""
    from factlint.knowledge.lexicon import load_lexicon

    return load_lexicon()


def list_quantities(document: "Document") -> list[Quantity]:
    """Return the quantities of a document in text order."""
    from factlint.quantities.pairs import read_pairs
    from factlint.quantities.parse import parse_sentences

    lexicon = shipped_lexicon()
    found = [quantity for parse in parse_sentences(document, lexicon) for quantity in parse.quantities]
    found += [quantity for _, quantity in read_pairs(document, lexicon)]
    return [_listed(quantity, document) for quantity in sorted(found, key=lambda quantity: quantity.span)]


def _listed(found: "Parsed", document: "Document") -> Quantity:
    span = document.source_map.span(found.span)
    stated = found.stated()
    is_single = found.value is not None and not found.bound.is_lower and not found.bound.is_upper
    return Quantity(
        span.of(document.source), span, found.value, None if is_single else stated.low, None if is_single else stated.high,
        found.bound, found.unit.name, found.unit.per or found.per_item, found.counted, found.form,
    )  # fmt: skip
