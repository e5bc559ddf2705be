"""FL312: levels and shares told in parallel imply wholes of which one is far out of line."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.claims.build import Reading
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.finding import Severity
from factlint.model.record import dataclass
from factlint.model.verdict import Verdict

OUT_OF_LINE = 100
"""By how many times the odd whole must differ from all its siblings."""
LEAST_SIBLINGS = 3
REACH = 12
"""How many sentences back the levels may stand."""
CERTAIN = 0.9


@dataclass(slots=True)
class _Whole:
    level: Claim
    share: Claim
    size: Fraction


@check("FL312")
def implied_wholes(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Divide each level of a parallel list by its share and compare the wholes."""
    for reading in evidence.readings:
        for dealing in reading.dealings:
            shares = [evidence.claims[reading.claims[number]] for number in dealing.quantities]
            if len(shares) < LEAST_SIBLINGS or not all(_is_share(share) for share in shares):
                continue
            wholes = _pair_up(evidence, reading, shares)
            if len(wholes) < LEAST_SIBLINGS:
                continue
            yield from _judge(evidence, card, wholes)


def _is_share(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.unit.is_percent
        and claim.kind in (Kind.SHARE, Kind.RATE)
        and quantity.middle > 0
    )


def _pair_up(evidence: Evidence, reading: Reading, shares: list[Claim]) -> list[_Whole]:
    """Give each share the level near by that its own words fit best; a level serves one share only."""
    sentence = reading.parse.sentence.index
    levels = [
        claim
        for claim, quantity in evidence.around(sentence, REACH)
        if claim.kind is Kind.LEVEL
        and sentence - REACH <= claim.sentence <= sentence
        and claim.index < shares[0].index
        and quantity.unit.dimension not in ("percent", "percentage_point", "time")
        and quantity.middle > 0
        and claim.role not in ("from", "than")
    ]
    scored = sorted(
        (
            (-_fit(evidence, level, share), share.index, level.index, level, share)
            for share in shares
            for level in levels
            if _fit(evidence, level, share) > 0
        ),
        key=lambda item: item[:3],
    )
    taken: set[int] = set()
    wholes = []
    for _, _, _, level, share in scored:
        if level.index in taken or share.index in taken:
            continue
        taken |= {level.index, share.index}
        assert level.quantity is not None and share.quantity is not None
        wholes.append(_Whole(level, share, Fraction(level.quantity.middle) * 100 / Fraction(share.quantity.middle)))
    units = {whole.level.quantity.unit.name for whole in wholes if whole.level.quantity is not None}
    return sorted(wholes, key=lambda whole: whole.share.index) if len(units) == 1 else []


def _fit(evidence: Evidence, level: Claim, share: Claim) -> float:
    grammar = evidence.grammar
    shared = {word for word in level.measure.words & share.measure.words if word not in grammar.general}
    only_level = level.measure.words - share.measure.words
    only_share = share.measure.words - level.measure.words
    if not shared:
        return 0
    parted = any(
        grammar.contrasts.get(x, frozenset()) & grammar.contrasts.get(y, frozenset())
        for x in only_level
        for y in only_share
    )
    return 0 if parted else len(shared) - 0.4 * len(only_level) - 0.1 * len(only_share) + 1


def _judge(evidence: Evidence, card: Card, wholes: list[_Whole]) -> Iterator[Verdict]:
    places = [evidence.place(whole.level, "level") for whole in wholes]
    places += [evidence.place(whole.share, "share") for whole in wholes]
    words = "; ".join(_words(whole) for whole in wholes)
    odd = [whole for whole in wholes if all(_far(whole, other) for other in wholes if other is not whole)]
    if len(odd) != 1:
        if not odd:
            yield card.tie(places, words)
        return
    rest = [whole for whole in wholes if whole is not odd[0]]
    if any(_far(a, b) for a in rest for b in rest):
        return
    first = [evidence.place(odd[0].level, "level"), evidence.place(odd[0].share, "share")]
    yield card.conflict(
        [*first, *(place for place in places if place not in first)],
        "One of the wholes that levels and shares imply is out of line",
        words,
        confidence=CERTAIN,
        severity=Severity.ERROR,
    )


def _far(a: _Whole, b: _Whole) -> bool:
    return max(a.size, b.size) > min(a.size, b.size) * OUT_OF_LINE


def _words(whole: _Whole) -> str:
    level, share = whole.level.quantity, whole.share.quantity
    assert level is not None and share is not None
    size = figure(round(whole.size), level.unit)
    return f"{figure(level.middle, level.unit)} at {figure(share.middle, 'percent')} means a whole of {size}"
