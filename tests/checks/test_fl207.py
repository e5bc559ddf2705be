"""FL207: the sign of the levels against the verb, on sentences whose truth is known by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, silent

UP = ("rose", "increased", "climbed", "grew")
DOWN = ("fell", "decreased", "dropped", "declined")
FORMS = ("Membership {verb} to {current:,} from {previous:,}.", "Membership {verb} from {previous:,} to {current:,}.")
levels = st.integers(1_001, 99_999).filter(lambda level: level % 10 != 0)


@given(st.sampled_from(FORMS), st.sampled_from((UP, DOWN)), st.integers(0, 3), levels, levels)
def test_the_verb_must_fit_the_levels(
    form: str, verbs: tuple[str, ...], which: int, current: int, previous: int
) -> None:
    """A verb that fits is never told; one that does not is an error that names it beside both levels."""
    if current == previous:
        return
    text = form.format(verb=verbs[which], current=current, previous=previous)
    if (current > previous) == (verbs is UP):
        assert silent(text)
        return
    found = finding(text, "FL207")
    assert found.severity is Severity.ERROR
    assert sorted(quotes(found)) == sorted([verbs[which], f"{current:,}", f"{previous:,}"])


def test_the_order_is_written_out() -> None:
    """Both readings, and which is above."""
    found = finding("Unemployment rose to 4.1% from 4.3% in May.", "FL207")
    assert found.arithmetic == "4.05% to 4.15% is below 4.25% to 4.35%"
    assert "“rose”" in found.message


@pytest.mark.parametrize("verb", ["narrowed", "widened", "eased", "improved", "worsened"])
def test_words_without_a_sign_are_not_judged(verb: str) -> None:
    """Of these the sign depends on the measure."""
    assert silent(f"The deficit {verb} to 4.1% from 4.3% of output.")
    assert silent(f"The deficit {verb} to 4.3% from 4.1% of output.")
