"""An original and its translation as evidence: figures in couples, and the periods of sentences beside one another."""

from typing import TypeVar

from factlint.alignment.beads import Side, align
from factlint.alignment.translated import Couple, Tie, couple, shares_value
from factlint.model.document import Document
from factlint.model.figure import Figure, Months
from factlint.model.record import dataclass, field
from factlint.model.span import Span

T = TypeVar("T")
_NEIGHBOURS = 2
_DOLLARS = frozenset(("dollar", "HKD", "TWD", "SGD", "MOP"))


@dataclass(slots=True)
class Told:
    """One side: its document, the sentences, and the figures and periods of each."""

    document: Document
    sentences: list[Span]
    figures: list[list[Figure]]
    periods: list[list[Months]]


@dataclass(slots=True)
class Translation:
    """What checks of a translation compare."""

    original: Document
    couples: list[Couple] = field(default_factory=list)
    periods: list[tuple[list[Months], list[Months], list[Couple]]] = field(default_factory=list)
    is_reversed: bool = False  # out of English: the translation is the Chinese text


def translation_of(original: Told, translation: Told, *, is_reversed: bool = False) -> Translation:
    """Return the figures of both sides in couples, sentence by sentence, and what periods their sentences name.

    The original is Chinese and the translation English, or, where ``is_reversed``, the other way round.
    """
    found = Translation(original.document, is_reversed=is_reversed)
    _agree_on_money(*((translation, original) if is_reversed else (original, translation)))
    for figures in original.figures if is_reversed else ():
        for figure in figures:
            figure.is_rounded = True
    beads = align(_sides(original), _sides(translation))
    couples = [couple(_flat(original.figures, left), _flat(translation.figures, right)) for left, right in beads]
    _settle(couples)
    found.couples = [one for bead in couples for one in bead]
    found.periods = [
        (_flat(original.periods, left), _flat(translation.periods, right), bead)
        for (left, right), bead in zip(beads, couples, strict=True)
    ]
    return found


def _agree_on_money(chinese: Told, english: Told) -> None:
    """Read 元 as the dollar of the text, where it is all money that both sides name: HK$ in Hong Kong, NT$ in Taiwan."""
    own = [figure for figures in chinese.figures for figure in figures if figure.unit.is_money]
    told = [figure for figures in english.figures for figure in figures if figure.unit.is_money]
    names = {figure.unit.name for figure in told}
    if {figure.unit.name for figure in own} != {"CNY"} or len(names) != 1 or not names <= _DOLLARS:
        return
    values = {figure.value for figure in told}
    if sum(figure.value in values for figure in own) >= _NEIGHBOURS:
        for figure in own:
            figure.unit = told[0].unit


def _flat(parts: list[list[T]], chosen: range) -> list[T]:
    return [one for at in chosen for one in parts[at]]


def _sides(told: Told) -> list[Side]:
    return [
        Side(span.end - span.start, frozenset(key for figure in figures for key in _keys(figure)))
        for span, figures in zip(told.sentences, told.figures, strict=True)
    ]


def _keys(figure: Figure) -> list[object]:
    """Return what equal figures share whatever their rounding: the first two digits; nothing of soft ones."""
    if figure.is_soft or figure.value is None:
        return []
    return [(figure.unit.dimension == "percent", figure.digits[:2])]


def _settle(beads: list[list[Couple]]) -> None:
    """Join figures that lack a partner in neighbouring sentences: the translator moved them."""
    for at, bead in enumerate(beads):
        for one in bead:
            if one.translation is not None or one.original is None:
                continue
            for other in _lonely(beads, at):
                if other.translation is not None and _moved(one.original, other.translation):
                    one.translation, one.tie = other.translation, Tie.EQUAL
                    other.translation = None
                    break
    for bead in beads:
        bead[:] = [one for one in bead if one.original is not None or one.translation is not None]


def _lonely(beads: list[list[Couple]], at: int) -> list[Couple]:
    near = beads[max(at - _NEIGHBOURS, 0) : at] + beads[at + 1 : at + 1 + _NEIGHBOURS]
    return [one for bead in near for one in bead if one.original is None]


def _moved(original: Figure, translation: Figure) -> bool:
    same = original.unit.dimension == translation.unit.dimension
    return same and shares_value(original, translation)
