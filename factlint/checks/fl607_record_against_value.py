"""FL607: a record, or a highest since a year, against a higher value told for that time."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.movements import movements
from factlint.alignment.ranks import Record, by_measure, records, rivals
from factlint.alignment.slips import in_base
from factlint.checks.check import check
from factlint.checks.judging import shown
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Modality
from factlint.model.verdict import Place, Verdict

TIED, FAR = 0.93, 0.8


@check("FL607")
def record_against_value(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare each record with the level before it in its sentence, and with figures of its measure for earlier times."""
    found = list(records(evidence))
    if not found:
        return
    previous = {
        movement.current.index: movement.previous
        for movement in movements(evidence)
        if movement.current is not None and movement.previous is not None
    }
    measured = by_measure(evidence)
    for record in found:
        before = previous.get(record.claim.index)
        if before is not None and before.modality is Modality.ASSERTED:
            if not _is_earlier(before, record.since):
                yield _judge(evidence, card, record, before, TIED)
            continue
        for other in rivals(evidence, record, measured):
            if other.sentence != record.claim.sentence:
                yield _judge(evidence, card, record, other, FAR)


def _is_earlier(before: Claim, since: int | None) -> bool:
    """Say whether a figure is of the year since which the record holds, or of a time before it."""
    period = before.period
    return since is not None and period is not None and period.start is not None and period.start.year <= since


def _judge(evidence: Evidence, card: Card, record: Record, other: Claim, confidence: float) -> Verdict:
    claim = record.claim
    assert claim.quantity is not None and other.quantity is not None
    a = in_base(claim.quantity.admitted(round_reading=True), claim.quantity)
    b = in_base(other.quantity.admitted(round_reading=True), other.quantity)
    places = [evidence.place(claim, "record"), Place(record.span, "cue"), evidence.place(other, "earlier value")]
    beats = a.below(b) if record.is_high else b.below(a)
    side, word = ("above", "highest") if record.is_high else ("below", "lowest")
    words = f"{shown(b, other)} lies {side} {shown(a, claim)}"
    if not beats:
        return card.tie(places, f"{shown(b, other)} does not lie {side} {shown(a, claim)}")
    since = f" since {record.since}" if record.since is not None else ""
    return card.conflict(places, f"It is not the {word}{since}", words, confidence=confidence)
