"""Lists that a text counts off, and what announced them."""

from factlint.alignment.lists import Listing, listings
from tests.alignment.reading import evidence


def numbers(listing: Listing) -> list[int]:
    """Return the numbers of a list's items."""
    return [item.number for item in listing.items]


def test_items_open_sentences() -> None:
    """First, Second, Third; what stands inside a sentence is no item."""
    (found,) = listings(evidence("First, the ice came early. At second glance it held. Second, the crane broke."))
    assert numbers(found) == [1, 2]


def test_the_announcement_is_found() -> None:
    """The nearest small count of a noun that announces, before the first item."""
    (found,) = listings(evidence("We see two reasons for the delay. First, the ice. Second, the crane."))
    assert found.announced is not None
    assert found.announced.text == "two"


def test_other_openers() -> None:
    """For starters, the second aspect, the third aspect."""
    text = "We see three key factors. For starters, sales rose. The second aspect is cost. The third aspect is staff."
    (found,) = listings(evidence(text))
    assert numbers(found) == [1, 2, 3]
    assert found.announced is not None


def test_nested_lists_are_two() -> None:
    """A First inside a list opens one of its own; the outer one goes on behind it."""
    text = "First, we mend roads. First, the bridges. Second, the tunnels. Third, the lanes. Second, we mend rails."
    assert sorted(numbers(found) for found in listings(evidence(text))) in ([[1, 2], [1, 2, 3]], [[1], [1, 2, 3, 2]])


def test_gaps_and_repeats_are_noted() -> None:
    """Between which two items."""
    (gap,) = listings(evidence("First, the hall. Second, the roof. Fourth, the tower."))
    assert [(before.number, after.number) for before, after in gap.gaps] == [(2, 4)]
    (repeat,) = listings(evidence("First, the hall. Second, the roof. Second, the tower."))
    assert [(before.number, after.number) for before, after in repeat.repeats] == [(2, 2)]


def test_an_open_announcement_announces_nothing() -> None:
    """Including leaves open how many follow."""
    (found,) = listings(evidence("We see six reasons, including these. First, the ice. Second, the crane."))
    assert found.announced is None


def test_a_speaker_ends_his_lists() -> None:
    """The next speaker's First opens a new one."""
    text = "Ms. Okafor:\n\nFirst, the roads. Second, the rails.\n\nMr. Lind:\n\nFirst, the ports. Second, the yards.\n"
    assert [numbers(found) for found in listings(evidence(text))] == [[1, 2], [1, 2]]
