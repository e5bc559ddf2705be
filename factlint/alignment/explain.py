"""Why two claims were, or were not, looked at as one fact: the bars before weighing, and which weights were counted."""

from factlint.alignment import evidence as index
from factlint.alignment.evidence import Evidence
from factlint.alignment.figures import numbers_for_tie
from factlint.alignment.retelling import dimension_of
from factlint.alignment.score import Match, match
from factlint.alignment.slips import looks_like_year
from factlint.knowledge.evidence import Weights
from factlint.model.claim import Claim
from factlint.model.quantity import Form

Entry = tuple[str, float]
"""A piece of evidence in words, and what it weighs in log odds."""


class Ledger(dict[str, float]):
    """A table of weights that notes which of them are asked for, so that the judge's own sum can be itemised."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self.asked: list[str] = []

    def __getitem__(self, name: str) -> float:
        """Return a weight and note its name."""
        self.asked.append(name)
        return super().__getitem__(name)

    def entries(self) -> list[Entry]:
        """Return what was asked for, a weight of nothing left out: "numbers.slip_three" is "slip three"."""
        return [(spoken(name), weight) for name in self.asked if (weight := self.get(name, 0.0))]


def spoken(name: str) -> str:
    """Return the name of a weight as words."""
    return name.partition(".")[2].replace("_", " ")


def reference_entries(found: Match) -> list[Entry]:
    """Return what the references weigh, piece by piece, each with the table that its weight stands in."""
    tables = [name.partition(".")[0] for name in found.features]
    if len(tables) != len(found.reasons):  # a feature that was counted twice
        return list(found.reasons)
    return [(f"{table}: {words}", weight) for table, (words, weight) in zip(tables, found.reasons, strict=True)]


def weigh(first_text: Evidence, second_text: Evidence, first: Claim, second: Claim) -> Match:
    """Weigh the references of two claims of one text as its rules do, or of two texts as far apart as can be."""
    if first_text is second_text:
        return first_text.weigh(first, second)
    return match(first, second, first_text.grammar, first_text.weights)


def tie_entries(first: Claim, second: Claim, weights: Weights, found: Match) -> list[Entry]:
    """Return what two agreeing figures weigh for one fact, piece by piece."""
    ledger = Ledger(weights)
    total = numbers_for_tie(first, second, ledger, found)
    lenient = spoken("agree.lenient")
    entries = [entry for entry in ledger.entries() if entry[0] != lenient]
    rest = total - sum(weight for _, weight in entries)
    if round(rest, 6):
        entries.append(("equal figures make up for words on one side only", rest))
    return entries


def is_looked_at(evidence: Evidence, first: Claim, second: Claim) -> bool:
    """Say whether the two are among the pairs that rules of restatement weigh."""
    wanted = {first.index, second.index}
    return any({a.index, b.index} == wanted for a, b in evidence.candidates())


def bar(evidence: Evidence, first: Claim, second: Claim) -> str:
    """Return why rules of restatement do not weigh a pair of one text, or nothing where they do."""
    for claim in (first, second):
        if told := _claim_bar(evidence, claim):
            return f"“{evidence.quote(claim.span)}” {told}"
    if units_apart(first, second):
        return "they are given in units that are not converted into one another"
    if first.sentence == second.sentence:
        return "they stand in one sentence, where figures are compared by its grammar only, not as restatements"
    if is_looked_at(evidence, first, second):
        return ""
    shared = _words(first) & _words(second) - evidence.grammar.general
    if shared:
        return f"each word that they share ({', '.join(sorted(shared))}) stands beside too many other figures"
    return "their measures share no telling word, nor are their figures equal or one slip apart in like sentences"


def units_apart(first: Claim, second: Claim) -> bool:
    """Say whether two figures are of units that no factor joins: two currencies, a count and a percentage."""
    if first.quantity is None or second.quantity is None:
        return first.quantity is not second.quantity
    return dimension_of(first) != dimension_of(second)


def _words(claim: Claim) -> frozenset[str]:
    return claim.measure.words | ({claim.verb} if claim.verb else frozenset())


def _claim_bar(evidence: Evidence, claim: Claim) -> str:
    """Return what keeps a claim out of the index of restatements."""
    quantity = claim.quantity
    if quantity is None:
        return "is a date or period, which rules of dates compare"
    if claim.kind in index._UNCOMPARED:  # noqa: SLF001 -- as above
        return f"is of the kind {claim.kind.value}, which is not compared as a restatement"
    if quantity.form in (Form.ORDINAL, Form.INDEFINITE):
        return "is no definite number"
    if claim.index in evidence._tabular:  # noqa: SLF001 -- as above
        return "stands in a row of a table, or is tied to no word of its sentence"
    if looks_like_year(quantity):
        return "looks like a year"
    return ""
