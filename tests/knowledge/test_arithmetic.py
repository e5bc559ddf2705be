"""Word lists of sums and shares, and identities of the packs."""

from fractions import Fraction
from pathlib import Path

import pytest

from factlint.errors import DataError
from factlint.knowledge import packs
from factlint.knowledge.arithmetic import load_arithmetic
from factlint.knowledge.packs import load_packs


def test_halves_and_worths() -> None:
    """Men and women halve a whole; a mu is two thirds of a thousand square metres."""
    found = load_arithmetic()
    men, women = found.side("men"), found.side("women")
    assert men is not None
    assert women is not None
    assert men[0] == women[0]
    assert men[1] != women[1]
    assert found.side("oaks") is None
    assert found.traditional["mu"] == (Fraction(2000, 3),)
    assert found.factors["length"]["mile"] == Fraction("1609.344")


def test_identities() -> None:
    """An equation is read with its signs and names."""
    trade = next(found for found in load_packs().identities if found.name == "trade surplus")
    assert [(term.names[0], term.sign) for term in trade.terms] == [(("exports",), 1), (("imports",), -1)]
    assert ("trade", "balance") in trade.result.names


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[identity]]\nname = "a"\nequation = "a b + c"\n', "no equals sign"),
        ('[[identity]]\nname = "a"\nequation = "a = b"\n', "two terms or more"),
        ('[[identity]]\nname = "a"\nequation = "a = b + c"\nnames = { d = "e" }\n', "no term"),
        ('[[identity]]\nname = "a"\nequation = "a = b + c"\nnmaes = { b = "e" }\n', "unknown"),
        ('[synonyms]\na = "b"\n[other]\n', "unknown"),
    ],
)
def test_mistakes_in_a_pack(text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that is wrong is refused with its file and line."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "own.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(packs, "rules_folder", lambda: tmp_path)
    with pytest.raises(DataError, match=complaint):
        load_packs()
