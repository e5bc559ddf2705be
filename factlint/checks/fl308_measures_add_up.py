"""FL308: figures that add up by their nature do not: exports, imports and the balance of trade."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.identities import Instance, instances
from factlint.alignment.joints import value_of
from factlint.checks.check import check
from factlint.checks.judging import severity_of, shown
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict

_SIGNS = {"quotient": " / ", "product": " x "}


@check("FL308")
def measures_add_up(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compute each identity of the packs whose result and terms are told near each other."""
    for found in instances(evidence):
        computed = found.computed()
        if computed is None:
            continue
        stated = value_of(found.result)
        places = [evidence.place(found.result, found.identity.name)]
        for term, claim in zip(found.identity.terms, found.terms, strict=True):
            places.append(evidence.place(claim, " ".join(term.names[0])))
        words = f"{_terms(found)} is {shown(computed, found.result)}"
        if computed.meets(stated):
            yield card.tie(places, f"{words}, stated is {shown(stated, found.result)}")
            continue
        if found.identity.is_loose and not found.slipped():
            continue
        one = len({claim.sentence for claim in (found.result, *found.terms)}) == 1
        yield card.conflict(
            places,
            f"{found.identity.name}: the figures do not add up",
            f"{words}, and stated is {shown(stated, found.result)}",
            confidence=found.confidence,
            severity=Severity.ERROR
            if one and not found.identity.is_loose
            else severity_of(computed, stated, found.confidence),
        )


def _terms(found: Instance) -> str:
    """Return the computation in figures: "14,000 tonnes - 9,000 tonnes"."""
    words = ""
    for term, claim in zip(found.identity.terms, found.terms, strict=True):
        assert claim.quantity is not None
        shown_figure = figure(claim.quantity.middle, claim.quantity.unit)
        joint = _SIGNS.get(found.identity.kind, " + " if term.sign > 0 else " - ")
        words += (joint if words else "-" if term.sign < 0 else "") + shown_figure
    return words
