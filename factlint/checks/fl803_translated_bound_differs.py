"""FL803: a bound of the original is dropped, added or turned in the translation."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import bound_gap, couples, places, told
from factlint.knowledge.card import Card
from factlint.model.figure import Figure
from factlint.model.finding import Severity
from factlint.model.verdict import Verdict


@check("FL803")
def translated_bound_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the bounds of figures with one value."""
    for original, translation, _ in couples(evidence, Tie.EQUAL):
        gap, confidence = bound_gap(original, translation)
        if not gap or (original.is_soft and translation.is_soft and gap != "turned" and not _is_plain(original, gap)):
            continue
        severity = Severity.ERROR if gap == "turned" else Severity.WARNING
        yield card.conflict(
            places(original, translation),
            f"The bound is {gap} in the translation",
            f"{original.text} is {told(original)}, and {translation.text} is {told(translation)}",
            confidence=confidence,
            severity=severity if confidence >= 0.75 else Severity.INFO,
        )


def _is_plain(original: Figure, gap: str) -> bool:
    """Say whether a small count is bounded in so many words that the translation must keep it: 10人以上."""
    return gap == "dropped" and any(sign.isdecimal() for sign in original.text) and not original.is_near
