"""A class announced, counted by kinds, and its share."""

from factlint.alignment.kinds import kinds_of_class
from tests.alignment.reading import evidence, texts

HEAD = "The association has many certified growers. It has 12,000 growers in all."
KINDS = "Among them are 15 organic growers, 40 certified seed growers and 120 certified fruit growers."
SHARE = "Over 30% of the growers are certified growers."


def test_total_kinds_and_share_are_tied() -> None:
    """All within one paragraph, the class being named before."""
    (found,) = kinds_of_class(evidence(f"{HEAD} {KINDS} {SHARE}"))
    assert texts(found.total, found.share) == ["12,000", "Over 30%"]
    assert texts(*found.kinds) == ["15", "40", "120"]
    assert not found.is_closed


def test_another_paragraph_is_another_matter() -> None:
    """A share told elsewhere is not held against the list."""
    assert list(kinds_of_class(evidence(f"{HEAD} {KINDS}\n\n{SHARE}"))) == []


def test_a_class_must_be_announced() -> None:
    """Where nothing names the class, the kinds are kinds of nothing."""
    text = f"It has 12,000 growers in all. {KINDS} Over 30% of the growers are young farmers."
    assert list(kinds_of_class(evidence(text))) == []


def test_one_kind_is_no_list() -> None:
    """A single count is no class."""
    assert list(kinds_of_class(evidence(f"{HEAD} Among them are 15 organic growers. {SHARE}"))) == []
