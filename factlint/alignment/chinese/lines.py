"""A Chinese sentence as checks need it: its figures, the words between them, and the claims made of them."""

from factlint.knowledge.chinese import Chinese, first_of
from factlint.model.claim import Claim, Kind
from factlint.model.figure import Figure
from factlint.model.record import dataclass, field
from factlint.model.span import Span

STOPS = "，。；：！？、（）()“”《》\n,;:"
CLAUSE_ENDS = "，。；：！？\n,;:"


ALIKE = {"名": "人", "位": "人", "间次": "间"}
"""Measure words that count the same."""


@dataclass(slots=True)
class Line:
    """A sentence: the whole text with its plain characters, where the sentence stands, and its figures as claims."""

    text: str
    span: Span
    index: int  # of the sentence
    figures: list[Figure]
    words: Chinese
    claims: list[Claim] = field(default_factory=list)
    counters: list[str] = field(default_factory=list)  # the measure word behind a bare count, as written
    classifiers: list[str] = field(default_factory=list)  # ... and as one counts: 人 for 名 and 位

    def joint(self, number: int) -> str:
        """Return the words between the figure before, its measure word left aside, and a figure."""
        lead = self.lead(number)
        return lead.removeprefix(self.counters[number - 1]) if number and self.counters[number - 1] else lead

    def lead(self, number: int) -> str:
        """Return the words between the figure before, or the sentence's start, and a figure."""
        start = self.figures[number - 1].span.end if number else self.span.start
        end = self.figures[number].span.start if number < len(self.figures) else self.span.end
        return self.text[start:end]

    def clause(self, number: int) -> str:
        """Return the words of a figure's own clause in front of it."""
        lead = self.lead(number)
        return lead[max(lead.rfind(stop) for stop in STOPS) + 1 :]

    def tail(self, number: int) -> str:
        """Return the words behind a figure, up to the next one or the sentence's end."""
        return self.lead(number + 1)

    def is_one_unit(self, first: int, second: int) -> bool:
        """Say whether two figures count or measure in one unit: both 家, both 元."""
        a, b = self.figures[first].unit, self.figures[second].unit
        return a.name == b.name and a.per == b.per and self.classifiers[first] == self.classifiers[second]

    def is_amount(self, number: int) -> bool:
        """Say whether a figure is a plain level of something that can be added: money, a count, a weight."""
        claim, figure = self.claims[number], self.figures[number]
        if claim.kind is not Kind.LEVEL or figure.value is None:
            return False
        return not figure.unit.is_count or bool(self.classifiers[number])


def classifier_of(text: str, figure: Figure, words: Chinese) -> str:
    """Return the measure word behind a bare count, over 多 and 余."""
    if not figure.unit.is_count:
        return ""
    at = figure.span.end
    if text[at : at + 1] in ("多", "余", " "):
        at += 1
    found = first_of(words.measures, text, at)
    return found[0] if found is not None else ""
