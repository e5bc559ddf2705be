"""FL305: parts above their wholes, on sentences whose truth is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent, ties

counts = st.integers(11, 9_999).filter(lambda count: count % 10 != 0)
PART_FIRST = (
    "{part:,} of the {whole:,} lifeboats were launched.",
    "{part:,} out of {whole:,} lifeboats were launched.",
)
WHOLE_FIRST = ("The fair drew {whole:,} exhibitors, of which {part:,} came from abroad.",)


@given(st.sampled_from(PART_FIRST + WHOLE_FIRST), counts, counts)
def test_no_part_exceeds_its_whole(form: str, part: int, whole: int) -> None:
    """A part above its whole is an error, one that fits is never told."""
    text = form.format(part=part, whole=whole)
    if part <= whole:
        assert silent(text)
        return
    found = finding(text, "FL305")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [f"{part:,}", f"{whole:,}"]
    assert roles(found) == ["part", "whole"]


def test_the_comparison_is_written_out() -> None:
    """Both counts, and what is impossible about them."""
    found = finding("14 of the 12 lifeboats were launched.", "FL305")
    assert found.arithmetic == "14 cannot be a part of 12"


def test_a_part_that_fits_is_verified() -> None:
    """What was compared and fits is listed."""
    assert [quotes(tie) for tie in ties("9 of the 12 lifeboats were launched.", "FL305")] == [["9", "12"]]
