"""What a figure measures: content words, heads and acronyms."""

import pytest

from factlint.claims.measure import learn_acronyms
from tests.claims.reading import claim


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("sales of new energy vehicles (NEVs) rose", {"nev": ("new", "energy", "vehicles")}),
        ("the Ministry of Rural Affairs (MRA) said", {"mra": ("ministry", "of", "rural", "affairs")}),
        ("the World Rowing Federation (WRF) and its clubs", {"wrf": ("world", "rowing", "federation")}),
        ("the deadline (May) was missed", {}),
        ("a large hall (ABC) was built", {}),
    ],
)
def test_acronyms_are_learned_from_the_text(text: str, acronyms: dict[str, tuple[str, ...]]) -> None:
    """The initials must spell the acronym, small words left out where needed."""
    assert learn_acronyms(text) == acronyms


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Revenue of the shipyard was 48 million euros.", "The shipyard's revenue was 48 million euros."),
        ("The number of nurses reached 412.", "412 nurses were employed."),
        ("The waiting lists stood at 412.", "The waiting list stood at 412."),
        ("The total revenue of the shipyard was 48 million euros.", "Revenue of the shipyard was 48 million euros."),
    ],
)
def test_one_thing_in_two_wordings(first: str, second: str) -> None:
    """Plurals, possessives and words that only vary the telling part no two references."""
    words = [next(iter(claims_of(text))) for text in (first, second)]
    assert words[0] == words[1]


def claims_of(text: str) -> list[frozenset[str]]:
    """Return the measures of a text's claims as content words."""
    from tests.claims.reading import claims

    return [claim.measure.words for claim in claims(text)]


def test_an_acronym_stands_for_its_words() -> None:
    """Where the text explains it."""
    text = "The World Rowing Federation (WRF) has 412 clubs. Revenue of the WRF was 48 million euros."
    assert {"row", "feder"} & {word[:5].removesuffix("at") for word in claim(text, "48 million euros").measure.words}


@pytest.mark.parametrize(
    ("text", "figure", "head"),
    [
        ("Revenue of the shipyard was 48 million euros.", "48 million euros", "revenue"),
        ("The number of nurses reached 412.", "412", "nurs"),
        ("The jury read 142 prize essays.", "142", "essay"),
    ],
)
def test_the_head_names_the_thing(text: str, figure: str, head: str) -> None:
    """The last word before "of", or behind it where that word is a size."""
    assert claim(text, figure).measure.head.startswith(head[:4])
