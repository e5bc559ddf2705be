"""Accounts of two things in like words, and openings that confine a sentence to a part."""

import pytest

from factlint import check

_RULES = ("FL101",)


def _fires(text: str) -> bool:
    return any(finding.rule in _RULES and finding.severity != "info" for finding in check(text).findings)


_BETWEEN = "\n\nThe weather was mild.\n\nA bridge was closed.\n\nThe bus fleet was painted.\n\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ferry ticket revenue reached 31.4 million crowns, up 4.2%.", "Ferry ticket revenue reached 34.1 million crowns, up 4.2%."),
        ("The harbour dredged 48,250 tonnes of sand.", "The harbour dredged 42,850 tonnes of sand."),
        ("In the harbour, crane repairs cost 2.46 million crowns.", "In the harbour, crane repairs cost 2.64 million crowns."),
    ],
)  # fmt: skip
def test_a_slip_is_found(first: str, second: str) -> None:
    """One figure differs, and what stands beside it agrees or is not there."""
    assert _fires(f"{first}{_BETWEEN}{second}\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ferry tickets brought 31.4 million crowns. Ferry berths numbered 412.", "Ferry tickets brought 34.1 million crowns. Ferry berths numbered 421."),
        ("In the harbour, crane repairs cost 2.46 million crowns.", "In the shipyard, crane repairs cost 2.64 million crowns."),
        ("Turning to the shipyard, crane repairs cost 2.46 million crowns.", "Turning to the canal, crane repairs cost 2.64 million crowns."),
        ("Crane repairs cost 2.46 million crowns.", "Of this, crane repairs cost 2.64 million crowns."),
        ("Crane repairs cost 2.46 million crowns.", "Excluding the storm, crane repairs cost 2.64 million crowns."),
        ("Crane repairs cost 2.46 million crowns.", "Year-to-date crane repairs cost 2.64 million crowns."),
        ("Crane repairs cost 2.46 million crowns.", "Crane repairs cost 2.64 million crowns, excluding the storm."),
        ("The mean crane age was 12.4 years.", "A mean crane age of 12.4 years compares with a mean crane age of 14.2 years in Torvik."),
    ],
)  # fmt: skip
def test_two_accounts_are_left_alone(first: str, second: str) -> None:
    """What stands beside differs too, or an opening names another part or basis."""
    assert not _fires(f"{first}{_BETWEEN}{second}\n")


def test_a_series_is_left_alone() -> None:
    """Three values of which no two agree are three things."""
    lines = [f"Crane repairs cost {value} million crowns." for value in ("2.46", "2.64", "2.69")]
    assert not _fires(_BETWEEN.join(lines))
