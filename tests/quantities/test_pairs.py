"""Both as a count of two."""

import pytest

import factlint


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The storm shut both runways for a day.", "runways"),
        ("Both companies said that the deal would go ahead.", "companies"),
        ("Both of its northern plants were idle.", "northern plants"),
        ("Both the ferries were late.", "ferries"),
        ("He lost both sales teams.", "sales teams"),
        ("Both men denied it.", "men"),
    ],
)
def test_both_counts_the_noun_behind_it(text: str, counted: str) -> None:
    """It is two of what follows, over the word itself, and listed among the claims as well."""
    [found] = factlint.quantities(text)
    assert (found.text.lower(), found.value, found.counted) == ("both", 2, counted)
    [claim] = factlint.claims(text)
    assert (claim.text.lower(), claim.counted) == ("both", counted)


@pytest.mark.parametrize(
    "text",
    [
        "Both banks and insurers fell.",
        "Both agreed to it.",
        "It is both fast and cheap.",
        "Both oil and gas companies fell.",
        "They both say so.",
        "Both the mayor and the council were asked.",
        "Both says the sign.",
        "Its lines, which both generate margins, grew.",
        "Costs rose with both delays in shipping and shortages of steel.",
        "It sells to both dealers as well as shops.",
    ],
)
def test_both_that_joins_counts_nothing(text: str) -> None:
    """What joins two names, or stands alone, is no count."""
    assert factlint.quantities(text) == []


def test_both_stands_in_text_order() -> None:
    """Figures and pairs come as they stand."""
    found = factlint.quantities("It owns 7 ships, both tugs and 3 barges; both yards have 12 cranes.")
    assert [(each.text, each.counted) for each in found] == [
        ("7", "ships"),
        ("3", "barges"),
        ("both", "yards"),
        ("12", "cranes"),
    ]


def test_no_rule_compares_both() -> None:
    """A count of two in a word is told and never judged."""
    report = factlint.check("Both runways were shut. The airport has 3 runways, and all 3 runways were shut.")
    assert not any(place.text.lower() == "both" for finding in report.findings for place in finding.locations)
