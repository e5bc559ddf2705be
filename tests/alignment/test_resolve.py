"""One cause, one finding."""

from factlint.alignment.resolve import resolve
from factlint.knowledge.card import Card
from factlint.model.finding import Severity
from factlint.model.span import Span
from factlint.model.verdict import Conflict, Place

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
CARDS = {
    "FL101": Card("FL101", "restated-value-differs", ERROR, "0.1.0", "", "", "", yields_to=("FL201",)),
    "FL201": Card("FL201", "growth-and-levels", ERROR, "0.1.0", "", "", ""),
    "FL301": Card("FL301", "parts-and-total", ERROR, "0.1.0", "", "", ""),
}


def conflict(rule: str, *starts: int, severity: Severity = WARNING, confidence: float = 0.9) -> Conflict:
    """Return a conflict of places that are told by where they start."""
    places = [Place(Span(start, start + 1), f"{rule} at {start}") for start in starts]
    return Conflict(
        rule, places, f"message of {rule}", f"arithmetic of {rule}", confidence, severity, f"advice of {rule}"
    )


def starts(found: Conflict) -> list[int]:
    """Return where the places of a conflict start."""
    return [place.span.start for place in found.places]


def test_conflicts_of_different_places_stay_apart() -> None:
    """Two causes, two findings, in their order."""
    found = resolve([conflict("FL101", 1, 2), conflict("FL101", 3, 4)], CARDS)
    assert [starts(one) for one in found] == [[1, 2], [3, 4]]


def test_a_shared_place_joins() -> None:
    """One figure against two others is one finding with three places, each named once."""
    (found,) = resolve([conflict("FL101", 1, 2), conflict("FL101", 2, 3)], CARDS)
    assert sorted(starts(found)) == [1, 2, 3]


def test_joining_goes_on() -> None:
    """A chain of shared places is one cause, in whichever order it is met."""
    (found,) = resolve([conflict("FL101", 1, 2), conflict("FL101", 3, 4), conflict("FL101", 2, 3)], CARDS)
    assert sorted(starts(found)) == [1, 2, 3, 4]


def test_the_more_telling_rule_leads() -> None:
    """A restatement yields to the growth that it breaks, though it is the surer."""
    (found,) = resolve([conflict("FL101", 1, 2, confidence=0.99), conflict("FL201", 2, 3)], CARDS)
    assert found.rule == "FL201"
    assert starts(found)[:2] == [2, 3]
    assert found.message == "message of FL201"
    assert found.advice == "advice of FL201"
    assert "arithmetic of FL101" in found.notes


def test_the_graver_leads_between_equals() -> None:
    """An error before a warning, whatever the order."""
    (found,) = resolve([conflict("FL201", 1, 2), conflict("FL301", 2, 3, severity=ERROR)], CARDS)
    assert (found.rule, found.severity) == ("FL301", ERROR)


def test_the_whole_is_as_grave_and_sure_as_its_gravest_and_surest_part() -> None:
    """Severity and confidence are the highest of the group."""
    (found,) = resolve(
        [conflict("FL101", 1, 2, severity=ERROR, confidence=0.8), conflict("FL201", 2, 3, confidence=0.95)], CARDS
    )
    assert (found.severity, found.confidence) == (ERROR, 0.95)


def test_mild_conflicts_glue_nothing() -> None:
    """An info that touches two findings joins them not, and is not told beside them."""
    found = resolve([conflict("FL101", 1, 2), conflict("FL101", 3, 4), conflict("FL101", 2, 3, severity=INFO)], CARDS)
    assert [starts(one) for one in found] == [[1, 2], [3, 4]]


def test_a_mild_conflict_of_its_own_is_kept() -> None:
    """An info that touches nothing stays."""
    assert len(resolve([conflict("FL101", 1, 2), conflict("FL101", 7, 8, severity=INFO)], CARDS)) == 2


def test_nothing_resolves_to_nothing() -> None:
    """No conflicts, no findings."""
    assert resolve([], CARDS) == []
