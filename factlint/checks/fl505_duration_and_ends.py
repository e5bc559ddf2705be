"""FL505: a duration that its end points do not make, counted either way."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.period import Basis, Period
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.92
_REACH = 7
_FISCAL = frozenset({"fiscal", "school", "academic", "season", "financial", "since"})


@check("FL505")
def duration_and_ends(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare a number of years with the years between two end points in brackets or apposition, both ways of counting."""
    for reading in evidence.readings:
        for number, claim in enumerate(evidence.in_sentence(reading)):
            quantity = claim.quantity
            if quantity is None or quantity.value is None or claim.kind is not Kind.DURATION:
                continue
            if quantity.unit.name != "year" or not isinstance(quantity.value, int):
                continue
            found = _ends(reading, number)
            if found is None:
                continue
            yield from _judge(evidence, card, claim, found)


def _judge(evidence: Evidence, card: Card, claim: Claim, period: Period) -> Iterator[Verdict]:
    assert period.start is not None and period.end is not None and claim.quantity is not None
    first, last = period.start.year, period.end.year
    span = last - first
    if span < 1:
        return
    holder = next((c for c in evidence.claims if c.kind is Kind.DATE and c.span == period.span), None)
    places = [evidence.place(claim, "duration"), Place(period.span, "end points", holder.index if holder else None)]
    words = f"{first} to {last} is {span + 1} years counting both ends, {span} otherwise"
    stated = claim.quantity.admitted()
    if stated.holds(span) or stated.holds(span + 1):
        yield card.tie(places, f"{words}; stated are {claim.quantity.value}")
        return
    yield card.conflict(
        places,
        "The duration does not fit its end points",
        f"{words}; stated are {claim.quantity.value}",
        confidence=CERTAIN,
    )


def _ends(reading: Reading, number: int) -> Period | None:
    """Return the pair of years right behind the duration, in brackets or after "from"."""
    place = reading.frames[number].place
    opened = False
    for element in reading.elements[place + 1 : place + _REACH]:
        if element.lower in _FISCAL or element.tag in (Tag.QUANTITY, Tag.VERB, Tag.AUXILIARY, Tag.SUBORDINATOR):
            return None
        if element.lower in {"(", "from", ","}:
            opened = True
        if element.tag is Tag.PERIOD:
            period = element.period
            if period is None or not period.is_resolved or period.basis in (Basis.FISCAL, Basis.SINCE, Basis.TRAILING):
                return None
            years = [part for part in _digits(period.text) if len(part) == 4]
            starts_with_from = period.text.lower().startswith(("from", "between"))
            return period if len(years) == 2 and (opened or starts_with_from) else None
    return None


def _digits(text: str) -> list[str]:
    parts = [""]
    for character in text:
        if character.isdigit():
            parts[-1] += character
        elif parts[-1]:
            parts.append("")
    return [part for part in parts if part]
