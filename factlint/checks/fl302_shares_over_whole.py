"""FL302: shares of one whole add up to more than all of it, or, with nothing left out, to less."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.whole_shares import compared_shares, whole_shares
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

COMPLETE, PARTS = 0.9, 0.85
WHOLE = Interval.point(100)
UP_TO_WHOLE = Interval(None, 100)


@check("FL302")
def shares_over_whole(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Add up the shares, each with its rounding, and compare the sum with 100%."""
    for found in (*whole_shares(evidence), *compared_shares(evidence)):
        added = Interval.point(0)
        figures = []
        for share in found.shares:
            assert share.quantity is not None
            added = added + share.quantity.admitted().closed()
            figures.append(figure(share.quantity.middle))
        places = [evidence.place(share, "share") for share in found.shares]
        words = f"{' + '.join(figures)} is {interval(added, 'percent')}"
        wanted = WHOLE if found.is_complete else UP_TO_WHOLE
        if added.meets(wanted):
            if found.is_complete:
                yield card.tie(places, f"{words}, and the whole is 100%")
            continue
        yield card.conflict(
            places,
            "The shares do not make one whole" if found.is_complete else "The shares add up to more than their whole",
            f"{words}, and the whole is 100%",
            confidence=COMPLETE if found.is_complete else PARTS,
            severity=Severity.ERROR,
        )
