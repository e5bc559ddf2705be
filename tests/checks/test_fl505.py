"""FL505: durations against end points, on plans whose length is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent, ties

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FORMS = (
    "The {years}-year action plan ({first}-{last}) was extended.",
    "The {years}-year plan, {first}-{last}, was extended.",
)


@given(st.sampled_from(FORMS), st.integers(2, 10), st.integers(1990, 2030), st.integers(1, 9))
def test_either_count_passes(form: str, years: int, first: int, span: int) -> None:
    """Counting both ends or not, the plan fits; any other length is told."""
    text = form.format(years=NUMBERS[years - 2], first=first, last=first + span)
    if years in (span, span + 1):
        assert silent(text)
        return
    found = finding(text, "FL505")
    assert found.severity is Severity.WARNING
    assert quotes(found) == [f"{NUMBERS[years - 2]}-year", f"{first}-{first + span}"]


def test_both_counts_are_written_out() -> None:
    """The arithmetic gives both ways of counting."""
    found = finding("The five-year action plan (2021-2023) ends this year.", "FL505")
    assert found.arithmetic == "2021 to 2023 is 3 years counting both ends, 2 otherwise; stated are 5"
    assert roles(found) == ["duration", "end points"]


def test_a_plan_that_fits_is_verified() -> None:
    """What was counted and fits is listed."""
    assert len(ties("The three-year action plan (2021-2023) ends this year.", "FL505")) == 1
