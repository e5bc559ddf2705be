"""The order of the stages, and that one bad text loses no other."""

from pathlib import Path

import pytest

from factlint import engine
from factlint.checks.select import Selection
from factlint.knowledge import load_knowledge
from factlint.model.document import Document
from factlint.model.finding import Report
from tests.support import CLEAN, WRONG


def test_a_run_counts_what_it_read(tmp_path: Path) -> None:
    """Files, words and claims are counted; conflicting claims are among the checked ones, agreeing ones are not."""
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
    first, second = engine.run([str(tmp_path)]).files
    assert (first.words, first.claims, first.checked, first.agreeing, first.conflicting) == (15, 2, 2, 0, 2)
    assert (second.claims, second.checked, second.agreeing, second.conflicting) == (2, 2, 2, 0)


def test_findings_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    """By path, then line and column."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(WRONG.replace("5G base stations", "ferries") + WRONG, encoding="utf-8")
    found = [
        finding.locations[0] for finding in engine.run([str(tmp_path / name) for name in ("b.txt", "a.txt")]).findings
    ]
    assert found == sorted(found, key=lambda place: (place.path, place.line, place.column))
    assert len(found) > 1


def test_a_text_on_which_we_fail_loses_no_other(tmp_path: Path) -> None:
    """A mistake of ours in one text is told as one, and the next text is read."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    report, seen = Report(), []

    def use(document: Document) -> None:
        seen.append(document.path)
        if document.path.endswith("a.txt"):
            raise ZeroDivisionError("oh")

    engine.each_document([str(tmp_path)], report, use)
    assert [Path(path).name for path in seen] == ["a.txt", "b.txt"]
    assert "internal error, please report it: ZeroDivisionError" in report.errors[0].message


def test_progress_is_told(tmp_path: Path) -> None:
    """From none to all of the files."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    told: list[tuple[int, int]] = []
    engine.run([str(tmp_path)], progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(("least", "findings"), [(0.0, 1), (1.0, 0)])
def test_little_confidence_is_left_out(least: float, findings: int) -> None:
    """A finding below the least confidence is neither listed nor counted."""
    report = engine.run_text(WRONG, engine.Settings(min_confidence=least))
    assert len(report.findings) == findings
    assert report.files[0].conflicting == 2 * findings


def test_only_selected_rules_are_applied() -> None:
    """Rules that are left out neither find nor compare."""
    report = engine.run_text(WRONG, engine.Settings(Selection(("FL5",))))
    assert report.findings == []
    assert report.files[0].checked == 0


def test_claims_are_counted_by_rule() -> None:
    """A rule counts a claim once however often it compares it; a conflict below the least confidence is none."""
    text = WRONG + "\nThe 2.64 million 5G base stations reach all towns.\n"
    count = engine.run_text(text).rules["FL101"]
    assert (count.compared, count.agreeing, count.conflicting) == (3, 0, 3)
    count = engine.run_text(text, engine.Settings(min_confidence=1.0)).rules["FL101"]
    assert (count.compared, count.agreeing, count.conflicting) == (3, 2, 0)
    assert list(engine.run_text(text, engine.Settings(Selection(("FL5",)))).rules)[:2] == ["FL501", "FL502"]


def test_knowledge_is_read_once() -> None:
    """Two runs in one process share the data."""
    assert load_knowledge() is load_knowledge()
