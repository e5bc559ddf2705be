"""FL502: a weekday and a day without a year that fall together in no year that can be meant."""

from collections.abc import Iterator
from itertools import pairwise

from factlint.alignment import Evidence
from factlint.alignment.calendar_ties import NAMES, Day, weekday_days
from factlint.alignment.written import compiled, place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.document import after_empty_line
from factlint.model.verdict import Verdict

BY_DATELINE, BY_NEIGHBOUR = 0.9, 0.93
_YEAR_CYCLE = range(2000, 2028)
"""After 28 years the calendar repeats itself."""
_NEAR = 160
_PARAGRAPH = 2000
_SEASON = 120
"""How many days may lie between two days that one sentence names, over the year's end too."""


@check("FL502")
def weekday_and_day(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Try the year of the text and the years beside it; of two days named in one breath, one year must fit both."""
    days = list(weekday_days(evidence))
    today = evidence.document.dateline.date
    if today is None:
        for first, second in pairwise(days):
            yield from _together(evidence, card, first, second)
        return
    years = (today.year - 1, today.year, today.year + 1)
    for day in days:
        if not _is_of_another_time(evidence, day, years):
            yield _against_years(evidence, card, day, years)


def _against_years(evidence: Evidence, card: Card, day: Day, years: tuple[int, ...]) -> Verdict:
    assert day.weekday is not None
    falls = day.weekdays(years)
    places = [place_at(evidence, day.span, "weekday and day")]
    told = ", ".join(f"in {year} a {NAMES[weekday]}" for year, weekday in falls.items())
    if day.weekday in falls.values():
        return card.tie(places, f"the day is {told}")
    return card.conflict(
        places,
        f"The day is not a {NAMES[day.weekday]}",
        f"the day is {told}; stated is {NAMES[day.weekday]}",
        confidence=BY_DATELINE,
    )


def _is_of_another_time(evidence: Evidence, day: Day, years: tuple[int, ...]) -> bool:
    """Say whether the paragraph names a year before the day that lies elsewhere: it tells of that year."""
    text = evidence.document.text
    start = after_empty_line(text, max(day.span.start - _PARAGRAPH, 0), day.span.start)
    named = compiled(r"(?<![\d,.])(?:1[89]|20)\d\d(?![\d,])").findall(text, start, day.span.start)
    return any(int(year) not in years for year in named)


def _together(evidence: Evidence, card: Card, first: Day, second: Day) -> Iterator[Verdict]:
    """Compare two days of one sentence: the days between them are the same in every year but for a leap day."""
    text = evidence.document.text
    between = text[first.span.end : second.span.start]
    if len(between) > _NEAR or any(mark in between for mark in (". ", "\n", "\r", "? ", "! ")):
        return
    assert first.weekday is not None and second.weekday is not None
    places = [place_at(evidence, first.span, "day"), place_at(evidence, second.span, "day")]
    if (second.month, second.day) == (first.month, first.day):
        return
    for year in _YEAR_CYCLE:
        one = first.on(year)
        if one is None or one.weekday() != first.weekday:
            continue
        for following in (year - 1, year, year + 1):
            other = second.on(following)
            if other is not None and other.weekday() == second.weekday and abs((other - one).days) <= _SEASON:
                yield card.tie(places, f"in {year}, as an example, both fall so")
                return
    follows = (second.month, second.day) > (first.month, first.day)
    steps = sorted(
        {
            (other - one).days
            for year in _YEAR_CYCLE
            if (one := first.on(year)) is not None and (other := second.on(year if follows else year + 1)) is not None
        }
    )
    fits = sorted({(first.weekday + step) % 7 for step in steps})
    yield card.conflict(
        places,
        "The two days do not fall so in any year",
        f"from the first day to the second are {' or '.join(str(step) for step in steps)} days; from a {NAMES[first.weekday]} "
        f"they lead to a {' or '.join(NAMES[day] for day in fits)}, stated is {NAMES[second.weekday]}",
        confidence=BY_NEIGHBOUR,
    )
