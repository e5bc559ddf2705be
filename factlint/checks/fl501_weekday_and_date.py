"""FL501: a weekday and a full date that do not fall together."""

from collections.abc import Iterator
from datetime import date

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.claims.modality import may_commit_less
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.document import Block
from factlint.model.period import Grain
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CERTAIN, EVENT = 0.98, 0.9
LEAD = 2
"""How many sentences of prose make the lead, in which a bare weekday tells of the event itself."""


@check("FL501")
def weekday_and_date(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a weekday with the date it stands beside, or with the document's own event date in the lead."""
    for claim in evidence.claims:
        period = claim.period
        if claim.kind is not Kind.DATE or period is None:
            continue
        weekday = weekday_in(claim.text) if evidence.language == "en" else period.weekday
        if weekday is None:
            continue
        if (_has_year(claim.text) or period.has_year) and period.start is not None and period.grain is Grain.DAY:
            yield _verdict(card, [Place(claim.span, "weekday and date", claim.index)], weekday, period.start, CERTAIN)
        elif claim.text.strip().lower().removeprefix("on ") in WEEKDAYS:
            yield from _event(evidence, card, claim, weekday)


def _event(evidence: Evidence, card: Card, claim: Claim, weekday: int) -> Iterator[Verdict]:
    dateline = evidence.document.dateline
    if not dateline.is_event or dateline.date is None or dateline.span is None or claim.sentence not in _lead(evidence):
        return
    reading = evidence.reading_of.get(claim.sentence)
    if reading is None or may_commit_less(frozenset(one.lower for one in reading.elements), evidence.grammar):
        return  # "the board will meet again on Monday" tells of another day
    places = [
        Place(claim.span, "weekday", claim.index),
        Place(dateline.span, "date of the event", _claim_at(evidence, dateline.span)),
    ]
    yield _verdict(card, places, weekday, dateline.date, EVENT)


def _lead(evidence: Evidence) -> set[int]:
    """Return the first sentences of prose that no speaker says."""
    lead: set[int] = set()
    for sentence in evidence.document.sentences:
        if sentence.turn is not None or len(lead) >= LEAD:
            break
        text = sentence.span.of(evidence.document.text).rstrip()
        if sentence.block is Block.PROSE and text.endswith((".", "!", "”", '"')) and " " in text:
            lead.add(sentence.index)
    return lead


def _claim_at(evidence: Evidence, span: Span) -> int | None:
    return next((claim.index for claim in evidence.claims if claim.span.overlaps(span)), None)


def _verdict(card: Card, places: list[Place], weekday: int, day: date, confidence: float) -> Verdict:
    name, right = WEEKDAYS[weekday].capitalize(), WEEKDAYS[day.weekday()].capitalize()
    written = f"{day:%B} {day.day}, {day.year}"
    if day.weekday() == weekday:
        return card.tie(places, f"{written} is a {right}")
    return card.conflict(
        places, f"{written} is not a {name}", f"{written} is a {right}, stated is {name}", confidence=confidence
    )


def weekday_in(text: str) -> int | None:
    """Return the weekday named in the words of a date, 0 for Monday."""
    for word in text.lower().replace(",", " ").split():
        if word in WEEKDAYS:
            return WEEKDAYS.index(word)
    return None


def _has_year(text: str) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in text.replace(",", " ").split())
