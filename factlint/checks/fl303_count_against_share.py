"""FL303: a count of a total does not make the share that is stated."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.kinds import KindsOfClass, kinds_of_class
from factlint.alignment.margins import margins
from factlint.alignment.parts import Proportion, proportions
from factlint.alignment.shares import NEAR_WHOLE, PartOfWhole, parts_of_wholes, shares_beside
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import TWOFOLD, apart, severity_of
from factlint.checks.wording import figure, interval
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.interval import Interval
from factlint.model.verdict import Verdict

CERTAIN = 0.95
BY_KINDS = 0.85
OPEN_LIST_ALLOWANCE = 3
"""A list of kinds may be open: even this multiple of its sum must fall short."""


@check("FL303")
def count_against_share(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare 100 n / N with the share, n being one count or the sum of the kinds listed under a class."""
    for proportion in proportions(evidence):
        verdict = _judge(evidence, card, proportion)
        if verdict is not None:
            yield verdict
    for tied in (*parts_of_wholes(evidence), *margins(evidence), *shares_beside(evidence)):
        verdict = _judge_near(evidence, card, tied)
        if verdict is not None:
            yield verdict
    for found in kinds_of_class(evidence):
        verdict = _judge_kinds(evidence, card, found)
        if verdict is not None:
            yield verdict


def _judge(evidence: Evidence, card: Card, found: Proportion) -> Verdict | None:
    part, whole, share = found.part.quantity, found.whole.quantity, found.share.quantity
    assert part is not None and whole is not None and share is not None
    ratio = in_base(part.admitted(round_reading=True).closed(), part).over(
        in_base(whole.admitted(round_reading=True).closed(), whole)
    )
    if ratio is None:
        return None
    implied, stated = ratio.scaled(100), share.admitted().closed()
    places = [
        evidence.place(found.part, "part"), evidence.place(found.whole, "whole"), evidence.place(found.share, "share"),
    ]  # fmt: skip
    words = f"{figure(part.middle, part.unit)} / {figure(whole.middle, whole.unit)} is {interval(implied, 'percent')}"
    if implied.meets(stated):
        return card.tie(places, f"{words}, stated is {interval(stated, 'percent')}")
    return card.conflict(
        places,
        "The count and its total do not make the share",
        f"{words}, and stated is {interval(stated, 'percent')}",
        confidence=CERTAIN,
        severity=Severity.ERROR,
    )


def _judge_near(evidence: Evidence, card: Card, found: PartOfWhole) -> Verdict | None:
    part, whole = found.part.quantity, found.whole.quantity
    implied, stated = found.implied(), found.stated()
    assert part is not None and whole is not None
    if implied is None:
        return None
    places = [
        evidence.place(found.part, "part"),
        evidence.place(found.share, "share"),
        evidence.place(found.whole, "rest" if found.is_rest else "whole"),
    ]
    divisor = figure(whole.middle, whole.unit)
    if found.is_rest:
        divisor = f"({figure(part.middle, part.unit)} + {divisor})"
    words = f"{figure(part.middle, part.unit)} / {divisor} is {interval(implied, 'percent')}"
    if implied.meets(stated):
        return card.tie(places, f"{words}, stated is {interval(stated, 'percent')}")
    is_sure = not found.needs_slip and (found.confidence >= NEAR_WHOLE or apart(implied, stated) < TWOFOLD)
    if not is_sure and not found.slipped():
        return None
    return card.conflict(
        places,
        "The part and the whole near by do not make the share",
        f"{words}, and stated is {interval(stated, 'percent')}",
        confidence=found.confidence,
        severity=severity_of(implied, stated, found.confidence),
    )


def _judge_kinds(evidence: Evidence, card: Card, found: KindsOfClass) -> Verdict | None:
    total, share = found.total.quantity, found.share.quantity
    assert total is not None and share is not None
    count = Interval.point(0)
    for kind in found.kinds:
        assert kind.quantity is not None
        count = count + kind.quantity.admitted().closed()
    whole = total.admitted().closed()
    if whole.low is None or whole.low <= 0 or count.high is None:
        return None
    most = Fraction(count.high) * 100 / Fraction(whole.low)
    stated = share.admitted()
    places = [
        evidence.place(found.share, "share"),
        evidence.place(found.total, "total"),
        *(evidence.place(kind, "kind") for kind in found.kinds),
    ]
    figures = " + ".join(figure(kind.quantity.middle) for kind in found.kinds if kind.quantity is not None)
    words = f"{figures} of {interval(total.stated())} is at most {figure(_ceiling(most), 'percent')}"
    allowance = 1 if found.is_closed else OPEN_LIST_ALLOWANCE
    if stated.low is None or most * allowance >= Fraction(stated.low):
        return None
    return card.conflict(
        places,
        f"The kinds listed do not make the share that is stated of {found.class_words}",
        f"{words}, and stated is {interval(share.stated(), 'percent')}"
        + ("" if found.is_closed else f"; even {allowance} times the sum would fall short"),
        confidence=BY_KINDS,
        severity=Severity.ERROR if found.is_closed else Severity.WARNING,
    )


def _ceiling(value: Fraction) -> Fraction:
    """Round up to two digits after the point, so that "at most" stays true."""
    scaled = value * 100
    return Fraction(-(-scaled.numerator // scaled.denominator), 100)
