"""How a figure was read, for people: what it can mean, what it is about, when, and who says so."""

from factlint.checks.wording import figure, interval
from factlint.model.claim import Claim, How, Modality
from factlint.reporters.wording import one_line


def reading(claim: Claim) -> list[tuple[str, str]]:
    """Return what is known of a figure as labels and words; the likeliest questions of an editor come first."""
    told = [*_values(claim), ("about", _about(claim)), ("period", _period(claim))]
    if claim.modality is not Modality.ASSERTED:
        told.append(("said as", claim.modality.value))
    told.append(("said by", claim.speaker or ""))
    return [(label, one_line(words)) for label, words in told if words]


def _values(claim: Claim) -> list[tuple[str, str]]:
    quantity = claim.quantity
    if quantity is None:
        return [("kind", claim.kind.value)]
    unit = quantity.counted if quantity.unit.is_count else quantity.unit
    value = figure(quantity.value, quantity.unit) if quantity.value is not None else ""
    kind = claim.kind.value if claim.direction is None else f"{claim.kind.value}, {claim.direction.value}"
    told = [("value", value if not quantity.unit.is_count or not unit else f"{value} {unit}" if value else "")]
    return [*told, ("can mean", interval(quantity.admitted(), quantity.unit)), ("kind", kind)]


def _about(claim: Claim) -> str:
    words = (claim.measure.text, claim.subject.text)
    return " / ".join(dict.fromkeys(one_line(word) for word in words if word))


def _period(claim: Claim) -> str:
    period = claim.period
    if period is None:
        return ""
    days = " to ".join(day.isoformat() for day in dict.fromkeys((period.start, period.end)) if day is not None)
    how = "" if claim.period_how is How.STATED else f", {claim.period_how.value}"
    return f"{period.text} ({days}{how})" if days else period.text
