"""FL801: a translation has the digits of a figure of the original at another power of ten."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.translated import Tie
from factlint.checks.check import check
from factlint.checks.translated import SURE, couples, places, told
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.interval import tidy
from factlint.model.verdict import Verdict

_CAUSES = {
    Fraction(100): "万 (10,000) may have been read as a million",
    Fraction(1, 100): "a million may have been taken for 万 (10,000)",
    Fraction(10): "亿 (100,000,000) may have been read as a billion",
    Fraction(1, 10): "a billion may have been taken for 亿 (100,000,000)",
    Fraction(1, 10_000): "a 万 (10,000) may have been lost",
    Fraction(10_000): "a 万 (10,000) may have been added",
}


@check("FL801")
def translated_scale_slip(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare figures with the same digits."""
    for original, translation, found in couples(evidence, Tie.SCALE):
        factor = Fraction(found.factor)
        times = (
            f"{figure(tidy(factor))} times too large" if factor > 1 else f"{figure(tidy(1 / factor))} times too small"
        )
        cause = _CAUSES.get(factor)
        yield card.conflict(
            places(original, translation),
            f"The translation is {times}",
            f"{original.text} is {told(original)}, and {translation.text} is {told(translation)}",
            confidence=SURE,
            notes=[cause] if cause else [],
        )
