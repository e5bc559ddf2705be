"""FL306: a majority, most or a minority is told with a share that is none."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.majorities import majorities
from factlint.checks.check import check
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.88
HALF = 50


@check("FL306")
def majority_against_share(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the share beside the word, or the count of its total, with one half."""
    more, less = Interval(HALF, None, low_open=True), Interval(None, HALF, high_open=True)
    for found in majorities(evidence):
        wanted = less if found.is_minority else more
        places = [evidence.place(found.part, "share" if found.whole is None else "part")]
        stated = interval(found.share, "percent")
        if found.whole is not None and found.whole.quantity is not None and found.part.quantity is not None:
            places.append(evidence.place(found.whole, "whole"))
            stated = f"{figure(found.part.quantity.middle)} of {figure(found.whole.quantity.middle)} is {stated}"
        places.append(Place(found.span, "word"))
        word = evidence.quote(found.span).lower()
        if found.share.closed().meets(wanted):
            yield card.tie(places, f"{stated}: {word} fits")
            continue
        side = "less" if found.is_minority else "more"
        yield card.conflict(
            places,
            f"The figure is no {'minority' if found.is_minority else 'majority'}",
            f"{stated}, and “{word}” means {side} than {figure(HALF, 'percent')}",
            confidence=CERTAIN,
            severity=Severity.WARNING,
        )
