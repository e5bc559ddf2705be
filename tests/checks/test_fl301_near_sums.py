"""FL301 on sums told over a sentence or over neighbours, the truth of each known by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.found import finding, quotes, silent

counts = st.integers(101, 899).filter(lambda count: count % 10 != 0)
FORMS = (
    "We have {total} barns, and of the total {a} barns are in the northern region and {b} are in the southern region.",
    "There were {a} men and {b} women among the {total} members.",
    "The grants were {a} + {b} for a total of {total} in all.",
    "The trust planted {a} oaks and {b} limes, for a total of {total}.",
    "The farm has {total} animals: {a} males and {b} females.",
    "The club owns {a} boats. On top of that, it leases an additional {b} boats. In total, it has {total} boats.",
    "The chain has {total} shops. The breakdown is {a} shops in the north and {b} shops in the south.",
)


@given(st.sampled_from(FORMS), counts, counts)
def test_a_sum_that_comes_out_is_never_told(form: str, a: int, b: int) -> None:
    """Parts that add up to the total are no finding."""
    assert silent(form.format(a=a, b=b, total=a + b))


@given(st.sampled_from(FORMS), counts, counts, st.sampled_from([-100, 100, 300]))
def test_a_sum_that_does_not_come_out_is_told(form: str, a: int, b: int, off: int) -> None:
    """A total off by a hundred or more is told with all of its parts."""
    if a + b + off <= max(a, b):
        return
    found = finding(form.format(a=a, b=b, total=a + b + off), "FL301")
    assert set(quotes(found)) == {str(a + b + off), str(a), str(b)}
    assert quotes(found)[0] == str(a + b + off)


def test_a_growth_and_what_drives_it() -> None:
    """Signed points of volume, price, mix and currency add up to the growth; a slip in it is told."""
    text = (
        "Sales of the mill were up {growth}%. Volume was up 3.2%, price was up 1.4%, mix was down 1.1% and currency had a "
        "favorable 4.0% impact on sales."
    )
    assert silent(text.format(growth="7.5"))
    assert quotes(finding(text.format(growth="5.7"), "FL301")) == ["5.7%", "3.2%", "1.4%", "1.1%", "4.0%"]


def test_a_figure_without_an_item() -> None:
    """With and without the item, in either sign; another gap that a slip explains is told."""
    text = (
        "The margin was 67.8 million euros. Excluding 0.7 million euros of costs, the margin was {rest} million euros."
    )
    assert silent(text.format(rest="68.5"))
    assert silent(text.format(rest="67.1"))
    assert len(quotes(finding(text.format(rest="86.5"), "FL301"))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The fair sold 31 stands and about 850 seats, taking the park to 101 stands in total with 3,300 seats.",
        "The club has 310 members. It has an additional 45 guests. In total, it spent 4,100 euros.",
        (
            "We held 1.3 billion euros of cash. We also had an additional 1.2 billion euros of credit. In total, loans stood "
            "at 4.1 billion euros."
        ),
        "Each of the 5 schools gets 3 teachers and 2 aides, for a total of 25.",
        "The merger brought 310 and 45 members, bringing the total to 12,800.",
        "Of the 142 pupils, 61 play chess and 48 sing.",
        "The chain has 142 shops, with 61 in the north and 48 in the west.",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    """Other units, running totals, open and overlapping lists."""
    assert silent(text)
