"""FL701: digits that make no number."""

import pytest

from tests.checks.found import finding, silent

MONEY = "The trust gave £480,000 to schools and £195,000 to clinics."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{MONEY} The choir had £135,00.", "here it sets off 2"),
        ("Sales were $20.5 million and $14.7 million, and $153,7 million later.", "here it sets off 1"),
        ("The charity raised 1,2345,000 dollars.", "here they have 4, 3"),
        ("Attendance was 12,34,567 on the day.", "lakh and crore"),
        ("They paid $1O,000 for it.", "it reads $10,000"),
        ("In 2O19 the mill closed.", "it reads 2019"),
        ("The yield was 3.4.5 percent.", "one decimal point"),
        ("The port moved 12,,500 boxes.", "doubled"),
    ],
)
def test_malformed_numbers(text: str, words: str) -> None:
    """What is wrong with the digits is told."""
    assert words in (finding(text, "FL701").arithmetic or "")


@pytest.mark.parametrize(
    "text",
    [
        "The scheme reached 1,23,456 homes at 12 crore rupees.",
        "The ticket costs €12,50 or €11,00.",
        "See pages 1,23,456 and tables 2,3.",
        "Call 1.800.555.1212 or 10.1.2; version 1.234.5 ships.",
        "On May 5,2021 it rained; 2019,2020,2021 were dry.",
        "The 2,5-dimethyl compound, Al2O3 and 2O2 are known.",
        f"{MONEY} Room 1OB and flight 3O5 are blocked.",
    ],
)
def test_other_strings_of_digits(text: str) -> None:
    """Lakh and crore, decimal commas, marks of notes, versions, dates and formulas."""
    assert silent(text)
