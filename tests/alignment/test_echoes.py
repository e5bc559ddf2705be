"""Statements that echo one another: which summary contradicts its text, and which only looks as if it did."""

import pytest

from tests.alignment.reading import evidence

_OFFER = """Dear Ms Aldous,

Our crew at Kestrel Boatworks repairs wooden dinghies, builds oars and varnishes masts for clubs along the estuary.

The Estuary Hull Package costs $480 per boat and includes scraping, caulking and two coats of varnish. The package is
open to the first 20 clubs that register before the regatta, and every repair carries a 6-month warranty.

Members who book online receive a 15% discount on new oars. Orders over $200 are delivered free along the estuary.

We also lend out a 30-day trial mast, and last year our yard cut drying time by 40%.

Kind regards from the slipway.
"""

_PARK = """Rangers of the Lindmoor reserve counted otters along eleven streams this winter with cameras and volunteers.

The survey cost 84,000 kroner, most of it for cameras. Rangers found 212 otters along the streams, and volunteers walked
640 kilometres of bank in the snow.

One in three dens lay under roots of alder trees, the report of the reserve says.

The reserve wants a second survey of the streams next winter.
"""


def _conflicts(text: str) -> list[tuple[str, str]]:
    found = evidence(text)
    return [
        (found.quote(echo.first.claim.span), found.quote(echo.second.claim.span))
        for echo in found.echoes
        if echo.is_end and not echo.comparison.agree
    ]


@pytest.mark.parametrize(
    ("summary", "pair"),
    [
        ("Kestrel Boatworks offers its Estuary Hull Package, with scraping, caulking and varnish, at $380 per boat.", ("$480 per boat", "$380 per boat")),
        ("The Estuary Hull Package of Kestrel Boatworks is open to the first 30 clubs that register before the regatta.", ("20", "30")),
        ("Every repair by the crew of Kestrel Boatworks carries a 12-month warranty.", ("6-month", "12-month")),
        ("Kestrel Boatworks gives members who book online a 25% discount on new oars.", ("15%", "25%")),
        ("Kestrel Boatworks, which repairs wooden dinghies for clubs, lends out a 60-day trial mast.", ("30-day", "60-day")),
        ("Last year the yard of Kestrel Boatworks cut drying time by 10%.", ("40%", "10%")),
    ],
)  # fmt: skip
def test_a_summary_that_contradicts_its_letter(summary: str, pair: tuple[str, str]) -> None:
    """A sentence at the end that holds nothing new but a figure."""
    assert _conflicts(f"{_OFFER}\n{summary}\n") == [pair]


@pytest.mark.parametrize(
    ("summary", "pair"),
    [
        ("Rangers of the Lindmoor reserve found 121 otters along the streams this winter.", ("212", "121")),
        ("The survey of the Lindmoor reserve cost 48,000 kroner, most of it for cameras.", ("84,000 kroner", "48,000 kroner")),
        ("Volunteers of the Lindmoor reserve walked 460 kilometres of bank in the snow.", ("640 kilometres", "460 kilometres")),
    ],
)  # fmt: skip
def test_a_claim_that_contradicts_its_report(summary: str, pair: tuple[str, str]) -> None:
    """A claim behind a report, in like words."""
    assert _conflicts(f"{_PARK}\n{summary}\n") == [pair]


@pytest.mark.parametrize(
    "summary",
    [
        "Kestrel Boatworks offers its Estuary Hull Package, with scraping, caulking and varnish, at $480 per boat.",
        "The Estuary Hull Package of Kestrel Boatworks is open to the first twenty clubs that register before the regatta.",
        "The Autumn Keel Package of Marrow Yachts in Dunholm, for steel hulls and diesel engines, costs $380 per boat.",
        "Kestrel Boatworks does not give members a 25% discount on new oars.",
        "Would Kestrel Boatworks give members who book online a 25% discount on new oars?",
        "Kestrel Boatworks delivers orders over $200 free along the estuary.",
        "Kestrel Boatworks cut drying time by 40% last year.",
        "Kestrel Boatworks gives members a discount of about 15% on new oars.",
        "Kestrel Boatworks employs 17 carpenters, and its slipway is 45 metres long.",
        "Every repair by the crew of Kestrel Boatworks carries a half-year warranty.",
        "Volunteers in Dunholm sold 25% more tickets for the regatta, and the mayor thanked them.",
        "A rival yard in Dunholm lends sails for a year and gives its guests a 25% rebate on fees.",
    ],
)
def test_what_a_letter_allows(summary: str) -> None:
    """The same value, another thing, a denial, a question, or news."""
    assert _conflicts(f"{_OFFER}\n{summary}\n") == []


@pytest.mark.parametrize(
    "summary",
    [
        "Rangers of the Lindmoor reserve found over 200 otters along the streams this winter.",
        "Rangers of the Lindmoor reserve found 212 otters, and volunteers walked 640 kilometres.",
        "Rangers found 95 beavers along the lakes of Torvik, where volunteers set traps.",
        "The survey of the Lindmoor reserve cost about 80,000 kroner.",
        "In 2019 a survey of the streams found 121 otters.",
        "The reserve plans a survey of 22 streams next winter, at 120,000 kroner.",
        "The eleven streams of Lindmoor froze for 40 days.",
        "Volunteers set 460 cameras along the streams.",
    ],
)
def test_what_a_report_allows(summary: str) -> None:
    """A rounder figure, another animal, another year, another thing counted."""
    assert _conflicts(f"{_PARK}\n{summary}\n") == []


def test_within_a_text_nothing_is_a_summary() -> None:
    """Like words in the middle of a text are no error by themselves: they are told with little confidence."""
    middle = "Kestrel Boatworks gives members who book online a 25% discount on new oars."
    text = _OFFER.replace("We also lend", f"{middle}\n\nWe also lend")
    assert _conflicts(text) == []


def test_a_value_told_twice_outweighs_nothing() -> None:
    """Where the text tells both values, the summary repeats one of them."""
    text = _OFFER.replace(
        "Kind regards", "Members of Kestrel who book online in May receive a 25% discount on new oars.\n\nKind regards"
    )
    assert _conflicts(f"{text}\nKestrel Boatworks gives members who book online a 25% discount on new oars.\n") == []
