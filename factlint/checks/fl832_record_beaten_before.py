"""FL832: a record that is none: the archive tells a higher value for an earlier time."""

from collections import defaultdict
from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.archived import ArchiveEvidence, Said, Series
from factlint.alignment.packing import Told
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.interval import Interval
from factlint.model.period import Grain
from factlint.model.verdict import Verdict

CONFIDENCE = 0.85


@check("FL832")
def record_beaten_before(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each record with the values of its measure for earlier times, of the same season where a year has several."""
    if not isinstance(evidence, ArchiveEvidence):
        return
    for series in evidence.series:
        said = series.said
        quantity = series.claim.quantity
        if said is None or quantity is None or quantity.is_range:
            continue
        earlier = _earlier(series, said)
        beaten = [group for group in earlier if all(_beats(told.claim, series.claim, said) for told in group)]
        side, word = ("above", "highest") if said.is_high else ("below", "lowest")
        own = evidence.place(series.claim, "record")
        if not beaten:
            if earlier:
                last = earlier[-1][-1]
                yield card.tie([own, evidence.place(last.claim, "earlier value")],
                               f"{shown(_values(last.claim), last.claim)} does not lie {side} {shown(_values(series.claim), series.claim)}")  # fmt: skip
            continue
        best = beaten[-1]
        since = f" since {said.since}" if said.since is not None else ""
        yield card.conflict(
            [own, *(evidence.place(told.claim, "earlier value") for told in best[:3])],
            f"It is not the {word}{since}",
            f"{shown(_values(best[0].claim), best[0].claim)} lies {side} {shown(_values(series.claim), series.claim)}",
            confidence=CONFIDENCE,
        )


def _earlier(series: Series, said: Said) -> list[list[Told]]:
    """Return the values of earlier times that the record covers, those of one time together, in the order of time."""
    groups: dict[object, list[Told]] = defaultdict(list)
    own = series.claim.period
    assert own is not None and own.start is not None
    for told in series.others:
        period = told.claim.period
        assert period is not None and period.start is not None and period.end is not None
        if period.end >= own.start or (said.since is not None and period.start.year <= said.since):
            continue
        if own.grain is Grain.YEAR or (own.start.month, own.start.day) == (period.start.month, period.start.day):
            groups[period.start, period.end].append(told)
    return list(groups.values())


def _values(claim: Claim) -> Interval:
    assert claim.quantity is not None
    return in_base(claim.quantity.admitted(round_reading=True), claim.quantity)


def _beats(other: Claim, record: Claim, said: Said) -> bool:
    a, b = _values(record), _values(other)
    return a.below(b) if said.is_high else b.below(a)
