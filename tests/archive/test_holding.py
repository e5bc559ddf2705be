"""A new text held against an archive: what is told, and what is not."""

from pathlib import Path

import pytest

from factlint import crossing
from factlint.alignment.cross import keep
from factlint.archive.adding import add
from factlint.archive.engines import Here
from factlint.archive.whole import check_archive
from factlint.engine import Settings, evidence_of
from factlint.errors import UsageError
from factlint.knowledge import load_knowledge
from factlint.model.finding import Finding, Report, Severity
from factlint.readers import read_text
from factlint.runs import Plan, check_paths
from tests.archive.texts import NEW, OLD
from tests.support import Program


def archived(folder: Path, *texts: str) -> Path:
    """Return an archive of some texts."""
    for number, text in enumerate(texts):
        (folder / f"old{number}.txt").write_text(text, encoding="utf-8")
    add(folder / "a", [str(folder / f"old{number}.txt") for number in range(len(texts))], Settings(), Here(1))
    return folder / "a"


def told(folder: Path, archive: Path, text: str, name: str = "new.txt") -> list[Finding]:
    """Return what is told of a new text beside the archive, and not within the text."""
    (folder / name).write_text(text, encoding="utf-8")
    report = check_paths([str(folder / name)], Plan(Settings(archive=archive)))
    assert report.errors == []
    return [finding for finding in report.findings if len({at.path for at in finding.locations}) > 1]


def test_a_contradiction_leads_to_the_older_text(tmp_path: Path) -> None:
    """Path, line, words and day of it, though the older file is gone."""
    archive = archived(tmp_path, OLD)
    (tmp_path / "old0.txt").unlink()
    [finding] = told(tmp_path, archive, NEW)
    assert (finding.rule, finding.severity) == ("FL102", Severity.WARNING)
    new, old = finding.locations
    assert (new.text, new.role, Path(new.path).name) == ("2.46 million", "told here", "new.txt")
    assert (old.text, old.role, Path(old.path).name, old.line) == (
        "2.64 million",
        "told there, 2023-05-14",
        "old0.txt",
        3,
    )
    assert OLD[old.start : old.end] == old.text
    assert old.text in old.context


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.46 million", "2.64 million"),
        ("in 2022", "in 2021"),
        ("carried 2.46", "carried a revised 2.46"),
        ("Harbour Line", "Lake Line"),
        ("2.46 million passengers", "2.46 million foot passengers"),
        ("2.46 million passengers", "246,000 cars"),
        ("carried 2.46 million", "hoped to carry 2.46 million"),
        ("2.46 million", "over 2.6 million"),
        ("carried 2.46 million passengers in 2022", "carried 2.46 million passengers"),
    ],
)
def test_what_speaks_of_another_thing_is_silent(old: str, new: str, tmp_path: Path) -> None:
    """The same figure, another year, a revision, another firm, a part, another measure, a plan, a bound, no time."""
    assert old in NEW
    assert told(tmp_path, archived(tmp_path, OLD), NEW.replace(old, new)) == []


def test_it_is_what_cross_tells(tmp_path: Path) -> None:
    """The same rules, places and arithmetic as of two files of one run."""
    knowledge = load_knowledge()
    report = Report()
    documents = {name: read_text(text, name) for name, text in (("new.txt", NEW), ("old0.txt", OLD))}
    kept = [keep(evidence_of(document, knowledge)) for document in documents.values()]
    crossing.compare_files(report, kept, "all", knowledge, knowledge.cards, documents.__getitem__)
    [wanted], [found] = report.findings, told(tmp_path, archived(tmp_path, OLD), NEW)
    assert (found.rule, found.arithmetic, found.confidence) == (wanted.rule, wanted.arithmetic, wanted.confidence)
    assert [at.span for at in found.locations] == [at.span for at in wanted.locations]


def test_a_text_does_not_contradict_itself(tmp_path: Path) -> None:
    """Neither the same contents elsewhere nor an earlier state of the same file."""
    archive = archived(tmp_path, OLD)
    assert told(tmp_path, archive, OLD) == []
    assert told(tmp_path, archive, OLD.replace("2.64", "2.46"), name="old0.txt") == []


def test_the_last_state_of_a_file_counts(tmp_path: Path) -> None:
    """What was corrected and added again is held against nobody."""
    archive = archived(tmp_path, OLD)
    (tmp_path / "old0.txt").write_text(OLD.replace("2.64", "2.46"))
    add(archive, [str(tmp_path / "old0.txt")], Settings(), Here(1))
    assert told(tmp_path, archive, NEW) == []
    assert len(told(tmp_path, archive, NEW.replace("2.46", "2.64"))) == 1


def test_an_archive_at_odds_with_itself(tmp_path: Path) -> None:
    """Where another older text has the new figure, too, it is told as info."""
    other = OLD.replace("2.64 million", "2.46 million").replace("14 May", "16 May")
    [finding] = told(tmp_path, archived(tmp_path, OLD, other), NEW)
    assert finding.severity is Severity.INFO
    assert "at odds with itself" in (finding.arithmetic or "")


def test_many_older_texts_are_one_finding(tmp_path: Path) -> None:
    """The latest ones are named, the others counted."""
    texts = [OLD.replace("14 May", f"{day} May") for day in range(10, 20)]
    [finding] = told(tmp_path, archived(tmp_path, *texts), NEW)
    assert [at.role for at in finding.locations] == [
        "told here",
        *(f"told there, 2023-05-{day}" for day in (19, 18, 17)),
    ]


def test_a_record_and_a_leap(tmp_path: Path) -> None:
    """Both are held against the years before."""
    older = "Lake Museum, report\n\n3 March {} -- The Lake Museum drew {:,} visitors in {}, it said.\n"
    texts = [older.format(year + 1, value, year) for year, value in ((2019, 438500), (2020, 391200), (2021, 402700))]
    archive = archived(tmp_path, *texts)
    new = "Lake Museum\n\n3 March 2024 -- The Lake Museum drew {} visitors in 2023, it said.\n"
    [record] = told(tmp_path, archive, new.format("a record 412,000"))
    assert (record.rule, record.locations[-1].text) == ("FL832", "438,500")
    [leap] = told(tmp_path, archive, new.format("41.2 million"))
    assert (leap.rule, leap.severity) == ("FL831", Severity.WARNING)
    assert told(tmp_path, archive, new.format("412,000")) == []
    assert told(tmp_path, archive, new.format("a record 441,000")) == []


def test_no_archive_is_told(tmp_path: Path) -> None:
    """With how to make one."""
    with pytest.raises(UsageError, match="factlint archive add"):
        told(tmp_path, tmp_path / "none", NEW)


def test_the_command(program: Program) -> None:
    """Added, checked, asked; standard input is held against it as well."""
    program.write("old/release.txt", OLD)
    done = program("archive", "add", "a", "old")
    assert (done.status, done.out) == (0, "1 document with 8 claims added to a\n")
    done = program("check", "-", "--archive", "a", "--format", "json", stdin=NEW.encode())
    assert done.status == 1
    [finding] = done.json["findings"]
    assert [at["path"] for at in finding["locations"]] == ["-", "old/release.txt"]
    assert program("archive", "check", "a").status == 0
    assert program("archive", "add", "a", "old").out == "0 documents with 0 claims added to a; 1 were known already\n"


def test_all_texts_of_an_archive(tmp_path: Path) -> None:
    """The same contradiction, and the same report from two processes."""
    archive = archived(tmp_path, OLD, NEW, *(OLD.replace("Harbour", name) for name in ("Lake", "Island")))
    one, two = (check_archive(archive, Settings(archive=archive), Here(jobs)) for jobs in (1, 2))
    [finding] = one.findings
    assert {at.text for at in finding.locations} == {"2.64 million", "2.46 million"}
    assert one == two
    assert sum(file.conflicting for file in one.files) == 2


def test_agreements_are_told_on_demand(program: Program, tmp_path: Path) -> None:
    """With --verified, where two texts tell one value; else there are none."""
    again = OLD.replace("2.64 million", "2,640,000")
    archive = archived(tmp_path, OLD, again, NEW)
    assert check_archive(archive, Settings(archive=archive), Here(1)).verified == []
    report = check_archive(archive, Settings(archive=archive), Here(1), verified=True)
    places = {at.text for tie in report.verified for at in tie.locations}
    assert {"2.64 million", "2,640,000"} <= places
    assert "2.46 million" not in places
    program.write("one.txt", OLD)
    program.write("two.txt", again)
    program("archive", "add", "a", "one.txt", "two.txt")
    assert program("archive", "check", "a", "--verified", "--format", "json").json["verified"]
    assert "verified" not in program("archive", "check", "a", "--format", "json").json


MUSEUM = "Lake Museum, report\n\n3 March {} -- The Lake Museum drew {} visitors in {}, it said.\n"

STEADY = {
    2018: "431,000", 2019: "438,500", 2020: "391,200", 2021: "402,700", 2022: "421,000", 2023: "a record 441,000",
}  # fmt: skip


def test_an_archive_is_checked_over_time(tmp_path: Path) -> None:
    """A leap and a record that was beaten before are found among the texts of the archive itself, from any process."""
    values = STEADY | {2022: "41.2 million", 2023: "a record 412,000"}
    archive = archived(tmp_path, *(MUSEUM.format(year + 1, value, year) for year, value in values.items()))
    report = check_archive(archive, Settings(archive=archive), Here(1))
    assert sorted((found.rule, found.locations[0].text) for found in report.findings) == [
        ("FL831", "41.2 million"), ("FL832", "412,000"),
    ]  # fmt: skip
    assert report == check_archive(archive, Settings(archive=archive), Here(2))


def test_a_steady_series_is_silent(tmp_path: Path) -> None:
    """Values that vary as such values do, and a record that is one."""
    archive = archived(tmp_path, *(MUSEUM.format(year + 1, value, year) for year, value in STEADY.items()))
    assert check_archive(archive, Settings(archive=archive), Here(1)).findings == []


def test_without_duckdb(program: Program) -> None:
    """It is told what to install."""
    program.write("duckdb.py", "raise ImportError")
    program.write("x.txt", OLD)
    done = program("archive", "add", "a", "x.txt", "--jobs", "1", env={"PYTHONPATH": f"{program.folder}:{_root()}"})
    assert done.status == 2
    assert "install factlint[archive]" in done.err


def _root() -> Path:
    return Path(__file__).resolve().parents[2]
