"""FL506: an age that the years of birth and of the event do not make."""

from collections.abc import Iterator
from itertools import chain

from factlint.alignment import Evidence
from factlint.alignment.ages import Life, Moment, ages_between, lives
from factlint.alignment.biographies import lives_apart
from factlint.alignment.written import place_at
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

CERTAIN, BY_DATELINE = 0.93, 0.88


@check("FL506")
def age(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Subtract the year of birth from the year told, or from that of the text."""
    dateline = evidence.document.dateline
    for life in chain(lives(evidence), lives_apart(evidence)):
        at = life.at
        if at is None:
            if dateline.date is None or dateline.span is None:
                continue
            at = Moment(dateline.span, dateline.date.year, dateline.date if life.born.day is not None else None)
        yield _judge(evidence, card, life, at)


def _judge(evidence: Evidence, card: Card, life: Life, at: Moment) -> Verdict:
    ages = ages_between(life.born, at)
    places = [
        place_at(evidence, life.age_span, "age"),
        place_at(evidence, life.born.span, "birth"),
        place_at(evidence, at.span, "date of the text" if life.at is None else "year"),
    ]
    made = f"{ages[0]}" if len(ages) == 1 else f"{ages[0]} or {ages[-1]}"
    words = f"{at.year} - {life.born.year} = {at.year - life.born.year}, so the age is {made}; stated is {life.age}"
    if life.age in ages:
        return card.tie(places, words)
    return card.conflict(
        places, "The age does not fit the years", words, confidence=BY_DATELINE if life.at is None else CERTAIN
    )
