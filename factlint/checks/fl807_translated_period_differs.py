"""FL807: a translation names another quarter, month or year than the original."""

from collections import Counter
from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Couple, Tie
from factlint.checks.check import check
from factlint.checks.translated import ORIGINAL, SURE, TRANSLATION
from factlint.knowledge.card import Card
from factlint.model.figure import Months
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

_TOUCHES = (2, 5)  # characters between: 的, " in "
_NEAR = 14  # characters of Chinese between a period and the figure beside it

_MONTHS = "January February March April May June July August September October November December".split()


@check("FL807")
def translated_period_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the months, and the years, that sentences beside one another name: one on each side must be the same."""
    if evidence.translation is None:
        return
    is_reversed = evidence.translation.is_reversed
    for originals, translations, couples in evidence.translation.periods:
        if is_reversed:
            originals, translations, couples = translations, originals, [_turned(one) for one in couples]
        for of_years in (False, True):
            found = _other(originals, translations, couples, of_years=of_years)
            if found is not None:
                original, translation = found[::-1] if is_reversed else found
                yield card.conflict(
                    [
                        Place(translation.span, "translation", document=TRANSLATION),
                        Place(original.span, "original", document=ORIGINAL),
                    ],
                    "The translation names another period",
                    f"{original.text} is {_told(original)}, and {translation.text} is {_told(translation)}",
                    confidence=SURE,
                )


def _turned(one: Couple) -> Couple:
    return Couple(one.translation, one.original, one.tie)


def _other(
    originals: list[Months], translations: list[Months], couples: list[Couple], *, of_years: bool
) -> tuple[Months, Months] | None:
    """Return a period of the Chinese text and the other one that the English names in its place."""
    left = _left(originals, translations, of_years=of_years)
    right = _left(translations, originals, of_years=of_years)
    if len(left) == 1 and len(right) == 1:
        return next(iter(left.values())), next(iter(right.values()))
    days = [{key: one for key, one in side.items() if not one.is_day} for side in (left, right)]
    if len(days[0]) == 1 and len(days[1]) == 1:
        return next(iter(days[0].values())), next(iter(days[1].values()))
    if left and right:
        beside = _beside(list(left.values()), list(right.values()), couples)
        if beside is not None:
            return beside
    return _twice(originals, translations, of_years=of_years) or _attached(
        originals, translations, couples, of_years=of_years
    )


def _attached(
    originals: list[Months], translations: list[Months], couples: list[Couple], *, of_years: bool
) -> tuple[Months, Months] | None:
    """Return two periods that touch one figure: 第三季度的17.7%, 17.7 percent in the fourth quarter."""
    for one in couples:
        if one.original is None or one.translation is None or one.tie is not Tie.EQUAL or one.original.is_soft:
            continue
        start, end = one.original.span.start, one.translation.span.end
        own = [two for two in originals if 0 <= start - two.span.end <= _TOUCHES[0]]
        told = [two for two in translations if 0 <= two.span.start - end <= _TOUCHES[1]]
        own, told = ([two for two in side if bool(two.year) is of_years] for side in (own, told))
        if len(own) == 1 and len(told) == 1 and own[0].last != told[0].last and own[0].year == told[0].year:
            return own[0], told[0]
        if of_years and len(own) == 1 and len(told) == 1 and own[0].year != told[0].year:
            return own[0], told[0]
    return None


def _beside(left: list[Months], right: list[Months], couples: list[Couple]) -> tuple[Months, Months] | None:
    """Return two periods that the other side lacks and that stand beside one figure in both texts."""
    for one in couples:
        if one.original is None or one.translation is None or one.tie is not Tie.EQUAL or one.original.is_soft:
            continue
        original, translation = (
            _nearest(one.original.span, left, _NEAR),
            _nearest(one.translation.span, right, 2 * _NEAR),
        )
        if original is not None and translation is not None:
            return original, translation
    return None


def _nearest(figure: Span, periods: list[Months], reach: int) -> Months | None:
    """Return the one period within reach of a figure, None where there are none or several."""
    near = [one for one in periods if max(figure.start - one.span.end, one.span.start - figure.end) <= reach]
    return near[0] if len(near) == 1 else None


def _left(own: list[Months], other: list[Months], *, of_years: bool) -> dict[tuple[int, int, int], Months]:
    """Return the periods of one side that the other does not name; the end of a quarter may be told by its last month."""
    named = {(one.first, one.last, one.year) for one in other}
    ends = {one.last for one in other if not one.year}
    return {
        (one.first, one.last, one.year): one
        for one in own
        if bool(one.year) is of_years
        and not one.is_implied
        and (one.first, one.last, one.year) not in named
        and not (one.first == one.last and one.last in ends and not one.year)
        and not (not one.year and any(two.first == two.last == one.last for two in other if not two.year))
    }


def _twice(originals: list[Months], translations: list[Months], *, of_years: bool) -> tuple[Months, Months] | None:
    """Return the one period of the original for which the translation, naming as many, has another or one of its own again."""
    sides = [
        [one for one in side if bool(one.year) is of_years and not one.is_implied] for side in (originals, translations)
    ]
    if len(sides[0]) != len(sides[1]):
        return None
    keys = [[(one.first, one.last, one.year) for one in side] for side in sides]
    counts = [Counter(side) for side in keys]
    more = [counts[0] - counts[1], counts[1] - counts[0]]
    if sum(more[0].values()) != 1 or sum(more[1].values()) != 1:
        return None
    original, translation = (
        next(one for one, key in zip(reversed(side), reversed(names), strict=True) if key in extra)
        for side, names, extra in zip(sides, keys, more, strict=True)
    )
    is_end = original.last == translation.last and translation.first == translation.last
    return None if not of_years and is_end else (original, translation)


def _told(one: Months) -> str:
    if one.year:
        return str(one.year)
    first, last = _MONTHS[one.first - 1], _MONTHS[one.last - 1]
    return first if first == last else f"{first} to {last}"
