"""FL307: a fraction in words and the percentage beside it do not agree: "one in five, or 35%"."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.fractions import fractions_beside_percents
from factlint.alignment.shares import percent_of
from factlint.checks.check import check
from factlint.checks.judging import quoted
from factlint.checks.wording import interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.92


@check("FL307")
def fraction_against_percent(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a fraction, as loose as its words are, with the percentage that stands for it."""
    for fraction, percent in fractions_beside_percents(evidence):
        a, b = percent_of(fraction), percent_of(percent)
        places = [evidence.place(fraction, "fraction"), evidence.place(percent, "percentage")]
        words = f"{quoted(evidence, fraction)} is {interval(a, 'percent')}"
        if a.meets(b):
            yield card.tie(places, f"{words}, stated is {interval(b, 'percent')}")
            continue
        yield card.conflict(
            places,
            "The fraction and the percentage beside it do not agree",
            f"{words}, and stated is {interval(b, 'percent')}",
            confidence=CERTAIN,
            severity=Severity.ERROR,
        )
