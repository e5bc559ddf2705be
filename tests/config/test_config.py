"""Words of options, configuration files, and the exit status of a run."""

from pathlib import Path

import pytest

from factlint.config import FailOn, exit_status, find_config, load_config, split_words
from factlint.errors import DataError, DataErrors
from factlint.knowledge import cards
from factlint.model.finding import Problem, Severity
from tests.reporters.sample import report


def test_words_come_by_commas_or_by_options_given_again() -> None:
    """--select FL1,FL203 --select restated-value-differs is three words."""
    assert split_words(["FL1, FL203", "restated-value-differs,"]) == ("FL1", "FL203", "restated-value-differs")


@pytest.mark.parametrize(
    ("fail_on", "severities", "status"),
    [
        (FailOn.WARNING, ["error", "info"], 1),
        (FailOn.WARNING, ["info"], 0),
        (FailOn.INFO, ["info"], 1),
        (FailOn.ERROR, ["error"], 1),
        (FailOn.ERROR, ["info"], 0),
        (FailOn.NEVER, ["error"], 0),
    ],
)
def test_exit_status(fail_on: FailOn, severities: list[str], status: int) -> None:
    """1 from the severity that was named on, else 0."""
    made = report()
    made.findings = [finding for finding in made.findings if finding.severity in severities]
    assert exit_status(made, fail_on) == status


def test_what_could_not_be_read_outranks_findings() -> None:
    """2 outranks 1, and --exit-zero hides the 1 only."""
    made = report()
    assert exit_status(made, FailOn.WARNING, exit_zero=True) == 0
    made.errors.append(Problem("b.txt", "no such file"))
    assert exit_status(made, FailOn.WARNING) == 2
    assert exit_status(made, FailOn.WARNING, exit_zero=True) == 2
    assert exit_status(made, FailOn.NEVER) == 2


def test_the_nearest_configuration_is_found(tmp_path: Path) -> None:
    """factlint.toml comes before pyproject.toml in one folder; a nearer folder comes before both."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    shared = tmp_path / "pyproject.toml"
    shared.write_text("[tool.factlint]\n", encoding="utf-8")
    assert find_config(inner) == shared
    own = tmp_path / "factlint.toml"
    own.write_text("", encoding="utf-8")
    assert find_config(inner) == own
    near = tmp_path / "a" / "pyproject.toml"
    near.write_text("[tool.other]\n", encoding="utf-8")
    assert find_config(inner) == own
    near.write_text("[tool.factlint.severity]\n", encoding="utf-8")
    assert find_config(inner) == near


def test_a_configuration_is_read(tmp_path: Path) -> None:
    """Rules by any of their names, severities by code, packs from the folder of the file."""
    (tmp_path / "own.toml").write_text("", encoding="utf-8")
    path = tmp_path / "pyproject.toml"
    path.write_text(
        "[project]\nname = 'x'\n[tool.factlint]\nselect = ['FL1']\npacks = ['own.toml']\n"
        "[tool.factlint.severity]\nrestated-value-differs = 'warning'\n",
        encoding="utf-8",
    )
    config = load_config(path, cards())
    assert config.select == ("FL1",)
    assert config.severity == {"FL101": Severity.WARNING}
    assert config.packs == (tmp_path / "own.toml",)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Each with its line."""
    path = tmp_path / "factlint.toml"
    path.write_text("select = ['FL999']\npaks = []\n", encoding="utf-8")
    with pytest.raises(DataErrors) as raised:
        load_config(path, cards())
    assert [error.line for error in raised.value.errors] == [1, 2]


def test_a_named_pyproject_must_speak_of_us(tmp_path: Path) -> None:
    """--config pyproject.toml without our table is a mistake."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'x'\n", encoding="utf-8")
    with pytest.raises(DataError, match="no table"):
        load_config(path, cards())
