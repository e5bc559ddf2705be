"""The corpus: one expected reading and the many surfaces that must give it, by phenomenon, and what must not be read."""

import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from factlint.knowledge.lexicon import Lexicon
from factlint.model.document import Dateline, Document, Sentence
from factlint.model.parse import Parse
from factlint.model.quantity import Quantity
from factlint.model.span import Span
from factlint.quantities import parse_document

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2023, 4, 20)
Row = tuple[dict[str, Any], str]


def rows(kind: str) -> list[Any]:
    """Return every surface of a kind of case as a parameter named after its file and its words."""
    return [pytest.param(case, surface, id=f"{path.stem}: {surface}") for path, case, surface in surfaces(kind)]


def surfaces(kind: str) -> Iterator[tuple[Path, dict[str, Any], str]]:
    """Yield file, case and surface of the corpus."""
    for path in sorted(CORPUS.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str).get(kind, []):
            for surface in case["surfaces"]:
                yield path, case, surface


def unmark(surface: str) -> tuple[str, Span]:
    """Return the text and the place of its [[mark]]; without one the whole text is meant."""
    start = surface.find("[[")
    if start < 0:
        return surface, Span(0, len(surface))
    end = surface.index("]]")
    return surface[:start] + surface[start + 2 : end] + surface[end + 2 :], Span(start, end - 2)


def read(text: str, lexicon: Lexicon) -> Parse:
    """Parse a text as one sentence of a document of April 20, 2023."""
    document = Document("corpus.txt", text, text, dateline=Dateline(TODAY))
    document.sentences = [Sentence(Span(0, len(text)), 0, 0)]
    parses = parse_document(document, lexicon)
    return parses[0] if parses else Parse(document.sentences[0], [])


def exact(value: str | int) -> Fraction:
    """Return a number of the corpus, which may be written as a fraction."""
    return Fraction(str(value).replace("_", ""))


def differences(case: dict[str, Any], found: Quantity) -> dict[str, object]:
    """Return what was read where it is not what the case says."""
    got: dict[str, object] = {
        "value": found.value, "low": found.low, "high": found.high, "quantum": found.quantum, "unit": found.unit.name,
        "per": found.unit.per or found.per_item, "bound": found.bound.value, "form": found.form.value, "counted": found.counted,
        "role": found.role, "below": found.slack_below, "above": found.slack_above, "bound_word": found.bound_word,
    }  # fmt: skip
    numbers = ("value", "low", "high", "quantum", "below", "above")
    wanted = {
        key: exact(value) if key in numbers else value
        for key, value in case.items()
        if key not in ("surfaces", "because")
    }
    wanted.setdefault("unit", "")
    wanted.setdefault("bound", "range" if "low" in wanted else "exact")
    return {key: got[key] for key, value in wanted.items() if got[key] != value}


@pytest.mark.parametrize(("case", "surface"), rows("quantity"))
def test_surface_is_read(case: dict[str, Any], surface: str, lexicon: Lexicon) -> None:
    """A surface gives the quantity of its case, over exactly the marked words."""
    text, span = unmark(surface)
    found = {quantity.span: quantity for quantity in read(text, lexicon).quantities}
    assert span in found, [quantity.span.of(text) for quantity in found.values()]
    assert differences(case, found[span]) == {}


@pytest.mark.parametrize(("case", "surface"), rows("period"))
def test_period_is_placed(case: dict[str, Any], surface: str, lexicon: Lexicon) -> None:
    """A surface gives the period of its case, seen from April 20, 2023."""
    text, span = unmark(surface)
    found = {period.span: period for period in read(text, lexicon).periods}
    assert span in found, [period.text for period in found.values()]
    period = found[span]
    got = {"start": period.start, "end": period.end, "grain": period.grain.value, "basis": period.basis.value,
           "count": period.count, "recurring": period.recurring}  # fmt: skip
    wanted = {key: value for key, value in case.items() if key not in ("surfaces", "because")}
    if not {"start", "recurring", "open"} & set(wanted):
        raise AssertionError("a period of the corpus says where it lies, or that it is open")
    if wanted.pop("open", False):
        wanted |= {"start": None, "end": None}
    assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize(("case", "surface"), rows("name"))
def test_name_counts_nothing(case: dict[str, Any], surface: str, lexicon: Lexicon) -> None:
    """A number inside a name is no quantity; the marked words are the name."""
    text, span = unmark(surface)
    parse = read(text, lexicon)
    overlapping = [quantity.span.of(text) for quantity in parse.quantities if quantity.span.overlaps(span)]
    assert overlapping == [], case
    assert any(name.overlaps(span) for name in parse.names)


@pytest.mark.parametrize(("case", "surface"), rows("nothing"))
def test_nothing_is_read(case: dict[str, Any], surface: str, lexicon: Lexicon) -> None:
    """No quantity is read from these words."""
    parse = read(surface, lexicon)
    assert [quantity.span.of(surface) for quantity in parse.quantities] == [], case


@pytest.mark.parametrize(("case", "surface"), rows("timeless"))
def test_no_period_is_read(case: dict[str, Any], surface: str, lexicon: Lexicon) -> None:
    """No period is read from these words."""
    assert [period.text for period in read(surface, lexicon).periods] == [], case


def test_corpus_is_large_enough() -> None:
    """The corpus holds at least twelve hundred different surfaces."""
    every = {
        (path.stem, surface)
        for kind in ("quantity", "period", "name", "nothing", "timeless")
        for path, _, surface in surfaces(kind)
    }
    assert len(every) >= 1200
