"""A margin with the profit and the revenue that it is made of, told in the sentences around it."""

from bisect import bisect_left
from collections.abc import Iterator

from factlint.alignment.evidence import Evidence
from factlint.alignment.joints import between, is_plain, same_time, same_unit
from factlint.alignment.shares import PartOfWhole
from factlint.claims.build import Reading
from factlint.claims.chunks import Tag
from factlint.model.claim import Claim, How, Kind, Modality
from factlint.model.record import dataclass

BY_MARGIN = 0.82
_REACH_PROFIT, _REACH_REVENUE = 8, 40
_BEHIND = 3
_SOON = 2  # figures from a profit to the margin of its own breath
_CROWD = 24  # amounts within reach: farther ones are not looked at
_LOOSE = frozenset({"segment"})
_OF_COMPANY = frozenset({"net", "pretax", "pre"})
_TOTAL = frozenset({"total", "overall", "consolidated", "company", "our", "group"})
_BASES = frozenset({"adjusted", "constant"})
_ASIDE = ("from", "than", "per", "by", "bracket")


@dataclass(slots=True)
class Money:
    """An amount of profit or revenue, or a margin: what sort it is of, and whose."""

    claim: Claim
    sorts: frozenset[str]  # gross, operating, net, EBITDA
    owners: frozenset[str]  # the segment or product, where it is named
    is_total: bool = False  # said to be of the whole company


def margins(evidence: Evidence) -> Iterator[PartOfWhole]:
    """Yield each margin with the nearest profit of its sort and the nearest revenue of the same owner."""
    turn: object = None
    profits: list[Money] = []
    revenues: list[Money] = []
    asked: list[Money] = []
    sentences = evidence.document.sentences
    for reading in evidence.readings:
        sentence = sentences[reading.parse.sentence.index]
        if (sentence.turn, sentence.section) != turn:
            yield from _answered(asked, profits, revenues)
            turn, profits, revenues, asked = (sentence.turn, sentence.section), [], [], []
        for number, claim in enumerate(evidence.in_sentence(reading)):
            found = _told(evidence, reading, number, claim)
            if found is not None:
                {"margin": asked, "profit": profits, "revenue": revenues}[found[0]].append(found[1])
    yield from _answered(asked, profits, revenues)


def _told(evidence: Evidence, reading: Reading, number: int, claim: Claim) -> tuple[str, Money] | None:
    """Return whether a figure is a margin, a profit or a revenue, with its sort and owner."""
    if not is_plain(claim) or claim.modality is not Modality.ASSERTED or claim.role in _ASIDE or claim.quantity is None:
        return None
    if claim.comparison and claim.quantity.unit.is_percent:
        return None
    if claim.quantity.is_range or claim.quantity.unit.per or claim.quantity.per_item:
        return None
    lists = evidence.arithmetic.words
    words = _words(reading, number, claim)
    never = lists["margins.never"] - ({"tax"} if words & {"pre", "before"} else set())
    if words & never:
        return None
    sorts = frozenset(words & lists["margins.sorts"])
    generic = lists["margins.margin"] | lists["margins.profit"] | lists["margins.revenue"] | lists["margins.sorts"]
    stem = evidence.grammar.stem
    owners = frozenset(
        stem(word)
        for word in words
        if word not in generic and word not in lists["margins.plain"] and stem(word) not in evidence.grammar.telling
    )
    total = bool(words & _TOTAL)
    if claim.quantity.unit.is_percent:
        is_named = words & lists["margins.margin"] or ("percentage" in words and words & lists["margins.profit"])
        if claim.kind in (Kind.RATE, Kind.SHARE) and is_named:
            return "margin", Money(claim, sorts, owners, total)
        return None
    if not claim.quantity.unit.is_money or claim.kind is not Kind.LEVEL or words & lists["margins.margin"]:
        return None
    if words & lists["margins.profit"]:
        return "profit", Money(claim, sorts, owners, total)
    if words & lists["margins.revenue"] and not sorts - {"net"}:
        return "revenue", Money(claim, sorts, owners, total)
    return None


def _words(reading: Reading, number: int, claim: Claim) -> set[str]:
    """Return the words that name a figure: those of its measure, else the nouns of its own clause."""
    if claim.measure.words:
        text = claim.measure.text.lower().replace("-", " ")
        return {word for word in text.split() if any(character.isalpha() for character in word)}
    ahead = between(reading, number - 1, number)
    cut = max(
        (at + 1 for at, e in enumerate(ahead) if e.tag is Tag.SUBORDINATOR or e.lower in {";", "(", "while"}), default=0
    )
    return {part for e in ahead[cut:] if e.tag is Tag.NOUN for part in e.lower.split("-")}


def _answered(asked: list[Money], profits: list[Money], revenues: list[Money]) -> Iterator[PartOfWhole]:
    """Yield what fits the margin where something does; else the only profit and revenue that may be meant."""
    for margin in asked:
        near = profits[max(bisect_left(profits, margin.claim.sentence - _REACH_PROFIT, key=_sentence), 0) :]
        tried: list[PartOfWhole] = []
        sure = False
        for profit in near[:_CROWD]:
            if not _is_profit_of(profit, margin):
                continue
            first = max(bisect_left(revenues, profit.claim.sentence - _REACH_REVENUE, key=_sentence), 0)
            for revenue in revenues[first : first + _CROWD]:
                if _is_revenue_of(revenue, profit, margin):
                    tried.append(PartOfWhole(profit.claim, margin.claim, revenue.claim, BY_MARGIN, needs_slip=True))
                    sure = sure or _is_sure(revenue, profit, margin)
        found = next((one for one in tried if one.agrees()), None)
        if found is None and len({(_value(one.part), _value(one.whole)) for one in tried}) == 1:
            found = tried[0] if sure else None
            if found is not None and found.part.sentence == found.share.sentence == found.whole.sentence:
                found.needs_slip = not any(_is_same_breath(profit, margin) for profit in near[:_CROWD])
            elif found is not None:
                times = [found.part.period_how, found.share.period_how, found.whole.period_how]
                found.needs_slip = any(how is not How.STATED for how in times)
        if found is not None:
            yield found


def _is_profit_of(profit: Money, margin: Money) -> bool:
    """Say whether a profit is of the margin's sort, owner and time, told before it or soon behind it."""
    if _is_same_breath(profit, margin):
        return True
    gap = margin.claim.sentence - profit.claim.sentence
    if not -_BEHIND <= gap <= _REACH_PROFIT or (profit.sorts ^ margin.sorts) - _LOOSE:
        return False
    if same_time(profit.claim, margin.claim) == "other" or not _go_together(profit.owners, margin.owners):
        return False
    return not (profit.claim.bases ^ margin.claim.bases) & _BASES


def _is_same_breath(profit: Money, margin: Money) -> bool:
    """Say whether a margin of no sort of its own is told right behind a profit: EBITDA was 186 on revenue of 930, a margin of 20%."""
    return (
        not margin.sorts
        and not margin.owners
        and margin.claim.sentence == profit.claim.sentence
        and 0 < margin.claim.index - profit.claim.index <= _SOON
    )


def _is_revenue_of(revenue: Money, profit: Money, margin: Money) -> bool:
    """Say whether a revenue is of the same owner and time as the profit."""
    gap = profit.claim.sentence - revenue.claim.sentence
    if not -_BEHIND <= gap <= _REACH_REVENUE or not same_unit(revenue.claim, profit.claim):
        return False
    if "other" in (same_time(revenue.claim, margin.claim), same_time(revenue.claim, profit.claim)):
        return False
    return _go_together(revenue.owners, margin.owners | profit.owners)


def _is_sure(revenue: Money, profit: Money, margin: Money) -> bool:
    """Say whether all three are of one named owner, or of the whole company."""
    if _is_same_breath(profit, margin) and revenue.claim.sentence == margin.claim.sentence:
        return True
    owners = profit.owners | margin.owners
    if owners or revenue.owners:
        return bool(owners & revenue.owners)
    return profit.is_total or margin.is_total or (revenue.is_total and bool(profit.sorts & _OF_COMPANY))


def _go_together(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first


def _sentence(money: Money) -> int:
    return money.claim.sentence


def _value(claim: Claim) -> object:
    return None if claim.quantity is None else claim.quantity.middle
