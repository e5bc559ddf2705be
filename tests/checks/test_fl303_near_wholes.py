"""FL303 on a part with its share and the whole near by."""

import pytest

from tests.checks.found import finding, quotes, silent


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            (
                "The total budget came to 193.1 million euros. The repair budget of {} million euros made up a third "
                "of the total budget."
            ),
            "64.5",
            "91.5",
        ),
        (
            "Revenue came to 914 million euros in 2021. Wages were {} million euros in 2021, or 15.6% of revenue.",
            "143",
            "134",
        ),
        ("In May we saw {} patients or 60% of the total. The annex saw the remaining 801 patients.", "1,218", "2,118"),
    ],
)
def test_the_whole_near_by(text: str, right: str, wrong: str) -> None:
    """The share follows from part and whole, or it is told."""
    assert silent(text.format(right))
    assert any(wrong in quote for quote in quotes(finding(text.format(wrong), "FL303")))


@pytest.mark.parametrize(
    "text",
    [
        "Total production was 276 units. That held 2.4 units a day of gas, representing 79% of total production.",
        "The yard represented 12 megawatts of the 58 megawatts, or close to 40% of our orders.",
        "Wages were 374 million euros in 2021, or 27.2% of sales. We now expect sales of 5.2 billion to 5.4 billion euros.",
        "Revenue was 914 million euros in 2020. Wages were 143 million euros in 2021, or 17.5% of revenue.",
    ],
)
def test_other_wholes(text: str) -> None:
    """Rates, shares of something else, forecasts and other years."""
    assert silent(text)
