"""A case of two claims, as the rules of restatement judge it."""

import pytest

from factlint.checks.explaining import make_case, silence
from tests.alignment.reading import pair
from tests.checks.found import findings


def test_the_case_has_the_confidence_of_the_finding() -> None:
    """What is explained is what the rule computed."""
    first, second = "The club has 18,640 members in May.", "In May the club has 18,460 members."
    evidence, one, other = pair(first, second)
    case = make_case(evidence, evidence, one, other)
    [found] = findings(f"{first}\n\n{second}\n", "FL101")
    assert case.confidence == found.confidence
    assert not case.agrees
    assert evidence.weights.__class__ is dict  # the audit leaves the evidence as it was


def test_figures_that_agree() -> None:
    """A tie has the probability of a tie."""
    evidence, one, other = pair("The club has 18,640 members in May.", "In May the club has 18,640 members.")
    case = make_case(evidence, evidence, one, other)
    assert case.agrees
    assert case.confidence is not None
    assert case.confidence > 0.9
    assert silence(case) == "The figures agree; no rule that was applied lists it."


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("The club has 640 members.", "The club plans for 460 members.", "The references bar it: one is asserted"),
        ("Sales of boats rose 12%.", "Sales of boats fell 14%.", "One tells of another direction"),
        ("The club has 640 senior members.", "The club has 123 junior members.", "The references bar it|Each side"),
        ("The club has 640 members.", "The fee is EUR 40.", "not converted into one another"),
        ("The store sold 640 lamps.", "The hotel washed 12 lamps.", "too little to say"),
    ],
)
def test_silence_has_a_reason(first: str, second: str, told: str) -> None:
    """Each reason for which no rule speaks has its words."""
    evidence, one, other = pair(first, second)
    words = silence(make_case(evidence, evidence, one, other))
    assert any(part in words for part in told.split("|")), words


def test_two_texts_are_not_compared() -> None:
    """The reason comes before all others."""
    evidence, one, _ = pair("The club has 640 members.", "It is 3 years old.")
    other, two, _ = pair("The club has 460 members.", "It is 3 years old.")
    case = make_case(evidence, other, one, two)
    assert silence(case).startswith("The claims stand in two texts")
    assert case.confidence is not None


def test_a_barred_case_has_no_confidence() -> None:
    """Figures are compared, and not weighed."""
    evidence, one, other = pair("The club has 640 members.", "The club plans for 460 members.")
    case = make_case(evidence, evidence, one, other)
    assert case.match.blocked
    assert case.confidence is None
    assert case.rank < 0
    assert case.comparison is not None
