"""FL808: year on year and on the previous month or quarter are taken for one another."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import LIKELY, couples, places
from factlint.knowledge.card import Card
from factlint.model.verdict import Verdict

_TOLD = {
    "yoy": "against the year before", "mom": "against the month before", "qoq": "against the quarter before",
    "prior": "against the month or quarter before",
}  # fmt: skip
_FIT = {"yoy": ("yoy",), "mom": ("mom",), "qoq": ("qoq",), "prior": ("mom", "qoq")}


@check("FL808")
def translated_comparison_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare what equal changes are measured against, where both texts say."""
    for original, translation, _ in couples(evidence, Tie.EQUAL):
        a, b = original.comparison, translation.comparison
        if a not in _FIT or b not in _FIT or b in _FIT[a] or a in _FIT[b]:
            continue
        yield card.conflict(
            places(original, translation),
            "The translation compares with another period",
            f"{original.text} is {_TOLD[original.comparison]}, and {translation.text} is {_TOLD[translation.comparison]}",
            confidence=LIKELY,
        )
