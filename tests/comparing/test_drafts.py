"""Two drafts: what was added, dropped, changed, moved, and what no longer holds."""

from pathlib import Path

import pytest

from factlint import engine
from factlint.comparing import compare_drafts
from factlint.comparing.run import read_pairs
from factlint.errors import UsageError
from factlint.knowledge import load_knowledge
from factlint.model.finding import Report

OLD = "The fair drew 4,150 guests on Friday and 5,250 on Saturday, 9,400 in all.\n\nThe mill employs 310 people.\n"


def compared(old: str, new: str) -> list[tuple[str, list[str]]]:
    """Return the rules and quotes of what differs."""
    knowledge, report = load_knowledge(), Report()
    earlier, later = engine.text_document(old), engine.text_document(new)
    earlier.path, later.path = "old.txt", "new.txt"
    compare_drafts(report, earlier, later, knowledge, knowledge.cards)
    engine.finish(report, knowledge.cards)
    return [(finding.rule, [at.text for at in finding.locations]) for finding in report.findings]


def test_a_draft_is_itself() -> None:
    """The same text twice differs nowhere."""
    assert compared(OLD, OLD) == []


def test_a_changed_part_whose_total_stayed() -> None:
    """The figure that changed is told, and the sum that no longer holds."""
    found = compared(OLD, OLD.replace("5,250", "5,520"))
    assert ("FL823", ["5,520", "5,250"]) in found
    assert any(rule.startswith("FL3") and "9,400" in quotes for rule, quotes in found)


def test_moved_sentences_change_nothing() -> None:
    """Paragraphs in another order hold the same figures."""
    assert compared(OLD, "The mill employs 310 people.\n\n" + OLD.partition("\n\n")[0] + "\n") == []


def test_dropped_and_added() -> None:
    """A sentence that went and one that came."""
    new = OLD.replace("The mill employs 310 people.", "The brewery sold 18,600 hectolitres.")
    assert {rule for rule, _ in compared(OLD, new)} == {"FL821", "FL822"}


def test_what_was_wrong_before_is_not_told_again() -> None:
    """A finding of both drafts is no news."""
    wrong = OLD.replace("9,400", "9,700")
    assert compared(wrong, wrong + "\nIt rained.\n") == []


@pytest.mark.parametrize("text", ["a.txt b.txt\n", "a.txt\t\n", "a\tb\tc\n"])
def test_a_list_of_pairs_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    """A line without two paths is told with its number."""
    (tmp_path / "pairs.tsv").write_text("# old\tnew\n" + text)
    with pytest.raises(UsageError, match=r"pairs\.tsv:2: a line needs two paths"):
        read_pairs(str(tmp_path / "pairs.tsv"))


CHINESE = "上半年，合作社实现销售收入1260万元，同比增长8.4%。\n\n现有社员312户。预计全年收入超过2600万元。\n"


def test_chinese_drafts_are_compared() -> None:
    """Sentences without spaces are told apart by their characters; a bound that went is a change."""
    new = CHINESE.replace("312户", "321户").replace("预计全年收入超过2600万元", "公司预计全年收入2600万元")
    assert compared(CHINESE, CHINESE) == []
    assert compared(CHINESE, new + "\n冷库面积扩大到2400平方米。\n") == [
        ("FL823", ["321", "312"]), ("FL823", ["2600万元", "超过2600万元"]), ("FL821", ["2400平方米"]),
    ]  # fmt: skip
