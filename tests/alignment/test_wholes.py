"""Wholes with all their parts in one sentence."""

import pytest

from factlint.alignment.wholes import wholes
from tests.alignment.reading import evidence, texts


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("It employs 740 people: 148 doctors, 333 nurses and 259 other staff.", "740", ["148", "333", "259"]),
        ("Of the 142 entries, 61 were novels, 48 plays and 33 poems.", "142", ["61", "48", "33"]),
        (
            "Exports were 412 tonnes and imports 367 tonnes, a surplus of 45 tonnes.",
            "45 tonnes",
            ["412 tonnes", "367 tonnes"],
        ),
    ],
)
def test_wholes(text: str, total: str, parts: list[str]) -> None:
    """A closed list, one verb for all parts, what is left."""
    assert [(one.total.text, texts(*one.parts)) for one in wholes(evidence(text))] == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "It employs 740 people: 148 in Ghent, 93 in Bruges and 41 in Ypres.",
        "It employs 740 people, including 148 doctors, 333 nurses and 259 cooks.",
        "It sold 12,417 tickets: 7,839 online and 3,108 to students.",
        "Of the 142 patients, 61 were women and 95 smoked.",
        "Exports rose from 367 tonnes to 412 tonnes, a difference of 45 tonnes.",
    ],
)
def test_what_is_no_whole(text: str) -> None:
    """Examples, open lists, parts of two kinds, a movement."""
    assert list(wholes(evidence(text))) == []
