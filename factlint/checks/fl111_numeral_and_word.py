"""FL111: a number in words and the figure beside it in brackets differ."""

from collections.abc import Iterator

from factlint.alignment import Evidence
from factlint.alignment.brackets import bracketed
from factlint.alignment.written import compiled
from factlint.checks.check import check
from factlint.checks.wording import figure
from factlint.knowledge.card import Card
from factlint.model.claim import Claim
from factlint.model.finding import Severity
from factlint.model.quantity import Bound, Form, Quantity
from factlint.model.verdict import Verdict

WORD_FIRST, FIGURE_FIRST = 0.93, 0.85
_MARK_BELOW = 10
"""A single digit in brackets may be the mark of a note or of an item, if the text has others of its kind."""


@check("FL111")
def numeral_and_word(evidence: Evidence, card: Card) -> Iterator[Verdict]:
    """Compare "five (6)" and "6 (five)": one number, written in both ways."""
    text = evidence.document.text
    for before, inside in bracketed(evidence):
        first, second = before.quantity, inside.quantity
        if first is None or second is None or not _is_plain(first) or not _is_plain(second):
            continue
        if first.in_words is second.in_words or text[before.span.end : inside.span.start].strip() != "(":
            continue
        is_word_first = first.in_words
        if not is_word_first and not _counts_on(evidence, inside.span.end):
            continue
        places = [evidence.place(before, "words" if is_word_first else "figure"), evidence.place(inside, "figure")]
        spelt, figures = (before, inside) if is_word_first else (inside, before)
        words = f"“{evidence.quote(spelt.span)}” is {_value(spelt)}, the figure is {_value(figures)}"
        if first.value == second.value:
            yield card.tie(places, words)
        elif not _is_mark(text, inside):
            yield card.conflict(
                places,
                "Word and figure differ",
                words,
                confidence=WORD_FIRST if is_word_first else FIGURE_FIRST,
                severity=Severity.ERROR,
            )


def _is_plain(quantity: Quantity) -> bool:
    return (
        quantity.form is Form.CARDINAL
        and quantity.bound is Bound.EXACT
        and quantity.unit.is_count
        and isinstance(quantity.value, int)
        and not quantity.slack_below
    )


def _value(claim: Claim) -> str:
    assert claim.quantity is not None and claim.quantity.value is not None
    return figure(claim.quantity.value)


def _counts_on(evidence: Evidence, at: int) -> bool:
    """Say whether what is counted follows the bracket: "6 (five) days"; "31 (nine)" in a table tells of two things."""
    found = compiled(r"\s?[)\]][\s-](\p{Ll}+)").match(evidence.document.text, at)
    return found is not None and found[1] in evidence.forms.spelt


def _is_mark(text: str, inside: Claim) -> bool:
    """Say whether the bracket is the mark of a note or an item: the text has its neighbour, or the same one again."""
    quantity = inside.quantity
    if quantity is None or quantity.in_words or not isinstance(quantity.value, int) or quantity.value >= _MARK_BELOW:
        return False
    number = quantity.value
    others = text.count(f"({number})") - 1 + text.count(f"({number + 1})")
    return others + (text.count(f"({number - 1})") if number > 1 else 0) > 0
