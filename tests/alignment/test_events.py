"""Events and their dates."""

import pytest

from factlint.alignment.events import event_pairs
from tests.alignment.reading import evidence


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Lune viaduct made her name. It was opened on 3 June 1971.\n\nThe Lune viaduct, opened on 13 July 1971, is lit.",
            1,
        ),
        ("The Harbor Fair opened on 4 May 2020. The Harbor Fair opened on 5 May 2021.", 0),
        ("The Blue Cafe opened on 4 May 2021 in Oslo. The Blue Cafe opened on 9 May 2021 in Bergen.", 0),
        ("Lido Stores opened a shop on 3 May 2020. Lido Stores opened a shop on 9 June 2020.", 0),
        ("The Harbor Museum was founded in 1921. The Harbor Museum, founded in 1931, is open.", 1),
    ],
)
def test_one_event_of_one_name(text: str, pairs: int) -> None:
    """What happens once is compared in any year, an opening within one year and without another place."""
    assert len(list(event_pairs(evidence(text)))) == pairs
