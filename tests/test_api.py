"""The package as a library."""

from pathlib import Path

import pytest

import factlint
from tests.support import SEED, WRONG


def test_check_takes_a_text() -> None:
    """A string is the text itself."""
    report = factlint.check(WRONG)
    assert [finding.rule for finding in report.findings] == ["FL101"]
    first, second = report.findings[0].locations
    assert (WRONG[first.start : first.end], WRONG[second.start : second.end]) == (first.text, second.text)


def test_check_takes_a_path() -> None:
    """A Path, or a string that names a file, is read from disk."""
    assert factlint.check(SEED).files[0].words == factlint.check(str(SEED)).files[0].words > 1000


def test_a_file_that_cannot_be_read_does_not_raise(tmp_path: Path) -> None:
    """Problems are part of the report."""
    report = factlint.check(tmp_path / "missing.txt")
    assert [error.path for error in report.errors] == [str(tmp_path / "missing.txt")]


def test_rules_can_be_chosen() -> None:
    """Selecting and ignoring take names, codes and prefixes; a word that means none raises."""
    assert factlint.check(WRONG, ignore=["FL1"]).findings == []
    assert factlint.check(WRONG, select=["restated-value-differs"]).findings
    with pytest.raises(factlint.UsageError, match="no rule is called"):
        factlint.check(WRONG, select=["no-such-rule"])


def test_claims_takes_text_and_path(tmp_path: Path) -> None:
    """Claims come in text order; a file that cannot be read raises."""
    found = factlint.claims("Revenue rose 7.7% to 2 million yuan.")
    assert [claim.text for claim in found] == ["7.7%", "2 million yuan"]
    with pytest.raises(factlint.ReadError):
        factlint.claims(tmp_path / "missing.txt")


def test_markdown_is_read_as_such() -> None:
    """Offsets point into the source with its markup."""
    source = "**Over 2.64 million** 5G base stations were built. Operators run *2.46 million* 5G base stations."
    places = factlint.check(source, markdown=True).findings[0].locations
    assert [source[place.start : place.end] for place in places] == [place.text for place in places]


def test_names_are_imported_when_asked_for() -> None:
    """The nouns are there, and a name that is not says so."""
    assert factlint.Severity.ERROR.rank == 2
    assert all(hasattr(factlint, name) for name in factlint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = factlint.no_such_name


def test_an_archive_is_built_checked_and_asked(tmp_path: Path) -> None:
    """Adding twice changes nothing; a new text is held against it; a measure is told over time."""
    for year, value in ((2021, "2.58 million"), (2022, "2.64 million")):
        text = f"Harbour Line\n\n12 May {year + 1}\n\nHarbour Line carried {value} passengers in {year}.\n"
        (tmp_path / f"{year}.txt").write_text(text)
    archive = tmp_path / "archive"
    added = factlint.archive_add(archive, tmp_path / "2021.txt", tmp_path / "2022.txt")
    assert (added.documents, added.known, added.problems) == (2, 0, [])
    assert factlint.archive_add(archive, tmp_path / "2021.txt").known == 1
    assert factlint.archive_check(archive).findings == []
    series = factlint.archive_query(archive, "passengers carried", subject="Harbour Line", by="year")
    assert [(point.period, point.value) for point in series] == [("2021", "2580000"), ("2022", "2640000")]
    new = "Harbour Line\n\n20 May 2024\n\nHarbour Line carried 2.46 million passengers in 2022.\n"
    (tmp_path / "new.txt").write_text(new)
    for source in (tmp_path / "new.txt", new):
        [finding] = factlint.check(source, archive=archive).findings
        assert (finding.rule, finding.locations[0].text, finding.locations[1].text) == (
            "FL102",
            "2.46 million",
            "2.64 million",
        )


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    """With how to make one."""
    with pytest.raises(factlint.UsageError, match="factlint archive add"):
        factlint.archive_check(tmp_path / "none")
    with pytest.raises(factlint.UsageError, match="names no measure"):
        factlint.archive_query(tmp_path, "")
