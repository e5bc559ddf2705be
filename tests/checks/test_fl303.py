"""FL303: counts against shares, on sentences whose truth is known by construction; classes counted by kinds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.model.finding import Severity
from tests.checks.found import finding, findings, quotes, roles, silent

FORMS = (
    "{part:,} of the {whole:,} voters ({share}%) chose the tram.",
    "{part:,} out of {whole:,} patients, or {share}%, went home on the first day.",
    "Inspectors found faults in {part:,} of the {whole:,} lifts ({share}%).",
)
counts = st.integers(11, 9_999).filter(lambda count: count % 10 != 0)


def share_of(part: int, whole: int) -> Fraction:
    """Return the share in percent, rounded to one place."""
    return round(Fraction(part) * 100 / whole, 1)


@given(st.sampled_from(FORMS), counts, counts)
def test_a_share_that_follows_is_never_told(form: str, part: int, whole: int) -> None:
    """100 n / N, rounded, is no finding."""
    if part < whole:
        assert silent(form.format(part=part, whole=whole, share=float(share_of(part, whole))))


@given(st.sampled_from(FORMS), counts, counts, st.sampled_from([-4, 4, 11]))
def test_a_share_that_does_not_follow_is_told(form: str, part: int, whole: int, off: int) -> None:
    """A share four points off is an error that names count, total and share."""
    share = share_of(part, whole) + off
    if part >= whole or not 1 < share < 100:
        return
    found = finding(form.format(part=part, whole=whole, share=float(share)), "FL303")
    assert found.severity is Severity.ERROR
    assert quotes(found) == [f"{part:,}", f"{whole:,}", f"{float(share)}%"]


KINDS = (
    "The association has many certified growers. It has {total} growers in all. Among them are 15 organic growers, "
    "40 certified seed growers and 120 certified fruit growers. {share} of the growers are certified growers."
)


def test_kinds_of_a_class_are_added() -> None:
    """The sum of the kinds stands for the class, with three times as much allowed, for the list may be open."""
    found = finding(KINDS.format(total="12,000", share="Over 30%"), "FL303")
    assert found.severity is Severity.WARNING
    assert found.confidence < 0.9
    assert found.arithmetic == (
        "15 + 40 + 120 of 12,000 is at most 1.46%, and stated is more than 30%; even 3 times the sum would fall short"
    )
    assert roles(found) == ["share", "total", "kind", "kind", "kind"]


@pytest.mark.parametrize(("share", "fires"), [("Over 4%", False), ("Over 5%", True)])
def test_three_times_the_sum_is_the_limit(share: str, fires: bool) -> None:
    """Three times 1.46% is 4.4%."""
    assert bool(findings(KINDS.format(total="12,000", share=share), "FL303")) is fires
