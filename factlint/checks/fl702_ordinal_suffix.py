"""FL702: an ordinal in figures with the ending of another: 2th, 11st, 23th."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.written import alternatives, compiled
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

CERTAIN = 0.95
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_NAMES = {"st": "first", "nd": "second", "rd": "third"}
_ORDINAL = r"(?<![\w.,/\\#-])(\d{1,3}(?:,\d{3})+|\d{1,6})(st|nd|rd|th|ST|ND|RD|TH)\b(?![-/]\d)"


@check("FL702")
def ordinal_suffix(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare the ending of each ordinal in figures with its number."""
    text = evidence.document.text
    for found in compiled(_ORDINAL).finditer(text):
        number, ending = int(found[1].replace(",", "")), found[2].lower()
        right = ending_of(number)
        if ending == right or (ending == "st" and not _is_ordinal(evidence, *found.span())):
            continue
        yield card.conflict(
            [Place(Span(*found.span()), "ordinal")],
            "The ending does not fit the number",
            f"{found[1]} ends in {number % 100 if number % 100 in (11, 12, 13) else number % 10}: "
            f"{found[1]}{right}, stated is {found[0]}" + (f" (as in {_NAMES[ending]})" if ending in _NAMES else ""),
            confidence=CERTAIN,
        )


def ending_of(number: int) -> str:
    """Return the ending of an ordinal: "st" for 1, 21 and 101, "th" for 11, 12, 13 and all the rest."""
    return "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")


def _is_ordinal(evidence: Evidence, start: int, end: int) -> bool:
    """Say whether "11st" is an ordinal and no weight in stone: behind an article or a month, or before a month."""
    text, forms = evidence.document.text, evidence.forms
    months = alternatives(forms.months)
    before = compiled(rf"\b(?:{alternatives(forms.ordinal_before)}|{months})\s$", ignore_case=True)
    after = compiled(
        rf"\s(?:of\s)?(?:{months}|century|anniversary|birthday|edition|session|floor|place)\b", ignore_case=True
    )
    return before.search(text, max(start - 12, 0), start) is not None or after.match(text, end) is not None
