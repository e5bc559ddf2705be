"""A report made by hand, for the reporters to draw."""

from fractions import Fraction

from factlint.knowledge.card import Card
from factlint.model.document import Document
from factlint.model.finding import FileReport, Report, RuleCount, Severity
from factlint.model.span import Span
from factlint.model.verdict import Place
from factlint.placing import agreement_of, findings_of

SOURCE = (
    "Output rose in March.\n"
    "It was said at length, and with many words around the figure, that the network now holds "
    "over 2.64 million 5G base stations, of which most stand in towns, while others wait to be switched on.\n"
    "Operators run 2.46 million 5G base stations in 中国 and 7 elsewhere.\n"
)
CARD = Card("FL101", "restated-value-differs", Severity.ERROR, "0.1.0", "s", "w", "Ask which figure holds.")
MILD = Card("FL702", "ordinal-suffix", Severity.INFO, "0.1.0", "s", "w", "Mend the suffix.")


def place(words: str, role: str, claim: int | None = None) -> Place:
    """Return the place of words in the source."""
    start = SOURCE.index(words)
    return Place(Span(start, start + len(words)), role, claim)


def report() -> Report:
    """Return a report with an error of two places, an info and an agreement."""
    document = Document("press/a.txt", SOURCE, SOURCE)
    error = CARD.conflict(
        [place("over 2.64 million", "first value", 0), place("2.46 million", "second value", 1)],
        "5G base stations are given two values that cannot both hold.",
        "more than 2,640,000, and 2,455,000 to 2,465,000: no value is in both",
        confidence=Fraction(86, 100).__float__(),
        notes=["the digits 4 and 6 may have changed places"],
    )
    info = MILD.conflict([place("7", "figure")], "A small thing.", "", confidence=1.0)
    tie = CARD.tie([place("March", "month"), place("中国", "place")], "1 = 1")
    cards = {card.code: card for card in (CARD, MILD)}
    return Report(
        files=[FileReport("press/a.txt", 50, 3, 2, 0, 2)],
        findings=findings_of([error, info], document, cards),
        verified=[agreement_of(tie, document)],
        rules={
            "FL101": RuleCount("FL101", "restated-value-differs", 2, 0, 2),
            "FL203": RuleCount("FL203", "point-arithmetic"),
            "FL702": RuleCount("FL702", "ordinal-suffix"),
        },
    )
