"""FL504: a range or period whose end lies before its start."""

from collections.abc import Iterator
from fractions import Fraction

from factlint.alignment import Evidence
from factlint.alignment.range_ends import Downward, downward_ranges
from factlint.alignment.written import compiled
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.claim import Claim, Kind
from factlint.model.verdict import Verdict

NAMED, PLAIN, DATES = 0.92, 0.82, 0.9
_BEFORE = 90
_TWO_YEARS = r"(?<!\d)((?:19|20)\d\d)(?!\d).*?(?<!\d)((?:19|20)\d\d)(?!\d)"
_DAYS = r"\p{L}+\.?\s(\d{1,2})\s?(?:[-–—]|to|through)\s?(\d{1,2}),?\s(?:19|20)\d\d"


@check("FL504")
def inverted_range(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Look for ranges that run downwards where no fall is told, and for periods that end before they begin."""
    for found in downward_ranges(evidence):
        yield _range(evidence, card, found)
    for claim in evidence.claims:
        if claim.kind is Kind.DATE and claim.period is not None and claim.period.is_inverted:
            words = _period_words(claim)
            if evidence.language != "en":
                words = words or f"{claim.period.end} comes before {claim.period.start}"
            if words and (evidence.language != "en" or not _is_movement(evidence, claim)):
                yield card.conflict(
                    [evidence.place(claim, "period")], "The period ends before it begins", words, confidence=DATES
                )


def _range(evidence: Evidence, card: Card, found: Downward) -> Verdict:
    quantity = found.claim.quantity
    assert quantity is not None and quantity.low is not None and quantity.high is not None
    first, second = figure(quantity.high, quantity.unit), figure(quantity.low, quantity.unit)
    gap = figure(Fraction(quantity.high) - Fraction(quantity.low), quantity.unit)
    return card.conflict(
        [evidence.place(found.claim, "range")],
        "The range runs downwards",
        f"from {first} to {second}: the second end lies {gap} below the first",
        confidence=NAMED if found.is_between else PLAIN,
    )


def _period_words(claim: Claim) -> str:
    """Return what is inverted where the words name it: two years, or two days of a month and year."""
    years = compiled(_TWO_YEARS).search(claim.text)
    if years is not None:
        first, second = years[1], years[2]
        if int(second) < int(first):
            return f"{second} comes before {first}"
        return f"within {first}, the second date comes before the first" if first == second else ""
    days = compiled(_DAYS).search(claim.text)
    if days is not None and int(days[2]) < int(days[1]):
        return f"day {days[2]} comes before day {days[1]}"
    return ""


def _is_movement(evidence: Evidence, claim: Claim) -> bool:
    """Say whether the words tell of a date that is moved, or set two years against each other: compared 2021 to 2019."""
    opening = claim.text.split()[0].lower()
    is_plain = opening.startswith(("from", "between")) or compiled(r"\d\s?[-–—]\s?\d").search(claim.text) is not None
    if not is_plain and not compiled(r"\p{Lu}\p{Ll}+.*\p{Lu}\p{Ll}+").search(claim.text):
        return not compiled(_DAYS).search(claim.text)  # "2021 to 2019" sets two years against each other
    text, start = evidence.document.text, evidence.document.sentences[claim.sentence].span.start
    before = text[max(claim.span.start - _BEFORE, start) : claim.span.start].lower()
    words = set(compiled(r"\p{L}+").findall(before))
    forms, grammar = evidence.forms, evidence.grammar
    if words & (forms.free_order | forms.contests | (forms.movements - {"from"}) | grammar.signless | forms.shifted):
        return True
    return any(word in grammar.change or word.startswith("compar") for word in words)
