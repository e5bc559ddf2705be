"""FL807: a translation names another quarter, month or year than the original."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.translated import ORIGINAL, SURE, TRANSLATION
from factlint.knowledge.card import Card
from factlint.model.figure import Months
from factlint.model.verdict import Place, Verdict

_MONTHS = "January February March April May June July August September October November December".split()


@check("FL807")
def translated_period_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the months, and the years, that sentences beside one another name: one on each side must be the same."""
    if evidence.translation is None:
        return
    for originals, translations in evidence.translation.periods:
        for of_years in (False, True):
            left = _left(originals, translations, of_years=of_years)
            right = _left(translations, originals, of_years=of_years)
            if len(left) == 1 and len(right) == 1:
                (original,), (translation,) = left.values(), right.values()
                yield card.conflict(
                    [
                        Place(translation.span, "translation", document=TRANSLATION),
                        Place(original.span, "original", document=ORIGINAL),
                    ],
                    "The translation names another period",
                    f"{original.text} is {_told(original)}, and {translation.text} is {_told(translation)}",
                    confidence=SURE,
                )


def _left(own: list[Months], other: list[Months], *, of_years: bool) -> dict[tuple[int, int, int], Months]:
    """Return the periods of one side that the other does not name; the end of a quarter may be told by its last month."""
    named = {(one.first, one.last, one.year) for one in other}
    ends = {one.last for one in other if not one.year}
    return {
        (one.first, one.last, one.year): one
        for one in own
        if bool(one.year) is of_years
        and (one.first, one.last, one.year) not in named
        and not (one.first == one.last and one.last in ends and not one.year)
        and not (not one.year and any(two.first == two.last == one.last for two in other if not two.year))
    }


def _told(one: Months) -> str:
    if one.year:
        return str(one.year)
    first, last = _MONTHS[one.first - 1], _MONTHS[one.last - 1]
    return first if first == last else f"{first} to {last}"
