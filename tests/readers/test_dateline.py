"""The document's own date and place."""

from datetime import date

import pytest

from factlint.readers import read_text
from factlint.readers.dateline import dateline_of

CASES = [
    ("BEIJING, April 20 (Xinhua) -- Exports rose.", None, "BEIJING", "April 20", False),
    ("Washington, D.C., May 3, 2021 \u2013 Exports rose.", date(2021, 5, 3), "Washington, D.C.", "May 3, 2021", False),
    ("WASHINGTON (Reuters) - Exports rose.", None, "WASHINGTON", "WASHINGTON", False),
    ("OSLO, Feb. 4, 2021 /PRNewswire/ -- Nordwind rose", date(2021, 2, 4), "OSLO", "Feb. 4, 2021", False),
    ("Geneva, 5 May 2023 - The agency said", date(2023, 5, 5), "Geneva", "5 May 2023", False),
    ("San Marco, CA \u2013 March 3, 2021 \u2013 Nordwind", date(2021, 3, 3), "San Marco, CA", "March 3, 2021", False),
    ("LONDON \u2014 British shares rose.", None, "LONDON", "LONDON", False),
    ("Ports\nBeijing | 3 p.m. April 20, 2023\n\nText.", date(2023, 4, 20), "Beijing", "April 20, 2023", True),
    ("Date:\n\nApril 20, 2023\n\nText.", date(2023, 4, 20), None, "April 20, 2023", True),
    ("Date: 20 April 2023\nVenue: Geneva", date(2023, 4, 20), "Geneva", "20 April 2023", True),
    ("Date: 2023-04-20\nAuthor: Ola Berg", date(2023, 4, 20), None, "2023-04-20", False),
    ("Published: 2023-04-20\n", date(2023, 4, 20), None, "2023-04-20", False),
    ("FOR IMMEDIATE RELEASE\nThursday, May 6, 2021\n\nText.", date(2021, 5, 6), None, "May 6, 2021", False),
    ("For release at 2:00 p.m. EDT March 21, 2018\n", date(2018, 3, 21), None, "March 21, 2018", True),
    ("Remarks of the Chair, March 21, 2018\n\nGood day.", date(2018, 3, 21), None, "March 21, 2018", False),
    ("20th April 2023\n\nText.", date(2023, 4, 20), None, "20th April 2023", False),
    ("Position at 31 March 2023\n\nText.", None, None, None, False),
    ("Year ended 31 December 2022\n\nText.", None, None, None, False),
    ("Next release: 19 August 2014\n\nText.", None, None, None, False),
    ("The firm opened on March 3, 2020. It grew.", None, None, None, False),
    ("February 30, 2023\n\nText.", None, None, None, False),
    ("PORTAL - a store of designs for ports", None, None, None, False),
    ("", None, None, None, False),
]


@pytest.mark.parametrize(("text", "day", "place", "words", "is_event"), CASES)
def test_date_and_place(text: str, day: date | None, place: str | None, words: str | None, *, is_event: bool) -> None:
    """Fields, headers, newspaper datelines and titles give date, place and the words that say so."""
    found = read_text(text).dateline
    assert (found.date, found.place, found.is_event) == (day, place, is_event)
    assert (found.span.of(text) if found.span else None) == words


def test_only_the_head_counts() -> None:
    """A date further down is not the document's own."""
    assert read_text("Exports rose.\n" * 40 + "Date: April 20, 2023\n").dateline.date is None


def test_a_missing_year_is_looked_for() -> None:
    """The year of a newspaper's dateline is taken from the file's name or from the same day written in full."""
    text = "BEIJING, April 20 (Xinhua) -- Exports rose."
    assert dateline_of(text, "release-2023-04-20.txt").date == date(2023, 4, 20)
    assert dateline_of("Figures of April 20, 2023, in full.\n\n" + text).date == date(2023, 4, 20)
    assert dateline_of(text, "release-2023-09-01.txt").date is None


@pytest.mark.parametrize("name", ["in/scio-briefing-2023-04-20.txt", "20230420_release.md", "a.2023.04.20.txt"])
def test_the_files_name_is_the_last_resort(name: str) -> None:
    """A date in the file's name counts where the text gives none, and has no words."""
    found = dateline_of("Exports rose.", name)
    assert found.date == date(2023, 4, 20)
    assert found.span is None


def test_numbers_in_names_are_no_dates() -> None:
    """Other digits in a file's name are no date."""
    assert dateline_of("Exports rose.", "report-20231304.txt").date is None
    assert dateline_of("Exports rose.", "call-120230420.txt").date is None
