"""Figures that a text deals out to things that it names before them."""

from factlint.model.claim import Claim
from factlint.model.record import dataclass
from factlint.model.span import Span


@dataclass(slots=True)
class Dealt:
    """The things named, the figures dealt out to them, and whether there are as many of one as of the other."""

    items: list[Span]
    claims: list[Claim]
    fits: bool
