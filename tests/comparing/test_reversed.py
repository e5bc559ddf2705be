"""An English original and its Chinese translation: the same rules, told from the other side."""

import pytest

from factlint.model.finding import Report
from tests.comparing.test_pairs import PAIRS, compared, loud

ENGLISH = "The harbour handled 4.2 million containers in May, up 6.5 percent year on year, with 36 ships a day."
CHINESE = "该港5月份吞吐量为420万标箱，同比增长6.5%，日均靠泊36艘船舶。"


def told(report: Report, code: str) -> list[tuple[str, str]]:
    """Return the message of each finding of a rule, and the first place that it names."""
    return [(finding.message, finding.locations[0].text) for finding in report.findings if finding.rule == code]


def test_a_right_one_is_silent() -> None:
    """What a good translator into Chinese writes raises nothing."""
    assert loud(compared(ENGLISH, CHINESE)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "place"),
    [
        ("420万", "42万", "FL801", "The translation is 10 times too small", "42万标箱"),
        ("，日均靠泊36艘船舶", "", "FL805", "The translation lacks a figure of the original", "36"),
        ("6.5%", "6.5%，共投资8.4亿元", "FL806", "The translation has a figure that the original lacks", "8.4亿元"),
        ("5月份", "6月份", "FL807", "The translation names another period", "6月"),
        ("同比", "环比", "FL808", "The translation compares with another period", "6.5%"),
        ("增长6.5%", "下降6.5%", "FL809", "The direction is turned in the translation", "6.5%"),
        ("420万", "超过420万", "FL803", "The bound is added in the translation", "超过420万标箱"),
    ],
)  # fmt: skip
def test_a_slip_is_told_of_the_chinese(old: str, new: str, code: str, message: str, place: str) -> None:
    """The translation that is to be mended is the Chinese text, and its place is named first."""
    assert told(compared(ENGLISH, CHINESE.replace(old, new)), code) == [(message, place)]


def test_the_pairs_hold_the_other_way_round() -> None:
    """A right pair raises nothing, whichever of its texts was first."""
    for pair in PAIRS:
        assert loud(compared(pair["en"], pair["zh"])) == [], pair["en"]
