"""FL201: growth against levels, on sentences whose truth is known by construction."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles, silent, ties

FORMS = (
    "Ticket sales {verb} {growth}% to {current:,} from {previous:,}.",
    "Ticket sales {verb} from {previous:,} to {current:,}, {noun} of {growth}%.",
    "Ticket sales came to {current:,}, {word} {growth}% from {previous:,} a year earlier.",
)
levels = st.integers(1_001, 99_999).filter(lambda level: level % 10 != 0)


def sentence(form: str, current: int, previous: int, growth: Fraction) -> str:
    """Return a sentence that ties a level, the level before and a growth, told by its size and a word."""
    up = growth >= 0
    return form.format(
        verb="rose" if up else "fell",
        noun="an increase" if up else "a decrease",
        word="up" if up else "down",
        growth=f"{float(abs(growth)):.1f}",
        current=current,
        previous=previous,
    )


def growth_of(current: int, previous: int) -> Fraction:
    """Return the growth in percent, rounded to one place."""
    return round((Fraction(current) / previous - 1) * 100, 1)


@given(st.sampled_from(FORMS), levels, levels)
def test_a_growth_that_follows_is_never_told(form: str, current: int, previous: int) -> None:
    """Whatever the levels, the rounded growth between them is no finding."""
    growth = growth_of(current, previous)
    if abs(growth) >= Fraction(1, 10):
        assert silent(sentence(form, current, previous, growth))


@given(st.sampled_from(FORMS), levels, levels, st.sampled_from([-7, -2, 2, 7]))
def test_a_growth_that_does_not_follow_is_told(form: str, current: int, previous: int, off: int) -> None:
    """A growth two points off, with its sign kept, is an error that names all three figures."""
    growth = growth_of(current, previous)
    wrong = growth + off
    if abs(growth) < 1 or growth * wrong <= 0 or wrong < -99:
        return
    text = sentence(form, current, previous, wrong)
    found = finding(text, "FL201")
    assert found.severity is Severity.ERROR
    assert sorted(quotes(found)) == sorted([f"{float(abs(wrong)):.1f}%", f"{current:,}", f"{previous:,}"])


def test_the_division_is_written_out() -> None:
    """The editor sees what was divided by what, and what came out."""
    found = finding("Ticket sales rose 18.5% to 2.64 million from 2.33 million.", "FL201")
    assert found.arithmetic == "2,640,000 / 2,330,000 - 1 is about 12.848% to 13.763%, and stated is 18.45% to 18.55%"
    assert roles(found) == ["growth", "level", "level before"]
    assert found.confidence >= 0.9


def test_an_agreeing_growth_is_verified() -> None:
    """What was divided and came out is listed."""
    tie = ties("Ticket sales rose 13.3% to 2.64 million from 2.33 million.", "FL201")
    assert [quotes(found) for found in tie] == [["13.3%", "2.64 million", "2.33 million"]]


@pytest.mark.parametrize("previous", ["0", "minus 3 million euros"])
def test_a_base_that_may_be_zero_judges_nothing(previous: str) -> None:
    """No growth is computed from zero or a loss."""
    assert findings(f"The result rose 20% to 5 million euros from {previous}.", "FL201") == []
