"""FL813: a figure lies outside the range that a pack gives for its measure."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.checks.check import check
from factlint.checks.judging import about
from factlint.checks.wording import interval
from factlint.knowledge.card import Card
from factlint.model.claim import How, Kind, Modality
from factlint.model.quantity import Form
from factlint.model.verdict import Verdict

STATED, INHERITED = 0.9, 0.8
_ASIDE = frozenset({"from", "than", "per", "more", "by"})
_KINDS = (Kind.LEVEL, Kind.RATE, Kind.SHARE, Kind.DURATION)


@check("FL813")
def implausible_value(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Hold each level of a measure against the range of a user's pack, in the unit of that range."""
    ranges = {(one.words, one.unit.name, one.unit.per): one for one in evidence.arithmetic.ranges}
    if not ranges:
        return
    for claim, quantity in evidence.quantities():
        known = ranges.get((claim.measure.words, quantity.unit.name, quantity.unit.per))
        if known is None or claim.kind not in _KINDS or claim.role in _ASIDE or claim.comparison:
            continue
        if quantity.form is not Form.CARDINAL or claim.modality is Modality.NEGATED:
            continue
        value = quantity.admitted(round_reading=True)
        words = (
            f"{interval(value, quantity.unit)}, and {interval(known.values, known.unit)} is plausible by {known.told}"
        )
        place = evidence.place(claim, "in the text")
        if value.closed().meets(known.values):
            yield card.tie([place], words)
            continue
        said = f"{about(claim) or 'A figure'}: the figure is not plausible"
        confidence = STATED if claim.measure.how is How.STATED else INHERITED
        yield card.conflict([place], said, words, confidence=confidence)
