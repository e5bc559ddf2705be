"""FL813: figures against plausible ranges of a pack."""

from pathlib import Path

import pytest

from factlint import engine
from factlint.errors import DataError
from factlint.model.finding import Report

PACK = """[[range]]
measure = "vacancy rate"
unit = "percent"
low = 1
high = 30
"""


def checked(text: str, folder: Path) -> Report:
    """Return what the rules say of a text beside a pack."""
    pack = folder / "homes.toml"
    pack.write_text(PACK, encoding="utf-8")
    return engine.run_text(text, engine.Settings(packs=(pack,)))


def test_a_figure_outside_is_told_with_the_line_of_the_range(tmp_path: Path) -> None:
    """The finding names the file that holds the range."""
    [found] = checked("The vacancy rate reached 77% in May.", tmp_path).findings
    assert found.rule == "FL813"
    assert found.arithmetic is not None
    assert found.arithmetic.endswith("1% to 30% is plausible by homes.toml:1")


@pytest.mark.parametrize("figure", ["7.7%", "30%", "1%", "about 31%"])
def test_a_figure_inside_agrees(figure: str, tmp_path: Path) -> None:
    """The ends are inside, and what only an approximation puts outside as well."""
    report = checked(f"The vacancy rate was {figure} in May.", tmp_path)
    assert report.findings == []
    assert [tie.rule for tie in report.verified] == ["FL813"]


def test_an_unknown_unit_is_told_at_its_line(tmp_path: Path) -> None:
    """The line of the file that names it."""
    pack = tmp_path / "homes.toml"
    pack.write_text(PACK.replace('"percent"', '"parts of it"'), encoding="utf-8")
    with pytest.raises(DataError) as error:
        engine.run_text("Nothing.", engine.Settings(packs=(pack,)))
    assert error.value.line == 3
