"""The judging of multiples in words, for the rules on doubled and on times."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.multiples import Multiple
from factlint.checks.judging import quoted
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

CERTAIN = 0.92


def judge_multiple(evidence: Evidence, card: Card, found: Multiple) -> Iterator[Verdict]:
    """Compare the ratio of the two levels with every ratio that the words allow."""
    implied = found.implied()
    current, previous = found.current.quantity, found.previous.quantity
    assert current is not None and previous is not None
    if implied is None:
        return
    places = [
        evidence.place(found.ratio, "multiple"),
        evidence.place(found.current, "level"),
        evidence.place(found.previous, "level before"),
    ]
    before = previous.value if previous.value is not None else previous.middle
    words = f"{figure(current.middle, current.unit)} / {figure(before, previous.unit)} is {interval(implied)}"
    said = f"{quoted(evidence, found.ratio)} is {' or '.join(interval(reading) for reading in found.readings)}"
    if any(implied.meets(reading) for reading in found.readings):
        yield card.tie(places, f"{words}, {said}")
        return
    yield card.conflict(
        places,
        "The multiple does not follow from the two levels",
        f"{words}, and {said}",
        confidence=CERTAIN,
        severity=Severity.ERROR,
    )
