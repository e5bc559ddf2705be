"""Of what time a figure speaks: stated in its clause, inherited from the sentence or paragraph, or assumed."""

from collections.abc import Sequence

from factlint.claims.chunks import (
    ADVERB,
    AUXILIARY,
    COMPARISON,
    CONJUNCTION,
    DETERMINER,
    NOUN,
    PERIOD,
    QUANTITY,
    SUBORDINATOR,
    VERB,
    Element,
)
from factlint.model.claim import Claim, How
from factlint.model.period import Basis, Period
from factlint.model.record import dataclass

_AGAINST = frozenset({"from", "than", "against", "versus", "vs", "to", "compared", "over", "with"})
_COMPARED = frozenset({"compared", "relative", "versus", "vs", "than", "against"})
_EARLIER = frozenset({"prior", "previous", "last", "earlier", "ago", "preceding", "before"})
_REACH_RIGHT = 9
_AT = frozenset({"at", "in", "for", "on", "during"})


@dataclass(slots=True)
class When:
    """The period of a figure, how it is known, and what a change is measured against."""

    period: Period | None
    how: How
    comparison: str = ""
    against: Period | None = None


def tell_when(elements: Sequence[Element], place: int, *, is_change: bool, inherited: Period | None) -> When:
    """Return the period of the figure at this element.

    The nearest period to its right before another figure or clause, else the nearest to its left; a period after "from"
    or "than" beside a change tells what it is measured against.
    """
    found = When(inherited, How.INHERITED if inherited is not None else How.ASSUMED)
    right = _right(elements, place, found, is_change=is_change)
    if right is None:
        right = _left(elements, place, found)
    if right is not None:
        found.period, found.how = right, How.STATED
    return found


def _is_measure_of_time(period: Period) -> bool:
    return period.recurring


def _points_back(period: Period) -> bool:
    text = period.text.lower()
    is_earlier = bool(_EARLIER & set(text.replace("-", " ").split()))  # the same quarter prior year: a time of its own
    return not period.is_resolved and not is_earlier and text.startswith(("the same", "that ", "this same"))


def _right(elements: Sequence[Element], place: int, found: When, *, is_change: bool) -> Period | None:
    """Return the nearest period on the right; what a change is measured against is noted on the way."""
    period: Period | None = None
    for at in range(place + 1, min(place + _REACH_RIGHT, len(elements))):
        element = elements[at]
        if element.tag is COMPARISON:
            found.comparison = found.comparison or element.lower
        elif element.tag is PERIOD and element.period is not None:
            if _is_measure_of_time(element.period) or _points_back(element.period):
                continue
            if _is_against(elements, at, is_change=is_change):
                found.against = found.against or element.period
                found.comparison = found.comparison or "versus"
            elif period is None:
                period = element.period
        elif _ends_reach(elements, at, place):
            break
    return period


def _ends_reach(elements: Sequence[Element], at: int, place: int) -> bool:
    """Say whether the words that belong to a figure end here: another figure, a new clause, a new verb."""
    element = elements[at]
    if element.tag is QUANTITY:
        between = elements[place + 1 : at]  # a list of figures shares what follows it
        return not all(e.tag in (CONJUNCTION, ADVERB) or e.lower == "," for e in between)
    if element.tag is SUBORDINATOR or element.lower in {";", ":"}:
        return True
    if element.lower == "," and at + 1 < len(elements):
        following = elements[at + 1]
        if following.tag is CONJUNCTION and at + 2 < len(elements) and elements[at + 2].tag not in (QUANTITY, ADVERB):
            return True  # ", and over the past five years they rose": another clause
        return following.tag not in (QUANTITY, CONJUNCTION, COMPARISON, ADVERB) and not _is_comparing(following)
    return element.tag in (VERB, AUXILIARY) and at > place + 4 and not _is_comparing(element)


def _is_comparing(element: Element) -> bool:
    return element.lower in _COMPARED


def _left(elements: Sequence[Element], place: int, found: When) -> Period | None:
    for at in range(place - 1, -1, -1):
        element = elements[at]
        if element.tag is COMPARISON and place - at <= 4:
            found.comparison = found.comparison or element.lower
        if element.tag is PERIOD and element.period is not None:
            if _is_measure_of_time(element.period) or _is_against(elements, at, is_change=True):
                continue
            if _points_back(element.period):
                continue  # "in the same period": the one before it
            return element.period
        if element.lower == ";":
            return None
    return None


def _is_against(elements: Sequence[Element], at: int, *, is_change: bool) -> bool:
    """Say whether a period tells what a figure is compared with: from the fourth quarter, compared to 2021."""
    period = elements[at].period
    if period is not None and period.basis in (Basis.AS_OF, Basis.TRAILING, Basis.SINCE):
        return False
    before = at - 1
    if elements[before].lower in _AT and before and elements[before - 1].lower in _COMPARED:
        return True  # "lower than at the end of 2013"
    while before >= 0 and elements[before].tag in (DETERMINER, ADVERB, NOUN) and at - before < 4:
        before -= 1
    if before < 0:
        return False
    word = elements[before].lower
    if word in _COMPARED:
        return True
    if word in {"to", "with"} and before and elements[before - 1].lower == "compared":
        return True
    return is_change and word in _AGAINST and word not in {"to", "with"}


def fronted(elements: Sequence[Element]) -> Period | None:
    """Return the period that opens a sentence and rules what follows: "In the first quarter of 2023, ..."."""
    for at, element in enumerate(elements[:8]):
        if element.tag is PERIOD and element.period is not None and not element.period.recurring:
            return element.period if not _is_against(elements, at, is_change=False) else None
        if element.tag in (VERB, AUXILIARY, QUANTITY, SUBORDINATOR):
            return None
    return None


def is_of_now(claim: Claim) -> bool:
    """Say whether a claim speaks of the time that the text goes on to speak of, and of no earlier one."""
    if claim.role in ("from", "than", "bracket") or claim.period is None:
        return False
    return not _EARLIER & set(claim.period.text.lower().replace("-", " ").split())
