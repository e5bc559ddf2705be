"""Why claims of two texts are not held against each other, for an editor who asks."""

from factlint.alignment.cross import comparables
from factlint.alignment.evidence import Evidence
from factlint.alignment.principals import about, are_one
from factlint.model.claim import Claim


def bar_between(first_text: Evidence, second_text: Evidence, first: Claim, second: Claim) -> str:
    """Return why a comparison of files passes by two claims, in words that go on a sentence; empty where it weighs them."""
    told = []
    for text, claim in ((first_text, first), (second_text, second)):
        of = about(text.document, text.grammar)
        one = next((one for one in comparables(text, of) if one.claim.index == claim.index), None)
        if one is None:
            return f"{claim.text} says too little by itself for that: its measure and its time must be plain, and the figure asserted"
        if not one.whose:
            return f"only where both say whose the figures are: {claim.text} stands with no name, and its text's title and opening give none"
        told.append((one, of))
    (one, of_one), (other, of_other) = told
    if not are_one(one.whose, other.whose, of_one, of_other):
        return f"these are of two: {_named(one.whose)} and {_named(other.whose)}"
    if one.time != other.time:
        return "these are told of two times"
    return ""


def _named(words: frozenset[str]) -> str:
    return " ".join(sorted(words))
