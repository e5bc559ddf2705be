"""FL301: sums of closed lists, on sentences whose truth is known by construction."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, quotes, roles, silent, ties

parts = st.lists(st.integers(11, 99_999).filter(lambda part: part % 10 != 0), min_size=3, max_size=3)
FORMS = (
    "The jury read {total:,} entries, namely {0:,} novels, {1:,} plays and {2:,} poems.",
    "The jury read {total:,} entries, comprising {0:,} novels, {1:,} plays and {2:,} poems.",
    "The jury read {0:,} novels, {1:,} plays and {2:,} poems, for a total of {total:,} entries.",
)


@given(st.sampled_from(FORMS), parts)
def test_parts_that_add_up_are_never_told(form: str, counts: list[int]) -> None:
    """The exact sum of exact counts is no finding."""
    assert silent(form.format(*counts, total=sum(counts)))


@given(st.sampled_from(FORMS), parts, st.integers(1, 999))
def test_a_total_that_is_off_is_told(form: str, counts: list[int], off: int) -> None:
    """Counts are exact: one off is told; a total that is itself round may be rounded and is left out."""
    total = sum(counts) + off
    if total % 10 == 0:
        return
    found = finding(form.format(*counts, total=total), "FL301")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [f"{total:,}", *(f"{count:,}" for count in counts)]


def test_the_addition_is_written_out() -> None:
    """The total is primary, the parts follow; the sum is shown."""
    found = finding("The jury read 142 entries, namely 61 novels, 48 plays and 23 poems.", "FL301")
    assert found.arithmetic == "61 + 48 + 23 is 132, and stated is 142"
    assert roles(found) == ["total", "part", "part", "part"]


@given(parts)
def test_an_open_list_is_never_told(counts: list[int]) -> None:
    """Including says that there are more."""
    open_list = "The jury read {total:,} entries, including {0:,} novels, {1:,} plays and {2:,} poems."
    assert silent(open_list.format(*counts, total=sum(counts) + 4_321))


def test_a_sum_that_holds_is_verified() -> None:
    """What was added up and fits is listed."""
    text = "The jury read 132 entries, namely 61 novels, 48 plays and 23 poems."
    assert [quotes(tie) for tie in ties(text, "FL301")] == [["132", "61", "48", "23"]]
