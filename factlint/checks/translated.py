"""What the checks of a translation share: places in two texts, and bounds beside bounds."""

from collections.abc import Iterable, Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Couple, Tie
from factlint.checks.wording import figure
from factlint.model.figure import Figure
from factlint.model.quantity import COUNT, Bound, Unit
from factlint.model.verdict import Place

SURE, LIKELY, SOFT = 0.95, 0.85, 0.6
TRANSLATION, ORIGINAL = 0, 1
_REACHED = ("up to", "as many as", "as much as", "as high as")
_WORDS = {
    Bound.MORE_THAN: "more than", Bound.AT_LEAST: "at least", Bound.LESS_THAN: "less than", Bound.AT_MOST: "at most",
    Bound.APPROX: "about", Bound.EXACT: "", Bound.RANGE: "",
}  # fmt: skip


def couples(evidence: Evidence, *ties: Tie) -> Iterator[tuple[Figure, Figure, Couple]]:
    """Yield the couples of a translation that are tied in one of these ways: original, translation and the couple."""
    if evidence.translation is None:
        return
    for one in evidence.translation.couples:
        if one.original is not None and one.translation is not None and one.tie in ties:
            yield one.original, one.translation, one


def lonely(found: Iterable[Couple], side: int, role: str) -> Iterator[tuple[Figure, Place]]:
    """Yield the figures of one text for which the other has none, each with its place."""
    for one in found:
        own, other = (one.translation, one.original) if side == TRANSLATION else (one.original, one.translation)
        if own is not None and other is None:
            yield own, Place(own.span, role, document=side)


def lonely_translated(evidence: Evidence, side: int, role: str) -> Iterator[tuple[Figure, Place]]:
    """Yield the figures of an original or its translation that must have a partner there and have none."""
    found = evidence.translation.couples if evidence.translation is not None else []
    return (
        (figure, place) for figure, place in lonely(found, side, role) if not (figure.is_soft or figure.is_optional)
    )


def places(original: Figure, translation: Figure) -> list[Place]:
    """Return both places, that of the translation first: it is what an editor can mend."""
    return [
        Place(translation.span, "translation", document=TRANSLATION),
        Place(original.span, "original", document=ORIGINAL),
    ]


def told(one: Figure) -> str:
    """Return what a figure says, with its bound: "more than 2,640,000", "7.7%"."""
    if one.value is None:
        low, high = one.values[0], one.values[-1]
        return f"{figure(low, one.unit)} to {figure(high, one.unit)}"
    words = "nearly" if one.is_near else _WORDS[one.bound]
    unit: Unit | str = "times" if one.unit.name == "multiple" else COUNT if one.unit.name == "ordinal" else one.unit
    return f"{words} {figure(one.value, unit)}".strip()


def _belies(original: Figure, translation: Figure) -> bool:
    """Say whether a bound on a rounded figure shuts out the figure itself: 20,343 as less than 20,000."""
    if original.unit.name != translation.unit.name or original.value is None or translation.value is None:
        return False
    over = original.value > translation.value
    return (translation.bound.is_lower and not over) or (translation.bound.is_upper and over)


def _tells_within(original: Figure, translation: Figure) -> bool:
    """Say whether a time is told as one within which something happens, which the other side may leave to "in"."""
    return original.text.endswith("内") or translation.text.lower().startswith("within")


def bound_gap(original: Figure, translation: Figure) -> tuple[str, float]:
    """Return what became of a bound (dropped, added, turned; "" where it stands) and how much it matters.

    A finer figure told as a rounder one with a bound is right: 12,794 is more than 12,700.
    """
    if original.value is None or translation.value is None:
        return "", 0
    rounded = original.digits != translation.digits
    a, b = original.bound, translation.bound
    if a is Bound.EXACT and b is Bound.EXACT:
        return "", 0
    if (
        {a, b} == {Bound.EXACT, Bound.AT_MOST}
        and original.unit.dimension == "time"
        and _tells_within(original, translation)
    ):
        return "", 0
    if b is Bound.EXACT and translation.leans is not None and translation.leans.is_lower == a.is_lower:
        return "", 0  # surpassing last year's 3.86 billion
    if (
        b is Bound.EXACT
        and translation.is_reached
        and a is Bound.AT_MOST
        and original.text.lower().startswith(_REACHED)
    ):
        return "", 0
    if b is Bound.EXACT and rounded and original.is_rounded and not _belies(translation, original):
        return "", 0
    if b is Bound.EXACT:
        return "dropped", SOFT if a is Bound.APPROX else LIKELY
    if a is Bound.EXACT:
        if rounded and _belies(original, translation):
            return "added", SURE
        if rounded or (original.leans is not None and original.leans.is_lower == b.is_lower):
            return "", 0
        if original.is_reached and b is Bound.AT_MOST and translation.text.lower().startswith(_REACHED):
            return "", 0
        return "added", SOFT if b is Bound.APPROX else LIKELY
    if Bound.APPROX in (a, b) or (original.is_near and translation.is_near):
        return "", 0
    return ("turned", SURE) if a.is_lower != b.is_lower else ("", 0)
