"""The form of a check: one pure function from the evidence of a text to conflicts and ties.

::

    @check("FL101")
    def restated_value_differs(evidence: Evidence, card: Card) -> Iterator[Verdict]:
        for first, second in evidence.same_fact():
            ...
            yield card.conflict(places, message, arithmetic, confidence=0.9)
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factlint.knowledge.card import Card
from factlint.model.record import dataclass
from factlint.model.verdict import Verdict

if TYPE_CHECKING:
    from factlint.alignment import Evidence

Judge = Callable[["Evidence", Card], Iterator[Verdict]]


@dataclass(slots=True, frozen=True)
class Check:
    """A judging function and the code of its card; calling it calls the function."""

    code: str
    judge: Judge

    def __call__(self, evidence: "Evidence", card: Card) -> Iterator[Verdict]:
        """Judge the evidence of one text."""
        return self.judge(evidence, card)


def check(code: str) -> Callable[[Judge], Check]:
    """Tie a function to the card of this code; its module is called fl101_restated_value_differs."""

    def tie(judge: Judge) -> Check:
        return Check(code, judge)

    return tie
