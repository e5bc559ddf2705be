"""How long something lasted, beside the two dates between which it did."""

import pytest

from tests.checks.found import findings, silent, ties

FORMS = (
    "Sixteen years after its founding in 1990, the choir closed in {}.",
    "The bridge opened in 1990. Sixteen years later, in {}, it closed.",
    "The mill opened in 1990 and closed in {}, lasting 16 years.",
)


@pytest.mark.parametrize("form", FORMS)
def test_a_length_that_fits_is_not_told(form: str) -> None:
    """From 1990 to 2006 are sixteen years."""
    assert silent(form.format(2006))


def test_a_length_that_does_not_fit_is_told() -> None:
    """From 1990 to 2012 are not sixteen."""
    assert [one.rule for one in findings(FORMS[0].format(2012))] == ["FL505"]
    assert len(ties(FORMS[0].format(2006), "FL505")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen years after its founding in 1990, which 40 singers joined, the choir closed in 2012.",
        "Sixteen years after the choir was founded in 1990 it had toured until 2012.",
        "The bridge opened in 1990 and was widened in 1995. Sixteen years later, in 2012, it closed.",
        "The bridge opened in 1990.\n\nSixteen years later, in 2012, the port grew.",
        "The bridge is old. Sixteen years later, in 2012, it closed.",
        "The bridge opened in 1990. Sixteen years later, after a storm that felled trees, it closed in 2012.",
        "The mill ran for 16 years. In 1990 and in 2012 it paid well.",
    ],
)
def test_dates_that_need_not_bound_it_are_left_alone(text: str) -> None:
    """Where another date may be meant, nothing is said."""
    assert findings(text, "FL505") == []
