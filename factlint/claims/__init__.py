"""What each number is about: quantities become claims."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.claims.build import Builder, build
from factlint.claims.reading import Reading
from factlint.model.claim import Claim, Kind
from factlint.model.document import Document
from factlint.model.parse import Parse

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

__all__ = ["Builder", "Reading", "build", "build_claims"]


def build_claims(document: Document, parses: Iterable[Parse], knowledge: "Knowledge") -> list[Claim]:
    """Return every claim of a document in text order; periods and dates are claims of kind date.

    "both runways" is told here, too; checks, which build their own, compare figures only.
    """
    from factlint.quantities.pairs import read_pairs

    claims = build(document, parses, knowledge.grammar, keeps=False).claims
    pairs = [
        Claim(
            len(claims) + at, sentence, pair, Kind.LEVEL, pair.span, pair.span.of(document.text), counted=pair.counted
        )
        for at, (sentence, pair) in enumerate(read_pairs(document, knowledge.lexicon))
    ]
    return sorted(claims + pairs, key=lambda claim: claim.span) if pairs else claims
