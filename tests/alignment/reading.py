"""What tests of alignment share: the evidence of a text at hand, and figures by their words."""

from inspect import signature

from factlint.alignment import Evidence
from factlint.claims import build
from factlint.engine import text_document
from factlint.knowledge import load_knowledge
from factlint.model.claim import Claim
from factlint.model.quantity import Quantity
from factlint.quantities import parse_document


def evidence(text: str) -> Evidence:
    """Return what checks work from."""
    document, knowledge = text_document(text), load_knowledge()
    built = build(document, parse_document(document, knowledge.lexicon), knowledge.grammar)
    tables = [
        name
        for name in signature(Evidence).parameters
        if name not in {"document", "readings", "claims", "cells", "language", "known"}
    ]
    return Evidence(document, built.readings, built.claims, **{name: getattr(knowledge, name) for name in tables})


def quantity(words: str) -> Quantity:
    """Return the one quantity that these words hold."""
    found = [quantity for _, quantity in evidence(f"The yard counted {words} in all.").quantities()]
    assert len(found) == 1, words
    return found[0]


def pair(first: str, second: str) -> tuple[Evidence, Claim, Claim]:
    """Return the evidence of two paragraphs, and the first claim with a quantity of each."""
    found = evidence(f"{first}\n\n{second}\n")
    one, two = (
        next(claim for claim, _ in found.quantities() if found.paragraph(claim) == paragraph)
        for paragraph in sorted({found.paragraph(claim) for claim, _ in found.quantities()})[:2]
    )
    return found, one, two


def texts(*claims: Claim | None) -> list[str]:
    """Return the words of claims; an empty string for none."""
    return [claim.text if claim is not None else "" for claim in claims]
