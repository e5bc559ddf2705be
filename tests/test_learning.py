"""Facts proposed from approved texts: which, in what words, and that they work."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from factlint.knowledge import load_knowledge
from factlint.knowledge.facts import load_facts
from factlint.learning import Learnt, as_csv, as_toml, learn
from tests.support import Program

RELEASE = """\
The Lake Museum in 2023

3 March 2024

The Lake Museum drew 412,300 visitors in 2023. In the fourth quarter of 2023 the museum sold 18,460 tickets online. The
vacancy rate was 7.9% in December 2023. At the end of June 2023 the club had 3,120 junior members. The Sel Bay Clinic
treated 43,810 patients in 2023. Norrland Rail spent 1.2 billion euros on fuel in 2022.
"""
CHANGED = (
    ("412,300", "421,300"), ("18,460", "18,640"), ("7.9%", "9.7%"), ("3,120", "3,210"), ("43,810", "50,000"), ("1.2 b", "2.1 b"),
)  # fmt: skip


def learnt(folder: Path, *texts: str, **more: object) -> Learnt:
    """Return what is proposed from texts."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    paths = [str(folder / f"{number}.txt") for number in range(len(texts))]
    return learn(paths, load_knowledge(), **more)  # type: ignore[arg-type]


def proposed(folder: Path, text: str) -> list[tuple[str, str, str, str, str]]:
    """Return measure, subject, period, value and unit of each proposal."""
    found = [proposal.entry for proposal in learnt(folder, text).proposals]
    return [(one.measure, one.subject, one.period, one.value, one.unit) for one in found]


def test_what_is_well_understood(tmp_path: Path) -> None:
    """In the words of its sentence, with name, period and unit."""
    assert proposed(tmp_path, RELEASE) == [
        ("visitors drew", "Lake Museum", "2023", "412,300", ""),
        ("tickets online sold", "", "2023-Q4", "18,460", ""),
        ("vacancy rate", "", "2023-12", "7.9", "percent"),
        ("junior members", "", "2023-06-30", "3,120", ""),
        ("patients treated", "Sel Bay Clinic", "2023", "43,810", ""),
        ("spent", "Norrland Rail", "2022", "1.2 billion", "EUR"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "About 500 members came in May 2023.",
        "The club had over 3,000 members in 2023.",
        "The club plans for 4,000 members in 2023.",
        "The club had 3,120 members.",
        "The club had 3,120 members this year.",
        "The club expects 3,120 members in 2026.",
        "In 2023 there were 1,284 people.",
        "Seven trains ran in 2023.",
        "Sales rose by 12% in 2023.",
        "Membership was 4 percent higher in 2023.",
        "Earnings were $0.03 per share in 2023.",
        "The club had between 300 and 400 members in 2023.",
    ],
)
def test_what_is_not(sentence: str, tmp_path: Path) -> None:
    """Bounds, plans, no time, a time to come, words of everybody, small counts in words, changes, ranges."""
    assert proposed(tmp_path, f"The club\n\n3 March 2024\n\n{sentence}\n") == []


def test_what_is_proposed_works(program: Program) -> None:
    """Silent on the text it comes from, and loud on every figure that is changed, by source and date."""
    program.write("release.txt", RELEASE)
    assert program("facts", "learn", "release.txt", "--output", "facts.toml").status == 0
    check = ("check", "release.txt", "--facts", "facts.toml", "--select", "FL811", "--format", "json")
    assert program(*check).json["findings"] == []
    for old, new in CHANGED:
        assert old in RELEASE
        program.write("release.txt", RELEASE.replace(old, new))
        [finding] = program(*check).json["findings"]
        assert "by release.txt, 2024-03-03 (facts.toml:" in finding["arithmetic"]


def test_both_forms_are_read_again(tmp_path: Path) -> None:
    """TOML and CSV hold the same entries."""
    found = learnt(tmp_path, RELEASE, source='the "press" office, 3rd floor').proposals
    (tmp_path / "facts.toml").write_text(as_toml(found), encoding="utf-8")
    (tmp_path / "facts.csv").write_text(as_csv(found), encoding="utf-8")
    first, second = load_facts([tmp_path / "facts.toml"]), load_facts([tmp_path / "facts.csv"])
    assert [one.value for one in first] == [one.value for one in second] == [one.entry.value for one in found]
    assert {one.source for one in (*first, *second)} == {'the "press" office, 3rd floor'}
    assert len(tomllib.loads(as_toml(found))["fact"]) == len(list(csv.reader(as_csv(found).splitlines()))) - 1


def test_what_two_texts_tell_differently(tmp_path: Path) -> None:
    """Neither is proposed, and both places are told; what they agree on is proposed once."""
    found = learnt(tmp_path, RELEASE, RELEASE.replace("412,300", "421,300"))
    assert len(found.proposals) == 5
    [note] = found.notes
    assert "412,300 in " in note and "421,300 in " in note and "0.txt:5" in note


def test_a_fact_that_another_text_contradicts(tmp_path: Path) -> None:
    """By a figure that makes no entry of its own."""
    found = learnt(
        tmp_path, RELEASE, "The Lake Museum\n\n3 May 2024\n\nThe Lake Museum drew over 500,000 visitors in 2023.\n"
    )
    assert "visitors drew" not in [one.entry.measure for one in found.proposals]
    assert ["over 500,000" in note for note in found.notes] == [True]


def test_the_day_of_a_text(tmp_path: Path) -> None:
    """A text that names none needs one."""
    text = "The club had 3,120 members in 2022.\n"
    assert learnt(tmp_path, text).proposals == []
    assert "--date" in learnt(tmp_path, text).notes[0]
    [found] = learnt(tmp_path, text, day=date(2023, 7, 1)).proposals
    assert found.entry.date == date(2023, 7, 1)


def test_the_command_writes_nothing_over(program: Program) -> None:
    """A file that exists stays as it is; what a facts file holds is not proposed again."""
    program.write("release.txt", RELEASE)
    kept = program.write("facts.toml", "# mine\n")
    done = program("facts", "learn", "release.txt", "--output", "facts.toml")
    assert (done.status, kept.read_text()) == (2, "# mine\n")
    assert "is not written over" in done.err
    done = program("facts", "learn", "release.txt")
    kept.write_text(done.out)
    done = program("facts", "learn", "release.txt", "--facts", "facts.toml")
    assert (done.status, done.out) == (0, "")
    assert "0 facts proposed; 6 known already" in done.err
    assert program("facts", "learn", "-").status == 2
    assert program("facts", "learn", "none.txt").status == 2
