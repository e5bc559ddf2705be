"""FL701: digits that make no number: 1,23,456 where nobody counts in lakh, 1.234.5, the letter O for a nought."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from factlint.alignment import Evidence
from factlint.alignment.written import alternatives, compiled, holds_any
from factlint.checks.check import check
from factlint.knowledge.card import Card
from factlint.model.record import dataclass
from factlint.model.span import Span
from factlint.model.verdict import Place, Verdict

if TYPE_CHECKING:
    import regex

CERTAIN, LIKELY = 0.95, 0.85
_SIGN = r"[$£€¥₤]"
_MEASURED = r"(?:\s?(?:%|percent\b|per\s+cent\b|hundred\b|thousand\b|million\b|billion\b|trillion\b|[kmb]n?\b))"
_GROUPED = rf"(?<![\w.,/:-])({_SIGN}\s?)?(\d+(?:,\d+)+)(\.\d+)?(?![\w]|[,.]\d)"
_DOTTED = rf"(?<![\w.,/:-])({_SIGN}\s?)?\d{{1,3}}(?:\.\d{{3}})+\.\d{{1,2}}(?![\w]|[.,-]\d)"
_TWO_POINTS = rf"(?<![\w.,/:-])(?:{_SIGN}\s?\d+\.\d+\.\d+(?![\w]|[.,]\d)|\d+\.\d+\.\d+(?={_MEASURED}))"
_DOUBLE = r"(?<![\w.,/:-])\d{1,3},,\d{3}(?![\w,])"
_LETTER = (
    rf"(?<![\w.,/:&-])(?:{_SIGN}\s?(?=[\dOlI,.]*\d)(?=[\d,.]*[OlI])[\dOlI]+(?:[.,][\dOlI]+)*"
    r"|(?=[\dOlI,]*\d)(?=[\d,]*[OlI])[\dOlI]{1,3}(?:,[\dOlI]{3})+"
    rf"|(?=\d[\dO.]*O)\d[\dO]*(?:\.[\dO]+)?(?={_MEASURED})"
    r"|(?:19|2[0O])(?=\d?O)[\dO]{2}|[12]O[0-9O][0-9])(?![\w-]|[.,]\w)"
)
_POINTS = r"\d\.\d+\.\d"
_MIXED = r"\d[,.]*[OlI]|[OlI][,.]*\d"
"""What two points, and a letter among digits, cannot do without: soon looked for."""
_SHORT = 3  # letters: so short a word stands inside others all the time
_NEAR = 400
"""How far around a number words of lakh and crore are looked for first; a text that names them elsewhere counts too."""


@dataclass(slots=True, frozen=True)
class _Style:
    """How a text writes its figures."""

    is_indian: bool  # it groups, or may group, by lakh and crore
    groups: int  # figures of the form 195,000
    points: int  # figures of the form 19.5
    commas: int  # figures of the form 19,5


@check("FL701")
def malformed_number(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Look for groups of the wrong size, a second point, a doubled comma, and letters among the digits."""
    text = evidence.document.text
    for found in compiled(_GROUPED).finditer(text):
        said = _judge_groups(evidence, found)
        if said:
            yield _conflict(card, found, said, LIKELY if said.startswith("a comma") else CERTAIN)
    has_points = compiled(_POINTS).search(text) is not None
    for found in compiled(_DOTTED).finditer(text) if has_points else ():
        if found[1] or _is_measured(evidence, *found.span()):
            yield _conflict(
                card, found, "the points set off groups of three digits, and the last group is shorter", LIKELY
            )
    for found in compiled(_TWO_POINTS).finditer(text) if has_points else ():
        if compiled(_DOTTED).match(text, found.start()) is None and not _label_before(evidence, found.start()):
            yield _conflict(card, found, "a number has one decimal point, here are two", CERTAIN)
    for found in compiled(_DOUBLE).finditer(text) if ",," in text else ():
        yield _conflict(card, found, "the comma is doubled", CERTAIN)
    for found in compiled(_LETTER).finditer(text) if compiled(_MIXED).search(text) is not None else ():
        letters = " and ".join(sorted(set(found[0]) & set("OlI")))
        right = found[0].replace("O", "0").replace("l", "1").replace("I", "1")
        yield _conflict(
            card, found, f"the letter {letters} stands among the digits; with digits only it reads {right}", CERTAIN
        )


def _conflict(card: Card, found: "regex.Match[str]", words: str, confidence: float) -> Verdict:
    return card.conflict(
        [Place(Span(*found.span()), "number")], f"{found[0]} is no well-formed number", words, confidence=confidence
    )


def _style(evidence: Evidence) -> _Style:
    """Return how a text writes its figures; asked for only where one is written otherwise."""
    if "style of figures" not in evidence.kept:
        evidence.kept["style of figures"] = _read_style(evidence)
    return cast("_Style", evidence.kept["style of figures"])


def _read_style(evidence: Evidence) -> _Style:
    text, forms = evidence.document.text, evidence.forms
    long = [word for word in forms.indian if len(word) > _SHORT]
    named = forms.indian if holds_any(evidence, long) else forms.indian.difference(long)
    indian = "₹" in text or compiled(rf"\b{alternatives(named)}", ignore_case=True).search(text) is not None
    groups = len(compiled(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])").findall(text))
    points = len(compiled(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.,])").findall(text))
    commas = len(compiled(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])").findall(text))
    return _Style(indian, groups, points, commas)


def _judge_groups(evidence: Evidence, found: "regex.Match[str]") -> str:
    """Return what is wrong with the groups of a number with commas, nothing where they are right or tell of a list."""
    has_sign = bool(found[1])
    first, *rest = found[2].split(",")
    if len(first) <= 3 and all(len(group) == 3 for group in rest):
        return ""
    style = _style(evidence)
    if len(rest) == 1:
        return _judge_one_comma(evidence, found, style)
    if style.is_indian or len(first) > 3 or first == "0" or _is_listed(evidence, found.start(), found.end(), has_sign):
        return ""
    if len(rest[-1]) == 3 and all(len(group) == 2 for group in rest[:-1]):
        return "groups of two digits before the last three belong to lakh and crore, and the text names neither"
    if any(len(group) == 3 for group in rest) and all(2 <= len(group) <= 4 for group in rest):
        sizes = ", ".join(str(len(group)) for group in rest)
        return f"behind the first comma each group has three digits; here they have {sizes}"
    return ""


def _judge_one_comma(evidence: Evidence, found: "regex.Match[str]", style: _Style) -> str:
    """Judge 135,00 and 153,7: money with a comma before one or two digits, where all else is written 195,000 and 15.3."""
    first, last = found[2].split(",")
    if not found[1] or found[3] or len(first) > 3 or len(last) > 2 or first == "0" or style.commas > 1:
        return ""
    is_scaled = compiled(_MEASURED).match(evidence.document.text, found.end()) is not None
    if style.groups >= 2 and not is_scaled and len(first) > 1 and style.groups + style.points > style.commas:
        return f"a comma sets off three digits, as in the other figures of this text; here it sets off {len(last)}"
    if is_scaled and style.points >= 2:
        return f"a comma sets off three digits, and decimals follow a point in this text; here it sets off {len(last)}"
    return ""


def _is_listed(evidence: Evidence, start: int, end: int, has_sign: bool) -> bool:
    """Say whether the digits are marks of notes, page numbers or the like."""
    text = evidence.document.text
    before = text[max(start - 2, 0) : start]
    if has_sign:
        return False
    if before[-1:] in {"[", "(", "^", ""} or text[end : end + 1] in {"]", ")"}:
        return True
    return _label_before(evidence, start)


def _is_measured(evidence: Evidence, start: int, end: int) -> bool:
    text = evidence.document.text
    if _label_before(evidence, start):
        return False
    return compiled(rf"{_MEASURED}|\s\p{{Ll}}{{4,}}").match(text, end) is not None


def _label_before(evidence: Evidence, start: int) -> bool:
    """Say whether a label or a name stands before the digits: Section 1.234.5, Linux 2.617.1."""
    before = compiled(r"([\p{L}.§]+)\s?$").search(evidence.document.text, max(start - 20, 0), start)
    if before is None:
        return False
    word = before[1]
    return word.lower() in evidence.forms.labels or word[0] == "§" or (word[0].isupper() and len(word) > 1)
