"""FL509: a day that is told from the text's own day and lies elsewhere: next Tuesday, June 4."""

from collections.abc import Iterator
from datetime import date, timedelta

from factlint.alignment import Evidence
from factlint.alignment.calendar_ties import NAMES, Day, told_days, window
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.88
_SLACK = timedelta(2)
"""A text may be filed, or printed, two days from the day of which it speaks."""


@check("FL509")
def day_against_dateline(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare "next Tuesday, June 4" and "tomorrow, June 4" with the two weeks, or the day, that the dateline leaves."""
    dateline = evidence.document.dateline
    if dateline.date is None:
        return
    for day in told_days(evidence):
        places = [place_at(evidence, day.span, "day")]
        if dateline.span is not None:
            places.append(place_at(evidence, dateline.span, "date of the text"))
        yield _judge(card, places, day, dateline.date)


def _judge(card: Card, places: list[Place], day: Day, today: date) -> Verdict:
    first, last = window(day, today)
    meant = min(
        (found for year in (today.year - 1, today.year, today.year + 1) if (found := day.on(year)) is not None),
        key=lambda found: abs((found - today).days),
    )
    words = f"{_written(meant)} is a {NAMES[meant.weekday()]}, {_distance(meant, today)} {_written(today)}"
    if day.weekday is not None and meant.weekday() != day.weekday:
        said = f"The day is not a {NAMES[day.weekday]}"
        return card.conflict(places, said, f"{words}; stated is {NAMES[day.weekday]}", confidence=CERTAIN)
    if first - _SLACK <= meant <= last + _SLACK:
        return card.tie(places, words)
    said = f"The day is not “{day.word}{' ' + NAMES[day.weekday] if day.weekday is not None else ''}”, seen from the date of the text"
    bounds = f"{_written(first)} to {_written(last)}" if first != last else _written(first)
    return card.conflict(places, said, f"{words}; “{day.word}” is {bounds}", confidence=CERTAIN)


def _written(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _distance(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return "the same day as"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'}"
